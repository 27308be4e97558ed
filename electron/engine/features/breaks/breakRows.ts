/** Rows of breaks on their way out of the database, parsed by schemas. */
import { z } from 'zod'
import type { BreakEntryView, ChoiceView, SuppressionView } from '../../../contract/breaks.ts'
import { BUCKETS } from '../../../core/breaks/armMemory.ts'
import { BECAUSES, ENTRY_WHATS, SUPPRESSION_REASONS } from '../../../core/breaks/breakEffects.ts'
import { BREAK_FORMS } from '../../../core/breaks/breakSettings.ts'
import { ARMS, BREAK_KINDS } from '../../../core/breaks/kinds.ts'
import { sql } from '../../store/sql.ts'

export const kindColumn = z.enum(BREAK_KINDS)
export const armColumn = z.enum(ARMS)
export const becauseColumn = z.enum(BECAUSES)
const form = z.enum(BREAK_FORMS)
const shares = z.partialRecord(armColumn, z.number())
const sharesText = z.string().transform((text) => shares.parse(JSON.parse(text)))

export const entryColumns = sql`at AS atMs, work_day AS workDay, day_number AS dayNumber,
  minute_of_day AS minuteOfDay, what, kind, arm, because, nudge_id AS nudgeId, length_ms AS lengthMs,
  rested_ms AS restedMs, reason`

export const entryRow: z.ZodType<BreakEntryView> = z.object({
  atMs: z.number(),
  workDay: z.number(),
  dayNumber: z.number(),
  minuteOfDay: z.number(),
  what: z.enum(ENTRY_WHATS),
  kind: kindColumn.nullable(),
  arm: armColumn.nullable(),
  because: becauseColumn.nullable(),
  nudgeId: z.number().nullable(),
  lengthMs: z.number().nullable(),
  restedMs: z.number().nullable(),
  reason: z.string().nullable(),
})

export const suppressionColumns = sql`"row", reason, kind, because, work_day AS workDay, from_at AS fromMs,
  to_at AS toMs, held_ms AS heldMs, times`

export const suppressionRow: z.ZodType<SuppressionView> = z.object({
  row: z.number(),
  reason: z.enum(SUPPRESSION_REASONS),
  kind: kindColumn,
  because: becauseColumn,
  workDay: z.number(),
  fromMs: z.number(),
  toMs: z.number(),
  heldMs: z.number(),
  times: z.number(),
})

export const choiceColumns = sql`nudge_id AS nudgeId, at AS atMs, work_day AS workDay, kind, bucket, form, arm,
  chosen_by AS "by", probabilities, expected, asks, how, worked, outcome_at AS outcomeAtMs, helped`

const yesNo = z
  .number()
  .nullable()
  .transform((value) => (value === null ? null : value === 1))

export const choiceRow = z
  .object({
    nudgeId: z.number(),
    atMs: z.number(),
    workDay: z.number(),
    kind: kindColumn,
    bucket: z.enum(BUCKETS),
    form,
    arm: armColumn,
    by: z.enum(['pinned', 'rules', 'learnt']),
    probabilities: sharesText,
    expected: sharesText,
    asks: z.number().transform((value) => value === 1),
    how: z.string().nullable(),
    worked: yesNo,
    outcomeAtMs: z.number().nullable(),
    helped: yesNo,
  })
  .transform(({ how, worked, outcomeAtMs, ...choice }): ChoiceView => {
    const outcome = how === null || outcomeAtMs === null ? null : { how, worked, atMs: outcomeAtMs }
    return { ...choice, outcome }
  })
