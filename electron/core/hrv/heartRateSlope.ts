/** Tells sitting from standing up or walking by how fast the heart rate climbs or falls. */
import type { Beat } from './cleanRr.ts'

/** Faster than this the person is moving and the window says nothing about strain (sensing notes §4.6). */
export const MOST_SLOPE_BPM_PER_MINUTE = 10

/** A heart rate at a time. */
export interface RateAt {
  atMs: number
  bpm: number
}

/** Least-squares slope over time, bpm per minute; null below three rates or when all are of one moment. */
export function rateSlopeBpmPerMinute(rates: readonly RateAt[]): number | null {
  if (rates.length < 3) return null
  const minutes = rates.map((rate) => rate.atMs / 60_000)
  const meanMinute = minutes.reduce((sum, value) => sum + value, 0) / rates.length
  const meanRate = rates.reduce((sum, rate) => sum + rate.bpm, 0) / rates.length
  let together = 0
  let alone = 0
  rates.forEach(({ bpm }, place) => {
    const apart = (minutes[place] ?? meanMinute) - meanMinute
    together += apart * (bpm - meanRate)
    alone += apart ** 2
  })
  return alone === 0 ? null : together / alone
}

/** Slope of 60000/RR over time, bpm per minute; null below three beats. */
export function heartRateSlopeBpmPerMinute(beats: readonly Beat[]): number | null {
  return rateSlopeBpmPerMinute(beats.map((beat) => ({ atMs: beat.offsetMs, bpm: 60_000 / beat.rrMs })))
}

const isSteady = (slope: number | null): boolean | null =>
  slope === null ? null : Math.abs(slope) <= MOST_SLOPE_BPM_PER_MINUTE

/** False while the heart rate moves by more than 10 bpm a minute, up or down; null when that cannot be told. */
export function isHeartRateSteady(beats: readonly Beat[]): boolean | null {
  return isSteady(heartRateSlopeBpmPerMinute(beats))
}

/** The same of rates as a sender gives them. */
export function areRatesSteady(rates: readonly RateAt[]): boolean | null {
  return isSteady(rateSlopeBpmPerMinute(rates))
}
