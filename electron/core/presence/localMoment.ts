/** Local time as plain numbers: core has no calendar, so whoever knows the time zone passes these in. */

/** One instant, as the person's wall clock shows it. */
export interface LocalMoment {
  /** Epoch milliseconds. */
  atMs: number
  /** Days from 1970-01-01 to the local calendar date; whole, changes at local midnight. */
  dayNumber: number
  /** Minutes since local midnight, 0–1439. */
  minuteOfDay: number
}

/** A span of the day in local minutes, start included, end not; it may run over midnight. Equal ends mean never. */
export interface DailySpan {
  startMinute: number
  endMinute: number
}

const MINUTES_PER_DAY = 1440
/** A working day starts at 04:00 local, so that a late evening belongs to the day it ends (work-pattern notes §3.3). */
export const DAY_START_MINUTE = 240

/** The day number a moment belongs to when days start at 04:00. */
export function workDay(moment: LocalMoment): number {
  return moment.minuteOfDay < DAY_START_MINUTE ? moment.dayNumber - 1 : moment.dayNumber
}

/** Saturday or Sunday, for a day number counted from 1970-01-01, which was a Thursday. */
export function isWeekend(dayNumber: number): boolean {
  const weekday = (((dayNumber + 4) % 7) + 7) % 7
  return weekday === 0 || weekday === 6
}

/** Minutes since 04:00, 0–1439. */
export function minuteOfWorkDay(moment: LocalMoment): number {
  return (moment.minuteOfDay - DAY_START_MINUTE + MINUTES_PER_DAY) % MINUTES_PER_DAY
}

/** Distance between two times of day the short way round midnight, 0–720 minutes. */
export function minutesApart(a: number, b: number): number {
  const apart = Math.abs(a - b) % MINUTES_PER_DAY
  return Math.min(apart, MINUTES_PER_DAY - apart)
}

/** Whether a time of day lies in a span such as 22:00–06:00. */
export function isWithin(span: DailySpan, minuteOfDay: number): boolean {
  const { startMinute, endMinute } = span
  if (startMinute <= endMinute) return minuteOfDay >= startMinute && minuteOfDay < endMinute
  return minuteOfDay >= startMinute || minuteOfDay < endMinute
}
