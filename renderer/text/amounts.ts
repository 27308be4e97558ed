/** Sizes and times in words a person would use. */
import { useTranslation } from 'react-i18next'
import { clockFormat } from '../design/clock.ts'
import type { TextKey } from './i18n.ts'

/** The language numbers and dates are written in: the person's own kind of the interface's language. */
export function useLanguage(): string {
  const { language } = useTranslation().i18n
  return navigator.languages.find((own) => own === language || own.startsWith(`${language}-`)) ?? language
}

/** "61 kB", "98 MB", "1.3 GB": decimal, as file managers and shops count. */
export function sizeWords(bytes: number, language: string): string {
  const [unit, unitBytes] =
    bytes >= 1_000_000_000
      ? ['gigabyte', 1_000_000_000]
      : bytes >= 1_000_000
        ? ['megabyte', 1_000_000]
        : ['kilobyte', 1000]
  const isGiga = unit === 'gigabyte'
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: isGiga ? 1 : 0,
  }).format(bytes / unitBytes)
}

export interface TimeWords {
  key: Extract<TextKey, `time.${string}`>
  values: Record<string, string | number>
}

const minuteMs = 60_000
const dayMs = 86_400_000

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

/** When something was, as one would say it today: "just now", "14:02", "yesterday, 18:20", "Tuesday", "3 May". */
export function timeWords(at: number, now: number, language: string): TimeWords {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, options).format(at)
  const clock = clockFormat(language).format(at)
  if (now - at < minuteMs) return { key: 'time.now', values: {} }
  if (now - at < 60 * minuteMs) {
    return { key: 'time.minutesAgo', values: { count: Math.floor((now - at) / minuteMs) } }
  }
  // Rounded, since a day with a clock change has 23 or 25 hours.
  const days = Math.round((startOfDay(now) - startOfDay(at)) / dayMs)
  if (days === 0) return { key: 'time.today', values: { clock } }
  if (days === 1) return { key: 'time.yesterday', values: { clock } }
  if (days < 7) return { key: 'time.day', values: { day: format({ weekday: 'long' }) } }
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  const date = format({ day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) })
  return { key: 'time.day', values: { day: date } }
}
