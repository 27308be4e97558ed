/** When a value was taken, from the five ways senders write it down (sensing notes §6). */
import type { TimeUnit } from './mapping.ts'

const MS_PER_UNIT = { s: 1000, ms: 1, us: 1 / 1000, polar_ns: 1 / 1e6 } as const
/** 2000-01-01T00:00:00Z, where Polar's clock begins. */
const POLAR_EPOCH_MS = Date.UTC(2000, 0, 1)

/** ISO 8601 with its offset, also with a space before the time and the offset, as one phone export writes it. */
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}:?\d{2})$/i

/** The calendar would silently take 31 February for a day in March. */
function isDate(year: number, month: number, day: number): boolean {
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth
}

function isoTimeMs(text: string): number | null {
  const match = ISO.exec(text.trim())
  if (match === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  if (hour > 23 || minute > 59 || second > 59 || !isDate(year, month, day)) return null
  const wallMs = Date.UTC(year, month - 1, day, hour, minute, second)
  const fractionMs = match[7] === undefined ? 0 : Math.round(Number(`0.${match[7]}`) * 1000)
  return wallMs + fractionMs - offsetMs(match[8] ?? 'Z')
}

function offsetMs(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0
  const sign = zone.startsWith('-') ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * 60_000
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^\d{1,19}(?:\.\d{1,9})?$/.test(value.trim()) ? Number(value) : null
}

/** Epoch ms, whole, or null when the value is no time of that unit. A time without an offset is none. */
export function readingTimeMs(value: unknown, unit: TimeUnit): number | null {
  if (unit === 'iso') return typeof value === 'string' ? isoTimeMs(value) : null
  const number = numberOf(value)
  if (number === null || !Number.isFinite(number)) return null
  return Math.round(number * MS_PER_UNIT[unit]) + (unit === 'polar_ns' ? POLAR_EPOCH_MS : 0)
}
