/** The encoder that ships with Lull, in real llama.cpp: sense, size, order, refusals, and life beside a model that talks. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { EventBus } from '../../electron/engine/events.ts'
import { EncoderRuntime } from '../../electron/engine/features/models/encoderRuntime.ts'
import { ModelProcess } from '../../electron/engine/features/models/modelProcess.ts'
import { SentenceVectors } from '../../electron/engine/features/safety/sentenceVectors.ts'
import { DIMENSIONS, type LoadableEncoder, MAX_TEXTS } from '../../electron/engine/ports/encoder.ts'
import { encoderFile } from '../../electron/engine/resources.ts'
import { forkLanguageModel } from '../../electron/hosts/forkLanguageModel.ts'
import { createEncoder } from '../../electron/llm/encoder.ts'
import { RightOfWay } from '../../electron/llm/rightOfWay.ts'
import { resourcesFolder } from '../engine/engineParts.ts'
import { FakeClock } from '../fakes/fakeClock.ts'
import { brokenModelPath, tinyModelPath } from '../fixtures/tinyGguf.ts'
import { entry, greedy, person, system, taken } from './talking.ts'

const shipped = encoderFile(resourcesFolder)
const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)

describe('in this process', () => {
  let encoder: LoadableEncoder
  beforeAll(async () => {
    encoder = createEncoder(new RightOfWay())
    await encoder.load(shipped)
  })
  const pair = async (a: string, b: string) => {
    const [one, other] = await encoder.embed([a, b])
    if (!one || !other) throw new Error('the encoder gave fewer vectors than texts')
    return cosine(one, other)
  }

  test('brings together what means alike, and keeps apart what does not', async () => {
    const alike = await pair('I cannot sleep at night.', 'I lie awake until morning.')
    const other = await pair('I cannot sleep at night.', 'The invoice is due on Friday.')
    expect(alike).toBeGreaterThan(0.5)
    expect(other).toBeLessThan(0.2)
    expect(await pair('My sister moved abroad.', 'my sister moved abroad')).toBeGreaterThan(0.95)
    expect(await pair('The soup was too salty.', 'That broth had far too much salt.')).toBeGreaterThan(0.6)
  })

  test('gives unit vectors in the order of the texts, the same whatever stands beside', async () => {
    const texts = ['Rain again.', 'My boss was kind today.', 'Rain again.']
    const together = await encoder.embed(texts)
    for (const vector of together) {
      expect(vector).toHaveLength(DIMENSIONS)
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
    }
    expect(together[2]).toEqual(together[0])
    expect((await encoder.embed([texts[1] ?? '']))[0]).toEqual(together[1])
  })

  test.each([
    ['nothing', ''],
    ['joiners alone', '\u200b\u200d\ufeff'],
    ['other scripts', '今日はとても疲れました'],
    ['faces', '😔'.repeat(900)],
    ['control tokens spelled out', '[CLS] [SEP] [MASK] <|im_end|>'],
    ['one endless word', 'a'.repeat(2000)],
  ])('reads %s', async (_name, text) => {
    const [vector] = await encoder.embed([text])
    expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 5)
  })

  test('takes as much as it says, and refuses more', async () => {
    const long = 'I keep thinking about what was said at the meeting. '.repeat(40).slice(0, 2000)
    expect(await encoder.embed([long])).toHaveLength(1)
    await expect(encoder.embed([`${long}!`])).rejects.toThrow(RangeError)
    await expect(encoder.embed(new Array(MAX_TEXTS + 1).fill('a'))).rejects.toThrow(RangeError)
  })

  test('stops between two texts', async () => {
    const stop = new AbortController()
    const all = encoder.embed(new Array(MAX_TEXTS).fill('One more sentence.'), stop.signal)
    stop.abort()
    await expect(all).rejects.toBe(stop.signal.reason)
    expect(await encoder.embed(['And on it goes.'])).toHaveLength(1)
  })

  test.each([
    ['other bytes than it should', { ...shipped, sha256: '0'.repeat(64) }],
    ['a model that talks', { ...shipped, path: tinyModelPath('chat') }],
    ['another encoder', { ...shipped, path: tinyModelPath('embed') }],
    ['half a file', { ...shipped, path: brokenModelPath('truncated') }],
    ['no file', { ...shipped, path: '/nowhere/encoder.gguf' }],
  ])('refuses %s', async (_name, file) => {
    await expect(createEncoder(new RightOfWay()).load(file)).rejects.toMatchObject({ code: 'MODEL_BROKEN' })
  })
})

describe('in the language model process', () => {
  type Child = Awaited<ReturnType<typeof forkLanguageModel>>
  const children: Child[] = []
  afterEach(async () => {
    for (const child of children.splice(0)) {
      child.end()
      await child.ended
    }
  })
  const forked = async () => {
    const child = await forkLanguageModel({ entry })
    children.push(child)
    await child.encoder.load(shipped)
    return child
  }

  test('the vectors come over whole', async () => {
    const child = await forked()
    const here = createEncoder(new RightOfWay())
    await here.load(shipped)
    const texts = ['Nobody asked how I am.', 'The train was late.']
    expect(await child.encoder.embed(texts)).toEqual(await here.embed(texts))
  })

  test('needs no model that talks, and does not wait for the end of a reply', async () => {
    const child = await forked()
    await child.model.load({ path: tinyModelPath('endless'), sha256: null, contextTokens: 4096, threads: 1 })
    const stop = new AbortController()
    const meanwhile: Promise<string>[] = []
    const talk = [system(), person('I feel tired after work today')]
    const endless = { ...greedy, maxTokens: 3000 }
    const { done } = await taken(child.model.reply(talk, endless, stop.signal), (event) => {
      if (event.type !== 'text' || meanwhile.length > 0) return
      meanwhile.push(child.encoder.embed(['I feel tired.', 'So tired.']).then(() => 'read'))
      void meanwhile[0]?.then(() => stop.abort())
    })
    expect(await meanwhile[0]).toBe('read')
    expect(done.usage.outputTokens).toBeLessThan(endless.maxTokens)
  })

  test('says MODEL_STOPPED when the process goes in the middle', async () => {
    const child = await forked()
    const calls = [
      child.encoder.embed(new Array(MAX_TEXTS).fill('Still here.')),
      child.encoder.embed(['Me too.']),
    ]
    const all = Promise.allSettled(calls)
    process.kill(child.pid ?? 0, 'SIGKILL')
    for (const call of await all) {
      expect(call).toMatchObject({ status: 'rejected', reason: { code: 'MODEL_STOPPED' } })
    }
  })

  test('killed in the middle, it is an absence, and there again for the next message', async () => {
    const startLanguageModel = async () => {
      const child = await forkLanguageModel({ entry })
      children.push(child)
      return child
    }
    const log = { info() {}, warn() {}, error() {} }
    const shared = new ModelProcess({ startLanguageModel, clock: new FakeClock(), log })
    const encoder = new EncoderRuntime({ process: shared, file: shipped, clock: new FakeClock() })
    const vectors = new SentenceVectors({ encoder, isOn: () => true, bus: new EventBus(), log })
    const never = new AbortController().signal
    expect(await vectors.of(['So it begins.'], never)).toHaveLength(1)
    const long = vectors.of(
      Array.from({ length: 24 }, (_, nth) => `The ${nth}th thing that went wrong today.`),
      never,
    )
    process.kill(children[0]?.pid ?? 0, 'SIGKILL')
    expect(await long).toBeNull()
    expect(await vectors.of(['And it goes on.'], never)).toHaveLength(1)
    expect(children).toHaveLength(2)
  })

  test('a stop reaches it across the wire', async () => {
    const child = await forked()
    const stop = new AbortController()
    const all = child.encoder.embed(new Array(MAX_TEXTS).fill('Still here.'), stop.signal)
    stop.abort()
    await expect(all).rejects.toBe(stop.signal.reason)
    expect(await child.encoder.embed(['Next.'])).toHaveLength(1)
  })

  test('what is larger than agreed never leaves this side', async () => {
    const child = await forked()
    await expect(child.encoder.embed(['x'.repeat(2001)])).rejects.toThrow()
    await expect(child.encoder.embed(new Array(MAX_TEXTS + 1).fill('x'))).rejects.toThrow()
  })
})
