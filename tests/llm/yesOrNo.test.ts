/** Yes and no count in every spelling, and a model that would say something else has not answered. */
import type { Token } from 'node-llama-cpp'
import { expect, test } from 'vitest'
import { chanceOfYes } from '../../electron/llm/yesOrNo.ts'

const from = (said: Record<string, number>) => {
  const words = Object.keys(said)
  const chances = new Map(Object.values(said).map((chance, token) => [token as Token, chance]))
  return chanceOfYes(chances, (token) => words[token] ?? '')
}

test.each([
  ['in every spelling', { Yes: 0.3, ' yes': 0.2, YES: 0.1, No: 0.3, ' no': 0.1 }, 0.6],
  ['in pieces', { Y: 0.1, ' ye': 0.2, n: 0.1 }, 0.75],
  ['beside other words', { yes: 0.2, no: 0.2, I: 0.5, not: 0.05, '\n': 0.05 }, 0.5],
  ['not at all', { I: 0.9, ' nothing': 0.05, yesterday: 0.05 }, 0],
  ['hardly', { yes: 0.04, I: 0.96 }, 0],
] as const)('%s', (_how, said, chance) => {
  expect(from(said)).toBeCloseTo(chance, 6)
})

test('no chances at all are no answer', () => {
  expect(chanceOfYes(undefined, () => 'yes')).toBe(0)
})
