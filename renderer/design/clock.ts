/** Times and dates as fields write them, and a time of day as a person reads it: one way in the whole app. */
import { DAY_START_MINUTE } from '../../electron/core/presence/localMoment.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** "2:05 PM" or "14:05", by the clock of a zone; without one by the clock of this computer. */
export function clockFormat(language: string, timeZone?: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone ?? ''}`
  const made = formats.get(key)
  if (made) return made
  const format = new Intl.DateTimeFormat(language, {
    timeStyle: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  })
  formats.set(key, format)
  return format
}

/** A time of day without a date, given in minutes since midnight. */
export function minuteWords(minute: number, language: string): string {
  return clockFormat(language, 'UTC').format(minute * MINUTE_MS)
}

/** "09:05" as a time field writes it. */
export function timeFieldText(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** Minutes since midnight of a time field; null while it is not filled. */
export function minuteOfTimeField(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(:\d\d)?$/.exec(text)
  return match ? Number(match[1]) * 60 + Number(match[2]) : null
}

/** Day number, as Lull keeps days by, of "2026-11-03"; null for anything that is no date. */
export function dayOfDate(text: string): number | null {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return Number.isNaN(ms) ? null : ms / DAY_MS
}

/** "2026-11-03" */
export function dateText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** Epoch ms of the 04:00 on this computer's clock with which the day of a moment began. */
export function ownDayStart(atMs: number): number {
  const start = startOn(new Date(atMs))
  if (start.getTime() > atMs) start.setDate(start.getDate() - 1)
  return start.getTime()
}

/** Epoch ms of the 04:00 that ends it. */
export function nextMorning(atMs: number): number {
  const morning = startOn(new Date(atMs))
  if (morning.getTime() <= atMs) morning.setDate(morning.getDate() + 1)
  return morning.getTime()
}

function startOn(date: Date): Date {
  date.setHours(0, DAY_START_MINUTE, 0, 0)
  return date
}
