/** The person's own working hours: when Lull may speak at all. */
import type { DailySpan, LocalMoment } from '../presence/localMoment.ts'

export interface DayHours {
  /** In local minutes of the day they begin on; one may run over midnight, and then belongs to the evening. */
  ranges: readonly DailySpan[]
  /** Times inside the ranges that are no work, such as a fixed lunch or school run. */
  breaks: readonly DailySpan[]
}

/** Local calendar days, both ends included, counted from 1970-01-01. */
export interface Holiday {
  fromDay: number
  toDay: number
}

export interface WorkingHours {
  /** Seven, Sunday first. */
  weekdays: readonly DayHours[]
  holidays: readonly Holiday[]
}

export type HoursState = 'inside' | 'outside' | 'break' | 'holiday'

const MINUTES_PER_DAY = 1440

/** 0 is Sunday, for a day number counted from 1970-01-01, which was a Thursday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7
}

const isHoliday = (hours: WorkingHours, dayNumber: number) =>
  hours.holidays.some((one) => dayNumber >= one.fromDay && dayNumber <= one.toDay)

/** End in minutes from the midnight its day began with; beyond 1440 when it runs over the next. */
const endOf = ({ startMinute, endMinute }: DailySpan) =>
  endMinute < startMinute ? endMinute + MINUTES_PER_DAY : endMinute

/** Whether a minute, counted from the midnight the span's day began with, lies in it. */
const covers = (span: DailySpan, minute: number) => minute >= span.startMinute && minute < endOf(span)

/** A break of a night shift may stand after midnight, and is written as the clock shows it. */
const isBreak = (day: DayHours, minute: number) =>
  day.breaks.some((span) => covers(span, minute) || covers(span, minute % MINUTES_PER_DAY))

/** Where a moment stands in the hours; without hours every moment is inside. */
export function hoursAt(hours: WorkingHours | null, moment: LocalMoment): HoursState {
  if (hours === null) return 'inside'
  let found: HoursState = isHoliday(hours, moment.dayNumber) ? 'holiday' : 'outside'
  for (const daysAgo of [0, 1]) {
    const dayNumber = moment.dayNumber - daysAgo
    const day = hours.weekdays[weekdayOf(dayNumber)]
    const minute = moment.minuteOfDay + daysAgo * MINUTES_PER_DAY
    if (!day?.ranges.some((range) => covers(range, minute))) continue
    if (isHoliday(hours, dayNumber)) found = 'holiday'
    else return isBreak(day, minute) ? 'break' : 'inside'
  }
  return found
}

/** The end a working day came to. */
export interface HoursEnd {
  /** Day number of the day whose hours ended. */
  dayNumber: number
  minutesAgo: number
}

/** The end of the last range of today or yesterday that is over; null during hours and without any. */
export function lastHoursEnd(hours: WorkingHours | null, moment: LocalMoment): HoursEnd | null {
  if (hours === null || hoursAt(hours, moment) === 'inside') return null
  for (const daysAgo of [0, 1]) {
    const dayNumber = moment.dayNumber - daysAgo
    const ranges = hours.weekdays[weekdayOf(dayNumber)]?.ranges ?? []
    if (ranges.length === 0 || isHoliday(hours, dayNumber)) continue
    const minutesAgo = moment.minuteOfDay + daysAgo * MINUTES_PER_DAY - Math.max(...ranges.map(endOf))
    if (minutesAgo >= 0) return { dayNumber, minutesAgo }
  }
  return null
}
