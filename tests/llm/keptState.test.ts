/** A talk's state survives its process, is unreadable without the key, and is never more than a help. */
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { LanguageModel, StateFile } from '../../electron/engine/ports/languageModel.ts'
import { forkLanguageModel } from '../../electron/hosts/forkLanguageModel.ts'
import { tinyModelPath } from '../fixtures/tinyGguf.ts'
import {
  entry,
  greedy,
  loadedModel,
  lull,
  messageTokens,
  newStateFile,
  person,
  system,
  TEMPLATE_TOKENS,
  taken,
} from './talking.ts'

const talk = [
  system(),
  person('I feel tired after work today and my family is sad'),
  lull('It makes sense, and your feelings matter. Shall we take one quiet minute together?'),
]
const message = 'And now I can not sleep'
const asked = [...talk, person(message)]

async function inFreshProcess<Value>(
  path: string,
  work: (model: LanguageModel) => Promise<Value>,
): Promise<Value> {
  const child = await forkLanguageModel({ entry })
  try {
    await child.model.load({ path, sha256: null, contextTokens: 2048, threads: 1 })
    return await work(child.model)
  } finally {
    child.end()
    await child.ended
  }
}

const answered = async (model: LanguageModel, stateFile: StateFile) => {
  const prepared = await model.prepare(talk, stateFile)
  return { prepared, ...(await taken(model.reply(asked, greedy))) }
}

describe.each(['chat', 'hybrid'] as const)('%s', (kind) => {
  const path = tinyModelPath(kind)

  test('a fresh process goes on where the last one ended', async () => {
    const stateFile = newStateFile()
    const before = await inFreshProcess(path, (model) => answered(model, stateFile))
    const after = await inFreshProcess(path, (model) => answered(model, stateFile))
    expect(before.prepared.inputTokens).toBe(before.prepared.promptTokens)
    expect(after.prepared.inputTokens).toBe(0)
    expect(after.text).toBe(before.text)
    expect(after.done.usage.inputTokens).toBeLessThanOrEqual(
      (await messageTokens(path, message)) + TEMPLATE_TOKENS,
    )
  })

  test('another talk in between does not spoil it', async () => {
    const stateFile = newStateFile()
    const model = await loadedModel(path)
    const before = await answered(model, stateFile)
    await taken(model.reply([system('Other.'), person('I am really happy')], greedy))
    const after = await answered(model, stateFile)
    expect(after.prepared.inputTokens).toBe(0)
    expect(after.text).toBe(before.text)
  })
})

describe('the file', () => {
  const chat = () => loadedModel(tinyModelPath('chat'))

  test('is private, encrypted and alone', async () => {
    const stateFile = newStateFile()
    await (await chat()).prepare(talk, stateFile)
    expect(statSync(stateFile.path).mode & 0o777).toBe(0o600)
    expect(readdirSync(dirname(stateFile.path))).toEqual([basename(stateFile.path)])
    const bytes = readFileSync(stateFile.path)
    // llama.cpp's own file begins with this, and would hold the talk in plain numbers.
    expect(bytes.includes(Buffer.from('qsgg'))).toBe(false)
    expect(bytes.subarray(0, 10).toString()).toBe('LULLSTATE1')
  })

  test('is not written again when nothing changed', async () => {
    const stateFile = newStateFile()
    await (await chat()).prepare(talk, stateFile)
    const before = readFileSync(stateFile.path)
    await (await chat()).prepare(talk, stateFile)
    expect(readFileSync(stateFile.path).equals(before)).toBe(true)
  })

  const spoilt: [string, (stateFile: StateFile) => void | Promise<void>][] = [
    ['under another key', (file) => otherKey(file)],
    ['with one byte changed', (file) => changeByte(file.path, 2000)],
    ['with its header changed', (file) => changeByte(file.path, 14)],
    ['cut short', (file) => writeFileSync(file.path, readFileSync(file.path).subarray(0, 3000))],
    ['longer than it was', (file) => appendFileSync(file.path, 'more')],
    ['that is something else', (file) => writeFileSync(file.path, 'not a state')],
    ['that is empty', (file) => writeFileSync(file.path, '')],
    [
      'of another model',
      async (file) => {
        await (await loadedModel(tinyModelPath('endless'))).prepare(talk, file)
      },
    ],
  ]
  test.each(spoilt)('%s is left alone and replaced', async (_, spoil) => {
    const stateFile = newStateFile()
    const good = await answered(await chat(), stateFile)
    await spoil(stateFile)
    const after = await answered(await chat(), stateFile)
    expect(after.prepared.inputTokens).toBe(after.prepared.promptTokens)
    expect(after.text).toBe(good.text)
    expect((await (await chat()).prepare(talk, stateFile)).inputTokens).toBe(0)
  })

  test('what a killed process left in clear is removed', async () => {
    const stateFile = newStateFile()
    const left = `${stateFile.path}.4711.clear`
    writeFileSync(left, 'a talk')
    await (await chat()).prepare(talk, stateFile)
    expect(existsSync(left)).toBe(false)
  })

  test('that cannot be written costs only the time it would have saved', async () => {
    const model = await chat()
    const blocked = newStateFile()
    writeFileSync(`${dirname(blocked.path)}/file`, '')
    const stateFile = { ...blocked, path: `${dirname(blocked.path)}/file/talk.state` }
    expect((await answered(model, stateFile)).done.reason).toBe('end')
  })
})

function changeByte(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(path, bytes)
}

function otherKey(stateFile: StateFile): void {
  stateFile.keyHex = 'ab'.repeat(32)
}
