/** Raised moments that were drawn by chance, and what came after each, in the database. */
import { z } from 'zod'
import type { TrialArm, TrialMoment } from '../../../core/lights/trial.ts'
import { type Store, sql } from '../../store/sql.ts'

export interface KeptMoment extends TrialMoment {
  row: number
  workDay: number
  heartRateBefore: number | null
  heartRateAfter: number | null
}

const row = z
  .object({
    sequence: z.number(),
    at: z.number(),
    work_day: z.number(),
    arm: z.enum(['look', 'withheld']),
    propensity: z.number(),
    mood: z.number().nullable(),
    heart_rate_before: z.number().nullable(),
    heart_rate_after: z.number().nullable(),
  })
  .transform(
    ({ heart_rate_before: before, heart_rate_after: after, ...found }): KeptMoment => ({
      row: found.sequence,
      atMs: found.at,
      workDay: found.work_day,
      arm: found.arm,
      propensity: found.propensity,
      mood: found.mood,
      heartRateBefore: before,
      heartRateAfter: after,
      heartRateChange: before === null || after === null ? null : after - before,
    }),
  )
const columns = sql`sequence, at, work_day, arm, propensity, mood, heart_rate_before, heart_rate_after`
const countRow = z.object({ rows: z.number(), oldestAt: z.number().nullable() })

export class TrialStore {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  add(moment: {
    atMs: number
    workDay: number
    arm: TrialArm
    propensity: number
    heartRateBefore: number | null
  }): void {
    const { atMs, workDay, arm, propensity, heartRateBefore } = moment
    this.#store.run(sql`
      INSERT INTO light_trial (at, work_day, arm, propensity, heart_rate_before)
      VALUES (${atMs}, ${workDay}, ${arm}, ${propensity}, ${heartRateBefore})`)
  }

  all(): KeptMoment[] {
    return this.#store.all(row, sql`SELECT ${columns} FROM light_trial ORDER BY sequence`)
  }

  /** Moments since then whose heart rate has a beginning and no end yet, in order. */
  waitingForHeart(sinceMs: number): KeptMoment[] {
    return this.#store.all(
      row,
      sql`SELECT ${columns} FROM light_trial WHERE at >= ${sinceMs} AND heart_rate_before IS NOT NULL
        AND heart_rate_after IS NULL ORDER BY at`,
    )
  }

  setHeartRateAfter(sequence: number, value: number): void {
    this.#store.run(sql`UPDATE light_trial SET heart_rate_after = ${value} WHERE sequence = ${sequence}`)
  }

  /** The first answer after a moment is the one that counts; the same answer, changed, takes its own place. */
  setMood(fromMs: number, atMs: number, mood: number): void {
    this.#store.run(sql`
      UPDATE light_trial SET mood = ${mood}, mood_at = ${atMs}
      WHERE at >= ${fromMs} AND at <= ${atMs} AND (mood IS NULL OR mood_at = ${atMs})`)
  }

  forgetMood(atMs: number): void {
    this.#store.run(sql`UPDATE light_trial SET mood = NULL, mood_at = NULL WHERE mood_at = ${atMs}`)
  }

  count(): { rows: number; oldestAt: number | null } {
    const query = sql`SELECT count(*) AS rows, min(at) AS oldestAt FROM light_trial`
    return this.#store.get(countRow, query) ?? { rows: 0, oldestAt: null }
  }

  erase(): void {
    this.#store.run(sql`DELETE FROM light_trial`)
  }

  eraseDay(workDay: number): void {
    this.#store.run(sql`DELETE FROM light_trial WHERE work_day = ${workDay}`)
  }
}
