/** What is usual for this person at this time of day, from quiet minutes at the desk (sensing notes §4.5 b). */
import { type LocalMoment, minutesApart } from '../presence/localMoment.ts'
import { type RobustSpread, robustSpread } from './statistics.ts'

/** One good 60 s window of a quiet minute: accepted, steady heart rate, person sitting at work. */
export interface QuietMinute extends LocalMoment {
  /** Which strap or watch by which mapping: sources are never mixed in one baseline. */
  source: string
  hrBpm: number | null
  lnRmssd: number | null
}

export type BaselineUnknown = 'too_few_quiet_minutes' | 'too_few_days' | 'no_spread'

/** A baseline, or why there is none yet and how much is still missing. */
export type LiveBaseline =
  | (RobustSpread & { known: true; days: number })
  | { known: false; reason: BaselineUnknown; quietMinutes: number; days: number }

/** The last fourteen days, two hours around the time of day. */
export const LIVE_REACH_MS = 14 * 24 * 60 * 60_000
const REACH_OF_DAY_MINUTES = 120
export const LEAST_QUIET_MINUTES = 60
export const LEAST_QUIET_DAYS = 3

function isNear(minute: QuietMinute, source: string, at: LocalMoment): boolean {
  const ageMs = at.atMs - minute.atMs
  return (
    minute.source === source &&
    ageMs > 0 &&
    ageMs <= LIVE_REACH_MS &&
    minutesApart(minute.minuteOfDay, at.minuteOfDay) <= REACH_OF_DAY_MINUTES
  )
}

/**
 * Median and MAD of one measure over this source's quiet minutes of the last 14 days within ±2 h of the time of day.
 * Unknown below 60 quiet minutes or 3 days, and when all minutes are equal, for then nothing can be called unusual.
 */
export function liveBaseline(
  minutes: readonly QuietMinute[],
  measure: 'hrBpm' | 'lnRmssd',
  source: string,
  at: LocalMoment,
): LiveBaseline {
  const values: number[] = []
  const dayNumbers = new Set<number>()
  for (const minute of minutes) {
    const value = minute[measure]
    if (value === null || !isNear(minute, source, at)) continue
    values.push(value)
    dayNumbers.add(minute.dayNumber)
  }
  const days = dayNumbers.size
  const unknown = (reason: BaselineUnknown): LiveBaseline => ({
    known: false,
    reason,
    quietMinutes: values.length,
    days,
  })
  if (values.length < LEAST_QUIET_MINUTES) return unknown('too_few_quiet_minutes')
  if (days < LEAST_QUIET_DAYS) return unknown('too_few_days')
  const spread = robustSpread(values)
  if (spread === null || spread.mad === 0) return unknown('no_spread')
  return { known: true, days, ...spread }
}

/**
 * The part of a deviation that two consecutive windows agree on: the one nearer to zero, zero when they point to
 * opposite sides, null when either is unknown. One odd minute alone says nothing.
 */
export function sustainedZ(previousZ: number | null, currentZ: number | null): number | null {
  if (previousZ === null || currentZ === null) return null
  if (Math.sign(previousZ) !== Math.sign(currentZ)) return 0
  return Math.abs(previousZ) < Math.abs(currentZ) ? previousZ : currentZ
}
