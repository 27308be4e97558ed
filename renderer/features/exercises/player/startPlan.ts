/** The plan an exercise is begun with, so that it is over with the break it fills. */
import type { Exercise } from '../../../../electron/core/exercises/exercise.ts'
import {
  type ExercisePlan,
  exercisePlan,
  planWithin,
} from '../../../../electron/core/exercises/exercisePlan.ts'

/** A break of five minutes is some moments shorter by the time its page stands. */
const SLACK_MS = 4000

export interface StartWish {
  /** It has to be over by then, ms from `wishedAtMs`; null: as long as it takes. */
  withinMs: number | null
  wishedAtMs: number
  /** Seconds; null: the usual length. */
  lengthSeconds: number | null
}

/** Null when no whole one fits. Both times on the clock that only goes forward. */
export function startPlan(exercise: Exercise, wish: StartWish, nowMs: number): ExercisePlan | null {
  const { withinMs, wishedAtMs, lengthSeconds } = wish
  if (withinMs === null) return exercisePlan(exercise, lengthSeconds)
  return planWithin(exercise, withinMs - Math.max(0, nowMs - wishedAtMs) + SLACK_MS)
}
