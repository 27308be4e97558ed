/** Spans of the day in words, by the person's own clock. */
import { minuteWords } from '../../../design/clock.ts'
import type { TextKey } from '../../../text/i18n.ts'
import type { Span } from './workHours.ts'

export const MINUTES_PER_DAY = 1440

export interface SpanWords {
  key: Extract<TextKey, `breakSettings.span.${string}`>
  values: { from: string; to: string }
}

/** "09:00 – 17:00", "22:00 until 02:00 the next day", "18:00 until midnight". */
export function spanWords({ startMinute, endMinute }: Span, language: string): SpanWords {
  const values = { from: minuteWords(startMinute, language), to: minuteWords(endMinute, language) }
  if (endMinute === 0) return { key: 'breakSettings.span.midnight', values }
  if (endMinute < startMinute) return { key: 'breakSettings.span.nextDay', values }
  return { key: 'breakSettings.span.sameDay', values }
}

const weekdayFormats = new Map<string, Intl.DateTimeFormat>()
const DAY_MS = 86_400_000
/** 1970-01-04 was a Sunday. */
const A_SUNDAY = 3

/** "Monday" for 1. */
export function weekdayWords(weekday: number, language: string, width: 'long' | 'short' = 'long'): string {
  const key = `${language} ${width}`
  const format =
    weekdayFormats.get(key) ?? new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' })
  weekdayFormats.set(key, format)
  return format.format((A_SUNDAY + weekday) * DAY_MS)
}
