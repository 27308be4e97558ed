/** How times, lengths and numbers of a day are said: in the person's language, and by the clock of the day's own zone. */
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { clockFormat } from '../../design/clock.ts'
import { useLanguage } from '../../text/amounts.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
/** Small numbers are words in a sentence. */
const MOST_WORDED = 12

export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night'

export interface DayWords {
  t: TFunction
  /** "2:05 PM" or "14:05", as the person's language has it. */
  clock(atMs: number): string
  /** "2 PM" or "14": a full hour on a line. */
  hour(atMs: number): string
  /** "2:05 PM–2:40 PM" */
  span(fromMs: number, toMs: number): string
  /** "1 h 20 min"; whole minutes, below one minute in seconds. */
  duration(ms: number): string
  number(value: number, digits?: number): string
  /** Two decimals always, as in a table: "0.60". */
  exact(value: number): string
  /** A share of 0–1 as "41 %". */
  percent(share: number): string
  /** "two", "12", "13". */
  counted(n: number): string
  /** "once", "twice", "three times". */
  times(n: number): string
  /** "two calls and one real rest" */
  list(items: string[]): string
  /** "Tuesday, 12 May" */
  date(workDay: number): string
  /** "6 – 12 May" */
  dates(fromDay: number, toDay: number): string
  /** "Tue 12" */
  shortDate(workDay: number): string
  part(atMs: number): DayPart
  /** Local minutes since midnight, 0–1439. */
  minuteOfDay(atMs: number): number
}

function dayPart(minuteOfDay: number): DayPart {
  if (minuteOfDay < 4 * 60 || minuteOfDay >= 22 * 60) return 'night'
  if (minuteOfDay < 12 * 60) return 'morning'
  return minuteOfDay < 17 * 60 ? 'afternoon' : 'evening'
}

/** A zone nobody knows counts as UTC, as in the engine. */
function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}

/** Hours and minutes on the wall clock of a zone. */
function minuteClock(timeZone: string): (atMs: number) => number {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  })
  return (atMs) => {
    const parts = format.formatToParts(atMs)
    const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0)
    return of('hour') * 60 + of('minute')
  }
}

function durationWords(t: TFunction, number: (value: number) => string, ms: number): string {
  if (ms < MINUTE_MS) return t('today.duration.seconds', { s: number(Math.max(0, Math.round(ms / 1000))) })
  const minutes = Math.round(ms / MINUTE_MS)
  if (minutes < 60) return t('today.duration.minutes', { m: number(minutes) })
  const [h, m] = [number(Math.floor(minutes / 60)), number(minutes % 60)]
  return minutes % 60 === 0 ? t('today.duration.hours', { h }) : t('today.duration.both', { h, m })
}

function countedWord(t: TFunction, number: (value: number) => string, n: number): string {
  return n >= 0 && n <= MOST_WORDED && Number.isInteger(n) ? t(`today.number.${n as 0 | 1 | 2}`) : number(n)
}

export function dayWords(t: TFunction, language: string, zone: string): DayWords {
  const timeZone = knownZone(zone)
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options)
  const clock = clockFormat(language, timeZone)
  const hour = format({ hour: 'numeric', timeZone })
  // A day number is a calendar day; it has no zone.
  const date = format({ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
  const plainDate = format({ day: 'numeric', month: 'long', timeZone: 'UTC' })
  const shortDate = format({ weekday: 'short', day: 'numeric', timeZone: 'UTC' })
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const exact = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const minuteOfDay = minuteClock(timeZone)
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)
  const counted = (n: number) => countedWord(t, number, n)
  return {
    t,
    hour: (atMs) => hour.format(atMs),
    clock: (atMs) => clock.format(atMs),
    span: (fromMs, toMs) => clock.formatRange(fromMs, toMs),
    duration: (ms) => durationWords(t, number, ms),
    number,
    exact: (value) => exact.format(value),
    percent: (share) => percent.format(share),
    counted,
    times: (n) =>
      n === 1 || n === 2 ? t(`today.times.${n}`) : t('today.times.many', { count: n, n: counted(n) }),
    list: (items) => list.format(items),
    date: (workDay) => date.format(workDay * DAY_MS),
    dates: (fromDay, toDay) => plainDate.formatRange(fromDay * DAY_MS, toDay * DAY_MS),
    shortDate: (workDay) => shortDate.format(workDay * DAY_MS),
    part: (atMs) => dayPart(minuteOfDay(atMs)),
    minuteOfDay,
  }
}

export function useDayWords(zone: string): DayWords {
  const { t } = useTranslation()
  const language = useLanguage()
  return useMemo(() => dayWords(t, language, zone), [t, language, zone])
}
