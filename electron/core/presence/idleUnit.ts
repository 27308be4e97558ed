/**
 * Finds out whether an idle time counts seconds or milliseconds: `GetSessionIdleTime` of org.freedesktop.ScreenSaver is
 * documented in seconds, and answered in milliseconds by KDE.
 */
import { IDLE_AFTER_MS } from './idleAfter.ts'

export type IdleUnit = 'ms' | 's'

export interface IdleUnitState {
  unit: IdleUnit | null
  last: { value: number; atMs: number } | null
  /** Growing steps in a row that fit seconds; in milliseconds such a step is a coincidence. */
  slowSteps: number
}

export const UNKNOWN_UNIT: IdleUnitState = { unit: null, last: null, slowSteps: 0 }

const ENOUGH_SLOW_STEPS = 3
/** The clock of the source and ours, and the way of the answer, may differ by this share. */
const MOST_OFF = 0.3
/** Whole seconds round a step by up to one. */
const ROUNDING_S = 1

function fits(grown: number, expected: number, rounding: number): boolean {
  return grown > 0 && Math.abs(grown - expected) <= expected * MOST_OFF + rounding
}

/** The state with one more answer. A known unit stays. */
export function idleUnitAfter(state: IdleUnitState, value: number, atMs: number): IdleUnitState {
  const last = { value, atMs }
  if (state.unit !== null || state.last === null) return { ...state, last }
  const grown = value - state.last.value
  const passedMs = atMs - state.last.atMs
  // A step too short tells nothing; while input is used the value falls, and that tells nothing either.
  if (passedMs < 1000 || grown <= 0) return { ...state, last }
  if (fits(grown, passedMs, 0)) return { unit: 'ms', last, slowSteps: 0 }
  if (!fits(grown, passedMs / 1000, ROUNDING_S)) return { unit: null, last, slowSteps: 0 }
  const slowSteps = state.slowSteps + 1
  return { unit: slowSteps >= ENOUGH_SLOW_STEPS ? 's' : null, last, slowSteps }
}

/** An answer in milliseconds; null while it could be a rest in one unit and a moment in the other. */
export function idleMsOf(state: IdleUnitState, value: number): number | null {
  if (state.unit === 'ms') return value
  if (state.unit === 's') return value * 1000
  return value * 1000 < IDLE_AFTER_MS ? value : null
}
