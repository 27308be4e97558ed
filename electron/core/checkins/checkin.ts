/** What a person says about a moment in ten seconds. */

export const LEAST_FACE = 1
export const MOST_FACE = 5

export interface Checkin {
  id: string
  /** Epoch ms. */
  atMs: number
  /** Day number with days that start at 04:00, in the zone the person was in then. */
  workDay: number
  /** One of five faces, 1 (worst) to 5 (best). */
  mood: number
  /** 1 (drained) to 5 (lively); null when not said. */
  energy: number | null
  /** Feeling words of the wheel, as codes, at most 5. */
  words: string[]
  /** Own tags, at most 8. */
  tags: string[]
  /** Last night: hours slept, 0–24 in halves, null when not said. */
  sleepHours: number | null
  /** What led to it: the person, a chosen time, or a raised strain signal. */
  because: CheckinReason
}

export type CheckinReason = 'person' | 'time' | 'strain'
