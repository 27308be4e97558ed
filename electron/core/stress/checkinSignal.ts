/** The person's own word, the only direct truth: below their usual it weighs, and it fades within hours. */
import { robustSpread } from '../hrv/statistics.ts'
import { type Signal, signalOf } from './signal.ts'

export interface CheckinAnswer {
  atMs: number
  /** One of five faces, 1 (worst) to 5 (best). */
  mood: number
}

/** An answer counts half after an hour (work-pattern notes §4.3). */
const HALF_LIFE_MS = 60 * 60_000
/** After five half-lives nothing worth a mention is left. */
export const FADED_AFTER_MS = 5 * HALF_LIFE_MS
const REACH_MS = 21 * 24 * 60 * 60_000
/** With fewer answers before there is no usual. */
export const LEAST_EARLIER_CHECKINS = 5

/** The latest answer against the median of those before it in 21 days; null without a fresh answer or a usual. */
export function checkinSignal(answers: readonly CheckinAnswer[], nowMs: number): Signal | null {
  const past = answers
    .filter((answer) => answer.atMs <= nowMs && nowMs - answer.atMs <= REACH_MS)
    .toSorted((a, b) => a.atMs - b.atMs)
  const latest = past.at(-1)
  const earlier = past.slice(0, -1).map((answer) => answer.mood)
  if (!latest || earlier.length < LEAST_EARLIER_CHECKINS) return null
  const ageMs = nowMs - latest.atMs
  const usual = robustSpread(earlier)
  if (usual === null || ageMs > FADED_AFTER_MS) return null
  return signalOf('checkin', latest.mood, usual, 0.5 ** (ageMs / HALF_LIFE_MS))
}
