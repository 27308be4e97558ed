/** The three things that speak loudest, as codes and numbers; the words live in the page. */
import { type FamilyId, FEATURES, type FeatureId, type Weights } from './families.ts'
import type { Signal } from './signal.ts'
import type { FamilyPart } from './strainScore.ts'

export interface StrainReason {
  family: FamilyId
  feature: FeatureId
  /** Which way it is unlike the usual; always the heavier one. */
  direction: 'high' | 'low'
  value: number
  /** This person's usual range: median ± one robust standard deviation. */
  usualLow: number
  usualHigh: number
  /** All that went into it. */
  z: number
  s: number
  w: number
  q: number
  /** Its share of the score, 0–1. */
  share: number
}

export const MOST_REASONS = 3

/** Signals that speak for strain, the largest share first, at most three. Empty when nothing does. */
export function strainReasons(
  signals: readonly Signal[],
  families: readonly FamilyPart[],
  weights: Weights,
): StrainReason[] {
  const reasons = families.flatMap((part) => {
    const own = signals.filter((signal) => FEATURES[signal.feature].family === part.family)
    const speaking = own.reduce((sum, signal) => sum + signal.s * signal.q, 0)
    return own
      .filter((signal) => signal.s > 0 && signal.q > 0)
      .map((signal) => ({
        family: part.family,
        feature: signal.feature,
        direction: FEATURES[signal.feature].heavier,
        value: signal.value,
        usualLow: signal.usual - signal.spread,
        usualHigh: signal.usual + signal.spread,
        z: signal.z,
        s: signal.s,
        w: weights[part.family],
        q: signal.q,
        share: (part.share * signal.s * signal.q) / speaking,
      }))
  })
  return reasons.toSorted((a, b) => b.share - a.share).slice(0, MOST_REASONS)
}
