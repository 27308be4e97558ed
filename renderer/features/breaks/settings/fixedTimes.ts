/** Pauses at times of the clock: kept in order, and never two at the same minute. */
import type { Settings } from '../../../../electron/contract/settings.ts'

type Fixed = Extract<Settings['breaks']['rhythm'], { by: 'fixed' }>
export type FixedTime = Fixed['times'][number]
export type TimedKind = FixedTime['kind']

/** As in the contract (`rhythm`). */
export const MOST_TIMES = 24
/** A pause that has an end and is worth a time of its own. */
export const timedKinds: readonly TimedKind[] = ['eyeRest', 'micro', 'pause', 'long', 'lunch']

export type TimesAfter = { times: FixedTime[] } | { problem: 'taken'; by: FixedTime } | { problem: 'many' }

/** The decision counts a minute once, whatever kind stands there, so a minute is taken by any kind. */
export function withTime(times: readonly FixedTime[], time: FixedTime): TimesAfter {
  const by = times.find(({ minuteOfDay }) => minuteOfDay === time.minuteOfDay)
  if (by) return { problem: 'taken', by }
  if (times.length >= MOST_TIMES) return { problem: 'many' }
  return { times: [...times, time].sort((a, b) => a.minuteOfDay - b.minuteOfDay) }
}

export function withoutTime(times: readonly FixedTime[], minuteOfDay: number): FixedTime[] {
  return times.filter((time) => time.minuteOfDay !== minuteOfDay)
}

/** The times of whatever rhythm it is; none while pauses come by need. */
export function timesOf(rhythm: Settings['breaks']['rhythm']): FixedTime[] {
  return rhythm.by === 'fixed' ? rhythm.times : []
}

/** What somebody starts from who had none. */
export const usualTimes: readonly FixedTime[] = [
  { minuteOfDay: 10 * 60 + 30, kind: 'pause' },
  { minuteOfDay: 15 * 60, kind: 'pause' },
]
