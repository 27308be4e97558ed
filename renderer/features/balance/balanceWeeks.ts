/** Weeks of talk as a page needs them: which one is now, how long the bars are, and whether anything can be compared. */
import { LEAST_EARLIER_WEEKS } from '../../../electron/core/balance/signs.ts'
import { mondayOf, type WeekOfUse } from '../../../electron/core/balance/weeks.ts'

const DAY_MS = 86_400_000
/** Days begin at 04:00, as everywhere in Lull. */
const DAY_STARTS_AT_MS = 4 * 3_600_000
const DAYS = 7
/** Bars of people who talk little are not drawn as if they talked a lot. */
const LEAST_SCALE_MINUTES = 60

/** Day number of the Monday on which the week of a moment began, by this computer's clock. */
export function mondayOfMoment(atMs: number): number {
  const shifted = new Date(atMs - DAY_STARTS_AT_MS)
  return mondayOf(Date.UTC(shifted.getFullYear(), shifted.getMonth(), shifted.getDate()) / DAY_MS)
}

/** "this" and "last" week, or null for one that needs its date. */
export function nameOfWeek({ workDay }: WeekOfUse, thisMonday: number): 'this' | 'last' | null {
  if (workDay === thisMonday) return 'this'
  return workDay === thisMonday - DAYS ? 'last' : null
}

export interface WeekBar {
  /** Shares of the row, 0–1. */
  day: number
  night: number
}

/** One bar for each week, all on one scale. */
export function weekBars(weeks: readonly WeekOfUse[]): WeekBar[] {
  const whole = Math.max(LEAST_SCALE_MINUTES, ...weeks.map(({ minutes }) => minutes))
  return weeks.map(({ minutes, nightMinutes }) => {
    const night = Math.min(minutes, nightMinutes)
    return { day: (minutes - night) / whole, night: night / whole }
  })
}

/** How many more weeks with a talk it takes until the running one can be compared; 0 = it can. */
export function weeksMissing(weeks: readonly WeekOfUse[], thisMonday: number): number {
  const earlier = weeks.filter((week) => week.workDay < thisMonday && (week.minutes > 0 || week.people > 0))
  return Math.max(0, LEAST_EARLIER_WEEKS - earlier.length)
}
