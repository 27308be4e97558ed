/** What is kept beside a minute's scores: enough to explain them later, and nothing of a score that may not be shown. */
import { z } from 'zod'
import type { StrainAssessment } from '../../../core/stress/assessStrain.ts'
import { CELL_LEVELS } from '../../../core/stress/baselineCell.ts'
import type { BreakNeed } from '../../../core/stress/breakNeed.ts'
import type { StrainReason } from '../../../core/stress/explainStrain.ts'
import { FAMILIES, FEATURE_IDS, FEATURES } from '../../../core/stress/families.ts'

const feature = z.enum(FEATURE_IDS)
/** value, usualLow, usualHigh, z, s, w, q, share, 1 for high, place of the level: a row a minute for a month must be short. */
const signal = z.array(z.number()).length(10)

export const scoreInputs = z.object({
  sinceRest: z.number(),
  activeSinceRestMs: z.number(),
  targetMs: z.number(),
  daySpanMs: z.number().nullable(),
  isLongDay: z.boolean(),
  inQuietHours: z.boolean(),
  state: z.enum(['off', 'learning', 'unknown', 'known']),
  phase: z.enum(['clear', 'queued', 'raised']),
  daysKnown: z.number(),
  threshold: z.number().nullable(),
  /** End of the ten minutes that were measured, epoch ms. */
  minutesToMs: z.number(),
  contributing: z.array(z.enum(FAMILIES)),
  /** Empty unless the score is known: from the signals anyone could work it out. */
  signals: z.partialRecord(feature, signal),
  unknown: z.partialRecord(feature, z.enum(['off', 'no_value', 'too_few_windows', 'too_few_days'])),
  /** The source that spoke and the end of its last minute; absent when none did. */
  body: z.object({ source: z.string(), atMs: z.number() }).optional(),
})
export type ScoreInputs = z.infer<typeof scoreInputs>

const DECIMALS = 10_000
const short = (value: number) => Math.round(value * DECIMALS) / DECIMALS

/** Kept by their place here, so new ones go to the end. */
const LEVELS = [null, ...CELL_LEVELS] as const

/** The signals of an assessment as they are kept. */
export function keptSignals(parts: readonly StrainReason[]): ScoreInputs['signals'] {
  return Object.fromEntries(
    parts.map((part) => [
      part.feature,
      [part.value, part.usualLow, part.usualHigh, part.z, part.s, part.w, part.q, part.share]
        .map(short)
        .concat(part.direction === 'high' ? 1 : 0, LEVELS.indexOf(part.level)),
    ]),
  )
}

/** And back again. */
export function signalsOf(kept: ScoreInputs['signals']): StrainReason[] {
  return FEATURE_IDS.flatMap((id) => {
    const found = kept[id]
    if (found === undefined) return []
    const [value = 0, usualLow = 0, usualHigh = 0, z = 0, s = 0, w = 0, q = 0, share = 0, high = 0, at = 0] =
      found
    const direction = high === 1 ? ('high' as const) : ('low' as const)
    const kind = { family: FEATURES[id].family, feature: id, direction, level: LEVELS[at] ?? null }
    return [{ ...kind, value, usualLow, usualHigh, z, s, w, q, share }]
  })
}

export function keptUnknown(assessment: StrainAssessment | null): ScoreInputs['unknown'] {
  return Object.fromEntries((assessment?.unknown ?? []).map(({ feature, reason }) => [feature, reason]))
}

/** The part of the break need that explains it. */
export function keptNeed(need: BreakNeed, targetMs: number) {
  const { sinceRest, activeSinceRestMs, daySpanMs, isLongDay, inQuietHours } = need
  return { sinceRest: short(sinceRest), activeSinceRestMs, targetMs, daySpanMs, isLongDay, inQuietHours }
}
