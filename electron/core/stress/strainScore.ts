/** The weak score: how unlike this person's usual things are, over the signals at hand, and how far to trust it. */
import { FAMILIES, type FamilyId, FEATURES, type Weights } from './families.ts'
import type { Signal } from './signal.ts'

/** One family's part in the score. */
export interface FamilyPart {
  family: FamilyId
  w: number
  /** Mean of its signals, each by its quality, 0–1. */
  s: number
  /** Mean quality of its signals, 0–1. */
  q: number
  /** Its share of all that speaks for strain, 0–1; the shares of a positive score add to 1. */
  share: number
}

export interface StrainScore {
  /** S = Σ w·s·q / Σ w·q over the families at hand, 0–1; null when none is. */
  strain: number | null
  /** (Σ w·q / Σ w) · min(1, days/10), 0–1. */
  confidence: number
  families: FamilyPart[]
}

/** Below this nothing but the break need is shown (work-pattern notes §4.3). */
export const LEAST_CONFIDENCE = 0.35
const DAYS_TO_FULL_CONFIDENCE = 10

function familyPart(family: FamilyId, signals: readonly Signal[], weights: Weights): FamilyPart | null {
  const own = signals.filter((signal) => FEATURES[signal.feature].family === family && signal.q > 0)
  const w = weights[family]
  if (own.length === 0 || w <= 0) return null
  const qualities = own.reduce((sum, signal) => sum + signal.q, 0)
  const s = own.reduce((sum, signal) => sum + signal.s * signal.q, 0) / qualities
  return { family, w, s, q: qualities / own.length, share: 0 }
}

function weighted(parts: readonly FamilyPart[], of: (part: FamilyPart) => number): number {
  return parts.reduce((sum, part) => sum + part.w * part.q * of(part), 0)
}

/**
 * The score of the signals at hand (work-pattern notes §4.3). Families of weight 0 are off: they count neither in the
 * score nor in the confidence. A family that is absent lowers the confidence, never counts as calm.
 * @param daysKnown different days the baselines rest on.
 */
export function strainScore(signals: readonly Signal[], weights: Weights, daysKnown: number): StrainScore {
  const parts = FAMILIES.map((family) => familyPart(family, signals, weights)).filter((part) => part !== null)
  const present = weighted(parts, () => 1)
  const speaking = weighted(parts, (part) => part.s)
  const possible = FAMILIES.reduce((sum, family) => sum + Math.max(0, weights[family]), 0)
  const known = possible === 0 ? 0 : present / possible
  return {
    strain: present === 0 ? null : speaking / present,
    confidence: known * Math.min(1, Math.max(0, daysKnown) / DAYS_TO_FULL_CONFIDENCE),
    families: parts.map((part) => ({
      ...part,
      share: speaking === 0 ? 0 : (part.w * part.q * part.s) / speaking,
    })),
  }
}
