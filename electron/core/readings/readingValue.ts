/** From whatever stood in the payload to a number in ms or bpm that can be a body's. */

import type { ReadingKind, RefusalReason, ValueUnit } from './mapping.ts'
import { isAbsentWord, isNotFiniteWord } from './parsePayload.ts'

export type ReadValue = { value: number } | { refused: RefusalReason }

const DECIMAL = /^[+-]?\d{1,12}(?:\.\d{1,12})?$/

/**
 * What can come from a body or, for intervals, from a strap that lost contact: zeros and long ones are left for the
 * cleaning, which must know of them. Ms, or bpm for `hr`.
 */
const RANGES: Record<ReadingKind, { least: number; most: number }> = {
  rr_list: { least: 0, most: 10_000 },
  rr: { least: 0, most: 10_000 },
  hr: { least: 25, most: 240 },
  rmssd: { least: 1, most: 500 },
  sdnn: { least: 1, most: 500 },
}

function numberOf(raw: unknown): ReadValue {
  if (raw === null) return { refused: 'no_value' }
  if (typeof raw === 'number') return Number.isFinite(raw) ? { value: raw } : { refused: 'not_finite' }
  if (typeof raw !== 'string') return { refused: 'not_a_number' }
  if (isAbsentWord(raw)) return { refused: 'unavailable' }
  if (isNotFiniteWord(raw)) return { refused: 'not_finite' }
  return DECIMAL.test(raw.trim()) ? { value: Number(raw) } : { refused: 'not_a_number' }
}

/** An interval of 0.3–2.0 "ms" is one of that many seconds (sensing notes §6). */
function inMs(value: number, kind: ReadingKind, unit: ValueUnit): number {
  if (unit === 's') return value * 1000
  if (unit === '1/1024 s') return (value * 1000) / 1024
  const isInterval = kind === 'rr' || kind === 'rr_list'
  return isInterval && value >= 0.3 && value <= 2 ? value * 1000 : value
}

/** Ms for intervals and variability, bpm for heart rate; or the reason it is neither. */
export function readingValue(raw: unknown, kind: ReadingKind, unit: ValueUnit): ReadValue {
  const read = numberOf(raw)
  if ('refused' in read) return read
  const value = kind === 'hr' ? read.value : inMs(read.value, kind, unit)
  const { least, most } = RANGES[kind]
  return value >= least && value <= most ? { value } : { refused: 'out_of_range' }
}
