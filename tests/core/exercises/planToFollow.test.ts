/** Whoever lays an exercise out again from the length that was named has the same breaths at the same times. */
import { describe, expect, test } from 'vitest'
import { exercisePlan, planWithin } from '../../../electron/core/exercises/exercisePlan.ts'
import { lengthToFollow, planToFollow } from '../../../electron/core/exercises/planToFollow.ts'
import { allShipped } from './shippedExercises.ts'

describe.each(allShipped().map((one) => [one.id, one] as const))('%s', (_id, exercise) => {
  test('in every length on offer, and in its usual one: the very same plan', () => {
    for (const length of [null, ...exercise.lengthsSeconds]) {
      const plan = exercisePlan(exercise, length)
      expect(planToFollow(exercise, lengthToFollow(plan))).toEqual(plan)
    }
  })

  test('in a pause of any length: the very same plan', () => {
    let plans = 0
    for (let withinMs = 5000; withinMs <= 25 * 60_000; withinMs += 7300) {
      const plan = planWithin(exercise, withinMs)
      if (plan === null) continue
      plans += 1
      const length = lengthToFollow(plan)
      // As the contract takes it.
      expect(length).toBeGreaterThanOrEqual(1)
      expect(length).toBeLessThanOrEqual(7200)
      expect(planToFollow(exercise, length)).toEqual(plan)
    }
    expect(plans).toBeGreaterThan(50)
  })
})
