/** Times as the tray says them. */

/** The weekday is said unless it is today's, so that the line stays true over midnight. */
export function timeWords(atMs: number, nowMs: number, locale: string): string {
  const time = { hour: '2-digit', minute: '2-digit' } as const
  const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString()
  return new Intl.DateTimeFormat(locale, isToday ? time : { weekday: 'long', ...time }).format(atMs)
}

const MINUTE_MS = 60_000

/** As rough as such a guess is: minutes, from ten on every fifth, from an hour and a half on hours. */
export function roughTime(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS)
  if (minutes < 10) return `${Math.max(1, minutes)} min`
  if (minutes < 90) return `${Math.round(minutes / 5) * 5} min`
  return `${Math.round(minutes / 60)} h`
}

/** A length that was set: whole minutes, or seconds where it is short. */
export function lengthWords(ms: number): string {
  return ms < 90_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / MINUTE_MS)} min`
}
