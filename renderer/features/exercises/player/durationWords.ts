/** Lengths of exercises as one says them. */
import type { TFunction } from 'i18next'

const MINUTE = 60
/** Up to here people count seconds. */
const SECONDS_TO = 90
/** Up to here half a minute matters. */
const HALVES_TO = 5 * MINUTE

/** A breath is told to the half second. */
const HALF_SECONDS_TO = 10
const halved = (amount: number) => Math.round(amount * 2) / 2

/** "20 seconds", "1 minute", "2.5 minutes". */
export function durationWords(seconds: number, t: TFunction): string {
  if (seconds < SECONDS_TO && seconds !== MINUTE)
    return t('exercises.length.seconds', {
      count: seconds < HALF_SECONDS_TO ? halved(seconds) : Math.round(seconds),
    })
  const minutes = seconds / MINUTE
  const count = seconds < HALVES_TO ? halved(minutes) : Math.round(minutes)
  return t('exercises.length.minutes', { count })
}

/** "1, 2 or 5 minutes": lengths to choose from, the shortest first. */
export function lengthsWords(lengths: readonly number[], t: TFunction, language: string): string {
  const sorted = lengths.toSorted((a, b) => a - b)
  const listed = (words: string[]) => new Intl.ListFormat(language, { type: 'disjunction' }).format(words)
  const areMinutes = sorted.every((seconds) => seconds % MINUTE === 0)
  if (sorted.length < 2 || !areMinutes) return listed(sorted.map((seconds) => durationWords(seconds, t)))
  return t('exercises.length.listMinutes', {
    list: listed(sorted.map((seconds) => String(seconds / MINUTE))),
  })
}

/** "2:10", as on a kitchen clock. */
export function clockWords(seconds: number): string {
  return `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, '0')}`
}
