/** Lets a reading through once, however often the broker delivers it. */
import { contentHash } from './contentHash.ts'
import type { Reading } from './mapping.ts'

/** About an hour of a strap that sends once a second. */
const REMEMBERED = 4096
/** A list of thousands of intervals is remembered by its hash. */
const MOST_SPELLED_OUT = 8

function spelled(reading: Reading): string | number {
  if (reading.kind === 'hr') return reading.bpm
  if (reading.kind !== 'rr') return reading.ms
  const list = reading.rrMs.join()
  return reading.rrMs.length > MOST_SPELLED_OUT ? `${list.length}:${contentHash(list)}` : list
}

function fingerprint(reading: Reading): string {
  const value = spelled(reading)
  return `${reading.source}\n${reading.kind}\n${reading.atMs}\n${value}`
}

/**
 * A gate that says whether a reading is new by source, kind, time and value. It remembers the last `remembered` ones
 * and no more. Readings without a time of their own differ by arrival, so their repeats cannot be told.
 */
export function duplicateGate(remembered = REMEMBERED): (reading: Reading) => boolean {
  const seen = new Set<string>()
  return (reading) => {
    const key = fingerprint(reading)
    if (seen.has(key)) return false
    seen.add(key)
    // A Set keeps the order of arrival, so the first is the oldest.
    if (seen.size > remembered) for (const oldest of seen.values().take(1)) seen.delete(oldest)
    return true
  }
}
