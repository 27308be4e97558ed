/** How long an exercise takes: the lengths to choose from, or the one its steps make. */
import type { Exercise } from '../../../electron/core/exercises/exercise.ts'
import { exercisePlan } from '../../../electron/core/exercises/exercisePlan.ts'

/** Seconds, the usual one first. */
export function exerciseLengths(exercise: Exercise): readonly number[] {
  if (exercise.lengthsSeconds.length > 0) return exercise.lengthsSeconds
  return [exercisePlan(exercise).totalMs / 1000]
}
