/** The same exercise without motion, and as plain text: for eyes that tire of moving things, and for none. */
import { exerciseAt } from './exerciseAt.ts'
import type { ExercisePlan } from './exercisePlan.ts'

/** What stands still on the screen, and changes once a second at most. */
export interface StillPoint {
  isOver: boolean
  label: string
  phaseIndex: number
  round: number
  /** Whole seconds to count down; at least 1 until the phase is over. */
  secondsLeft: number
  minutesLeft: number
  /** The next time anything here changes, ms from now; null at the end. A screen reader is told at a new phase only. */
  changesInMs: number | null
}

/** @param elapsedMs time spent in it so far; pauses do not count. */
export function stillAt(plan: ExercisePlan, elapsedMs: number): StillPoint {
  const point = exerciseAt(plan, elapsedMs)
  const secondsLeft = Math.ceil(point.phaseLeftMs / 1000)
  return {
    isOver: point.isOver,
    label: point.phase.label,
    phaseIndex: point.phaseIndex,
    round: point.round,
    secondsLeft,
    minutesLeft: Math.ceil(point.leftMs / 60_000),
    changesInMs: point.isOver ? null : point.phaseLeftMs - (secondsLeft - 1) * 1000,
  }
}

/** An exercise to read through, in one's own time. */
export interface TextForm {
  lines: readonly { label: string; seconds: number }[]
  /** How often the lines are gone through. */
  rounds: number
  totalMs: number
}

export function textForm({ phases, rounds, totalMs }: ExercisePlan): TextForm {
  return {
    lines: phases.map(({ label, lengthMs }) => ({ label, seconds: lengthMs / 1000 })),
    rounds,
    totalMs,
  }
}
