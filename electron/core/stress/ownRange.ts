/** What is usual of a score for this person: the middle half of their own time, kept as time by hundredths. */
import { LEAST_HISTORY_DAYS } from './ownHistory.ts'

/** Time at each hundredth of a score (`"63"` is .63), ms; hundredths without time are not there. */
export type TimeByHundredth = Readonly<Record<string, number>>

/** 0–1, the outer edges of the hundredths that hold the quarters. */
export interface OwnRange {
  low: number
  high: number
}

const HUNDREDTHS = 100

/** Adds time spent at a score. */
export function withTime(times: TimeByHundredth, score: number, coversMs: number): TimeByHundredth {
  if (coversMs <= 0) return times
  const hundredth = Math.max(0, Math.min(HUNDREDTHS, Math.floor(score * HUNDREDTHS + 1e-9)))
  return { ...times, [hundredth]: (times[hundredth] ?? 0) + coversMs }
}

/** Days added up, so that what does not change any more is added up once. */
export interface TimeOfDays {
  /** Time at each hundredth, ms. */
  timeMs: readonly number[]
  totalMs: number
  /** Days with any time. */
  days: number
}

const noTime: TimeOfDays = { timeMs: new Array<number>(HUNDREDTHS + 1).fill(0), totalMs: 0, days: 0 }

export function timeOfDays(days: readonly TimeByHundredth[], before: TimeOfDays = noTime): TimeOfDays {
  const timeMs = [...before.timeMs]
  let { totalMs, days: seenDays } = before
  for (const day of days) {
    let isSeen = false
    for (const hundredth in day) {
      const ms = day[hundredth] ?? 0
      timeMs[Number(hundredth)] = (timeMs[Number(hundredth)] ?? 0) + ms
      totalMs += ms
      isSeen = true
    }
    if (isSeen) seenDays++
  }
  return { timeMs, totalMs, days: seenDays }
}

/** From the 25th to the 75th percentile of the time of these days; null below three days with any. */
export function middleHalf(days: readonly TimeByHundredth[], before: TimeOfDays = noTime): OwnRange | null {
  const { timeMs, totalMs, days: seenDays } = timeOfDays(days, before)
  if (seenDays < LEAST_HISTORY_DAYS) return null
  return {
    low: hundredthAt(timeMs, totalMs / 4) / HUNDREDTHS,
    high: Math.min(1, (hundredthAt(timeMs, (3 * totalMs) / 4) + 1) / HUNDREDTHS),
  }
}

/** The hundredth in which a share of the time has passed, counted from the lowest. */
function hundredthAt(timeMs: readonly number[], afterMs: number): number {
  let passedMs = 0
  for (let hundredth = 0; hundredth < timeMs.length; hundredth++) {
    passedMs += timeMs[hundredth] ?? 0
    if (passedMs >= afterMs && passedMs > 0) return hundredth
  }
  return HUNDREDTHS
}
