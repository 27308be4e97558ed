/** What the model is told when a talk or a message is too long for it. */
import { describe, expect, it } from 'vitest'
import type { Message } from '../../../../electron/core/chat/conversation.ts'
import type { PromptTurn } from '../../../../electron/core/chat/prompt.ts'
import { fitPrompt, withoutMiddle } from '../../../../electron/engine/features/chat/fitPrompt.ts'

const message = (text: string, index: number): Message => ({
  id: String(index),
  conversationId: 'c',
  author: index % 2 === 0 ? 'person' : 'lull',
  text,
  at: 0,
  status: 'sent',
  source: null,
  tier: 'none',
  care: null,
  offer: null,
  isPrivate: false,
  guard: [],
  modelTitle: null,
})
const sampling = { temperature: 0, minP: 0, repeatPenalty: 1, maxTokens: 20, seed: null }
const build = (messages: readonly Message[]) => ({
  turns: [
    { role: 'system' as const, text: 'be calm' },
    ...messages.map(
      (one): PromptTurn => ({ role: one.author === 'person' ? 'user' : 'assistant', text: one.text }),
    ),
  ],
  sampling,
})
const words = (turns: PromptTurn[]) => turns.flatMap((turn) => turn.text.split(/\s+/)).length
const counted = () => {
  let counts = 0
  return {
    get counts() {
      return counts
    },
    countTokens: async (turns: PromptTurn[]) => {
      counts++
      return words(turns)
    },
  }
}

describe('fitPrompt', () => {
  it('leaves a short talk alone, without counting', async () => {
    const counter = counted()
    const messages = ['Hello', 'Hi.', 'Long day.'].map(message)
    const fitted = await fitPrompt({ messages, build, contextTokens: 4096, countTokens: counter.countTokens })
    expect(fitted.turns).toEqual(build(messages).turns)
    expect(fitted.reasons).toEqual([])
    expect(counter.counts).toBe(0)
  })

  it('leaves older turns out first, and keeps the newest message whole', async () => {
    const messages = Array.from({ length: 40 }, (_, index) =>
      message(`${index} ${'word '.repeat(20)}`, index),
    )
    const fitted = await fitPrompt({ messages, build, contextTokens: 200, ...counted() })
    expect(words(fitted.turns)).toBeLessThanOrEqual(180)
    expect(fitted.turns.at(-1)?.text).toBe(messages.at(-1)?.text)
    expect(fitted.reasons).toEqual(['prompt.older-left-out'])
  })

  it('leaves the middle of a message out that alone is too long', async () => {
    const long = message(`First. ${'word '.repeat(5000)}Last.`, 0)
    const fitted = await fitPrompt({ messages: [long], build, contextTokens: 300, ...counted() })
    expect(words(fitted.turns)).toBeLessThanOrEqual(280)
    expect(fitted.turns.at(-1)?.text).toMatch(/^First\.[\s\S]*\[…\][\s\S]*Last\.$/)
    expect(fitted.reasons).toEqual(['prompt.middle-left-out'])
  })

  it('cuts no character in half', () => {
    expect(withoutMiddle('😀'.repeat(50), 31).isWellFormed()).toBe(true)
  })
})
