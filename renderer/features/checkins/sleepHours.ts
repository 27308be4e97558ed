/** Hours of sleep as a person types them. */

/** In halves; null when nothing is said, 'unclear' when it is no number of hours of a night. */
export function sleepHoursOf(text: string): number | null | 'unclear' {
  const typed = text.trim().replace(',', '.')
  if (typed === '') return null
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(typed)
  const hours = clock
    ? Number(clock[1]) + Number(clock[2]) / 60
    : /^\d{1,2}(\.\d+)?$/.test(typed)
      ? Number(typed)
      : Number.NaN
  return hours >= 0 && hours <= 24 ? Math.round(hours * 2) / 2 : 'unclear'
}

/** Half an hour more or less; a first press begins with a common night. */
export function steppedSleepHours(hours: number | null, by: 1 | -1): number {
  return hours === null ? 7 : Math.min(24, Math.max(0, hours + by / 2))
}
