/** How long a bridge is left in peace after a failure, and when trying again makes no sense. */
import type { LightsFailure } from '../../ports/lights.ts'

const FIRST_WAIT_MS = 2000
const LONGEST_WAIT_MS = 60_000
/** Never sooner than the plan, so that ten requests a minute are the most a dead bridge sees. */
const JITTER = 0.25
/** Nothing but a person can mend these. */
const FINAL = new Set<LightsFailure>(['key_removed', 'certificate_changed', 'unknown_certificate'])
/** The first failure may be a moment's; from the second on the address is in doubt. */
const LOOK_AGAIN_AFTER = 2
const LOOK_EVERY_MS = 60_000
/** A stream that lasted this long ends a row of failures. */
export const STEADY_MS = 60_000

/** @param failures in a row, at least 1. @param random from 0 up to 1. */
export function waitMs(failures: number, random: number): number {
  const planned = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 10))
  return Math.round(planned * (1 + JITTER * random))
}

export function isWorthRetrying(failure: LightsFailure): boolean {
  return !FINAL.has(failure)
}

/** A clock that was set back counts as time that has passed. */
export function maySearch(failures: number, searchedAtMs: number, nowMs: number): boolean {
  return failures >= LOOK_AGAIN_AFTER && Math.abs(nowMs - searchedAtMs) >= LOOK_EVERY_MS
}
