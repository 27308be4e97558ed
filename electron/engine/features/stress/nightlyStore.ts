/** Values now and then, such as a night's RMSSD, and the one value of each day they come to. */
import { z } from 'zod'
import { median } from '../../../core/hrv/statistics.ts'
import { workDay } from '../../../core/presence/localMoment.ts'
import type { HeartRateReading, VariabilityReading } from '../../../core/readings/mapping.ts'
import type { Calendar } from '../../ports/calendar.ts'
import { type Store, sql } from '../../store/sql.ts'
import type { BeatSources, Insert } from './beatSources.ts'

const valueRow = z.object({ value: z.number() })
const countRow = z.object({ rows: z.number(), oldestAt: z.number().nullable() })
const keptRow = z.object({ source: z.string(), at: z.number(), kind: z.string(), value: z.number() })

const dayRow = z
  .object({
    source: z.string(),
    kind: z.enum(['rmssd', 'sdnn', 'hr']),
    work_day: z.number(),
    value: z.number(),
  })
  .transform(({ work_day, ...row }) => ({ ...row, workDay: work_day }))
export type NightlyDay = z.infer<typeof dayRow>

interface TouchedDay {
  sourceId: number
  kind: string
  workDay: number
}

export class NightlyStore {
  readonly #store: Store
  readonly #calendar: Calendar
  readonly #sources: BeatSources
  readonly #insert: Insert
  readonly #touched = new Map<string, TouchedDay>()

  constructor(store: Store, calendar: Calendar, sources: BeatSources) {
    this.#store = store
    this.#calendar = calendar
    this.#sources = sources
    this.#insert = store.raw.prepare(
      'INSERT OR IGNORE INTO nightly (source_id, at, work_day, kind, value) VALUES (?, ?, ?, ?, ?)',
    )
  }

  /** Call `sumUp` before the transaction ends. */
  add(reading: HeartRateReading | VariabilityReading): void {
    const sourceId = this.#sources.idOf(reading.source)
    const at = Math.round(reading.atMs)
    const day = workDay(this.#calendar.moment(at))
    const value = reading.kind === 'hr' ? reading.bpm : reading.ms
    if (this.#insert.run(sourceId, at, day, reading.kind, value).changes === 0) return
    this.#touched.set(`${sourceId} ${reading.kind} ${day}`, { sourceId, kind: reading.kind, workDay: day })
  }

  /** A day's one value is the median of what came that day; kept, so that months are never read again. */
  sumUp(): void {
    for (const { sourceId, kind, workDay } of this.#touched.values()) {
      const values = this.#store.all(
        valueRow,
        sql`SELECT value FROM nightly WHERE work_day = ${workDay} AND source_id = ${sourceId} AND kind = ${kind}`,
      )
      const middle = median(values.map((row) => row.value))
      this.#store.run(sql`
        INSERT INTO nightly_days (work_day, source_id, kind, value) VALUES (${workDay}, ${sourceId}, ${kind}, ${middle})
        ON CONFLICT DO UPDATE SET value = excluded.value`)
    }
    this.#touched.clear()
  }

  /** What was not committed is not touched either. */
  forget(): void {
    this.#touched.clear()
  }

  /** The values of days, ends included. */
  days(fromDay: number, toDay: number): NightlyDay[] {
    return this.#store.all(
      dayRow,
      sql`SELECT source, kind, work_day, value FROM nightly_days JOIN beat_sources ON id = source_id
        WHERE work_day BETWEEN ${fromDay} AND ${toDay} ORDER BY work_day, source_id, kind`,
    )
  }

  count() {
    const row = this.#store.get(countRow, sql`SELECT count(*) AS rows, min(at) AS "oldestAt" FROM nightly`)
    return row ?? { rows: 0, oldestAt: null }
  }

  rows(): unknown[] {
    return this.#store.all(
      keptRow,
      sql`SELECT source, at, kind, value FROM nightly JOIN beat_sources ON id = source_id
        ORDER BY source_id, kind, at`,
    )
  }

  erase(): void {
    this.#store.run(sql`DELETE FROM nightly_days`)
    this.#store.run(sql`DELETE FROM nightly`)
  }

  eraseDay(workDay: number): void {
    this.#store.run(sql`DELETE FROM nightly_days WHERE work_day = ${workDay}`)
    this.#store.run(sql`DELETE FROM nightly WHERE work_day = ${workDay}`)
  }
}
