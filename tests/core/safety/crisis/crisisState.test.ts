/** Kept states come back whole or not at all. */
import { expect, test } from 'vitest'
import { newCrisisState, readCrisisState } from '../../../../electron/core/safety/crisis/crisisState.ts'

const state = newCrisisState('en', 'suicide')
const through = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test('a state survives JSON', () => {
  expect(readCrisisState(through(state))).toEqual(state)
  const used = {
    ...state,
    steps: ['ask' as const],
    wordings: { ask: 2 },
    card: { tier: 'high' as const, harm: true, poison: false },
  }
  expect(readCrisisState(through(used))).toEqual(used)
})

test('what is no state of this version is none, so that the talk begins anew', () => {
  const wrong: unknown[] = [
    null,
    'text',
    [],
    {},
    { ...state, version: 2 },
    { ...state, track: 'other' },
    { ...state, asked: 'everything' },
    { ...state, quiet: -1 },
    { ...state, steps: ['ask', 'nothing'] },
    { ...state, wordings: { nothing: 1 } },
    { ...state, card: { tier: 'high' } },
    { ...state, turn: 'first' },
    { ...state, language: 'x'.repeat(100) },
  ]
  for (const value of wrong) expect(readCrisisState(through(value))).toBeNull()
  const { thoughts: _, ...less } = state
  expect(readCrisisState(less)).toBeNull()
})

test('fields nobody knows are left out', () => {
  expect(readCrisisState({ ...state, words: 'of the person' })).toEqual(state)
})
