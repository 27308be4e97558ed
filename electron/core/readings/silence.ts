/** When no message is news: an unsent, a forbidden and a dead topic all look the same from here. */
import type { Mapping } from './mapping.ts'

/** A strap sends every second or so; five minutes of nothing is not a pause. */
const LIVE_PATIENCE_MS = 5 * 60_000
/** A nightly value may come late on a long sleep, and not at all on the way home. */
const DISCRETE_PATIENCE_MS = 36 * 60 * 60_000

export interface Listening {
  /** Since when the broker is connected; null while it is not. */
  connectedSinceMs: number | null
  /** Since when somebody listens for this mapping, connected or not. */
  watchedSinceMs: number
  lastMessageMs: number | null
}

/** Whether nothing came for longer than this mapping's patience. Without a connection its failure says enough. */
export function isSilent(mapping: Mapping, listening: Listening, nowMs: number): boolean {
  const { connectedSinceMs, watchedSinceMs, lastMessageMs } = listening
  if (connectedSinceMs === null) return false
  const isDiscrete = mapping.discrete === true || mapping.kind === 'rmssd' || mapping.kind === 'sdnn'
  const fromMs = isDiscrete ? watchedSinceMs : Math.max(connectedSinceMs, watchedSinceMs)
  const patienceMs = isDiscrete ? DISCRETE_PATIENCE_MS : LIVE_PATIENCE_MS
  return nowMs - Math.max(fromMs, lastMessageMs ?? fromMs) > patienceMs
}
