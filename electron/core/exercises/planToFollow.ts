/** Lays an exercise out again as a page plays it, from nothing but its length, so that lamps breathe the same breath. */
import type { Exercise } from './exercise.ts'
import { type ExercisePlan, exercisePlan, planWithin } from './exercisePlan.ts'

/** Shorter than any breath, and longer than what rounding takes from a length. */
const SAME_MS = 1000

/** What a page says of the length it plays, seconds. */
export const lengthToFollow = ({ totalMs }: Pick<ExercisePlan, 'totalMs'>): number => totalMs / 1000

/** A length on offer as it is, or as many whole breaths as a pause had room for. */
export function planToFollow(exercise: Exercise, lengthSeconds: number): ExercisePlan {
  const lengthMs = lengthSeconds * 1000
  const offered = exercisePlan(exercise, lengthSeconds)
  if (Math.abs(offered.totalMs - lengthMs) < SAME_MS) return offered
  return planWithin(exercise, Math.ceil(lengthMs)) ?? offered
}
