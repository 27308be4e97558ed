/** Judged minutes of beats: the good ones with what they say, the refused ones with their reasons. */
import { z } from 'zod'
import type { QuietMinute } from '../../../core/hrv/liveBaseline.ts'
import { DAY_START_MINUTE, type LocalMoment, workDay } from '../../../core/presence/localMoment.ts'
import { type Store, sql } from '../../store/sql.ts'
import type { BeatSources } from './beatSources.ts'

/** A minute of one source as it is kept. */
export interface KeptWindow {
  source: string
  /** End of the minute, epoch ms. */
  atMs: number
  n: number
  hrBpm: number | null
  lnRmssd: number | null
  coverage: number | null
  rejectedShare: number | null
  /** Empty for a good window. */
  refused: string[]
  /** Accepted, steady and at the desk, whatever was marked as wrong later. */
  isQuiet: boolean
}

const windowRow = z
  .object({
    source: z.string(),
    at: z.number(),
    n: z.number(),
    hr_bpm: z.number().nullable(),
    ln_rmssd: z.number().nullable(),
    coverage: z.number().nullable(),
    rejected_share: z.number().nullable(),
    refused: z.string(),
    quiet: z.number(),
  })
  .transform(
    (row): KeptWindow => ({
      source: row.source,
      atMs: row.at,
      n: row.n,
      hrBpm: row.hr_bpm,
      lnRmssd: row.ln_rmssd,
      coverage: row.coverage,
      rejectedShare: row.rejected_share,
      refused: row.refused === '[]' ? [] : z.array(z.string()).parse(JSON.parse(row.refused)),
      isQuiet: row.quiet === 1,
    }),
  )
const quietRow = z.object({
  at: z.number(),
  work_day: z.number(),
  minute_of_day: z.number(),
  hr_bpm: z.number().nullable(),
  ln_rmssd: z.number().nullable(),
})
const spanRow = z.object({ fromMs: z.number().nullable(), toMs: z.number().nullable() })
const meanRow = z.object({ value: z.number().nullable() })
const countRow = z.object({ rows: z.number(), oldestAt: z.number().nullable() })

const columns = sql`source, at, n, hr_bpm, ln_rmssd, coverage, rejected_share, refused, quiet`
const sourceId = (source: string) => sql`(SELECT id FROM beat_sources WHERE source = ${source})`

export class WindowStore {
  readonly #store: Store
  readonly #sources: BeatSources

  constructor(store: Store, sources: BeatSources) {
    this.#store = store
    this.#sources = sources
  }

  add(window: KeptWindow, at: LocalMoment): void {
    this.#store.run(sql`
      INSERT OR REPLACE INTO beat_windows (source_id, at, work_day, minute_of_day, n, hr_bpm, ln_rmssd, coverage,
        rejected_share, refused, quiet)
      VALUES (${this.#sources.idOf(window.source)}, ${window.atMs}, ${workDay(at)}, ${at.minuteOfDay}, ${window.n},
        ${window.hrBpm}, ${window.lnRmssd}, ${window.coverage}, ${window.rejectedShare},
        ${JSON.stringify(window.refused)}, ${window.isQuiet ? 1 : 0})`)
  }

  /** Windows of one source that ended after the first moment and up to the second, in time order. */
  between(source: string, afterMs: number, toMs: number): KeptWindow[] {
    return this.#store.all(
      windowRow,
      sql`SELECT ${columns} FROM beat_windows JOIN beat_sources ON id = source_id
        WHERE source_id = ${sourceId(source)} AND at > ${afterMs} AND at <= ${toMs} ORDER BY at`,
    )
  }

  /** Windows of one source that belong to a day, in time order. */
  ofDay(source: string, day: number): KeptWindow[] {
    return this.#store.all(
      windowRow,
      sql`SELECT ${columns} FROM beat_windows JOIN beat_sources ON id = source_id
        WHERE work_day = ${day} AND source_id = ${sourceId(source)} ORDER BY at`,
    )
  }

  /**
   * Beats a minute over the good windows that ended after the first moment and up to the second, of the source with most
   * of them; null without any.
   */
  meanHeartRate(afterMs: number, toMs: number): number | null {
    const query = sql`SELECT avg(hr_bpm) AS value FROM beat_windows
      WHERE at > ${afterMs} AND at <= ${toMs} AND hr_bpm IS NOT NULL AND refused = '[]'
      GROUP BY source_id ORDER BY count(*) DESC, source_id LIMIT 1`
    return this.#store.get(meanRow, query)?.value ?? null
  }

  /** From the beginning of the first minute of a day to the end of the last; null without any. */
  spanOf(day: number): { fromMs: number; toMs: number } | null {
    const row = this.#store.get(
      spanRow,
      sql`SELECT min(at) - 60000 AS "fromMs", max(at) AS "toMs" FROM beat_windows WHERE work_day = ${day}`,
    )
    return row === null || row.fromMs === null || row.toMs === null
      ? null
      : { fromMs: row.fromMs, toMs: row.toMs }
  }

  /** Quiet minutes of all sources since a moment: read once, when Lull starts. */
  quietMinutes(sinceMs: number): QuietMinute[] {
    return this.#sources.all().flatMap(({ id, source }) =>
      this.#store
        .all(
          quietRow,
          sql`SELECT at, work_day, minute_of_day, hr_bpm, ln_rmssd FROM beat_windows
            WHERE source_id = ${id} AND at >= ${sinceMs} AND quiet = 1 ORDER BY at`,
        )
        .map((row) => ({
          source,
          atMs: row.at,
          dayNumber: row.minute_of_day < DAY_START_MINUTE ? row.work_day + 1 : row.work_day,
          minuteOfDay: row.minute_of_day,
          hrBpm: row.hr_bpm,
          lnRmssd: row.ln_rmssd,
        })),
    )
  }

  count() {
    const row = this.#store.get(
      countRow,
      sql`SELECT count(*) AS rows, min(at) AS "oldestAt" FROM beat_windows`,
    )
    return row ?? { rows: 0, oldestAt: null }
  }

  rows(): KeptWindow[] {
    return this.#store.all(
      windowRow,
      sql`SELECT ${columns} FROM beat_windows JOIN beat_sources ON id = source_id ORDER BY source_id, at`,
    )
  }

  erase(): void {
    this.#store.run(sql`DELETE FROM beat_windows`)
  }

  eraseDay(day: number): void {
    this.#store.run(sql`DELETE FROM beat_windows WHERE work_day = ${day}`)
  }

  deleteBefore(beforeMs: number): void {
    for (const { id } of this.#sources.all()) {
      this.#store.run(sql`DELETE FROM beat_windows WHERE source_id = ${id} AND at < ${beforeMs}`)
    }
  }
}
