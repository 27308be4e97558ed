/** Where in an exercise one is: the same answer for the circle on the screen, the lamp in the room and the words. */
import type { ExercisePlan, Phase } from './exercisePlan.ts'

export interface ExercisePoint {
  isOver: boolean
  phase: Phase
  phaseIndex: number
  /** From 0. */
  round: number
  /** Of the phase, 0–1. */
  fraction: number
  /** How full or tense by now, 0–1, gently rising and falling; null where there is no such thing. */
  level: number | null
  elapsedMs: number
  phaseLeftMs: number
  leftMs: number
}

/** Slow at both ends, like a breath. */
function eased(fraction: number): number {
  return (1 - Math.cos(Math.PI * fraction)) / 2
}

function levelAt({ level }: Phase, fraction: number): number | null {
  return level && level.from + (level.to - level.from) * eased(fraction)
}

/** Within the whole, and never a number that is none. */
function within(plan: ExercisePlan, elapsedMs: number): number {
  if (Number.isNaN(elapsedMs)) return 0
  return Math.min(plan.totalMs, Math.max(0, elapsedMs))
}

function phaseAt(plan: ExercisePlan, inRoundMs: number): { phaseIndex: number; intoMs: number } {
  let intoMs = inRoundMs
  for (const [phaseIndex, { lengthMs }] of plan.phases.entries()) {
    if (intoMs < lengthMs) return { phaseIndex, intoMs }
    intoMs -= lengthMs
  }
  const phaseIndex = plan.phases.length - 1
  return { phaseIndex, intoMs: plan.phases[phaseIndex]?.lengthMs ?? 0 }
}

/** Any time before the beginning is the beginning; any time after the end is the end. */
export function exerciseAt(plan: ExercisePlan, elapsedMs: number): ExercisePoint {
  const atMs = within(plan, elapsedMs)
  const isOver = atMs >= plan.totalMs
  const round = isOver ? plan.rounds - 1 : Math.floor(atMs / plan.roundMs)
  const { phaseIndex, intoMs } = phaseAt(plan, atMs - round * plan.roundMs)
  const phase = plan.phases[phaseIndex]
  if (!phase) throw new Error('an exercise has at least one phase')
  const fraction = intoMs / phase.lengthMs
  return {
    isOver,
    phase,
    phaseIndex,
    round,
    fraction,
    level: levelAt(phase, fraction),
    elapsedMs: atMs,
    phaseLeftMs: phase.lengthMs - intoMs,
    leftMs: plan.totalMs - atMs,
  }
}
