/** Which days a view of pauses shows, and what lies before, after and beside them. */
import { dateOfDay } from '../../../electron/core/breaks/monthCalendar.ts'
import { monthAfter } from './monthGrid.ts'
import type { MonthOfYear, Shown } from './pausesAddress.ts'

export const barPeriods = ['day', 'week', 'month', 'sums'] as const
export type BarPeriod = (typeof barPeriods)[number]

export const DAYS_PER_WEEK = 7

/** What is shown, with its days worked out. */
export type Placed =
  | { period: 'day'; day: number }
  | { period: 'week'; fromDay: number }
  | { period: 'month'; of: MonthOfYear }
  | { period: 'sums'; span: Extract<Shown, { view: 'sums' }>['span'] }

export const monthOfDay = (day: number): MonthOfYear => {
  const { year, month } = dateOfDay(day)
  return { year, month }
}

export function placedOf(shown: Shown, today: number): Placed {
  if (shown.view === 'day') return { period: 'day', day: Math.min(shown.day, today) }
  if (shown.view === 'week') {
    const newest = Math.max(0, today - DAYS_PER_WEEK + 1)
    return { period: 'week', fromDay: Math.min(shown.fromDay ?? newest, newest) }
  }
  if (shown.view === 'month') {
    const now = monthOfDay(today)
    return { period: 'month', of: shown.of && isBefore(shown.of, now) ? shown.of : now }
  }
  if (shown.view === 'sums') return { period: 'sums', span: shown.span }
  return { period: 'day', day: today }
}

const isBefore = (a: MonthOfYear, b: MonthOfYear): boolean =>
  a.year < b.year || (a.year === b.year && a.month < b.month)

export function isNewest(placed: Placed, today: number): boolean {
  if (placed.period === 'day') return placed.day >= today
  if (placed.period === 'week') return placed.fromDay + DAYS_PER_WEEK - 1 >= today
  if (placed.period === 'month') return !isBefore(placed.of, monthOfDay(today))
  return true
}

export const dayShown = (day: number, today: number): Shown =>
  day >= today ? { view: 'now' } : { view: 'day', day: Math.max(0, day) }

export function turned(placed: Placed, by: -1 | 1, today: number): Shown {
  if (placed.period === 'day') return dayShown(placed.day + by, today)
  if (placed.period === 'week') {
    return weekShown(placed.fromDay + by * DAYS_PER_WEEK, today)
  }
  if (placed.period === 'month') return { view: 'month', of: monthAfter(placed.of, by) }
  return { view: 'sums', span: placed.span }
}

function weekShown(fromDay: number, today: number): Shown {
  const newest = today - DAYS_PER_WEEK + 1
  return { view: 'week', fromDay: fromDay >= newest ? null : Math.max(0, fromDay) }
}

export function newestOf(period: BarPeriod): Shown {
  if (period === 'week') return { view: 'week', fromDay: null }
  if (period === 'month') return { view: 'month', of: null }
  return period === 'sums' ? { view: 'sums', span: 'month' } : { view: 'now' }
}

/** The last day that is shown, for the way from one view to another. */
function lastDayOf(placed: Placed, today: number): number {
  if (placed.period === 'day') return placed.day
  if (placed.period === 'week') return placed.fromDay + DAYS_PER_WEEK - 1
  if (placed.period !== 'month' || isNewest(placed, today)) return today
  const { year, month } = monthAfter(placed.of, 1)
  return Date.UTC(year, month - 1, 1) / 86_400_000 - 1
}

/** Stays at the days one was looking at. */
export function periodFrom(placed: Placed, period: BarPeriod, today: number): Shown {
  const last = lastDayOf(placed, today)
  if (period === 'day') return dayShown(last, today)
  if (period === 'week') return weekShown(last - DAYS_PER_WEEK + 1, today)
  if (period === 'month') return last >= today ? newestOf('month') : { view: 'month', of: monthOfDay(last) }
  return newestOf('sums')
}
