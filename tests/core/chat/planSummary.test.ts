/** Folding happens at 70 %, keeps the last turns whole, and the extract invents nothing. */
import { expect, test } from 'vitest'
import {
  extractiveSummary,
  planSummary,
  type SummaryMessage,
} from '../../../electron/core/chat/planSummary.ts'

const talk = (turns: number, length = 100): SummaryMessage[] =>
  Array.from({ length: turns * 2 }, (_, index) => ({
    id: `${index}`,
    role: index % 2 === 0 ? 'person' : 'lull',
    text: 'x'.repeat(length),
  }))

test('there is room: nothing to fold', () => {
  expect(
    planSummary({ messages: talk(20), usedTokens: 1400, fixedTokens: 300, contextTokens: 2048 }),
  ).toBeNull()
})

test('at 70 % all but the last four turns are folded', () => {
  const plan = planSummary({ messages: talk(20), usedTokens: 1500, fixedTokens: 300, contextTokens: 2048 })
  expect(plan?.keep).toEqual(['32', '33', '34', '35', '36', '37', '38', '39'])
  expect(plan?.fold).toHaveLength(32)
})

test('when the last turns alone are too long, fewer stay', () => {
  const messages = talk(5, 4000)
  const plan = planSummary({ messages, usedTokens: 2000, fixedTokens: 300, contextTokens: 2048 })
  expect(plan?.keep).toEqual(['6', '7', '8', '9'])
})

test('what stays begins with the person, and one huge turn cannot be folded away', () => {
  expect(
    planSummary({ messages: talk(1, 9000), usedTokens: 2000, fixedTokens: 100, contextTokens: 2048 }),
  ).toBeNull()
  const plan = planSummary({
    messages: talk(2, 9000),
    usedTokens: 2000,
    fixedTokens: 100,
    contextTokens: 2048,
  })
  expect(plan).toEqual({ fold: ['0', '1'], keep: ['2', '3'] })
})

test('the extract is the person’s own first sentences, newest kept, capped', () => {
  expect(
    extractiveSummary([
      { role: 'person', text: 'My boss moved the deadline. And more.' },
      { role: 'lull', text: 'It moved.' },
      { role: 'person', text: 'I am tired' },
    ]),
  ).toBe('My boss moved the deadline. I am tired')
  const long = Array.from({ length: 200 }, (_, index) => ({
    role: 'person' as const,
    text: `Sentence number ${index}.`,
  }))
  const summary = extractiveSummary(long, 'Before that.')
  expect(summary.length).toBeLessThanOrEqual(720)
  expect(summary).toMatch(/199\.$/)
  expect(extractiveSummary([{ role: 'person', text: 'New.' }], 'Old.')).toBe('Old. New.')
  expect(extractiveSummary([])).toBe('')
})
