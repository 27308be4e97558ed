/** An engine over ten years of somebody's days, for measuring what a page asks of it. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { workDay } from '../../electron/core/presence/localMoment.ts'
import { zoneCalendar } from '../../electron/engine/calendar.ts'
import { createEngine, type EngineParts } from '../../electron/engine/index.ts'
import { openDatabase } from '../../electron/engine/store/database.ts'
import type { Store } from '../../electron/engine/store/sql.ts'
import { systemClock } from '../../electron/hosts/systemClock.ts'
import { seedDays } from '../engine/features/presence/seedDays.ts'
import { seedScores } from '../engine/features/stress/seedScores.ts'
import { ScriptedSensors } from '../fakes/scriptedSensors.ts'

export const KEY = 'c3'.repeat(32)
const calendar = zoneCalendar(() => 'UTC')

export function temporaryData(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'lull-years-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Fills a new database with days up to now. */
export function seedYears(folder: string, days: number, minuteDays: number, beatDays: number): void {
  const nowMs = Date.now()
  const { store } = openDatabase({ dataFolder: folder, keyHex: KEY, now: nowMs })
  seedDays(store, { today: workDay(calendar.moment(nowMs)), days, withMinutes: minuteDays })
  seedScores(store, { nowMs, calendar, days, minuteDays, beatDays })
  compact(store)
  store.close()
}

function compact(store: Store): void {
  store.raw.exec('VACUUM')
  store.raw.pragma('wal_checkpoint(TRUNCATE)')
}

export const databaseBytes = (folder: string): number => statSync(join(folder, 'lull.db')).size

export function engineOver(folder: string | null, more: Partial<EngineParts> = {}) {
  return createEngine({
    dataFolder: folder,
    resourcesFolder: resolve(import.meta.dirname, '../../resources'),
    databaseKeyHex: KEY,
    keyKeeper: 'memory',
    appVersion: 'bench',
    systemLocale: null,
    clock: systemClock,
    timeZone: () => 'UTC',
    startLanguageModel: () => Promise.reject(new Error('no model in a bench')),
    startProbe: () => Promise.reject(new Error('no probes in a bench')),
    sensors: new ScriptedSensors(),
    ...more,
  })
}
