/** Days as a date field writes them, and as the day numbers Lull keeps them by. */

const DAY_MS = 86_400_000
/** Days start at 04:00 where the person is. */
const DAY_START_MS = 4 * 3_600_000

/** Day number for "2026-11-03"; null for anything that is no date. */
export function workDayOf(text: string): number | null {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return Number.isNaN(ms) ? null : ms / DAY_MS
}

/** The date whose day a moment belongs to, by the wall clock: 02:00 is still the day before. */
export function dayText(at: number): string {
  const date = new Date(at - DAY_START_MS)
  const local = new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()))
  return local.toISOString().slice(0, 10)
}

/** "Tuesday, 3 November 2026". */
export function dayWords(workDay: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(workDay * DAY_MS)
}
