/** Which of the times a person chose is due by their own wall clock, also when that clock jumps. */
import type { LocalMoment } from '../presence/localMoment.ts'

/** A chosen time is worth a question for this long; later it is left out, so that a late start piles nothing up. */
export const TIME_VALID_FOR_MS = 30 * 60_000

const MINUTE_MS = 60_000
const MINUTES_PER_DAY = 1440
const VALID_MINUTES = TIME_VALID_FOR_MS / MINUTE_MS
/** The change to summer time leaves out an hour at most; more is a journey, and its times were not lived through. */
const LONGEST_CLOCK_CHANGE_MINUTES = 60

/** Minutes the wall clock has shown since 1970-01-01: one number that orders local times. */
export function localMinute({ dayNumber, minuteOfDay }: LocalMoment): number {
  return dayNumber * MINUTES_PER_DAY + minuteOfDay
}

export interface DueTime {
  /** Which time on which local day, as `localMinute`. */
  minute: number
  /** Epoch ms; at this instant it is over. */
  untilMs: number
}

/** Minutes by which the wall clock ran ahead since the last look, where that was a clock change; else 0. */
function skippedMinutes(last: LocalMoment | null, now: LocalMoment): number {
  if (!last) return 0
  const elapsedMs = now.atMs - last.atMs
  if (elapsedMs < 0 || elapsedMs > TIME_VALID_FOR_MS) return 0
  const ahead = localMinute(now) - localMinute(last) - Math.round(elapsedMs / MINUTE_MS)
  return ahead > 1 && ahead <= LONGEST_CLOCK_CHANGE_MINUTES ? ahead : 0
}

/**
 * The latest chosen time that is due now; null when none is. A time that a clock change left out comes right after it.
 * @param times local minutes of the day.
 */
export function dueTime(
  times: readonly number[],
  last: LocalMoment | null,
  now: LocalMoment,
): DueTime | null {
  const reach = VALID_MINUTES + skippedMinutes(last, now)
  const sinces = times
    .map((time) => (now.minuteOfDay - time + MINUTES_PER_DAY) % MINUTES_PER_DAY)
    .filter((since) => since < reach)
  if (sinces.length === 0) return null
  const since = Math.min(...sinces)
  const begunMs = now.atMs - (now.atMs % MINUTE_MS)
  const leftMs = since < VALID_MINUTES ? TIME_VALID_FOR_MS - since * MINUTE_MS : TIME_VALID_FOR_MS
  return { minute: localMinute(now) - since, untilMs: begunMs + leftMs }
}
