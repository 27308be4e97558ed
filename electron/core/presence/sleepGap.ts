/** A clock that ticks every second and then does not is a machine that slept, and the person with it away. */

export type Tick =
  | { kind: 'steady' }
  /** Nothing ran from `fromMs` to `toMs`. */
  | { kind: 'slept'; fromMs: number; toMs: number }
  /** The clock was set back by `byMs`: times before and after cannot be subtracted. */
  | { kind: 'clock_set_back'; byMs: number }

/** A busy machine may be late by seconds; nobody suspends for less than half a minute. */
export const LEAST_SLEEP_MS = 30_000
/** Small steps back are the time service at work. */
const LEAST_SET_BACK_MS = 1000

/**
 * What happened between two ticks of the wall clock. A clock set forward looks the same as sleep, and is taken for it:
 * both are time nobody worked here.
 */
export function tickBetween(lastTickMs: number, nowMs: number): Tick {
  const elapsedMs = nowMs - lastTickMs
  if (elapsedMs < -LEAST_SET_BACK_MS) return { kind: 'clock_set_back', byMs: -elapsedMs }
  return elapsedMs >= LEAST_SLEEP_MS ? { kind: 'slept', fromMs: lastTickMs, toMs: nowMs } : { kind: 'steady' }
}
