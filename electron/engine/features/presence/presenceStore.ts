/** Presence in the database: minutes, stretches and sums by day, the programs a person named, and the rhythm. */
import { z } from 'zod'
import { type DaySums, daySums as daySumsShape } from '../../../contract/presence.ts'
import type { DaySpan } from '../../../core/presence/dayLedger.ts'
import { daySums } from '../../../core/presence/daySums.ts'
import { APP_CATEGORIES, type AppCategory, type MinuteRecord } from '../../../core/presence/minuteRecord.ts'
import { type Store, sql } from '../../store/sql.ts'
import { DayTotals } from './dayTotals.ts'
import { type KeptRhythm, keepRhythm, keptRhythm } from './keptRhythm.ts'
import { MINUTE_COLUMNS, minuteRow, replaceMinute } from './minuteRows.ts'

const spanRow = z.object({
  kind: z.enum(['work', 'rest', 'unknown', 'call']),
  workDay: z.number(),
  fromMs: z.number(),
  toMs: z.number(),
})
const perhaps = z.number().nullable()
const sumsRow = z.object({ sums: z.string().transform((text) => daySumsShape.parse(JSON.parse(text))) })
const stretchRow = z.object({ workDay: z.number(), longestStretchMs: z.number() })
const programRow = z.object({ app: z.string(), category: z.enum(APP_CATEGORIES) })
const numberRow = z.object({ value: z.number() })
const sequenceRow = z.object({ sequence: z.number() })

const SPAN_COLUMNS = sql`kind, work_day AS workDay, from_at AS fromMs, to_at AS toMs`

export class PresenceStore {
  readonly #store: Store
  readonly #totals: DayTotals

  constructor(store: Store) {
    this.#store = store
    this.#totals = new DayTotals(store)
  }

  transaction<Result>(work: () => Result): Result {
    return this.#store.transaction(work)
  }

  /** Where a minute is there already, as after a restart or a clock set back, the fuller one stays. */
  keepMinute(minute: MinuteRecord): void {
    const seconds = sql`work_seconds + rest_seconds + unknown_seconds AS value`
    const kept = this.#store.get(numberRow, sql`SELECT ${seconds} FROM minutes WHERE at = ${minute.atMs}`)
    const given = minute.workSeconds + minute.restSeconds + minute.unknownSeconds
    if (kept !== null && given < kept.value - 0.001) return
    this.#store.run(replaceMinute(minute))
    this.#totals.written(minute.atMs)
  }

  /** Minutes that begin in a span of time, its end not included, in time order. */
  minutes(fromMs: number, toMs: number): MinuteRecord[] {
    return this.#store.all(
      minuteRow,
      sql`SELECT ${MINUTE_COLUMNS} FROM minutes WHERE at >= ${fromMs} AND at < ${toMs} ORDER BY at`,
    )
  }

  /** Writes stretches and returns their numbers, by which they can be taken back. */
  addSpans(spans: readonly DaySpan[]): number[] {
    return spans.flatMap((span) => {
      const row = this.#store.get(
        sequenceRow,
        sql`
          INSERT INTO spans (kind, work_day, from_at, to_at)
          VALUES (${span.kind}, ${span.workDay}, ${span.fromMs}, ${span.toMs}) RETURNING sequence`,
      )
      return row ? [row.sequence] : []
    })
  }

  removeSpans(sequences: readonly number[]): void {
    for (const sequence of sequences) this.#store.run(sql`DELETE FROM spans WHERE sequence = ${sequence}`)
  }

  /** Makes room where the clock was set back and the same hour is lived twice: what comes later stays. */
  cutSpans({ kind, fromMs, toMs }: DaySpan): void {
    const besides = kind === 'call' ? sql`kind = 'call'` : sql`kind <> 'call'`
    this.#store.run(sql`DELETE FROM spans WHERE ${besides} AND from_at >= ${fromMs} AND to_at <= ${toMs}`)
    this.#store.run(
      sql`UPDATE spans SET to_at = ${fromMs} WHERE ${besides} AND from_at < ${fromMs} AND to_at > ${fromMs}`,
    )
    this.#store.run(
      sql`UPDATE spans SET from_at = ${toMs} WHERE ${besides} AND from_at < ${toMs} AND to_at > ${toMs}`,
    )
  }

  /** Epoch ms up to which stretches are kept; null when there are none. */
  lastSpanEndMs(): number | null {
    const row = z.object({ value: perhaps })
    return this.#store.get(row, sql`SELECT max(to_at) AS value FROM spans`)?.value ?? null
  }

  /** In time order. */
  spansOf(workDay: number): DaySpan[] {
    return this.#store.all(
      spanRow,
      sql`SELECT ${SPAN_COLUMNS} FROM spans WHERE work_day = ${workDay} ORDER BY from_at, to_at`,
    )
  }

  /** Sums of a day from its minutes and stretches, as far as they are still there. */
  summed(workDay: number): DaySums {
    return daySums(workDay, this.spansOf(workDay), this.#totals.of(workDay))
  }

  /** Minutes were taken away. */
  forgetSums(): void {
    this.#totals.forget()
  }

  /** Sums a day up anew. A day in which nobody could tell anything has no row. */
  keepDay(workDay: number): void {
    const sums = this.summed(workDay)
    if (sums.minutes === 0 && sums.firstWorkMs === null) return
    this.#store.run(sql`
      INSERT INTO work_days (work_day, sums) VALUES (${workDay}, ${JSON.stringify(sums)})
      ON CONFLICT (work_day) DO UPDATE SET sums = excluded.sums`)
  }

  day(workDay: number): DaySums | null {
    return this.#store.get(sumsRow, sql`SELECT sums FROM work_days WHERE work_day = ${workDay}`)?.sums ?? null
  }

  hasDay(workDay: number): boolean {
    const row = sql`SELECT work_day AS value FROM work_days WHERE work_day = ${workDay}`
    return this.#store.get(numberRow, row) !== null
  }

  /** In order, both ends included. */
  days(fromDay: number, toDay: number): DaySums[] {
    const range = sql`work_day BETWEEN ${fromDay} AND ${toDay}`
    return this.#store
      .all(sumsRow, sql`SELECT sums FROM work_days WHERE ${range} ORDER BY work_day`)
      .map((row) => row.sums)
  }

  /** The longest stretch of work of each day with a row, in order, both ends included; without reading all its sums. */
  stretches(fromDay: number, toDay: number): { workDay: number; longestStretchMs: number }[] {
    const range = sql`work_day BETWEEN ${fromDay} AND ${toDay}`
    const longest = sql`json_extract(sums, '$.longestStretchMs')`
    return this.#store.all(
      stretchRow,
      sql`SELECT work_day AS workDay, ${longest} AS longestStretchMs FROM work_days WHERE ${range} ORDER BY work_day`,
    )
  }

  keepRhythm(rhythm: KeptRhythm): void {
    keepRhythm(this.#store, rhythm)
  }

  keptRhythm(): KeptRhythm | null {
    return keptRhythm(this.#store)
  }

  programs(): { app: string; category: AppCategory }[] {
    return this.#store.all(programRow, sql`SELECT app, category FROM programs ORDER BY app`)
  }

  keepProgram(app: string, category: AppCategory): void {
    this.#store.run(sql`
      INSERT INTO programs (app, category) VALUES (${app}, ${category})
      ON CONFLICT (app) DO UPDATE SET category = excluded.category`)
  }

  forgetProgram(app: string): void {
    this.#store.run(sql`DELETE FROM programs WHERE app = ${app}`)
  }

  erasePrograms(): void {
    this.#store.run(sql`DELETE FROM programs`)
  }
}
