/** After the wall clock was set back: what is known stays known, with its times moved along. */
import type { WorkRhythm } from '../stress/workRhythm.ts'
import type { FactReading } from './fact.ts'
import type { SettledReading, SettledReadings } from './settle.ts'

function shiftedReading(reading: FactReading, byMs: number): FactReading {
  const atMs = reading.atMs - byMs
  return reading.sinceMs === undefined
    ? { ...reading, atMs }
    : { ...reading, atMs, sinceMs: reading.sinceMs - byMs }
}

/** Readings in force `byMs` earlier: an event is said once, and would be lost. */
export function shiftedReadings(settled: SettledReadings, byMs: number): SettledReadings {
  const shifted = ({ held, sinceMs, candidate }: SettledReading): SettledReading => ({
    held: shiftedReading(held, byMs),
    sinceMs: sinceMs - byMs,
    candidate: candidate && shiftedReading(candidate, byMs),
  })
  return Object.fromEntries(Object.entries(settled).map(([key, one]) => [key, shifted(one)]))
}

/** The same rhythm on the new clock: how long work and rest have lasted does not change. */
export function shiftedRhythm(rhythm: WorkRhythm, byMs: number): WorkRhythm {
  const earlier = (atMs: number | null) => (atMs === null ? null : atMs - byMs)
  return {
    ...rhythm,
    sessionFromMs: earlier(rhythm.sessionFromMs),
    dayFromMs: earlier(rhythm.dayFromMs),
    dayToMs: earlier(rhythm.dayToMs),
  }
}
