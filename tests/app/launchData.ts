/** Data folders as a person would have them after the first minutes: notice read, a small real model chosen. */
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createEngine } from '../../electron/engine/index.ts'
import { prepareDataFolder } from '../../electron/hosts/dataFolder.ts'
import { forkLanguageModel } from '../../electron/hosts/forkLanguageModel.ts'
import { forkProbe } from '../../electron/hosts/forkProbe.ts'
import { headlessKey } from '../../electron/hosts/keyFile.ts'
import { systemClock } from '../../electron/hosts/systemClock.ts'
import { systemTimeZone } from '../../electron/hosts/systemTimeZone.ts'
import { type TinyModel, tinyModelPath } from '../fixtures/tinyGguf.ts'

export const root = resolve(import.meta.dirname, '../..')

export const freshFolder = () => mkdtempSync(join(tmpdir(), 'lull-app-'))

/** @param model a generated model, the path of a real one, or null to leave the app without a voice. */
export async function preparedData(model: TinyModel | string | null): Promise<string> {
  const folder = join(freshFolder(), 'data')
  prepareDataFolder(folder)
  const { keyHex, keeper } = headlessKey(folder, {})
  const engine = createEngine({
    dataFolder: folder,
    resourcesFolder: join(root, 'resources'),
    databaseKeyHex: keyHex,
    keyKeeper: keeper,
    appVersion: '0.0.0',
    systemLocale: 'en-GB',
    clock: systemClock,
    timeZone: systemTimeZone,
    startLanguageModel: () => forkLanguageModel({ entry: join(root, 'out/main/llm.cjs') }),
    startProbe: (kind) => forkProbe(kind, { entry: join(root, 'out/main/probe.cjs') }),
  })
  await engine.start()
  const client = engine.client('inspect')
  if (model) {
    const imported = await client.models.import({
      path: existsSync(model) ? model : tinyModelPath(model as TinyModel),
    })
    await client.models.select({ modelId: imported.model.id })
  }
  await engine.client('window').settings.change({ noticeAcceptedAt: Date.now(), theme: 'light' })
  await engine.stop()
  return folder
}
