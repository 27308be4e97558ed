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

/** From the 25th to the 75th percentile of the time of these days; null below three days with any. */
export function middleHalf(days: readonly TimeByHundredth[]): OwnRange | null {
  const timeMs = new Array<number>(HUNDREDTHS + 1).fill(0)
  let totalMs = 0
  let seenDays = 0
  for (const day of days) {
    const entries = Object.entries(day)
    if (entries.length > 0) seenDays++
    for (const [hundredth, ms] of entries) {
      timeMs[Number(hundredth)] = (timeMs[Number(hundredth)] ?? 0) + ms
      totalMs += ms
    }
  }
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
