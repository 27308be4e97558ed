/** Breaks in the database as they happen: history, silences, choices and their outcomes. */
import { z } from 'zod'
import {
  type ArmMemory,
  BUCKETS,
  type Bucket,
  emptyArmMemory,
  withOutcome,
} from '../../../core/breaks/armMemory.ts'
import type { BreakEffect, BreakEntry, ChoiceRecord, Suppression } from '../../../core/breaks/breakEffects.ts'
import type { Arm } from '../../../core/breaks/kinds.ts'
import { type Sql, type Store, sql } from '../../store/sql.ts'
import { armColumn } from './breakRows.ts'

/** What an effect leaves in the database. */
export type WrittenEffect = Extract<BreakEffect, { kind: 'entered' | 'suppressed' | 'chosen' | 'outcome' }>

export function isWritten(effect: BreakEffect): effect is WrittenEffect {
  return (
    effect.kind === 'entered' ||
    effect.kind === 'suppressed' ||
    effect.kind === 'chosen' ||
    effect.kind === 'outcome'
  )
}

const highestRow = z.object({ value: z.number().nullable() })
const learntRow = z.object({ bucket: z.enum(BUCKETS), arm: armColumn, worked: z.number() })
const nudgesRow = z.object({ nudges: z.number(), fromStrain: z.number() })
const countRow = z.object({ value: z.number() })

const asNumber = (value: boolean | null) => (value === null ? null : value ? 1 : 0)

export class BreaksStore {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  write(effect: WrittenEffect): void {
    if (effect.kind === 'entered') this.#enter(effect.entry)
    else if (effect.kind === 'suppressed') this.#suppress(effect.suppression)
    else if (effect.kind === 'chosen') this.#choose(effect.choice)
    else {
      const { nudgeId, how, worked, atMs } = effect
      this.#store.run(sql`
        UPDATE break_choices SET how = ${how}, worked = ${asNumber(worked)}, outcome_at = ${atMs}
        WHERE nudge_id = ${nudgeId}`)
    }
  }

  /** @returns false when no choice has this number. */
  rate(nudgeId: number, helped: boolean): boolean {
    const query = sql`UPDATE break_choices SET helped = ${asNumber(helped)} WHERE nudge_id = ${nudgeId}`
    return this.#store.run(query) > 0
  }

  /** The highest number any nudge, break or silence ever had; 0 without any. */
  highestId(): number {
    const queries = [
      sql`SELECT max(nudge_id) AS value FROM break_entries`,
      sql`SELECT max("row") AS value FROM break_suppressions`,
      sql`SELECT max(nudge_id) AS value FROM break_choices`,
    ]
    return Math.max(0, ...queries.map((query) => this.#store.get(highestRow, query)?.value ?? 0))
  }

  /** What was learnt, worked out again from the choices that are kept and what came of them, but for one day. */
  learnt(exceptDay: number | null = null): ArmMemory {
    const others = exceptDay === null ? sql`TRUE` : sql`work_day <> ${exceptDay}`
    const rows = this.#store.all(
      learntRow,
      sql`SELECT bucket, arm, worked FROM break_choices WHERE worked IS NOT NULL AND ${others} ORDER BY nudge_id`,
    )
    const ruled = sql`SELECT count(*) AS value FROM break_choices WHERE chosen_by = 'rules' AND ${others}`
    const rotation = this.#store.get(countRow, ruled)?.value ?? 0
    const memory = rows.reduce(
      (sum, { bucket, arm, worked }: { bucket: Bucket; arm: Arm; worked: number }) =>
        withOutcome(sum, bucket, arm, worked === 1),
      emptyArmMemory,
    )
    return { ...memory, rotation }
  }

  /** Nudges of a day, and how many of them came from strain. */
  nudgesOf(workDay: number): { nudges: number; fromStrain: number } {
    const query = sql`
      SELECT count(*) AS nudges, coalesce(sum(because = 'strain'), 0) AS fromStrain FROM break_entries
      WHERE work_day = ${workDay} AND what IN ('offered', 'hinted')`
    return this.#store.get(nudgesRow, query) ?? { nudges: 0, fromStrain: 0 }
  }

  /** Different days with a line in the history. */
  daysSeen(): number {
    const query = sql`SELECT count(DISTINCT work_day) AS value FROM break_entries`
    return this.#store.get(countRow, query)?.value ?? 0
  }

  hasChoices(workDay: number): boolean {
    const query = sql`SELECT count(*) AS value FROM break_choices WHERE work_day = ${workDay}`
    return (this.#store.get(countRow, query)?.value ?? 0) > 0
  }

  eraseHistory(): void {
    this.#erase(sql`break_entries`, sql``)
    this.#erase(sql`break_suppressions`, sql``)
  }

  eraseChoices(): void {
    this.#erase(sql`break_choices`, sql``)
  }

  eraseDay(workDay: number): void {
    for (const table of [sql`break_entries`, sql`break_suppressions`, sql`break_choices`]) {
      this.#erase(table, sql`WHERE work_day = ${workDay}`)
    }
  }

  #erase(table: Sql, which: Sql): void {
    this.#store.run(sql`DELETE FROM ${table} ${which}`)
  }

  #enter(entry: BreakEntry): void {
    const { atMs, workDay, dayNumber, minuteOfDay, what, kind, arm, because } = entry
    const { nudgeId, lengthMs, restedMs, reason } = entry
    this.#store.run(sql`
      INSERT INTO break_entries (at, work_day, day_number, minute_of_day, what, kind, arm, because, nudge_id,
        length_ms, rested_ms, reason)
      VALUES (${atMs}, ${workDay}, ${dayNumber}, ${minuteOfDay}, ${what}, ${kind}, ${arm}, ${because}, ${nudgeId},
        ${lengthMs}, ${restedMs}, ${reason})`)
  }

  #suppress({ row, reason, kind, because, workDay, fromMs, toMs, heldMs, times }: Suppression): void {
    this.#store.run(sql`
      INSERT INTO break_suppressions ("row", reason, kind, because, work_day, from_at, to_at, held_ms, times)
      VALUES (${row}, ${reason}, ${kind}, ${because}, ${workDay}, ${fromMs}, ${toMs}, ${heldMs}, ${times})
      ON CONFLICT ("row") DO UPDATE SET to_at = excluded.to_at, held_ms = excluded.held_ms, times = excluded.times`)
  }

  #choose(choice: ChoiceRecord): void {
    const { nudgeId, atMs, workDay, kind, bucket, form, arm, by, asks } = choice
    const probabilities = JSON.stringify(choice.probabilities)
    const expected = JSON.stringify(choice.expected)
    this.#store.run(sql`
      INSERT OR REPLACE INTO break_choices (nudge_id, at, work_day, kind, bucket, form, arm, chosen_by,
        probabilities, expected, asks)
      VALUES (${nudgeId}, ${atMs}, ${workDay}, ${kind}, ${bucket}, ${form}, ${arm}, ${by}, ${probabilities},
        ${expected}, ${asNumber(asks)})`)
  }
}
