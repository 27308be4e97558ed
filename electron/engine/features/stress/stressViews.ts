/** What the page is shown of scores and body; nothing of a strain score that may not be shown passes here. */
import type { StressSnapshot } from '../../../contract/stress.ts'
import { LEAST_QUIET_DAYS, LEAST_QUIET_MINUTES, type LiveBaseline } from '../../../core/hrv/liveBaseline.ts'
import type { StrainAssessment } from '../../../core/stress/assessStrain.ts'
import type { BreakNeed } from '../../../core/stress/breakNeed.ts'
import type { StressState } from '../../../core/stress/decideStress.ts'
import { LEAST_HISTORY_DAYS } from '../../../core/stress/ownHistory.ts'
import type { OwnRange } from '../../../core/stress/ownRange.ts'
import type { BodyNow } from './bodyWindows.ts'

/** Weights and qualities are fractions: their sums may miss 1 by the last digit. */
export const asShare = (value: number) => Math.max(0, Math.min(1, value))
export const asShareOrNull = (value: number | null) => (value === null ? null : asShare(value))

export function needView(need: BreakNeed, targetMs: number, usual: OwnRange | null): StressSnapshot['need'] {
  const { need: value, ...inputs } = need
  return { value: asShareOrNull(value), ...inputs, targetMs, usual }
}

export interface StrainNow {
  isOn: boolean
  assessment: StrainAssessment | null
  phase: StressState['phase']
  daysKnown: number
}

export function strainStateOf({ isOn, assessment, daysKnown }: StrainNow): StressSnapshot['strain']['state'] {
  if (!isOn) return 'off'
  if (assessment !== null && assessment.strain !== null) return 'known'
  return daysKnown < LEAST_HISTORY_DAYS ? 'learning' : 'unknown'
}

export function strainView(now: StrainNow, usual: OwnRange | null): StressSnapshot['strain'] {
  const { assessment, phase, daysKnown } = now
  return {
    state: strainStateOf(now),
    value: asShareOrNull(assessment?.strain ?? null),
    confidence: asShare(assessment?.confidence ?? 0),
    phase,
    contributing: assessment?.contributing ?? [],
    reasons: assessment?.reasons ?? [],
    unknown: assessment?.unknown ?? [],
    daysKnown,
    usual,
  }
}

function baselineView(baseline: LiveBaseline | null): StressSnapshot['body']['baseline'] {
  const quietMinutes = baseline === null ? 0 : baseline.known ? baseline.count : baseline.quietMinutes
  return {
    known: baseline?.known ?? false,
    quietMinutes,
    days: baseline?.days ?? 0,
    leastMinutes: LEAST_QUIET_MINUTES,
    leastDays: LEAST_QUIET_DAYS,
  }
}

/** @param baseline of the source that speaks, or of the one known best while none does. */
export function bodyView(body: BodyNow | null, baseline: LiveBaseline | null): StressSnapshot['body'] {
  const window = body?.window ?? null
  return {
    source: body?.source ?? null,
    atMs: window?.atMs ?? null,
    hrBpm: window?.hrBpm ?? null,
    rmssdMs: rmssdMs(window?.lnRmssd ?? null),
    coverage: window?.coverage ?? null,
    refused: window?.refused ?? [],
    baseline: baselineView(baseline),
  }
}

export function rmssdMs(lnRmssd: number | null): number | null {
  return lnRmssd === null ? null : Math.exp(lnRmssd)
}

const hundredth = (value: number) => Math.round(value * 100) / 100
const MINUTE_MS = 60_000

/** Two snapshots with the same text look the same to a person: hundredths of a score, minutes, whole beats. */
export function looks({ need, strain, body }: StressSnapshot): string {
  const parts = [
    need.value === null ? null : hundredth(need.value),
    Math.floor(need.activeSinceRestMs / MINUTE_MS),
    Math.floor((need.daySpanMs ?? -1) / MINUTE_MS),
    [need.isLongDay, need.inQuietHours, need.targetMs, need.usual],
    strain.value === null ? null : hundredth(strain.value),
    hundredth(strain.confidence),
    [strain.state, strain.phase, strain.contributing, strain.daysKnown, strain.unknown, strain.usual],
    strain.reasons.map(({ feature, share, value }) => [
      feature,
      hundredth(share),
      Number(value.toPrecision(2)),
    ]),
    [body.source, body.atMs, body.refused, body.baseline],
  ]
  return JSON.stringify(parts)
}
