/** Replies of real llama.cpp on tiny models: streamed, repeatable, stoppable, never past the context. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { LanguageModel } from '../../electron/engine/ports/languageModel.ts'
import { tinyModelPath } from '../fixtures/tinyGguf.ts'
import { greedy, loadedModel, lull, person, system, taken } from './talking.ts'

const tired = [system(), person('I feel tired after work today')]

describe('a model that ends its turn', () => {
  let model: LanguageModel
  beforeAll(async () => {
    model = await loadedModel(tinyModelPath('chat'))
  })

  test('streams one piece of text a token and says how it ended', async () => {
    const { text, deltas, done } = await taken(model.reply(tired, greedy))
    expect(text).toMatch(/^(It makes sense|That sounds|Thank you|I hear you).*[?!]$/)
    expect(deltas.length).toBe(done.usage.outputTokens)
    expect(done.reason).toBe('end')
    expect(done.usage.promptTokens).toBe(await model.countTokens(tired))
  })

  test('writes the same text for the same seed and others for other seeds', async () => {
    const withSeed = async (seed: number | null) =>
      (await taken(model.reply(tired, { ...greedy, temperature: 1.2, seed }))).text
    expect(await withSeed(7)).toBe(await withSeed(7))
    const others = await Promise.all([1, 2, 3, 4, 5, 6].map(withSeed))
    expect(new Set(others).size).toBeGreaterThan(1)
  })

  test('tells the exact prompt', async () => {
    const { done } = await taken(model.reply(tired, greedy))
    expect(done.promptText).toBe(
      '<|im_start|>system\nYou are Lull, a kind companion. You answer in one or two short sentences.<|im_end|>\n' +
        '<|im_start|>user\nI feel tired after work today<|im_end|>\n<|im_start|>assistant\n',
    )
  })

  test('answers one call after another', async () => {
    const order: string[] = []
    const first = taken(model.reply(tired, greedy), (event) => order.push(`first ${event.type}`))
    const second = taken(model.reply(tired, greedy), (event) => order.push(`second ${event.type}`))
    expect((await first).text).toBe((await second).text)
    expect(order.indexOf('second reading')).toBeGreaterThan(order.indexOf('first done'))
  })

  test('lets the next call through when a reply is abandoned', async () => {
    for await (const event of model.reply(tired, greedy)) if (event.type === 'text') break
    expect((await taken(model.reply(tired, greedy))).done.reason).toBe('end')
  })

  test('a repeat penalty changes what is written', async () => {
    const penalised = await taken(model.reply(tired, { ...greedy, repeatPenalty: 1.8 }))
    expect(penalised.done.usage.outputTokens).toBeGreaterThan(0)
  })

  test('refuses a prompt that does not fit', async () => {
    const long = [system(), person('work '.repeat(2100))]
    await expect(taken(model.reply(long, greedy))).rejects.toMatchObject({ code: 'PROMPT_TOO_LONG' })
    await expect(model.prepare([...long, lull('Yes.')], null)).rejects.toMatchObject({
      code: 'PROMPT_TOO_LONG',
    })
    expect((await taken(model.reply(tired, greedy))).done.reason).toBe('end')
  })
})

describe('a model that never ends its turn', () => {
  let model: LanguageModel
  beforeAll(async () => {
    model = await loadedModel(tinyModelPath('endless'), 4096)
  })

  test('stops at the longest length asked for', async () => {
    const { done, deltas } = await taken(model.reply(tired, { ...greedy, maxTokens: 40 }))
    expect(done).toMatchObject({ reason: 'length', usage: { outputTokens: 40 } })
    expect(deltas.length).toBe(40)
  })

  test('stops within one token while writing and keeps what was written', async () => {
    const stop = new AbortController()
    const { done, deltas } = await taken(
      model.reply(tired, { ...greedy, maxTokens: 500 }, stop.signal),
      (_, soFar) => {
        if (soFar.length === 5) stop.abort()
      },
    )
    expect(done.reason).toBe('stopped')
    expect(deltas.length).toBeLessThanOrEqual(6)
    const again = await taken(model.reply(tired, { ...greedy, maxTokens: 5 }))
    expect(again.text).toBe(deltas.slice(0, 5).join(''))
  })

  test('stops between two pieces while reading', async () => {
    const long = [system(), person('work and sleep '.repeat(900))]
    const stop = new AbortController()
    const { done, reading, text } = await taken(
      model.reply(long, greedy, stop.signal),
      (event) => event.type === 'reading' && event.readTokens > 200 && stop.abort(),
    )
    expect(done.reason).toBe('stopped')
    expect(text).toBe('')
    expect(reading.at(-1)).toBeLessThan(done.usage.promptTokens)
    expect(done.usage.inputTokens).toBe((reading.at(-1) ?? 0) - (reading[0] ?? 0))

    // What was read is not read again.
    const rest = await taken(model.reply(long, { ...greedy, maxTokens: 1 }))
    expect(rest.done.usage.inputTokens).toBe(done.usage.promptTokens - (reading.at(-1) ?? 0))
  })

  test('a prompt that was given up before it began costs nothing', async () => {
    await expect(model.prepare(tired, null, AbortSignal.abort())).rejects.toThrow()
    const { done } = await taken(model.reply(tired, greedy, AbortSignal.abort()))
    expect(done).toMatchObject({ reason: 'stopped', usage: { outputTokens: 0 } })
  })

  test('ends before the context is full and never shifts it', async () => {
    const small = await loadedModel(tinyModelPath('endless'), 256)
    const { done } = await taken(small.reply(tired, { ...greedy, maxTokens: 1000 }))
    expect(done.reason).toBe('length')
    expect(done.usage.promptTokens + done.usage.outputTokens).toBe(256)
  })
})

test('nothing can be asked before a model is loaded', async () => {
  const { createLlamaModel } = await import('../../electron/llm/llamaModel.ts')
  const model = createLlamaModel()
  await expect(taken(model.reply(tired, greedy))).rejects.toMatchObject({ code: 'MODEL_STOPPED' })
  await expect(model.prepare(tired, null)).rejects.toMatchObject({ code: 'MODEL_STOPPED' })
  await expect(model.countTokens(tired)).rejects.toMatchObject({ code: 'MODEL_STOPPED' })
})

test('a load replaces the model before', async () => {
  const model = await loadedModel(tinyModelPath('endless'))
  await model.load({ path: tinyModelPath('chat'), sha256: null, contextTokens: 512, threads: null })
  expect((await taken(model.reply(tired, greedy))).done.reason).toBe('end')
})
