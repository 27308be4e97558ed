/** Two equal answers before a change, so that one odd reading does not end a call or start a rest. */
import { EVENT_VALID_FOR_MS, type FactReading, POLL_VALID_FOR_MS } from './fact.ts'

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

/** Since when, in the probe's own words where it has any: idle since the last key press, not since it was noticed. */
function sinceOf(reading: FactReading, noticedMs: number): number {
  return reading.sinceMs !== undefined && reading.sinceMs < noticedMs ? reading.sinceMs : noticedMs
}

function first(reading: FactReading): SettledReading {
  if (reading.how === 'event') {
    return { held: reading, sinceMs: sinceOf(reading, reading.atMs), candidate: null }
  }
  return { held: withoutValue(reading), sinceMs: reading.atMs, candidate: reading }
}

function withoutValue(reading: FactReading): FactReading {
  return { ...reading, value: null }
}

/** The same answer after a silence in which it was none: what was between, nobody knows. */
function sameSince({ held, sinceMs }: SettledReading, reading: FactReading): number {
  const validForMs = held.how === 'event' ? EVENT_VALID_FOR_MS : POLL_VALID_FOR_MS[held.fact]
  return reading.atMs - held.atMs > validForMs ? sinceOf(reading, reading.atMs) : sinceMs
}

function next(known: SettledReading, reading: FactReading): SettledReading {
  if (reading.value === known.held.value)
    return { held: reading, sinceMs: sameSince(known, reading), candidate: null }
  if (reading.how === 'event') {
    return { held: reading, sinceMs: sinceOf(reading, reading.atMs), candidate: null }
  }
  const { candidate } = known
  if (candidate === null || candidate.value !== reading.value) return { ...known, candidate: reading }
  return { held: reading, sinceMs: sinceOf(reading, candidate.atMs), candidate: null }
}

/** Takes one reading in. A reading a little older than the one in force is left out; a clock set back starts afresh. */
export function settle(settled: SettledReadings, reading: FactReading): SettledReadings {
  const known = settled[keyOf(reading)]
  const lateMs = known ? known.held.atMs - reading.atMs : 0
  if (lateMs > MOST_DISORDER_MS) return { ...settled, [keyOf(reading)]: first(reading) }
  if (lateMs > 0) return settled
  return { ...settled, [keyOf(reading)]: known ? next(known, reading) : first(reading) }
}
