/** The same promises on a model people really get, where this machine has it. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { LanguageModel, PromptTurn } from '../../electron/engine/ports/languageModel.ts'
import {
  loadedModel,
  lull,
  messageTokens,
  person,
  sharedModelPath,
  system,
  TEMPLATE_TOKENS,
  taken,
} from './talking.ts'

const path = sharedModelPath() ?? ''
const why = path ? '' : ' (skipped: set LULL_TEST_MODEL to SmolLM2-135M-Instruct.Q4_1.gguf)'

describe.skipIf(!path)(`SmolLM2${why}`, () => {
  let model: LanguageModel
  beforeAll(async () => {
    model = await loadedModel(path)
  })
  const sampling = { temperature: 0.3, minP: 0.1, repeatPenalty: 1.1, maxTokens: 48, seed: 3 }

  test('is known for what it is', async () => {
    expect(await model.examine(path)).toMatchObject({
      architecture: 'llama',
      canChat: true,
      licence: 'apache-2.0',
      fileBytes: 98_362_432,
    })
  })

  test('answers in words, and warm turns read little more than the message', async () => {
    const examples = [
      person('I slept badly again.'),
      lull('Another short night. What kept you awake?'),
      person('My team ignored my idea.'),
      lull('Your idea was passed over. How did that feel?'),
    ]
    let talk: PromptTurn[] = [system('You listen. You say back in one sentence what you heard.'), ...examples]
    for (const message of [
      'My boss moved the deadline and I have too much to do.',
      'I think about it all evening 😔',
      'Maybe I could ask for help.',
    ]) {
      await model.prepare(talk, null)
      talk = [...talk, person(message)]
      const { text, deltas, done } = await taken(model.reply(talk, sampling))
      expect(text).toMatch(/\w+ \w+ \w+/)
      expect(text).not.toMatch(/<\||\ufffd/)
      expect(deltas.length).toBeGreaterThan(3)
      expect(done.usage.inputTokens).toBeLessThanOrEqual(
        (await messageTokens(path, message)) + TEMPLATE_TOKENS,
      )
      talk = [...talk, lull(text)]
    }
  })
})
