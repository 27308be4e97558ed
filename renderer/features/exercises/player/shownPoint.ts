/** What stands in words beside the light, and how long it stays true. */
import { exerciseAt } from '../../../../electron/core/exercises/exerciseAt.ts'
import type { ExercisePlan } from '../../../../electron/core/exercises/exercisePlan.ts'

export interface ShownPoint {
  isOver: boolean
  label: string
  phaseIndex: number
  round: number
  /** Whole seconds of the phase; null where nothing counts down. */
  secondsLeft: number | null
  /** Rounded up to ten seconds: a number that runs is no help to rest. */
  leftSeconds: number
}

const ROUNDED_MS = 10_000
/** So that a sleep is noticed. */
const LONGEST_LOOK_MS = 1000
/** A timer may come a little early. */
const SLACK_MS = 4

export function shownAt(plan: ExercisePlan, spentMs: number, countsSeconds: boolean): ShownPoint {
  const point = exerciseAt(plan, spentMs)
  return {
    isOver: point.isOver,
    label: point.phase.label,
    phaseIndex: point.phaseIndex,
    round: point.round,
    secondsLeft: countsSeconds ? Math.max(1, Math.ceil(point.phaseLeftMs / 1000)) : null,
    leftSeconds: Math.ceil(point.leftMs / ROUNDED_MS) * (ROUNDED_MS / 1000),
  }
}

export function isSame(a: ShownPoint, b: ShownPoint): boolean {
  return (
    a.isOver === b.isOver &&
    a.phaseIndex === b.phaseIndex &&
    a.round === b.round &&
    a.secondsLeft === b.secondsLeft &&
    a.leftSeconds === b.leftSeconds &&
    a.label === b.label
  )
}

/** When to look again, ms from now. */
export function nextLookMs(plan: ExercisePlan, spentMs: number, countsSeconds: boolean): number {
  const { phaseLeftMs } = exerciseAt(plan, spentMs)
  const untilSecondMs = phaseLeftMs - (Math.ceil(phaseLeftMs / 1000) - 1) * 1000
  const dueMs = countsSeconds ? untilSecondMs : phaseLeftMs
  return Math.min(LONGEST_LOOK_MS, Math.max(SLACK_MS, dueMs + SLACK_MS))
}
