/** Lets lamps breathe: the level of an exercise as a slow wave of brightness, one write a second at most. */
import { exerciseAt } from '../exercises/exerciseAt.ts'
import type { ExercisePlan } from '../exercises/exercisePlan.ts'
import type { Lamp, LampWrite } from './lamp.ts'
import { floorOf, LEAST_FADE_MS, type LightLimits } from './limits.ts'
import type { Refused } from './rules.ts'

/** Between two writes of a wave; a bridge takes one group write a second. */
export const LEAST_WAVE_STEP_MS = LEAST_FADE_MS
/** How deep a breath is when the lamps and the rhythm let it be, percent. */
const USUAL_DEPTH = 30
/** A shallower wave is not seen, and nothing is done. */
const LEAST_DEPTH = 4
/** From one write to the next, percent. */
const MOST_WAVE_STEP = 10
/** A smaller change is not worth a write, percent. */
const LEAST_CHANGE = 0.5
/** Lamps with less than this share of the brightest one's light do not breathe along, for the others would have to join them. */
const LEAST_SHARE = 0.5

/** Lamps that breathe together, between two brightnesses, percent. */
export interface Wave {
  lampIds: readonly string[]
  bottom: number
  top: number
}

export interface WavePlan {
  /** Null: no lamp can. */
  wave: Wave | null
  refused: Refused[]
}

/** Times within a round at which a write may start, ms, the end of the round included. */
export interface WaveSchedule {
  nodesMs: readonly number[]
  roundMs: number
}

/**
 * Every phase is cut into equal parts of a second at least, so that the light turns where the breath turns; a phase
 * that is shorter shares its write with the next.
 */
export function waveSchedule({ phases, roundMs }: Pick<ExercisePlan, 'phases' | 'roundMs'>): WaveSchedule {
  const nodesMs = [0]
  let fromMs = 0
  for (const { lengthMs } of phases) {
    const parts = Math.max(1, Math.floor(lengthMs / LEAST_WAVE_STEP_MS))
    for (let part = 1; part <= parts; part++) {
      const atMs = fromMs + (lengthMs * part) / parts
      if (atMs - (nodesMs.at(-1) ?? 0) >= LEAST_WAVE_STEP_MS - 1e-6) nodesMs.push(atMs)
    }
    fromMs += lengthMs
  }
  if ((nodesMs.at(-1) ?? 0) < roundMs) {
    if (nodesMs.length > 1) nodesMs.pop()
    nodesMs.push(roundMs)
  }
  return { nodesMs, roundMs }
}

/** Whether there is a level to follow at all, slow enough for a lamp. */
export function hasWave({ phases, roundMs }: ExercisePlan): boolean {
  const isMoving = phases.some(({ level }) => level !== null && level.from !== level.to)
  return isMoving && roundMs >= 2 * LEAST_WAVE_STEP_MS
}

function levelAt(plan: ExercisePlan, elapsedMs: number): number {
  return exerciseAt(plan, Math.min(elapsedMs, plan.totalMs - 1e-3)).level ?? 0
}

/** The biggest change of level from one node to the next, 0–1. */
function biggestStep(plan: ExercisePlan, { nodesMs }: WaveSchedule): number {
  const levels = nodesMs.map((atMs) => levelAt(plan, Math.max(0, atMs - 1e-3)))
  return levels.reduce(
    (most, level, place) => Math.max(most, Math.abs(level - (levels[place - 1] ?? level))),
    0,
  )
}

function canBreathe({ can, brightness, isOn, isReachable, isDynamic, effect }: Lamp): boolean {
  return (
    can.dim && brightness !== null && isOn === true && isReachable === true && !isDynamic && effect === null
  )
}

/** All breathe between the same two brightnesses, so that one group write does for a room. */
export function planWave(lamps: readonly Lamp[], plan: ExercisePlan, limits: LightLimits): WavePlan {
  const able = lamps.filter(canBreathe)
  const brightest = Math.max(0, ...able.map(({ brightness }) => brightness ?? 0))
  const together = able.filter(({ brightness }) => (brightness ?? 0) >= brightest * LEAST_SHARE)
  const top = Math.min(100, ...together.map(({ brightness }) => brightness ?? 100))
  const floor = Math.max(0, ...together.map((lamp) => floorOf(lamp, limits)))
  const step = biggestStep(plan, waveSchedule(plan))
  const depth = Math.min(USUAL_DEPTH, top - floor, step > 0 ? MOST_WAVE_STEP / step : 0)
  const isDeep = together.length > 0 && depth >= LEAST_DEPTH
  const lampIds = isDeep ? together.map(({ id }) => id) : []
  const refused = able
    .filter(({ id }) => !lampIds.includes(id))
    .map(({ id }): Refused => ({ lampId: id, rule: 'too_dim_to_breathe' }))
  return {
    wave: isDeep ? { lampIds, top, bottom: Math.ceil((top - depth) * 100 - 1e-6) / 100 } : null,
    refused,
  }
}

export interface WaveStep {
  /** Of the exercise, ms: when the step began, and when its fade is to be over. */
  fromMs: number
  toMs: number
  /** At its end, 0–1. */
  level: number
}

/** The step a moment of the exercise lies in; null before it and after its end. */
export function waveStepAt(plan: ExercisePlan, schedule: WaveSchedule, elapsedMs: number): WaveStep | null {
  if (!(elapsedMs >= 0) || elapsedMs >= plan.totalMs) return null
  const { nodesMs, roundMs } = schedule
  const roundFromMs = Math.floor(elapsedMs / roundMs) * roundMs
  const end = nodesMs.findIndex((atMs) => atMs > elapsedMs - roundFromMs)
  if (end < 1) return null
  const fromMs = roundFromMs + (nodesMs[end - 1] ?? 0)
  const toMs = roundFromMs + (nodesMs[end] ?? roundMs)
  return { fromMs, toMs, level: levelAt(plan, toMs - 1e-3) }
}

const rounded = (percent: number) => Math.round(percent * 100) / 100

/**
 * Comes nearer to the wave by one step; a lamp that starts above it goes down in steps until they meet. Null: no step
 * is small enough from everywhere it may be.
 */
function nextBrightness(places: readonly number[], target: number): number | null {
  const least = Math.max(...places) - MOST_WAVE_STEP
  const most = Math.min(...places) + MOST_WAVE_STEP
  return least > most ? null : rounded(Math.min(most, Math.max(least, target)))
}

/**
 * @param places where each lamp may be, percent, where it is heading first: two while nobody has said that its last write
 * went through. One that is left out has left the wave.
 */
export function waveWrites(
  wave: Wave,
  step: WaveStep,
  places: ReadonlyMap<string, readonly number[]>,
): LampWrite[] {
  const target = wave.bottom + (wave.top - wave.bottom) * step.level
  const fadeMs = Math.max(LEAST_FADE_MS, Math.round(step.toMs - step.fromMs))
  return wave.lampIds.flatMap((lampId) => {
    const [heading, ...others] = places.get(lampId) ?? []
    if (heading === undefined) return []
    const brightness = nextBrightness([heading, ...others], target)
    if (brightness === null || Math.abs(brightness - heading) < LEAST_CHANGE) return []
    return [{ lampId, brightness, fadeMs }]
  })
}
