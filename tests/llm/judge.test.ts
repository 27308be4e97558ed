/**
 * A question on the side leaves a talk as it was. The tiny models only show the plumbing, since they never say yes; what
 * a model's answer is worth is not tested here.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import type { LanguageModel, PromptTurn } from '../../electron/engine/ports/languageModel.ts'
import { tinyModelPath } from '../fixtures/tinyGguf.ts'
import { greedy, loadedModel, lull, person, sharedModelPath, system, taken } from './talking.ts'

const questions = [
  'Leave the talk for a moment. Was I tired? Answer with one word, yes or no.',
  'Is the family well? Answer with one word, yes or no.',
  'Is it late? Answer with one word, yes or no.',
]
const before = [
  system(),
  person('I feel tired after work today'),
  lull('I hear you, and your feelings matter.'),
]
const asked = [...before, person('It is really about my family and my work, and I can not sleep')]

describe.each(['chat', 'hybrid'] as const)('%s', (kind) => {
  const path = tinyModelPath(kind)
  let model: LanguageModel
  let plain: LanguageModel
  beforeAll(async () => {
    model = await loadedModel(path)
    plain = await loadedModel(path)
  })
  const reply = async (of: LanguageModel, turns: PromptTurn[]) => {
    const { text, done } = await taken(of.reply(turns, greedy))
    return { text, readTokens: done.usage.inputTokens }
  }

  test('the next reply reads no more than it would have, and says the same', async () => {
    for (const one of [plain, model]) await one.prepare(before, null)
    const chances = await model.judge(asked, questions)
    expect(chances).toHaveLength(questions.length)
    for (const chance of chances) expect(chance >= 0 && chance <= 1).toBe(true)
    const [without, after] = [await reply(plain, asked), await reply(model, asked)]
    expect(after.text).toBe(without.text)
    expect(after.readTokens).toBeLessThanOrEqual(without.readTokens)
  })

  test('also where the same message is answered again', async () => {
    for (const one of [plain, model]) await reply(one, asked)
    await model.judge(asked, questions)
    const [without, after] = [await reply(plain, asked), await reply(model, asked)]
    expect(after.text).toBe(without.text)
    expect(after.readTokens).toBeLessThanOrEqual(without.readTokens)
  })

  test('also where the talk goes on after it', async () => {
    for (const one of [plain, model]) await one.prepare(before, null)
    await model.judge(asked, questions)
    const talk = [...asked, lull('That sounds heavy.'), person('Thank you')]
    for (const one of [plain, model]) await reply(one, asked)
    const [without, after] = [await reply(plain, talk), await reply(model, talk)]
    expect(after).toEqual(without)
  })

  test('also when it was stopped', async () => {
    for (const one of [plain, model]) await one.prepare(before, null)
    const stop = new AbortController()
    const judging = model.judge(asked, questions, stop.signal)
    stop.abort()
    await expect(judging).rejects.toBe(stop.signal.reason)
    const [without, after] = [await reply(plain, asked), await reply(model, asked)]
    expect(after.text).toBe(without.text)
    expect(after.readTokens).toBeLessThanOrEqual(without.readTokens)
  })

  test('answers the same however often it is asked', async () => {
    expect(await model.judge(asked, questions)).toEqual(await model.judge(asked, questions))
  })

  test('says that a talk is too long for it', async () => {
    const long = [system(), person('work and sleep '.repeat(1500))]
    await expect(model.judge(long, questions)).rejects.toMatchObject({ code: 'PROMPT_TOO_LONG' })
    expect((await reply(model, asked)).text).not.toBe('')
  })
})

const shared = sharedModelPath() ?? ''
const why = shared ? '' : ' (skipped: set LULL_TEST_MODEL to SmolLM2-135M-Instruct.Q4_1.gguf)'

test.skipIf(!shared)(`a model with words for it gives a chance between never and always${why}`, async () => {
  const model = await loadedModel(shared)
  await model.prepare(before, null)
  const chances = await model.judge(asked, questions)
  for (const chance of chances) {
    expect(chance).toBeGreaterThan(0)
    expect(chance).toBeLessThan(1)
  }
})
