/** Files as people really pick them: each is told apart, none takes Lull down. */
import { totalmem } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LanguageModel } from '../../electron/engine/ports/languageModel.ts'
import { forkLanguageModel } from '../../electron/hosts/forkLanguageModel.ts'
import { createLlamaModel } from '../../electron/llm/llamaModel.ts'
import {
  type BrokenModel,
  brokenModelPath,
  brokenModels,
  hugeModelPath,
  tinyModelPath,
  tinyModelSha256,
  tinyModelWith,
} from '../fixtures/tinyGguf.ts'
import { entry } from './talking.ts'

const request = (path: string) => ({ path, sha256: null, contextTokens: 512, threads: 1 })

describe('a sound file', () => {
  const model = createLlamaModel()

  test('says what it is', async () => {
    expect(await model.examine(tinyModelPath('chat'))).toEqual({
      architecture: 'llama',
      title: 'Lull tiny test model',
      parameters: 480_128,
      trainedContextTokens: 8192,
      licence: 'cc0-1.0',
      canChat: true,
      fileBytes: 982_432,
    })
  })

  test('of an embedder cannot talk and is not loaded', async () => {
    expect(await model.examine(tinyModelPath('embed'))).toMatchObject({
      architecture: 'bert',
      canChat: false,
    })
    await expect(model.load(request(tinyModelPath('embed')))).rejects.toMatchObject({ code: 'MODEL_BROKEN' })
  })

  test('is loaded when its checksum is right and refused when it is not', async () => {
    const path = tinyModelPath('chat')
    const sha256 = tinyModelSha256('chat')
    const loaded = await model.load({ ...request(path), sha256 })
    expect(loaded).toMatchObject({ contextTokens: 512, threads: 1 })
    expect(await model.load({ ...request(path), sha256 })).toEqual(loaded)
    await expect(model.load({ ...request(path), sha256: '0'.repeat(64) })).rejects.toMatchObject({
      code: 'MODEL_BROKEN',
    })
  })

  test('has a key of its own for saved states', async () => {
    const keyOf = async (path: string) => (await model.load(request(path))).stateKey
    const keys = [
      await keyOf(tinyModelPath('chat')),
      await keyOf(tinyModelPath('endless')),
      await keyOf(tinyModelWith('other-template', { template: '{{ messages[0].content }}' })),
    ]
    expect(new Set(keys).size).toBe(3)
    expect(await keyOf(tinyModelPath('chat'))).toBe(keys[0])
  })

  test('never gets more context than it was made for', async () => {
    const path = tinyModelWith('short', { contextTokens: 256 })
    expect(await model.load({ ...request(path), contextTokens: 4096 })).toMatchObject({ contextTokens: 256 })
  })

  test('can be given up while it is loaded', async () => {
    const stop = new AbortController()
    const loading = model.load({ ...request(tinyModelPath('chat')), sha256: null }, stop.signal)
    stop.abort()
    await expect(loading).rejects.toBe(stop.signal.reason)
  })
})

describe('in a process of its own', () => {
  let child: Awaited<ReturnType<typeof forkLanguageModel>>
  let model: LanguageModel
  beforeAll(async () => {
    child = await forkLanguageModel({ entry })
    model = child.model
  })
  afterAll(async () => {
    child.end()
    await child.ended
  })

  test.each(Object.keys(brokenModels) as BrokenModel[])('%s is refused as broken', async (kind) => {
    const path = brokenModelPath(kind)
    await expect(model.examine(path)).rejects.toMatchObject({ code: 'MODEL_BROKEN' })
    await expect(model.load(request(path))).rejects.toMatchObject({ code: 'MODEL_BROKEN' })
    expect(await model.examine(tinyModelPath('chat'))).toMatchObject({ canChat: true })
  })

  test.each(['/nowhere/model.gguf', '/'])('%s is refused as broken', async (path) => {
    await expect(model.examine(path)).rejects.toMatchObject({ code: 'MODEL_BROKEN' })
  })

  test('a file larger than the memory is refused as too big, without reading it', async () => {
    const path = hugeModelPath(totalmem() * 2)
    await expect(model.load({ ...request(path), sha256: 'a'.repeat(64) })).rejects.toMatchObject({
      code: 'MODEL_TOO_BIG',
    })
  })
})
