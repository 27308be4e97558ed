/** An engine for tests: real storage and wire, a clock that stands still, a model that says what the test wrote. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import type { EngineParts } from '../../electron/engine/host.ts'
import { FakeClock } from '../fakes/fakeClock.ts'
import { type ScriptedModel, scriptedProcess } from '../fakes/scriptedModel.ts'
import { ScriptedSensors } from '../fakes/scriptedSensors.ts'

export const TEST_KEY = 'a1'.repeat(32)
export const resourcesFolder = resolve(import.meta.dirname, '../../resources')

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lull-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function engineParts(model: ScriptedModel, extra: Partial<EngineParts> = {}) {
  const clock = new FakeClock()
  const logLines: string[] = []
  const processes: ReturnType<typeof scriptedProcess>[] = []
  const parts: EngineParts = {
    dataFolder: null,
    resourcesFolder,
    databaseKeyHex: TEST_KEY,
    keyKeeper: 'memory',
    appVersion: '0.1.0',
    systemLocale: 'en-GB',
    clock,
    timeZone: () => 'Europe/Berlin',
    startLanguageModel: async () => {
      const process = scriptedProcess(model)
      processes.push(process)
      return process
    },
    startProbe: () => Promise.reject(new Error('there is no probe here')),
    sensors: new ScriptedSensors(),
    logLine: (line) => logLines.push(line),
    ...extra,
  }
  return { parts, clock, logLines, processes }
}
