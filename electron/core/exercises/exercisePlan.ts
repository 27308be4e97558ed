/** An exercise laid out in time for one length: the rounds, and the phases of a round. */
import type { Exercise } from './exercise.ts'

export interface Phase {
  id: string
  label: string
  lengthMs: number
  /** How full the breath is, or how tense the body, 0–1, at its beginning and end; null where there is no such thing. */
  level: { from: number; to: number } | null
}

export interface ExercisePlan {
  id: string
  phases: readonly Phase[]
  rounds: number
  roundMs: number
  totalMs: number
}

const toMs = (seconds: number) => Math.round(seconds * 1000)

function phasesOf({ timings, text }: Exercise, lengthSeconds: number): Phase[] {
  const label = (id: string) => text.labels[id] ?? id
  switch (timings.kind) {
    case 'pacer':
      return timings.parts.map(({ id, seconds, from, to }) => ({
        ...{ id, label: label(id), lengthMs: toMs(seconds) },
        level: { from, to },
      }))
    case 'steps':
      return timings.steps.map(({ id, seconds }) => ({
        id,
        label: label(id),
        lengthMs: toMs(seconds),
        level: null,
      }))
    case 'tenseRelease':
      return timings.groups.flatMap((id) => [
        { id, label: label(id), lengthMs: toMs(timings.tenseSeconds), level: { from: 0, to: 1 } },
        {
          id: 'release',
          label: label('release'),
          lengthMs: toMs(timings.releaseSeconds),
          level: { from: 1, to: 0 },
        },
      ])
    case 'bodyScan': {
      const whole = timings.regions.reduce((sum, { weight }) => sum + weight, 0)
      return timings.regions.map(({ id, weight }) => ({
        ...{ id, label: label(id), lengthMs: toMs((lengthSeconds * weight) / whole) },
        level: null,
      }))
    }
  }
}

function roundsOf({ timings }: Exercise, lengthSeconds: number, roundMs: number): number {
  if (timings.kind === 'tenseRelease') return timings.rounds
  return timings.kind === 'pacer' ? Math.max(1, Math.round((lengthSeconds * 1000) / roundMs)) : 1
}

/** The length nearest to the wish among those on offer, seconds; 0 where the steps make the length. */
export function nearestLength({ lengthsSeconds }: Exercise, wishSeconds: number | null): number {
  const [usual = 0] = lengthsSeconds
  if (wishSeconds === null || !Number.isFinite(wishSeconds)) return usual
  const far = (seconds: number) => Math.abs(seconds - wishSeconds)
  return lengthsSeconds.reduce((best, one) => (far(one) < far(best) ? one : best), usual)
}

function laidOut(exercise: Exercise, lengthSeconds: number, roundsWithinMs: number | null): ExercisePlan {
  const phases = phasesOf(exercise, lengthSeconds)
  const roundMs = phases.reduce((sum, { lengthMs }) => sum + lengthMs, 0)
  const isFitted = exercise.timings.kind === 'pacer' && roundsWithinMs !== null
  const rounds = isFitted ? Math.floor(roundsWithinMs / roundMs) : roundsOf(exercise, lengthSeconds, roundMs)
  return { id: exercise.id, phases, rounds, roundMs, totalMs: rounds * roundMs }
}

/**
 * Breathing ends with a whole breath: the rounds nearest to the length are taken, at least one.
 * @param wishSeconds how long it may take; null for the usual length.
 */
export function exercisePlan(exercise: Exercise, wishSeconds: number | null = null): ExercisePlan {
  return laidOut(exercise, nearestLength(exercise, wishSeconds), null)
}

/** The longest on offer that ends before a break does: whole breaths, whole rounds; null when none fits. */
export function planWithin(exercise: Exercise, withinMs: number): ExercisePlan | null {
  const fitting = exercise.lengthsSeconds.filter((seconds) => seconds * 1000 <= withinMs)
  const [usual = 0] = exercise.lengthsSeconds
  const longestMs = Math.max(0, ...exercise.lengthsSeconds) * 1000
  const length = fitting.length === 0 ? usual : Math.max(...fitting)
  const plan = laidOut(exercise, length, Math.min(withinMs, longestMs))
  return plan.totalMs > 0 && plan.totalMs <= withinMs ? plan : null
}
