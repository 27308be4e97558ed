/** Small decisions of a talk: which one to go on with, and how much of a reply is spoken. */
import { describe, expect, it } from 'vitest'
import { spokenLength } from '../../../../renderer/features/chat/spokenSentences.ts'
import { warmTalk } from '../../../../renderer/features/chat/useOpenTalk.ts'

const hourMs = 3_600_000
const talk = (updatedAt: number) => ({
  id: String(updatedAt),
  title: '',
  startedAt: 0,
  updatedAt,
  mode: 'talk' as const,
  messageCount: 2,
  preview: '',
})

describe('the talk to go on with', () => {
  const now = 100 * hourMs
  it('is the newest, while it is warm', () => {
    expect(warmTalk([talk(99 * hourMs), talk(98 * hourMs)], now, 0)?.updatedAt).toBe(99 * hourMs)
    expect(warmTalk([talk(80 * hourMs)], now, 0)).toBeNull()
    expect(warmTalk([], now, 0)).toBeNull()
  })

  it('is none that was put down', () => {
    expect(warmTalk([talk(99 * hourMs)], now, 99.5 * hourMs)).toBeNull()
  })
})

describe('spoken sentences', () => {
  it.each([
    ['', 0],
    ['Three at once', 0],
    ['Three at once. And', 15],
    ['“Really?” she said. Then', 20],
    ['First\nsec', 6],
  ])('%j', (text, length) => expect(spokenLength(text, false)).toBe(length))

  it('are all of it in the end', () => expect(spokenLength('and so on', true)).toBe(9))
})
