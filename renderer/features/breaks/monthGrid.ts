/** Moving through a calendar by keys, and what lies between months; weeks begin as the person's language has it. */
import type { MonthOfYear } from './pausesAddress.ts'

const DAYS_PER_WEEK = 7
const FRIDAY = 5

interface WeekInfo {
  /** 1 = Monday … 7 = Sunday. */
  firstDay: number
}

/** 0 = Sunday, 1 = Monday. Weeks that begin on Saturday are shown from the Sunday after. */
export function weekStartOf(language: string): 0 | 1 {
  const locale = new Intl.Locale(language) as Intl.Locale & {
    getWeekInfo?(): WeekInfo
    weekInfo?: WeekInfo
  }
  const firstDay = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1
  return firstDay > FRIDAY ? 0 : 1
}

export function monthAfter({ year, month }: MonthOfYear, by: -1 | 1): MonthOfYear {
  if (by === 1) return month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 }
  return month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 }
}

export type GridMove = { to: 'day'; day: number } | { to: 'month'; by: -1 | 1 }

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -DAYS_PER_WEEK,
  ArrowDown: DAYS_PER_WEEK,
}

export interface GridBounds {
  /** First day of the month. */
  firstDay: number
  /** Last day of the month that can be gone to. */
  lastDay: number
  weekStart: 0 | 1
}

/** Null for keys that mean nothing here. */
export function gridMove(key: string, day: number, bounds: GridBounds): GridMove | null {
  const { firstDay, lastDay, weekStart } = bounds
  if (key === 'PageUp') return { to: 'month', by: -1 }
  if (key === 'PageDown') return { to: 'month', by: 1 }
  const within = (wanted: number): GridMove => ({
    to: 'day',
    day: Math.max(firstDay, Math.min(lastDay, wanted)),
  })
  // Day 0 was a Thursday.
  const place = (day + 4 - weekStart + DAYS_PER_WEEK) % DAYS_PER_WEEK
  if (key === 'Home') return within(day - place)
  if (key === 'End') return within(day - place + DAYS_PER_WEEK - 1)
  const step = steps[key]
  if (step === undefined) return null
  const wanted = day + step
  if (wanted < firstDay) return { to: 'month', by: -1 }
  return wanted > lastDay ? { to: 'month', by: 1 } : { to: 'day', day: wanted }
}
