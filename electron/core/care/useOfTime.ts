/** How long someone talked with Lull, from nothing but the times of messages. */
import type { LocalMoment } from '../presence/localMoment.ts'

/** A longer silence is no use: whoever reads or thinks for more than this is somewhere else. */
export const USE_GAP_MS = 5 * 60_000
/** Night by the person's own clock: 23:00 to 05:00. */
export const NIGHT_FROM_MINUTE = 23 * 60
export const NIGHT_TO_MINUTE = 5 * 60

const MINUTE_MS = 60_000

/** Epoch ms; the end is not included. */
export interface TimeSpan {
  fromMs: number
  toMs: number
}

export interface NightUse {
  nightMs: number
  /** Different nights with any use. */
  nights: number
}

/** @param minuteOfDay minutes since local midnight, 0–1439. */
export function isNight(minuteOfDay: number): boolean {
  return minuteOfDay >= NIGHT_FROM_MINUTE || minuteOfDay < NIGHT_TO_MINUTE
}

/** Stretches of use inside a span; `timesMs` in rising order, also from outside the span. */
export function* stretchesOfUse(timesMs: readonly number[], span: TimeSpan): Generator<TimeSpan> {
  let open: TimeSpan | null = null
  for (let index = 1; index < timesMs.length; index++) {
    const beganMs = timesMs[index - 1] ?? 0
    const endedMs = timesMs[index] ?? 0
    const fromMs = Math.max(beganMs, span.fromMs)
    const toMs = Math.min(endedMs, span.toMs)
    if (endedMs - beganMs > USE_GAP_MS || toMs <= fromMs) continue
    if (open !== null && open.toMs === fromMs) {
      open.toMs = toMs
      continue
    }
    if (open !== null) yield open
    open = { fromMs, toMs }
  }
  if (open !== null) yield open
}

/** Use inside a span, ms; `timesMs` in rising order. */
export function usedMs(timesMs: readonly number[], span: TimeSpan): number {
  let sumMs = 0
  for (const { fromMs, toMs } of stretchesOfUse(timesMs, span)) sumMs += toMs - fromMs
  return sumMs
}

/** When use inside a span came to `lengthMs`, epoch ms; null when it did not. */
export function reachedAtMs(timesMs: readonly number[], span: TimeSpan, lengthMs: number): number | null {
  let leftMs = lengthMs
  for (const { fromMs, toMs } of stretchesOfUse(timesMs, span)) {
    if (toMs - fromMs >= leftMs) return fromMs + leftMs
    leftMs -= toMs - fromMs
  }
  return null
}

/** A night belongs to the evening it begins on. */
const nightOf = ({ dayNumber, minuteOfDay }: LocalMoment): number =>
  minuteOfDay < NIGHT_TO_MINUTE ? dayNumber - 1 : dayNumber

/**
 * What of the use was at night. `timesMs` in rising order; `momentAt` tells what the person's clock shows at a time
 * in epoch ms, and its offset changes at whole minutes only.
 */
export function nightUse(
  timesMs: readonly number[],
  span: TimeSpan,
  momentAt: (atMs: number) => LocalMoment,
): NightUse {
  let nightMs = 0
  const nights = new Set<number>()
  for (const { fromMs, toMs } of stretchesOfUse(timesMs, span)) {
    for (let atMs = fromMs; atMs < toMs; ) {
      const nextMs = Math.min(toMs, (Math.floor(atMs / MINUTE_MS) + 1) * MINUTE_MS)
      const moment = momentAt(atMs)
      if (isNight(moment.minuteOfDay)) {
        nightMs += nextMs - atMs
        nights.add(nightOf(moment))
      }
      atMs = nextMs
    }
  }
  return { nightMs, nights: nights.size }
}
