/** The order of the list: by this person's own ratings where they say anything, else by evidence. */
import { expect, test } from 'vitest'
import type { Exercise } from '../../../electron/core/exercises/exercise.ts'
import { exercisesInOrder } from '../../../electron/core/exercises/exercisesInOrder.ts'
import type { RatingSummary } from '../../../electron/core/exercises/ratingSummary.ts'
import { few, known, made, none } from './ratedExercises.ts'

const placed = (all: [Exercise, RatingSummary][]) =>
  exercisesInOrder(all.map(([exercise, helped]) => ({ exercise, helped }))).map(
    ({ exercise, placedBy }) => `${exercise.id} ${placedBy}`,
  )

test('what surely helped comes first, by how much at least', () => {
  expect(
    placed([
      [made('calm', 'some'), none],
      [made('bay', 'none'), known(0.2, 6)],
      [made('sea', 'little'), known(1, 1.5)],
    ]),
  ).toEqual(['sea ratings', 'bay ratings', 'calm evidence'])
})

test('without ratings it goes by evidence, then by name', () => {
  expect(
    placed([
      [made('dune', 'none'), none],
      [made('bay', 'some'), few],
      [made('cliff', 'little'), none],
      [made('ash', 'some'), none],
    ]),
  ).toEqual(['ash evidence', 'bay evidence', 'cliff evidence', 'dune evidence'])
})

test('what may be chance moves nothing, and what made it worse goes last', () => {
  expect(
    placed([
      [made('ash', 'some'), known(-2, -0.1)],
      [made('bay', 'little'), known(-0.5, 3)],
      [made('cliff', 'none'), none],
      [made('dune', 'some'), known(-3, -2)],
    ]),
  ).toEqual(['bay evidence', 'cliff evidence', 'ash ratings', 'dune ratings'])
})

test('is the same whatever order it is given in', () => {
  const all: [Exercise, RatingSummary][] = [
    [made('ash', 'some'), none],
    [made('bay', 'some'), known(1, 2)],
    [made('cliff', 'some'), known(1, 3)],
    [made('dune', 'little'), none],
  ]
  expect(placed(all.toReversed())).toEqual(placed(all))
})
