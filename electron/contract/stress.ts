/** Two scores and where they come from: break need, strain, their history, their reasons, and how well they fit. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { CELL_LEVELS } from '../core/stress/baselineCell.ts'
import { FAMILIES, FEATURE_IDS } from '../core/stress/families.ts'
import { checkinRow } from './checkins.ts'
import { procedure, sharedProcedure } from './procedure.ts'

const epochMs = z.number().int().min(0).max(8.64e15)
const dayNumber = z.number().int().min(-1).max(100_000)
const share = z.number().min(0).max(1)
const family = z.enum(FAMILIES)
const feature = z.enum(FEATURE_IDS)

const band = z.object({ low: z.number(), high: z.number() })

export const strainReason = z.object({
  family,
  feature,
  direction: z.enum(['high', 'low']),
  value: z.number(),
  /** This person's usual range. */
  usualLow: z.number(),
  usualHigh: z.number(),
  /** What it is usual for: this part of the week, these hours of any day, the whole week; null for none of these. */
  level: z.enum(CELL_LEVELS).nullable(),
  z: z.number(),
  s: z.number(),
  w: z.number(),
  q: z.number(),
  /** Of the score, 0–1. */
  share: z.number(),
})
export type StrainReasonView = z.infer<typeof strainReason>

const unknownFeature = z.object({
  feature,
  reason: z.enum(['off', 'no_value', 'too_few_windows', 'too_few_days']),
})

const needView = z.object({
  /** B, 0–1; null while work cannot be told from rest. */
  value: share.nullable(),
  sinceRest: z.number(),
  activeSinceRestMs: z.number(),
  targetMs: z.number(),
  daySpanMs: z.number().nullable(),
  isLongDay: z.boolean(),
  inQuietHours: z.boolean(),
  /** Middle half of this person's B over 14 days; null before three days. */
  usual: band.nullable(),
})

const strainView = z.object({
  /** `off`: switched off · `learning`: fewer than three days known · `unknown`: too little is known now · `known`. */
  state: z.enum(['off', 'learning', 'unknown', 'known']),
  /** S, 0–1; only where `state` is `known`, which means a confidence of at least .35. */
  value: share.nullable(),
  confidence: share,
  phase: z.enum(['clear', 'queued', 'raised']),
  contributing: z.array(family),
  /** At most three, the loudest first; the middle of what this person is used to beside each. */
  reasons: z.array(strainReason),
  unknown: z.array(unknownFeature),
  daysKnown: z.number().int(),
  /** Middle half of this person's S over 14 days; null before three days. */
  usual: band.nullable(),
})

/** The body now, for the line about beats; null values are unknown. */
const bodyView = z.object({
  source: z.string().nullable(),
  atMs: epochMs.nullable(),
  hrBpm: z.number().nullable(),
  rmssdMs: z.number().nullable(),
  coverage: z.number().nullable(),
  /** What the last window was refused for; empty for a good one. */
  refused: z.array(z.string()),
  /** Quiet minutes and days the baseline rests on, and how many it needs. */
  baseline: z.object({
    known: z.boolean(),
    quietMinutes: z.number().int(),
    days: z.number().int(),
    leastMinutes: z.number().int(),
    leastDays: z.number().int(),
  }),
})

export const stressSnapshot = z.object({ atMs: epochMs, need: needView, strain: strainView, body: bodyView })
export type StressSnapshot = z.infer<typeof stressSnapshot>

const what = z.enum(['body', 'work', 'all'])
const wrongStretch = z.object({
  id: z.uuid(),
  fromMs: epochMs,
  toMs: epochMs,
  what,
  note: z.string(),
})
export type WrongStretch = z.infer<typeof wrongStretch>

const dayScores = z.object({
  workDay: dayNumber,
  /** Highest B. */
  needMost: share.nullable(),
  /** Mean of S over the time it was known. */
  strainMean: share.nullable(),
  strainKnownMs: z.number(),
  raisedMs: z.number(),
  raisedTimes: z.number().int(),
  confidenceMean: share.nullable(),
  hrBpm: z.number().nullable(),
  rmssdMs: z.number().nullable(),
  windowsAccepted: z.number().int(),
  windowsRefused: z.number().int(),
})
export type DayScores = z.infer<typeof dayScores>

/** A nightly or resting value by day with its week and its normal band, all in ms of RMSSD or SDNN. */
const daily = z.object({
  source: z.string(),
  kind: z.enum(['rmssd', 'sdnn', 'hr']),
  values: z.array(z.object({ workDay: dayNumber, value: z.number() })),
  weekMean: z.number().nullable(),
  band: band.nullable(),
  side: z.enum(['below', 'within', 'above']).nullable(),
})

const decision = z.object({
  atMs: epochMs,
  kind: z.enum(['strainRaised', 'strainCleared', 'strainQueued', 'queueDropped']),
  because: z.string().nullable(),
  strain: z.number().nullable(),
  threshold: z.number().nullable(),
  highMs: z.number(),
  raisedShare: z.number(),
  contributing: z.array(family),
})

/** A minute's row as the explanation shows it. */
const minuteView = z.record(z.string(), z.union([z.number(), z.boolean(), z.null()]))

export const stress = {
  /** The snapshot, then each change, at most one a second. Never S below a confidence of .35. */
  watch: sharedProcedure.output(eventIterator(stressSnapshot)),
  /** One day, minute by minute (days older than 30: only what is kept by day). */
  day: procedure.input(z.object({ workDay: dayNumber })).output(
    z.object({
      fromMs: epochMs,
      toMs: epochMs,
      /** One a minute at most, in time order. */
      points: z.array(
        z.object({ atMs: epochMs, need: share.nullable(), strain: share.nullable(), confidence: share }),
      ),
      raised: z.array(z.object({ fromMs: epochMs, toMs: epochMs })),
      needUsual: band.nullable(),
      strainUsual: band.nullable(),
      beats: z.object({
        windows: z.array(
          z.object({
            atMs: epochMs,
            hrBpm: z.number().nullable(),
            rmssdMs: z.number().nullable(),
            quiet: z.boolean(),
          }),
        ),
        accepted: z.number().int(),
        refused: z.array(z.object({ reason: z.string(), count: z.number().int() })),
      }),
      daily: z.array(daily),
      wrong: z.array(wrongStretch),
      scores: dayScores,
    }),
  ),
  /** At most 62 days in order; days without a row are left out. */
  days: procedure
    .input(z.object({ fromDay: dayNumber, toDay: dayNumber }))
    .output(z.object({ days: z.array(dayScores), daily: z.array(daily) })),
  /** All that went into the scores nearest to a moment, at most two minutes away. @throws NOT_FOUND */
  explain: procedure.input(z.object({ atMs: epochMs })).output(
    z.object({
      atMs: epochMs,
      need: needView.omit({ usual: true }),
      strain: strainView.omit({ usual: true }).extend({
        /** All signals, not only the loudest three. */
        signals: z.array(strainReason),
        threshold: z.number().nullable(),
      }),
      /** The rows it came from. */
      minutes: z.array(minuteView),
      windows: z.array(
        z.object({
          atMs: epochMs,
          source: z.string(),
          n: z.number().int(),
          hrBpm: z.number().nullable(),
          rmssdMs: z.number().nullable(),
          coverage: z.number().nullable(),
          rejectedShare: z.number().nullable(),
          refused: z.array(z.string()),
          quiet: z.boolean(),
        }),
      ),
      beats: z.object({ rows: z.number().int(), fromMs: epochMs.nullable(), toMs: epochMs.nullable() }),
      checkin: checkinRow.nullable(),
      decision: decision.nullable(),
    }),
  ),
  /** "I was on a treadmill": the stretch leaves the baselines, at most 24 hours of it. */
  markWrong: procedure
    .input(z.object({ id: z.uuid(), fromMs: epochMs, toMs: epochMs, what, note: z.string().max(120) }))
    .output(wrongStretch),
  /** Takes a mark back; what was there counts again. */
  unmarkWrong: procedure.input(z.object({ id: z.uuid() })).output(z.object({})),
  /** The strain score against this person's own answers. */
  howWell: procedure.output(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('too_few'), n: z.number().int(), missing: z.number().int() }),
      z.object({ kind: z.literal('no_variation'), n: z.number().int() }),
      z.object({
        kind: z.literal('known'),
        n: z.number().int(),
        rho: z.number(),
        low: z.number(),
        high: z.number(),
        proposeOff: z.boolean(),
      }),
    ]),
  ),
}
