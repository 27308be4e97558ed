/** How far a lamp is behind or ahead of the breath it follows, from what was really written. */
import { exerciseAt } from '../exercises/exerciseAt.ts'
import type { ExercisePlan } from '../exercises/exercisePlan.ts'

/** A write to one lamp, as it went out: epoch ms, percent, ms. */
export interface WaveWritten {
  atMs: number
  brightness: number
  fadeMs: number
}

export interface PhaseError {
  /** Behind the breath: positive, ahead: negative, ms; one for each rise and fall. */
  errorsMs: number[]
  /** 99 of 100 are no further off, ms; null when nothing was heard. */
  p99Ms: number | null
}

interface Moving {
  fromMs: number
  toMs: number
}

/** Phases in which the level rises or falls. */
function movements(plan: ExercisePlan): Moving[] {
  const all: Moving[] = []
  let atMs = 0
  for (let round = 0; round < plan.rounds; round++) {
    for (const { level, lengthMs } of plan.phases) {
      if (level !== null && level.from !== level.to) all.push({ fromMs: atMs, toMs: atMs + lengthMs })
      atMs += lengthMs
    }
  }
  return all
}

interface Fade extends WaveWritten {
  /** What the lamp showed when it began, percent. */
  from: number
}

function shownIn({ from, brightness, atMs, fadeMs }: Fade, momentMs: number): number {
  return from + (brightness - from) * Math.min(1, (momentMs - atMs) / fadeMs)
}

/** What a lamp shows at any moment that fades as it was told, percent; `written` in time order. */
export function brightnessCurve(written: readonly WaveWritten[], start: number): (atMs: number) => number {
  const fades: Fade[] = []
  for (const one of written) {
    const last = fades.at(-1)
    fades.push({ ...one, from: last === undefined ? start : shownIn(last, one.atMs) })
  }
  return (atMs) => {
    let before = 0
    let after = fades.length
    while (before < after) {
      const middle = (before + after) >> 1
      if ((fades[middle]?.atMs ?? 0) <= atMs) before = middle + 1
      else after = middle
    }
    const fade = fades[before - 1]
    return fade === undefined ? start : shownIn(fade, atMs)
  }
}

/** Within this time before and after, ms. */
const SEARCH_MS = 1500
const SEARCH_STEP_MS = 5

/** When a curve passes a value, nearest to a moment; null when it does not in that time. */
function crossing(curve: (atMs: number) => number, value: number, nearMs: number): number | null {
  for (let far = 0; far <= SEARCH_MS; far += SEARCH_STEP_MS) {
    for (const side of [-1, 1]) {
      const a = curve(nearMs + side * far) - value
      const b = curve(nearMs + side * (far + SEARCH_STEP_MS)) - value
      if (a === 0) return nearMs + side * far
      if (a * b < 0) return nearMs + side * (far + (SEARCH_STEP_MS * a) / (a - b))
    }
  }
  return null
}

function p99(values: readonly number[]): number | null {
  const ordered = values.map(Math.abs).sort((a, b) => a - b)
  return ordered[Math.min(ordered.length - 1, Math.ceil(ordered.length * 0.99) - 1)] ?? null
}

/**
 * Compares when the lamp passes the middle of every rise and fall, where light changes fastest, with when the breath does.
 * @param fromMs epoch ms at which the exercise began
 * @param span what the lamp breathes between, percent
 * @param skipMs time in which it may still be coming to the wave
 */
export function phaseError(
  plan: ExercisePlan,
  fromMs: number,
  span: { bottom: number; top: number },
  written: readonly WaveWritten[],
  skipMs: number,
): PhaseError {
  const curve = brightnessCurve(written, span.top)
  const lamp = (elapsedMs: number) => (curve(fromMs + elapsedMs) - span.bottom) / (span.top - span.bottom)
  const breath = (elapsedMs: number) => exerciseAt(plan, elapsedMs).level ?? 0
  const errorsMs: number[] = []
  for (const { fromMs: startMs, toMs } of movements(plan)) {
    if (startMs < skipMs) continue
    const middle = (breath(startMs) + breath(toMs - 1e-3)) / 2
    const middleMs = crossing(breath, middle, (startMs + toMs) / 2)
    const seenMs = middleMs === null ? null : crossing(lamp, middle, middleMs)
    if (middleMs !== null) errorsMs.push(seenMs === null ? SEARCH_MS : seenMs - middleMs)
  }
  return { errorsMs, p99Ms: p99(errorsMs) }
}
