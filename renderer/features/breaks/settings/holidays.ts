/** Days off: kept in order, joined where they overlap, and known as past when they are over. */
import type { WorkHours } from './workHours.ts'

export type Holiday = WorkHours['holidays'][number]

/** As in the contract (`holidays`). */
export const MOST_HOLIDAYS = 100
const LAST_DAY = 100_000

export type HolidaysAfter =
  | { holidays: Holiday[]; isJoined: boolean }
  | { problem: 'order' | 'known' | 'many' | 'date' }

export function withHoliday(holidays: readonly Holiday[], one: Holiday): HolidaysAfter {
  if (one.fromDay < 0 || one.toDay > LAST_DAY) return { problem: 'date' }
  if (one.toDay < one.fromDay) return { problem: 'order' }
  if (holidays.some(({ fromDay, toDay }) => fromDay <= one.fromDay && one.toDay <= toDay)) {
    return { problem: 'known' }
  }
  const meets = (other: Holiday) => other.fromDay <= one.toDay && one.fromDay <= other.toDay
  const joined = holidays.filter(meets)
  const rest = holidays.filter((other) => !meets(other))
  if (rest.length >= MOST_HOLIDAYS) return { problem: 'many' }
  const all = [one, ...joined]
  const whole = {
    fromDay: Math.min(...all.map(({ fromDay }) => fromDay)),
    toDay: Math.max(...all.map(({ toDay }) => toDay)),
  }
  return {
    holidays: [...rest, whole].sort((a, b) => a.fromDay - b.fromDay),
    isJoined: joined.length > 0,
  }
}

export function withoutHoliday(holidays: readonly Holiday[], one: Holiday): Holiday[] {
  return holidays.filter(({ fromDay, toDay }) => fromDay !== one.fromDay || toDay !== one.toDay)
}

/** @param today number of the local calendar day. */
export function byTime(holidays: readonly Holiday[], today: number): { coming: Holiday[]; past: Holiday[] } {
  const all = [...holidays].sort((a, b) => a.fromDay - b.fromDay)
  return {
    coming: all.filter(({ toDay }) => toDay >= today),
    past: all.filter(({ toDay }) => toDay < today).reverse(),
  }
}

const DAY_MS = 86_400_000

/** Number of the calendar day a moment lies on, by this computer's clock. */
export function calendarDay(atMs: number): number {
  const date = new Date(atMs)
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS
}

/** "24 – 31 December 2026", or one day. */
export function holidayWords({ fromDay, toDay }: Holiday, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  return format.formatRange(fromDay * DAY_MS, toDay * DAY_MS)
}
