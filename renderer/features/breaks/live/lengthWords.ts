/** Lengths of pauses and times of day as one would say them: "two minutes", "half past twelve". */
import type { TFunction } from 'i18next'
import { clockFormat } from '../../../design/clock.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60_000
/** From here on a span is said in hours. */
const LEAST_HOURS_MINUTES = 100
/** Below it a length that is no whole minute is said in seconds. */
const MOST_SECONDS_MS = 120 * SECOND_MS
/** Nobody says "twenty-nine minutes past". */
const NEAR_MINUTES = 2

const worded = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 30, 40, 45] as const

export interface SpokenWords {
  t: TFunction
  language: string
}

function counted(n: number, { t, language }: SpokenWords): string {
  const word = worded.find((one) => one === n)
  return word === undefined ? new Intl.NumberFormat(language).format(n) : t(`break.count.${word}`)
}

/** "twenty seconds", "two minutes", "half an hour". */
export function lengthWords(ms: number, words: SpokenWords): string {
  const { t } = words
  if (ms < MOST_SECONDS_MS && ms % MINUTE_MS !== 0) {
    return t('break.length.seconds', { n: counted(Math.round(ms / SECOND_MS), words) })
  }
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS))
  if (minutes === 30) return t('break.length.halfHour')
  if (minutes === 60) return t('break.length.hour')
  return t('break.length.minutes', { count: minutes, n: counted(minutes, words) })
}

/** "62 minutes", "1 hour 45 minutes": figures, for it was counted. */
export function spanWords(ms: number, { t }: SpokenWords): string {
  const minutes = Math.round(ms / MINUTE_MS)
  if (minutes < LEAST_HOURS_MINUTES) return t('break.span.minutes', { count: minutes })
  const hours = t('break.span.hours', { count: Math.floor(minutes / 60) })
  if (minutes % 60 === 0) return hours
  return t('break.span.both', { hours, minutes: t('break.span.minutes', { count: minutes % 60 }) })
}

const quarters = ['full', 'quarter', 'half', 'threeQuarters'] as const

/** "half past twelve" near a quarter, else "12:37" as the person's clock has it. */
export function clockWords(atMs: number, words: SpokenWords): string {
  const { t, language } = words
  const date = new Date(atMs)
  const minuteOfDay = date.getHours() * 60 + date.getMinutes()
  const quarter = Math.round(minuteOfDay / 15)
  if (Math.abs(minuteOfDay - quarter * 15) > NEAR_MINUTES) return clockFormat(language).format(atMs)
  const part = quarters[quarter % 4] ?? 'full'
  const hour = (Math.floor(quarter / 4) + (part === 'threeQuarters' ? 1 : 0)) % 24
  if (part === 'full' && hour % 12 === 0) return t(hour === 12 ? 'break.clock.noon' : 'break.clock.midnight')
  return t(`break.clock.${part}`, { hour: counted(hour % 12 || 12, words) })
}

/** "14:05" or "2:05 PM". */
export const clockTime = (atMs: number, { language }: SpokenWords): string =>
  clockFormat(language).format(atMs)
