/** A month of pauses as a calm calendar: what a day held, and nothing that compares it with another. */
import type { BreakEntry } from './breakEffects.ts'
import type { DayStretch } from './statistics.ts'
import { weekdayOf } from './workingHours.ts'

export interface CalendarDay {
  workDay: number
  /** 1–31. */
  dayOfMonth: number
  /** False for the days of other months that fill the first and last week. */
  isOfMonth: boolean
  /** Whether anything was written down that day; a day without is unknown, not empty. */
  isKnown: boolean
  offered: number
  taken: number
  natural: number
  restedMs: number
  /** Null where presence knows nothing. */
  longestStretchMs: number | null
}

export interface CivilDate {
  year: number
  /** 1–12. */
  month: number
  /** 1–31. */
  day: number
}

const MS_PER_DAY = 86_400_000

/** Day number of a date of the Gregorian calendar, counted from 1970-01-01. */
export function dayOfDate({ year, month, day }: CivilDate): number {
  return Math.round(Date.UTC(year, month - 1, day) / MS_PER_DAY)
}

export function dateOfDay(dayNumber: number): CivilDate {
  const date = new Date(dayNumber * MS_PER_DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** Such as 2026-11-24. */
export function dateText(dayNumber: number): string {
  return new Date(dayNumber * MS_PER_DAY).toISOString().slice(0, 10)
}

function emptyDay(workDay: number, month: number): CalendarDay {
  const date = dateOfDay(workDay)
  const counts = { offered: 0, taken: 0, natural: 0, restedMs: 0 }
  const isOfMonth = date.month === month
  return {
    workDay,
    dayOfMonth: date.day,
    isOfMonth,
    isKnown: false,
    ...counts,
    longestStretchMs: null,
  }
}

function addToDay(day: CalendarDay, { what, restedMs }: BreakEntry): void {
  day.isKnown = true
  if (what === 'offered' || what === 'hinted') day.offered++
  if (what !== 'taken' && what !== 'natural') return
  day[what]++
  day.restedMs += restedMs ?? 0
}

/** Whole weeks around a month. `weekStart` 0 is Sunday, 1 Monday. Entries of other days are left out. */
export function monthCalendar(
  { year, month }: { year: number; month: number },
  weekStart: 0 | 1,
  entries: readonly BreakEntry[],
  stretches: readonly DayStretch[],
): CalendarDay[][] {
  const first = dayOfDate({ year, month, day: 1 })
  const afterLast = dayOfDate(
    month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 },
  )
  const from = first - ((weekdayOf(first) - weekStart + 7) % 7)
  const weekCount = Math.ceil((afterLast - from) / 7)
  const days = Array.from({ length: weekCount * 7 }, (_, place) => emptyDay(from + place, month))
  for (const entry of entries) {
    const day = days[entry.workDay - from]
    if (day) addToDay(day, entry)
  }
  for (const { workDay, longestStretchMs } of stretches) {
    const day = days[workDay - from]
    if (!day) continue
    day.isKnown = true
    day.longestStretchMs = longestStretchMs
  }
  return Array.from({ length: weekCount }, (_, week) => days.slice(week * 7, week * 7 + 7))
}
