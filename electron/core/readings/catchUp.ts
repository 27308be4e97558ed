/** What a broker kept for us while we were away comes in one rush: more than usual is let in, and none of it is of now. */
import { MOST_MESSAGES_PER_SECOND } from './topicRate.ts'

export interface CatchUp {
  sinceMs: number
  lastMessageMs: number
  /** Messages beyond the usual rate that are still let in. */
  allowance: number
  /** Away for so long that the time of arrival says nothing about a value. */
  stale: boolean
}

/** An outage up to this blurs the time of a value no more than a slow radio does. */
const SHORT_AWAY_MS = 10_000
/** Brokers keep a thousand messages or so for one client; more than this is no backlog. */
const MOST_ALLOWANCE = 5000
/** A backlog comes without pauses; it never lasts longer than half a minute. */
const PAUSE_MS = 250
const LEAST_MS = 2000
const MOST_MS = 30_000

/** @param awayMs how long the broker could not reach us; Infinity when nobody knows. */
export function catchUpAfter(awayMs: number, nowMs: number): CatchUp {
  const allowance = Math.min(MOST_ALLOWANCE, Math.ceil(awayMs / 1000) * MOST_MESSAGES_PER_SECOND)
  return { sinceMs: nowMs, lastMessageMs: nowMs, allowance, stale: awayMs > SHORT_AWAY_MS }
}

/** The state with a message that came now, or null when the backlog is over and messages are of now again. */
export function caughtUpWith(state: CatchUp, nowMs: number): CatchUp | null {
  const lastedMs = nowMs - state.sinceMs
  const paused = lastedMs >= LEAST_MS && nowMs - state.lastMessageMs >= PAUSE_MS
  return lastedMs < 0 || lastedMs >= MOST_MS || paused ? null : { ...state, lastMessageMs: nowMs }
}
