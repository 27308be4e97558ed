/** Fourteen days of this person's own scores, as counts: where the top tenth begins, and how much of it was alarm. */

/** One day: active time by hundredths of S, and how much of it strain was raised. */
interface HistoryDay {
  workDay: number
  /** Time at S = 0.00, 0.01 … 1.00, ms. */
  binsMs: readonly number[]
  knownMs: number
  raisedMs: number
}

export type OwnHistory = readonly HistoryDay[]

const REACH_DAYS = 14
const BINS = 101
/** The first three days are for learning (work-pattern notes §4.4); fewer hours would make a tenth of very little. */
export const LEAST_HISTORY_DAYS = 3
export const LEAST_HISTORY_MS = 6 * 60 * 60_000
/** The share of active time that strain may be raised, whatever drifts (FlowLight's idea, work-pattern notes §0.9). */
export const MOST_RAISED_SHARE = 0.1
/** Once it has been lowered for its share it must fall this far first, or it would come and go at the bound. */
export const RAISE_BELOW_SHARE = 0.08

function binOf(strain: number): number {
  return Math.max(0, Math.min(BINS - 1, Math.floor(strain * (BINS - 1) + 1e-9)))
}

function within(history: OwnHistory, workDay: number): HistoryDay[] {
  return history.filter((day) => day.workDay > workDay - REACH_DAYS && day.workDay <= workDay)
}

/** Adds time spent at a score. Days older than fourteen are forgotten, and days after this one: the clock was set back. */
export function withScore(
  history: OwnHistory,
  workDay: number,
  score: { strain: number; coversMs: number; isRaised: boolean },
): OwnHistory {
  const kept = within(history, workDay)
  const today = kept.find((day) => day.workDay === workDay) ?? {
    workDay,
    binsMs: Array.from({ length: BINS }, () => 0),
    knownMs: 0,
    raisedMs: 0,
  }
  const bin = binOf(score.strain)
  return [
    ...kept.filter((day) => day.workDay !== workDay),
    {
      workDay,
      binsMs: today.binsMs.map((ms, place) => (place === bin ? ms + score.coversMs : ms)),
      knownMs: today.knownMs + score.coversMs,
      raisedMs: today.raisedMs + (score.isRaised ? score.coversMs : 0),
    },
  ]
}

/**
 * The score above which at most a tenth of the person's own time lies: the upper edge of the hundredth that holds the
 * 90th percentile. Null below 3 days or 6 hours. It may exceed 1, when even the top hundredth is everyday.
 */
export function ownP90(history: OwnHistory, workDay: number): number | null {
  const days = within(history, workDay)
  const knownMs = days.reduce((sum, day) => sum + day.knownMs, 0)
  if (days.length < LEAST_HISTORY_DAYS || knownMs < LEAST_HISTORY_MS) return null
  let aboveMs = 0
  for (let bin = BINS - 1; bin >= 0; bin--) {
    aboveMs += days.reduce((sum, day) => sum + (day.binsMs[bin] ?? 0), 0)
    if (aboveMs * 10 > knownMs) return (bin + 1) / (BINS - 1)
  }
  return 0
}

/** Share of the known time of fourteen days in which strain was raised, 0–1; 0 before there is any. */
export function raisedShare(history: OwnHistory, workDay: number): number {
  const days = within(history, workDay)
  const knownMs = days.reduce((sum, day) => sum + day.knownMs, 0)
  return knownMs === 0 ? 0 : days.reduce((sum, day) => sum + day.raisedMs, 0) / knownMs
}
