/** The three things that speak loudest, as codes and numbers; the words live in the page. */
import type { CellLevel } from './baselineCell.ts'
import { type FamilyId, FEATURES, type FeatureId, type Weights } from './families.ts'
import type { Signal } from './signal.ts'
import type { FamilyPart } from './strainScore.ts'

export interface StrainReason {
  family: FamilyId
  feature: FeatureId
  /** Which way it is unlike the usual; of a reason always the heavier one. */
  direction: 'high' | 'low'
  value: number
  /** This person's usual range: median ± one robust standard deviation. */
  usualLow: number
  usualHigh: number
  /** Which part of the week that range speaks for; null where it is not one of the week. */
  level: CellLevel | null
  /** All that went into it. */
  z: number
  s: number
  w: number
  q: number
  /** Its share of the score, 0–1. */
  share: number
}

export const MOST_REASONS = 3

/** Every signal at hand with its part in the score, whether it speaks for strain or not. */
export function strainParts(
  signals: readonly Signal[],
  families: readonly FamilyPart[],
  weights: Weights,
): StrainReason[] {
  return families.flatMap((part) => {
    const own = signals.filter((signal) => FEATURES[signal.feature].family === part.family && signal.q > 0)
    const speaking = own.reduce((sum, signal) => sum + signal.s * signal.q, 0)
    return own.map((signal) => ({
      family: part.family,
      feature: signal.feature,
      direction: directionOf(signal),
      value: signal.value,
      usualLow: signal.usual - signal.spread,
      usualHigh: signal.usual + signal.spread,
      level: signal.level ?? null,
      z: signal.z,
      s: signal.s,
      w: weights[part.family],
      q: signal.q,
      share: speaking === 0 ? 0 : (part.share * signal.s * signal.q) / speaking,
    }))
  })
}

/** A signal that speaks for strain points the heavier way; any other the way it lies. */
function directionOf({ feature, s, z }: Signal): StrainReason['direction'] {
  if (s > 0) return FEATURES[feature].heavier
  return z < 0 ? 'low' : 'high'
}

/** Those that speak for strain, the largest share first, at most three. Empty when nothing does. */
export function loudest(parts: readonly StrainReason[]): StrainReason[] {
  return parts
    .filter((part) => part.s > 0)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MOST_REASONS)
}
