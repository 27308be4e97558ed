/** An engine in this very Node process, as every door without Electron runs it. */
import { createEngine, type Engine, type EngineParts } from '../engine/index.ts'
import { appFolder } from './appFolder.ts'
import { forkLanguageModel } from './forkLanguageModel.ts'
import { forkProbe } from './forkProbe.ts'
import type { DatabaseKey } from './keyFile.ts'
import { systemClock } from './systemClock.ts'
import { systemLocale } from './systemLocale.ts'
import { systemTimeZone } from './systemTimeZone.ts'

/** @throws EngineError DATABASE_LOCKED, DATABASE_NEWER, DATABASE_KEY_WRONG, FILE_UNREADABLE, DISK_FULL */
export function headlessEngine(
  dataFolder: string | null,
  key: Pick<DatabaseKey, 'keyHex' | 'keeper'>,
  more: Pick<EngineParts, 'inspect' | 'logLine'>,
): Engine {
  const app = appFolder()
  return createEngine({
    dataFolder,
    resourcesFolder: app.resources,
    databaseKeyHex: key.keyHex,
    keyKeeper: key.keeper,
    appVersion: app.version,
    systemLocale: systemLocale(),
    clock: systemClock,
    timeZone: systemTimeZone,
    startLanguageModel: () => forkLanguageModel({ entry: app.languageModelEntry }),
    startProbe: (kind) => forkProbe(kind, { entry: app.probeEntry }),
    ...more,
  })
}
