/** Settings have defaults, survive damage, and are saved before anyone hears of them. */
import { describe, expect, it } from 'vitest'
import { settingsDocument } from '../../../../electron/contract/settings.ts'
import { EventBus } from '../../../../electron/engine/events.ts'
import { SettingsService } from '../../../../electron/engine/features/settings/settingsService.ts'
import { SettingsStore } from '../../../../electron/engine/features/settings/settingsStore.ts'
import { createLog } from '../../../../electron/engine/log.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import { type Store, sql } from '../../../../electron/engine/store/sql.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { TEST_KEY } from '../../engineParts.ts'

const defaults = settingsDocument.parse({})

function opened(store: Store = openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: 1 }).store) {
  const lines: string[] = []
  const bus = new EventBus()
  const log = createLog(new FakeClock(), (line) => lines.push(line))
  return { store, lines, bus, service: new SettingsService(new SettingsStore(store), bus, log) }
}

describe('settings', () => {
  it('have a default for everything', () => {
    expect(opened().service.current()).toEqual(defaults)
  })

  it('change in part, are saved before anyone hears of it, and are there after a restart', () => {
    const { service, bus, store } = opened()
    const heard: unknown[] = []
    bus.on('settingsChanged', (settings) => {
      expect(opened(store).service.current()).toEqual(settings)
      heard.push(settings)
    })
    expect(service.change({ theme: 'dark' })).toEqual({ ...defaults, theme: 'dark' })
    service.change({ country: 'NL', theme: undefined })
    expect(heard).toHaveLength(2)
    expect(opened(store).service.current()).toEqual({ ...defaults, theme: 'dark', country: 'NL' })
  })

  it('go back to the defaults', () => {
    const { service, store } = opened()
    service.change({ theme: 'dark' })
    service.reset()
    expect(opened(store).service.current()).toEqual(defaults)
  })

  it.each([
    ['no JSON', 'not json'],
    ['another kind of value', '{"theme":5}'],
    ['no document', '[]'],
  ])('fall back to the defaults when the stored document holds %s, and say so', (_what, document) => {
    const { store } = opened()
    store.run(sql`INSERT INTO settings (one, document) VALUES (1, ${document})`)
    const { service, lines } = opened(store)
    expect(service.current()).toEqual(defaults)
    expect(lines.join()).toContain('settingsUnreadable')
  })

  it('keep what nobody knows out', () => {
    const { store } = opened()
    store.run(sql`INSERT INTO settings (one, document) VALUES (1, ${'{"theme":"dark","colour":"red"}'})`)
    const { service, lines } = opened(store)
    expect(service.current()).toEqual({ ...defaults, theme: 'dark' })
    expect(lines).toEqual([])
  })

  it('of an older version stay, with what is new as delivered', () => {
    const { store } = opened()
    const older = { theme: 'dark', country: 'NL', shortcut: null, openAtLogin: true, noticeAcceptedAt: 5 }
    store.run(sql`INSERT INTO settings (one, document) VALUES (1, ${JSON.stringify(older)})`)
    const { service, lines } = opened(store)
    expect(service.current()).toEqual({ ...defaults, ...older })
    expect(lines).toEqual([])
  })

  it('stay when one of them cannot be read, and say how many could not', () => {
    const { store } = opened()
    const kept = {
      theme: 'dark',
      breakTargetMinutes: 5,
      quietHours: 'night',
      checkinTimes: [600],
      strainOn: false,
    }
    store.run(sql`INSERT INTO settings (one, document) VALUES (1, ${JSON.stringify(kept)})`)
    const { service, lines } = opened(store)
    expect(service.current()).toEqual({ ...defaults, theme: 'dark', checkinTimes: [600], strainOn: false })
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ event: 'settingsUnreadable', count: 2 }])
  })

  it('keep each consent and each weight that can be read', () => {
    const { store } = opened()
    const { machine: _later, ...sensing } = { ...defaults.sensing, presence: false, apps: true }
    const weights = { ...defaults.weights, body: 0, typing: 'much', smell: 1 }
    const document = JSON.stringify({ sensing, weights })
    store.run(sql`INSERT INTO settings (one, document) VALUES (1, ${document})`)
    const { service, lines } = opened(store)
    expect(service.current().sensing).toEqual({ ...sensing, machine: false })
    expect(service.current().weights).toEqual({ ...defaults.weights, body: 0 })
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ event: 'settingsUnreadable', count: 1 }])
  })
})
