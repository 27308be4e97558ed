/** A score that follows with a half-life of ten minutes, so that one busy minute is no heavy hour. */

export interface Smoothed {
  value: number
  atMs: number
}

export const HALF_LIFE_MS = 10 * 60_000

/**
 * Exponential smoothing by time, not by count: how often it is called does not matter. An unknown score leaves the state
 * as it is, so that a dropout does not forget the calm before it. A clock set back counts as no time.
 */
export function smoothed(state: Smoothed | null, value: number | null, nowMs: number): Smoothed | null {
  if (value === null) return state
  if (state === null) return { value, atMs: nowMs }
  const kept = 0.5 ** (Math.max(0, nowMs - state.atMs) / HALF_LIFE_MS)
  return { value: state.value * kept + value * (1 - kept), atMs: nowMs }
}
