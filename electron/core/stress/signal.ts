/** From a measure and what is usual to a share of strain between 0 and 1 (work-pattern notes §4.3). */
import { MAD_TO_SD } from '../hrv/statistics.ts'
import type { CellLevel } from './baselineCell.ts'
import { FEATURES, type FeatureId } from './families.ts'

/** One measure that speaks now, with everything needed to explain it. */
export interface Signal {
  feature: FeatureId
  value: number
  /** What is usual: centre and robust standard deviation, floored. */
  usual: number
  spread: number
  /** Signed, −3…3; positive means above the usual, whichever way is heavier. */
  z: number
  /** 0–1, grows only in the heavier direction. */
  s: number
  /** Quality 0–1. */
  q: number
  /** Which part of the week the usual speaks for; absent where it is not one of the week. */
  level?: CellLevel
}

const MOST_Z = 3

/** z = (x − median) / max(1.4826·MAD, floor), clipped to ±3. */
export function signedZ(value: number, median: number, mad: number, floor: number): number {
  const z = (value - median) / Math.max(MAD_TO_SD * mad, floor)
  return Math.max(-MOST_Z, Math.min(MOST_Z, z))
}

/** s = clamp((z − 0.5) / 2, 0, 1) for a z that is positive when heavier. */
export function strainPart(heavierZ: number): number {
  return Math.max(0, Math.min(1, (heavierZ - 0.5) / 2))
}

/** z turned so that positive is heavier. */
export function heavierZ(feature: FeatureId, z: number): number {
  return FEATURES[feature].heavier === 'high' ? z : -z
}

/** A measure against its usual. `quality` is clamped to 0–1. */
export function signalOf(
  feature: FeatureId,
  value: number,
  usual: { median: number; mad: number },
  quality: number,
): Signal {
  const { floor } = FEATURES[feature]
  const z = signedZ(value, usual.median, usual.mad, floor)
  return {
    feature,
    value,
    usual: usual.median,
    spread: Math.max(MAD_TO_SD * usual.mad, floor),
    z,
    s: strainPart(heavierZ(feature, z)),
    q: Math.max(0, Math.min(1, quality)),
  }
}
