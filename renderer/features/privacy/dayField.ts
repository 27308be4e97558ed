/** The day a moment belongs to, as a date field writes it, and a day in words. */
import { dateText, ownDayStart } from '../../design/clock.ts'

const DAY_MS = 86_400_000

/** The date whose day a moment belongs to, by the wall clock: 02:00 is still the day before. */
export function dayText(at: number): string {
  const start = new Date(ownDayStart(at))
  return dateText(Date.UTC(start.getFullYear(), start.getMonth(), start.getDate()) / DAY_MS)
}

/** "Tuesday, 3 November 2026". */
export function dayWords(workDay: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(workDay * DAY_MS)
}
