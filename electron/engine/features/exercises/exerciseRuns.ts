/** Exercises that were begun, with their ratings, in the database. */
import { z } from 'zod'
import type { ExerciseRun } from '../../../contract/exercises.ts'
import type { RatingPair } from '../../../core/exercises/ratingSummary.ts'
import { type Store, sql } from '../../store/sql.ts'

const runColumns = z
  .object({
    id: z.string(),
    exercise_id: z.string(),
    at: z.number(),
    planned_ms: z.number(),
    spent_ms: z.number(),
    ended: z.enum(['open', 'done', 'stopped']),
    rated_before: z.number().nullable(),
    rated_after: z.number().nullable(),
    nudge_id: z.number().nullable(),
    via: z.enum(['break', 'list', 'panic']),
  })
  .transform(
    (row): ExerciseRun => ({
      id: row.id,
      exerciseId: row.exercise_id,
      atMs: row.at,
      plannedMs: row.planned_ms,
      spentMs: row.spent_ms,
      ended: row.ended,
      before: row.rated_before,
      after: row.rated_after,
      nudgeId: row.nudge_id,
      via: row.via,
    }),
  )

const columns = sql`
  SELECT id, exercise_id, at, planned_ms, spent_ms, ended, rated_before, rated_after, nudge_id, via
  FROM exercise_runs`

const pairRow = z.object({ before: z.number(), after: z.number() })
const doneRow = z.object({ exerciseId: z.string(), times: z.number(), lastAtMs: z.number() })
const countRow = z.object({ rows: z.number(), oldestAt: z.number().nullable() })
const anyRow = z.record(z.string(), z.unknown())

export type DoneTimes = Omit<z.infer<typeof doneRow>, 'exerciseId'>

export class ExerciseRuns {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** The same id replaces all but the moment, which is that of the first time. @returns the run as it is kept. */
  keep(run: ExerciseRun, workDay: number): ExerciseRun {
    return this.#store.transaction(() => {
      this.#write(run, workDay)
      return this.run(run.id) ?? run
    })
  }

  run(id: string): ExerciseRun | null {
    return this.#store.get(runColumns, sql`${columns} WHERE id = ${id}`)
  }

  #write(run: ExerciseRun, workDay: number): void {
    const { id, exerciseId, atMs, plannedMs, spentMs, ended, before, after, nudgeId, via } = run
    this.#store.run(sql`
      INSERT INTO exercise_runs (id, exercise_id, at, work_day, planned_ms, spent_ms, ended, rated_before,
        rated_after, nudge_id, via)
      VALUES (${id}, ${exerciseId}, ${atMs}, ${workDay}, ${plannedMs}, ${spentMs}, ${ended}, ${before},
        ${after}, ${nudgeId}, ${via})
      ON CONFLICT (id) DO UPDATE SET
        exercise_id = excluded.exercise_id, planned_ms = excluded.planned_ms, spent_ms = excluded.spent_ms,
        ended = excluded.ended, rated_before = excluded.rated_before, rated_after = excluded.rated_after,
        nudge_id = excluded.nudge_id, via = excluded.via`)
  }

  /** From `fromMs` on, `toMs` not included; newest first. */
  between(fromMs: number, toMs: number, most: number): ExerciseRun[] {
    return this.#store.all(
      runColumns,
      sql`${columns} WHERE at >= ${fromMs} AND at < ${toMs} ORDER BY at DESC, id LIMIT ${most}`,
    )
  }

  /** The latest that were rated before and after; also those that were stopped, for that is an answer too. */
  ratings(exerciseId: string, most: number): RatingPair[] {
    return this.#store.all(
      pairRow,
      sql`
        SELECT rated_before AS before, rated_after AS after FROM exercise_runs
        WHERE exercise_id = ${exerciseId} AND rated_before IS NOT NULL AND rated_after IS NOT NULL
        ORDER BY at DESC, id LIMIT ${most}`,
    )
  }

  /** Only from `sinceMs` on is looked at, for years of runs are behind it. */
  isRated(nudgeId: number, sinceMs: number): boolean {
    const query = sql`
      SELECT count(*) AS rows, min(at) AS oldestAt FROM exercise_runs
      WHERE at >= ${sinceMs} AND nudge_id = ${nudgeId} AND rated_before IS NOT NULL AND rated_after IS NOT NULL`
    return (this.#store.get(countRow, query)?.rows ?? 0) > 0
  }

  /** By exercise: how often it was done to the end, and when last. */
  done(): Map<string, DoneTimes> {
    const rows = this.#store.all(
      doneRow,
      sql`
        SELECT exercise_id AS exerciseId, count(*) AS times, max(at) AS lastAtMs FROM exercise_runs
        WHERE ended = 'done' GROUP BY exercise_id`,
    )
    return new Map(rows.map(({ exerciseId, ...done }) => [exerciseId, done]))
  }

  count(): { rows: number; oldestAt: number | null } {
    const query = sql`SELECT count(*) AS rows, min(at) AS oldestAt FROM exercise_runs`
    return this.#store.get(countRow, query) ?? { rows: 0, oldestAt: null }
  }

  /** Everything that is kept, for taking along. */
  rows(): unknown[] {
    return this.#store.all(anyRow, sql`SELECT * FROM exercise_runs ORDER BY at, id`)
  }

  eraseEverything(): void {
    this.#store.run(sql`DELETE FROM exercise_runs`)
  }

  /** What was done on a day by the clock of then, and what is shown on it by the clock of now. */
  eraseDay({ workDay, fromMs, toMs }: { workDay: number; fromMs: number; toMs: number }): void {
    this.#store.run(sql`
      DELETE FROM exercise_runs WHERE work_day = ${workDay} OR (at >= ${fromMs} AND at < ${toMs})`)
  }
}
