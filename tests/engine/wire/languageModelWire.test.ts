/** The language model's wire carries what fits its contract, stops what is stopped, and fails plainly when cut. */
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { DIMENSIONS, type LoadableEncoder, MAX_TEXTS } from '../../../electron/engine/ports/encoder.ts'
import {
  type LanguageModel,
  LanguageModelError,
  type PromptTurn,
  type ReplyEvent,
} from '../../../electron/engine/ports/languageModel.ts'
import { connectLanguageModel, serveLanguageModel } from '../../../electron/engine/wire/languageModelWire.ts'
import type { WirePort } from '../../../electron/engine/wire/port.ts'

const facts = {
  architecture: 'llama',
  title: null,
  parameters: 1,
  trainedContextTokens: 8192,
  licence: null,
  canChat: true,
  fileBytes: 1,
}
const usage = { inputTokens: 1, outputTokens: 2, promptTokens: 3 }

/** Says its words one by one, each after `hold`; tests replace what they are about. */
class WordModel implements LanguageModel {
  readonly prompts: PromptTurn[][] = []
  hold: Promise<void> | null = null
  readonly #words: string[]

  constructor(text = 'It sounds like a lot.') {
    this.#words = text.split(/(?= )/)
  }
  examine: LanguageModel['examine'] = async () => facts
  load: LanguageModel['load'] = async () => ({ contextTokens: 10, threads: 1, stateKey: 'words' })
  prepare: LanguageModel['prepare'] = async (prompt) => {
    this.prompts.push(prompt)
    return usage
  }
  countTokens: LanguageModel['countTokens'] = async (prompt) => prompt.length
  judge: LanguageModel['judge'] = async (_prompt, questions) => questions.map(() => 0.25)
  reply: LanguageModel['reply'] = async function* (this: WordModel, prompt, _sampling, signal) {
    this.prompts.push(prompt)
    yield { type: 'reading', readTokens: 3, totalTokens: 3 }
    for (const delta of this.#words) {
      if (this.hold) await this.hold
      if (signal?.aborted) break
      yield { type: 'text', delta }
    }
    yield { type: 'done', reason: signal?.aborted ? 'stopped' : 'end', usage, promptText: 'all of it' }
  }
}

/** Gives the texts directions that follow one another. */
class ScriptedEncoder implements LoadableEncoder {
  async load() {}
  async embed(texts: readonly string[]) {
    return texts.map((_, nth) => new Float32Array(DIMENSIONS).fill(1, nth, nth + 1))
  }
}

/** Two ends of a channel inside one process, cut by `cut`. */
function channel(): { one: WirePort; other: WirePort; cut(): void } {
  const inbox = [new EventEmitter(), new EventEmitter()] as const
  let open = true
  const end = (own: EventEmitter, peer: EventEmitter): WirePort => ({
    postMessage(data) {
      if (open) queueMicrotask(() => peer.emit('message', { data: structuredClone(data) }))
    },
    on(event: string, callback: (event?: { data: unknown }) => void) {
      own.on(event, callback)
    },
  })
  return {
    one: end(inbox[0], inbox[1]),
    other: end(inbox[1], inbox[0]),
    cut() {
      open = false
      for (const box of inbox) box.emit('close')
    },
  }
}

function wired(model: LanguageModel, encoder: LoadableEncoder = new ScriptedEncoder()) {
  const { one, other, cut } = channel()
  serveLanguageModel({ model, encoder }, other)
  return { ...connectLanguageModel(one), cut }
}

const sampling = { temperature: 0, minP: 0, repeatPenalty: 1, maxTokens: 10, seed: null }
const prompt = [{ role: 'user' as const, text: 'Hello' }]
const collect = async (events: AsyncIterable<ReplyEvent>) => {
  const all: ReplyEvent[] = []
  for await (const event of events) all.push(event)
  return all
}

test('carries every call', async () => {
  const scripted = new WordModel('One two three.')
  const { model } = wired(scripted)
  expect(await model.examine('/a')).toMatchObject({ canChat: true })
  expect(await model.load({ path: '/a', sha256: null, contextTokens: 10, threads: null })).toMatchObject({
    stateKey: 'words',
  })
  expect(await model.prepare(prompt, { path: '/s', keyHex: 'a'.repeat(64) })).toEqual(usage)
  expect(await model.countTokens(prompt)).toBe(1)
  const events = await collect(model.reply(prompt, sampling))
  expect(events.map((event) => (event.type === 'text' ? event.delta : '')).join('')).toBe('One two three.')
  expect(events.at(-1)).toMatchObject({ type: 'done', reason: 'end' })
})

test('carries questions, and vectors bit for bit', async () => {
  const { model, encoder } = wired(new WordModel())
  expect(await model.judge(prompt, ['Is it?', 'Was it?'])).toEqual([0.25, 0.25])
  await encoder.load({ path: '/e', sha256: 'a'.repeat(64) })
  const texts = Array.from({ length: MAX_TEXTS }, (_, nth) => `text ${nth}`)
  expect(await encoder.embed(texts)).toEqual(await new ScriptedEncoder().embed(texts))
})

test.each([
  ['too few vectors', () => [new Float32Array(DIMENSIONS).fill(1, 0, 1)]],
  ['no directions', (texts: readonly string[]) => texts.map(() => new Float32Array(DIMENSIONS))],
  [
    'no numbers',
    (texts: readonly string[]) => texts.map(() => new Float32Array(DIMENSIONS).fill(Number.NaN)),
  ],
])('an encoder that sends %s is not believed', async (_name, send) => {
  const sending = new ScriptedEncoder()
  sending.embed = async (texts) => send(texts)
  const { encoder } = wired(new WordModel(), sending)
  await expect(encoder.embed(['one', 'two'])).rejects.toThrow('the encoder sent')
})

test('a model that answers another number of questions is not believed', async () => {
  const short = new WordModel()
  short.judge = async () => [0.5]
  const { model } = wired(short)
  await expect(model.judge(prompt, ['Is it?', 'Was it?'])).rejects.toThrow()
})

test.each(['MODEL_BROKEN', 'MODEL_TOO_BIG', 'MODEL_STOPPED', 'PROMPT_TOO_LONG'] as const)(
  '%s stays the error it was',
  async (code) => {
    const failing = new WordModel()
    failing.load = async () => {
      throw new LanguageModelError(code, 'so it is')
    }
    // biome-ignore lint/correctness/useYield: fails before its first event
    failing.reply = async function* () {
      throw new LanguageModelError(code, 'so it is')
    }
    const { model } = wired(failing)
    const error = { name: 'LanguageModelError', code, message: 'so it is' }
    await expect(
      model.load({ path: '/a', sha256: null, contextTokens: 1, threads: null }),
    ).rejects.toMatchObject(error)
    await expect(collect(model.reply(prompt, sampling))).rejects.toMatchObject(error)
  },
)

test('what does not fit the contract never reaches the model', async () => {
  const scripted = new WordModel()
  const { model } = wired(scripted)
  const tooLarge = [{ role: 'user' as const, text: 'x'.repeat(500_000) }]
  await expect(model.prepare(tooLarge, null)).rejects.toThrow()
  await expect(model.prepare(prompt, { path: '/s', keyHex: 'short' })).rejects.toThrow()
  await expect(model.judge(prompt, [])).rejects.toThrow()
  await expect(model.judge(prompt, ['x'.repeat(2000)])).rejects.toThrow()
  await expect(collect(model.reply(prompt, { ...sampling, temperature: -1 }))).rejects.toThrow()
  expect(scripted.prompts).toEqual([])
})

test('a stop ends the reply in order', async () => {
  const scripted = new WordModel('One two three four five six.')
  let goOn: () => void = () => {}
  scripted.hold = new Promise((resolve) => {
    goOn = resolve
  })
  const stop = new AbortController()
  const { model } = wired(scripted)
  const events = collect(model.reply(prompt, sampling, stop.signal))
  stop.abort()
  await model.countTokens(prompt)
  goOn()
  expect((await events).at(-1)).toMatchObject({ type: 'done', reason: 'stopped' })
})

test('a stop from before the reply ends it too', async () => {
  const { model } = wired(new WordModel('One two three.'))
  const events = await collect(model.reply(prompt, sampling, AbortSignal.abort()))
  expect(events.at(-1)).toMatchObject({ type: 'done', reason: 'stopped' })
})

test('whoever stops listening stops the model', async () => {
  let ended = false
  const endless = new WordModel()
  endless.reply = async function* (_prompt, _sampling, signal) {
    try {
      while (!signal?.aborted) {
        yield { type: 'text', delta: 'on and ' }
        await new Promise((resolve) => setImmediate(resolve))
      }
    } finally {
      ended = true
    }
  }
  const { model } = wired(endless)
  for await (const _ of model.reply(prompt, sampling)) break
  while (!ended) await new Promise((resolve) => setImmediate(resolve))
})

test('an abort reaches a call in progress', async () => {
  const scripted = new WordModel()
  const stop = new AbortController()
  const reached = new Promise<unknown>((resolve) => {
    scripted.prepare = (_prompt, _file, signal) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          resolve(signal.reason)
          reject(signal.reason)
        })
        stop.abort(new Error('enough'))
      })
  })
  const { model } = wired(scripted)
  await expect(model.prepare(prompt, null, stop.signal)).rejects.toThrow('enough')
  await reached
})

test('a cut turns every call and stream into MODEL_STOPPED', async () => {
  const scripted = new WordModel('One two.')
  scripted.hold = new Promise(() => {})
  scripted.examine = () => new Promise(() => {})
  const { model, cut } = wired(scripted)
  const stream = model.reply(prompt, sampling)[Symbol.asyncIterator]()
  expect((await stream.next()).value).toMatchObject({ type: 'reading' })
  const calls = [stream.next(), model.examine('/a')]
  const all = Promise.allSettled(calls)
  await model.countTokens(prompt)
  cut()
  for (const call of await all) {
    expect(call).toMatchObject({ status: 'rejected', reason: { code: 'MODEL_STOPPED' } })
  }
  await expect(model.countTokens(prompt)).rejects.toMatchObject({ code: 'MODEL_STOPPED' })
})
