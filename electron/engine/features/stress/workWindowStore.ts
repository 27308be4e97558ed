/** Ten-minute windows of work as they are kept: three weeks of measures. */
import { z } from 'zod'
import { WORK_FEATURE_IDS } from '../../../core/stress/families.ts'
import type { BaselineWindow } from '../../../core/stress/workBaseline.ts'
import { type Store, sql } from '../../store/sql.ts'

const measures = z.partialRecord(z.enum(WORK_FEATURE_IDS), z.number())
const windowRow = z
  .object({
    at: z.number(),
    work_day: z.number(),
    days: z.enum(['weekday', 'weekend']),
    block: z.number(),
    measures: z.string(),
  })
  .transform(({ at, work_day, measures: text, ...cell }): BaselineWindow => {
    const values: BaselineWindow['values'] = {}
    for (const [id, value] of Object.entries(measures.parse(JSON.parse(text)))) {
      if (value !== undefined) values[id as keyof typeof values] = value
    }
    return { ...cell, atMs: at, workDay: work_day, values }
  })

const columns = sql`at, work_day, days, block, measures`

export class WorkWindowStore {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  add(window: BaselineWindow): void {
    const { atMs, workDay, days, block, values } = window
    this.#store.run(sql`
      INSERT OR REPLACE INTO work_windows (${columns})
      VALUES (${atMs}, ${workDay}, ${days}, ${block}, ${JSON.stringify(values)})`)
  }

  /** In time order. */
  since(fromMs: number): BaselineWindow[] {
    return this.#store.all(
      windowRow,
      sql`SELECT ${columns} FROM work_windows WHERE at >= ${fromMs} ORDER BY at`,
    )
  }

  erase(): void {
    this.#store.run(sql`DELETE FROM work_windows`)
  }

  eraseDay(day: number): void {
    this.#store.run(sql`DELETE FROM work_windows WHERE work_day = ${day}`)
  }

  deleteBefore(beforeMs: number): void {
    this.#store.run(sql`DELETE FROM work_windows WHERE at < ${beforeMs}`)
  }
}
