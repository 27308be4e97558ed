/** Two equal answers before a change, so that one odd reading does not end a call or start a rest. */
import type { FactReading } from './fact.ts'

/** One probe's view of one fact: what it holds, and what it may be about to change to. */
export interface SettledReading {
  /** The answer in force; `atMs` is when the probe last gave it. */
  held: FactReading
  /** Since when the answer in force holds. */
  sinceMs: number
  /** An answer seen once that differs; the next equal one makes it the answer in force. */
  candidate: FactReading | null
}

/** Probes by fact and source. */
export type SettledReadings = Readonly<Record<string, SettledReading>>

/** Out of order by more than this is a clock that was set back, and what was held belongs to another time. */
const MOST_DISORDER_MS = 60_000

function keyOf(reading: FactReading): string {
  return `${reading.fact}:${reading.source}`
}

function first(reading: FactReading): SettledReading {
  if (reading.how === 'event') return { held: reading, sinceMs: reading.atMs, candidate: null }
  return { held: withoutValue(reading), sinceMs: reading.atMs, candidate: reading }
}

function withoutValue(reading: FactReading): FactReading {
  return { ...reading, value: null }
}

function next(known: SettledReading, reading: FactReading): SettledReading {
  if (reading.value === known.held.value) return { held: reading, sinceMs: known.sinceMs, candidate: null }
  if (reading.how === 'event') return { held: reading, sinceMs: reading.atMs, candidate: null }
  const isConfirmed = known.candidate !== null && known.candidate.value === reading.value
  if (isConfirmed) return { held: reading, sinceMs: known.candidate?.atMs ?? reading.atMs, candidate: null }
  return { ...known, candidate: reading }
}

/** Takes one reading in. A reading a little older than the one in force is left out; a clock set back starts afresh. */
export function settle(settled: SettledReadings, reading: FactReading): SettledReadings {
  const known = settled[keyOf(reading)]
  const lateMs = known ? known.held.atMs - reading.atMs : 0
  if (lateMs > MOST_DISORDER_MS) return { ...settled, [keyOf(reading)]: first(reading) }
  if (lateMs > 0) return settled
  return { ...settled, [keyOf(reading)]: known ? next(known, reading) : first(reading) }
}
