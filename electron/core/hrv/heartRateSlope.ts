/** Tells sitting from standing up or walking by how fast the heart rate climbs or falls. */
import type { Beat } from './cleanRr.ts'

/** Faster than this the person is moving and the window says nothing about strain (sensing notes §4.6). */
export const MOST_SLOPE_BPM_PER_MINUTE = 10

/** Least-squares slope of 60000/RR over time, bpm per minute; null below three beats. */
export function heartRateSlopeBpmPerMinute(beats: readonly Beat[]): number | null {
  if (beats.length < 3) return null
  const minutes = beats.map((beat) => beat.offsetMs / 60_000)
  const rates = beats.map((beat) => 60_000 / beat.rrMs)
  const meanMinute = minutes.reduce((sum, value) => sum + value, 0) / minutes.length
  const meanRate = rates.reduce((sum, value) => sum + value, 0) / rates.length
  let together = 0
  let alone = 0
  minutes.forEach((minute, place) => {
    together += (minute - meanMinute) * ((rates[place] ?? meanRate) - meanRate)
    alone += (minute - meanMinute) ** 2
  })
  return alone === 0 ? null : together / alone
}

/** False while the heart rate moves by more than 10 bpm a minute, up or down; null when that cannot be told. */
export function isHeartRateSteady(beats: readonly Beat[]): boolean | null {
  const slope = heartRateSlopeBpmPerMinute(beats)
  return slope === null ? null : Math.abs(slope) <= MOST_SLOPE_BPM_PER_MINUTE
}
