/** What the heart adds: this minute and the one before against the person's own rest, or nothing at all. */
import { type LiveBaseline, sustainedZ } from '../hrv/liveBaseline.ts'
import { MAD_TO_SD, mean } from '../hrv/statistics.ts'
import { FEATURES } from './families.ts'
import { heavierZ, type Signal, signedZ, strainPart } from './signal.ts'

/** One judged 60 s window of beats; null where it was refused. */
export interface BodyWindow {
  atMs: number
  hrBpm: number | null
  lnRmssd: number | null
  coverage: number | null
  rejectedShare: number | null
}

/** Older beats say nothing of now (work-pattern notes §4.3). */
export const BODY_FRESH_MS = 10 * 60_000
/** "Two consecutive windows" are about a minute apart; a longer hole means they are not consecutive. */
export const MOST_APART_MS = 150_000

/** Covered share of time less the rejected share of beats; both are small in a window that was accepted. */
function qualityOf(window: BodyWindow): number {
  return Math.max(0, (window.coverage ?? 1) - (window.rejectedShare ?? 0))
}

/** z as the strain score sees it: floored and clipped; null where the value or what is usual is unknown. */
export function bodyZ(
  feature: 'hrBpm' | 'lnRmssd',
  value: number | null,
  baseline: LiveBaseline,
): number | null {
  if (value === null || !baseline.known) return null
  return signedZ(value, baseline.median, baseline.mad, FEATURES[feature].floor)
}

/** Heart rate and ln RMSSD as signals; a measure without a baseline, or with one odd minute only, is not among them. */
export function bodySignals(
  previous: BodyWindow | null,
  current: BodyWindow | null,
  baselines: Readonly<Record<'hrBpm' | 'lnRmssd', LiveBaseline>>,
  nowMs: number,
  mostApartMs = MOST_APART_MS,
): Signal[] {
  if (previous === null || current === null) return []
  const isFresh = nowMs - current.atMs < BODY_FRESH_MS && nowMs >= current.atMs
  const isNext = current.atMs > previous.atMs && current.atMs - previous.atMs <= mostApartMs
  if (!isFresh || !isNext) return []
  return (['hrBpm', 'lnRmssd'] as const).flatMap((feature) => {
    const value = current[feature]
    const z = sustainedZ(
      bodyZ(feature, previous[feature], baselines[feature]),
      bodyZ(feature, value, baselines[feature]),
    )
    const baseline = baselines[feature]
    if (value === null || z === null || !baseline.known) return []
    const spread = Math.max(MAD_TO_SD * baseline.mad, FEATURES[feature].floor)
    const s = strainPart(heavierZ(feature, z))
    return [{ feature, value, usual: baseline.median, spread, z, s, q: qualityOf(current) }]
  })
}

/**
 * One number for the body, 0–1, from z values of heart rate and ln RMSSD: the mean of what is known, null when neither
 * is. For recordings; live the strain score weighs the same parts in the same way.
 */
export function bodyScore(zHr: number | null, zLnRmssd: number | null): number | null {
  const parts = [
    zHr === null ? null : strainPart(heavierZ('hrBpm', zHr)),
    zLnRmssd === null ? null : strainPart(heavierZ('lnRmssd', zLnRmssd)),
  ].filter((part) => part !== null)
  return mean(parts)
}
