/** What fills a pause: what helped this person, else the well supported ones by turns. */
import { expect, test } from 'vitest'
import type { BreakKind, Invitation } from '../../../electron/core/breaks/kinds.ts'
import { exerciseForBreak } from '../../../electron/core/exercises/exerciseForBreak.ts'
import type { RatingSummary } from '../../../electron/core/exercises/ratingSummary.ts'
import { known, made, none } from './ratedExercises.ts'

const all = [
  made('ash', 'some'),
  made('bay', 'some'),
  made('cliff', 'little'),
  made('dune', 'some', 'stretch'),
]
const chosen = (
  nudgeId: number,
  helped: Partial<Record<string, RatingSummary>> = {},
  pause: { arm?: Invitation | null; kind?: BreakKind; lengthMs?: number } = {},
) =>
  exerciseForBreak(
    all,
    { arm: 'breathe', kind: 'micro', lengthMs: 120_000, nudgeId, ...pause },
    ({ id }) => helped[id] ?? none,
  )?.id ?? null

test('the best supported take turns, and one offer keeps its own', () => {
  const turns = [1, 2, 3, 4, 5, 6].map((nudgeId) => chosen(nudgeId))
  expect(new Set(turns)).toEqual(new Set(['ash', 'bay']))
  expect(turns[0]).not.toBe(turns[1])
  expect(chosen(3)).toBe(chosen(3))
})

test('what helped this person is preferred, however little is known of it in general', () => {
  for (const nudgeId of [1, 2, 3]) expect(chosen(nudgeId, { cliff: known(0.5, 2) })).toBe('cliff')
  const both = { cliff: known(0.5, 2), ash: known(0.1, 2) }
  expect(new Set([1, 2].map((nudgeId) => chosen(nudgeId, both)))).toEqual(new Set(['ash', 'cliff']))
})

test('what made it worse is left out', () => {
  const worse = known(-3, -1)
  for (const nudgeId of [1, 2]) expect(chosen(nudgeId, { ash: worse })).toBe('bay')
  for (const nudgeId of [1, 2]) expect(chosen(nudgeId, { ash: worse, bay: worse })).toBe('cliff')
  expect(chosen(1, { ash: worse, bay: worse, cliff: worse })).toBeNull()
})

test('only what the pause can hold', () => {
  expect(chosen(1, {}, { arm: 'walk' })).toBeNull()
  expect(chosen(1, {}, { lengthMs: 5_000 })).toBeNull()
  expect(chosen(1, {}, { kind: 'lunch' })).toBeNull()
  expect(new Set([1, 2, 3].map((id) => chosen(id, {}, { arm: null })))).toEqual(
    new Set(['ash', 'bay', 'dune']),
  )
})

test('an odd number is a number all the same', () => {
  for (const odd of [0, -3, Number.NaN, 1.5, 2 ** 60]) expect(['ash', 'bay']).toContain(chosen(odd))
})
