/** One window of beats, judged: either good enough to compute from, or refused with every reason. */
import { type CleanedRr, cleanRr, type RrInterval, uncleanedRr } from './cleanRr.ts'
import { isHeartRateSteady } from './heartRateSlope.ts'
import { type HrvFeatures, hrvFeatures } from './hrvFeatures.ts'

export type RefusalReason =
  | 'no_beats'
  | 'too_short'
  | 'too_many_bad_beats'
  | 'too_little_covered'
  | 'no_differences'

export interface HrvWindow extends HrvFeatures {
  /** Intervals received. */
  n: number
  /** Intervals trusted. */
  kept: number
  /** Share of received intervals that were rejected, 0–1; null without any. */
  rejectedShare: number | null
  /** Share of the window's time that trusted beats cover, 0–1; null for a window without length. */
  coverage: number | null
  /** Why nothing was computed; empty for a good window. Where it is not empty every feature is null. */
  refused: RefusalReason[]
  /** Whether the heart rate kept within 10 bpm a minute; a moving window is correct but not a quiet one. */
  steady: boolean | null
}

export interface WindowRules {
  /** Length of the window, ms. Without it the sum of the received intervals, which knows nothing of gaps. */
  spanMs?: number
  /** Skip cleaning and refusing: for looking at what cleaning changed, never for a score. */
  raw?: boolean
}

/** Sixty seconds; below that RMSSD is mostly noise (sensing notes §4.4). */
export const LEAST_WINDOW_MS = 60_000
/** Refused above this share of bad beats and below this share of covered time (sensing notes §4.3). */
const MOST_REJECTED_SHARE = 0.05
export const LEAST_COVERAGE = 0.8

const nothingKnown = hrvFeatures([])

function refusals(cleaned: CleanedRr, spanMs: number, coverage: number | null): RefusalReason[] {
  const reasons: RefusalReason[] = []
  if (cleaned.beats.length === 0) reasons.push('no_beats')
  if (spanMs < LEAST_WINDOW_MS) reasons.push('too_short')
  // Counted in whole beats, so that exactly one in twenty is not refused by a rounding error.
  if (cleaned.rejected.length > MOST_REJECTED_SHARE * cleaned.total) reasons.push('too_many_bad_beats')
  if (coverage === null || coverage < LEAST_COVERAGE) reasons.push('too_little_covered')
  if (!cleaned.runs.some((run) => run.length > 1)) reasons.push('no_differences')
  return reasons
}

/** Cleans, judges and computes. Every feature of a refused window is null: unknown, never zero. */
export function hrvWindow(rr: readonly RrInterval[], rules: WindowRules = {}): HrvWindow {
  const cleaned = rules.raw ? uncleanedRr(rr) : cleanRr(rr)
  const spanMs = rules.spanMs ?? cleaned.receivedMs
  const coveredMs = cleaned.beats.reduce((sum, beat) => sum + beat.rrMs, 0)
  // The first beat of a window began before it, so the beats may be a little longer than the window.
  const coverage = spanMs > 0 ? Math.min(1, coveredMs / spanMs) : null
  const refused = rules.raw ? [] : refusals(cleaned, spanMs, coverage)
  return {
    n: cleaned.total,
    kept: cleaned.beats.length,
    rejectedShare: cleaned.total === 0 ? null : cleaned.rejected.length / cleaned.total,
    coverage,
    refused,
    steady: isHeartRateSteady(cleaned.beats),
    ...(refused.length === 0 ? hrvFeatures(cleaned.runs) : nothingKnown),
  }
}
