/** The lamp's breath as key frames, so that whoever puts the picture together moves it and the page stays free. */
import { exerciseAt } from '../../../../electron/core/exercises/exerciseAt.ts'
import type { ExercisePlan, Phase } from '../../../../electron/core/exercises/exercisePlan.ts'

/** One frame of the glow around the lamp and of its body; only what needs no painting changes. */
export interface LampFrame {
  scale: number
  opacity: number
}

export const glowAt = (level: number): LampFrame => ({
  scale: 0.58 + 0.42 * level,
  opacity: 0.3 + 0.7 * level,
})
export const bodyAt = (level: number): LampFrame => ({
  scale: 0.6 + 0.4 * level,
  opacity: 0.86 + 0.14 * level,
})

export interface PacerFrame extends LampFrame {
  /** Of the round, 0–1. */
  offset: number
}

/** A level without change needs no frame between. */
const isHold = ({ level }: Phase) => level === null || level.from === level.to
/** Straight lines between so many points of a phase cannot be told from its curve. */
const GLIDE_POINTS = 16
/** The shown level of an exercise without one: a lamp that is simply there. */
export const STEADY_LEVEL = 0.62

const levelAt = (plan: ExercisePlan, elapsedMs: number) => exerciseAt(plan, elapsedMs).level ?? STEADY_LEVEL

/** Frames of one round to glide through. */
export function glideFrames(plan: ExercisePlan, frameOf: (level: number) => LampFrame): PacerFrame[] {
  const frames: PacerFrame[] = []
  let fromMs = 0
  for (const phase of plan.phases) {
    const points = isHold(phase) ? 1 : GLIDE_POINTS
    for (let point = 0; point < points; point++) {
      const atMs = fromMs + (phase.lengthMs * point) / points
      frames.push({ offset: atMs / plan.roundMs, ...frameOf(levelAt(plan, atMs)) })
    }
    fromMs += phase.lengthMs
  }
  const last = plan.phases.at(-1)?.level?.to ?? STEADY_LEVEL
  return [...frames, { offset: 1, ...frameOf(last) }]
}

export interface LampStep {
  /** In the round, ms. */
  atMs: number
  level: number
}

/**
 * The same in steps that are equally far apart in brightness, not in time: none of them can be seen more than another.
 * @param perSecond on the average of a phase.
 */
export function lampSteps(plan: ExercisePlan, perSecond: number): LampStep[] {
  let fromMs = 0
  return plan.phases.flatMap((phase) => {
    const startMs = fromMs
    fromMs += phase.lengthMs
    const { level } = phase
    if (level === null) return [{ atMs: startMs, level: STEADY_LEVEL }]
    const count = isHold(phase) ? 1 : Math.max(1, Math.round((phase.lengthMs / 1000) * perSecond))
    return Array.from({ length: count }, (_, step) => {
      // Where the curve of a breath has come this far; each step stands for the middle of its stretch.
      const atMs = startMs + (Math.acos(1 - (2 * step) / count) / Math.PI) * phase.lengthMs
      return { atMs, level: level.from + ((level.to - level.from) * (step + 0.5)) / count }
    })
  })
}

/** The step a moment belongs to, and how long it lasts from there, ms. */
export function stepAt(steps: readonly LampStep[], plan: ExercisePlan, elapsedMs: number) {
  const inRoundMs = elapsedMs % plan.roundMs
  let place = steps.length - 1
  while (place > 0 && (steps[place]?.atMs ?? 0) > inRoundMs) place -= 1
  const endMs = steps[place + 1]?.atMs ?? plan.roundMs
  return { level: steps[place]?.level ?? STEADY_LEVEL, leftMs: endMs - inRoundMs }
}
