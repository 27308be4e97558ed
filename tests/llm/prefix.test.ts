/** A warm turn reads its message and little else, whatever happened to the talk before. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { LanguageModel, PromptTurn } from '../../electron/engine/ports/languageModel.ts'
import { tinyModelPath } from '../fixtures/tinyGguf.ts'
import {
  greedy,
  loadedModel,
  lull,
  messageTokens,
  person,
  system,
  TEMPLATE_TOKENS,
  taken,
} from './talking.ts'

const messages = [
  'I feel tired after work today',
  'My boss said the talk was not good and I can not sleep',
  'It is really about my family',
  'Thank you, I will take a walk',
]

describe.each(['chat', 'hybrid'] as const)('%s', (kind) => {
  const path = tinyModelPath(kind)
  let model: LanguageModel
  beforeAll(async () => {
    model = await loadedModel(path)
  })

  const warmTurn = async (talk: PromptTurn[], message: string) => {
    await model.prepare(talk, null)
    const asked = [...talk, person(message)]
    const { done, text } = await taken(model.reply(asked, greedy))
    expect(done.usage.inputTokens).toBeLessThanOrEqual((await messageTokens(path, message)) + TEMPLATE_TOKENS)
    return [...asked, lull(text)]
  }

  test('every turn after the first', async () => {
    let talk: PromptTurn[] = [system()]
    for (const message of messages) talk = await warmTurn(talk, message)
  })

  test('when the guard changed what the model wrote', async () => {
    let talk: PromptTurn[] = [system()]
    for (const message of messages) {
      talk = await warmTurn(talk, message)
      talk[talk.length - 1] = lull('That sounds heavy. What part is the most on your mind?')
    }
  })

  test('when a summary took the place of the history', async () => {
    let talk: PromptTurn[] = [system()]
    for (const message of messages) talk = await warmTurn(talk, message)
    const summary = system(
      'You are Lull, a kind companion. Before: they are tired and sleep badly after work.',
    )
    await warmTurn([summary, ...talk.slice(-2)], 'And now I am calm')
  })

  test('when the same message is answered again', async () => {
    const talk = [
      system(),
      ...messages.slice(0, 2).flatMap((message) => [person(message), lull('I hear you.')]),
    ]
    await warmTurn(talk, 'I feel sad')
    await warmTurn(talk, 'I feel sad')
  })

  test('the text does not depend on what was kept', async () => {
    const talk = [system(), person('I feel tired'), lull('I hear you.')]
    await model.prepare(talk, null)
    const warm = await taken(model.reply([...talk, person('My family is sad')], greedy))
    const cold = await loadedModel(path)
    expect((await taken(cold.reply([...talk, person('My family is sad')], greedy))).text).toBe(warm.text)
  })

  test('preparing twice reads nothing the second time', async () => {
    const talk = [system(), person('I feel tired'), lull('I hear you, really.')]
    await model.prepare(talk, null)
    expect(await model.prepare(talk, null)).toMatchObject({ inputTokens: 0 })
  })
})
