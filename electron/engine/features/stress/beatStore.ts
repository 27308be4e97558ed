/** Beats as they came: appended in bulk, each reading once however often it is delivered. */
import { z } from 'zod'
import type { Reading } from '../../../core/readings/mapping.ts'
import { type Store, sql } from '../../store/sql.ts'
import type { BeatSources, Insert } from './beatSources.ts'
import type { NightlyStore } from './nightlyStore.ts'

const spanRow = z.object({ rows: z.number(), fromMs: z.number().nullable(), toMs: z.number().nullable() })
const countRow = z.object({ rows: z.number(), oldestAt: z.number().nullable() })
const oldestRow = z.object({ at: z.number().nullable() })
const keptRow = z.object({ source: z.string(), at: z.number(), kind: z.string(), value: z.string() })

/** Intervals with commas between, empty where one could not be read; a thousandth of a ms is below any strap's step. */
function intervalsText(rrMs: readonly (number | null)[]): string {
  return rrMs.map((rr) => (rr === null ? '' : Math.round(rr * 1000) / 1000)).join(',')
}

export class BeatStore {
  readonly #store: Store
  readonly #sources: BeatSources
  readonly #nightly: NightlyStore
  readonly #insert: Insert

  constructor(store: Store, sources: BeatSources, nightly: NightlyStore) {
    this.#store = store
    this.#sources = sources
    this.#nightly = nightly
    this.#insert = store.raw.prepare(
      'INSERT OR IGNORE INTO beats (source_id, at, kind, value) VALUES (?, ?, ?, ?)',
    )
  }

  /** Keeps readings in one transaction and gives those that are new and live. @throws EngineError DISK_FULL */
  keep(readings: readonly Reading[]): Reading[] {
    try {
      return this.#store.transaction(() => {
        const live = readings.filter((reading) => this.#keepOne(reading) && reading.notLive === null)
        this.#nightly.sumUp()
        return live
      })
    } catch (error) {
      this.#sources.forget()
      this.#nightly.forget()
      throw error
    }
  }

  /**
   * Intervals and heart rates are beats, whenever they came: a strap's late ones say nothing of a night. What is sent
   * now and then by its mapping, or is of that kind, belongs to the daily line.
   */
  #keepOne(reading: Reading): boolean {
    if (reading.kind === 'rr') return this.#keepBeats(reading, intervalsText(reading.rrMs))
    if (reading.kind === 'hr' && reading.notLive !== 'discrete') {
      return this.#keepBeats(reading, String(reading.bpm))
    }
    this.#nightly.add(reading)
    return false
  }

  #keepBeats(reading: Reading, value: string): boolean {
    const sourceId = this.#sources.idOf(reading.source)
    return this.#insert.run(sourceId, Math.round(reading.atMs), reading.kind, value).changes > 0
  }

  /** Readings of a source between two moments, both included. */
  span(source: string, fromMs: number, toMs: number) {
    const row = this.#store.get(
      spanRow,
      sql`SELECT count(*) AS rows, min(at) AS "fromMs", max(at) AS "toMs" FROM beats
        WHERE source_id = (SELECT id FROM beat_sources WHERE source = ${source})
          AND at BETWEEN ${fromMs} AND ${toMs}`,
    )
    return row ?? { rows: 0, fromMs: null, toMs: null }
  }

  count() {
    const row = this.#store.get(
      countRow,
      sql`SELECT count(*) AS rows,
        (SELECT min((SELECT min(at) FROM beats WHERE source_id = id)) FROM beat_sources) AS "oldestAt" FROM beats`,
    )
    return row ?? { rows: 0, oldestAt: null }
  }

  rows(): unknown[] {
    return this.#store.all(
      keptRow,
      sql`SELECT source, at, kind, value FROM beats JOIN beat_sources ON id = source_id ORDER BY source_id, at`,
    )
  }

  erase(): void {
    this.#store.run(sql`DELETE FROM beats`)
  }

  /** The end is not included. */
  eraseBetween(fromMs: number, toMs: number): void {
    for (const { id } of this.#sources.all()) {
      this.#store.run(sql`DELETE FROM beats WHERE source_id = ${id} AND at >= ${fromMs} AND at < ${toMs}`)
    }
  }

  /** Deletes the oldest stretch of what is older, so that years of it never hold everything up at once.
   * @returns whether more is left to delete. */
  deleteSomeBefore(beforeMs: number, stepMs: number): boolean {
    let isMore = false
    for (const { id } of this.#sources.all()) {
      const oldest = this.#store.get(oldestRow, sql`SELECT min(at) AS at FROM beats WHERE source_id = ${id}`)
      if (oldest === null || oldest.at === null || oldest.at >= beforeMs) continue
      const toMs = Math.min(beforeMs, oldest.at + stepMs)
      this.#store.run(sql`DELETE FROM beats WHERE source_id = ${id} AND at < ${toMs}`)
      isMore ||= toMs < beforeMs
    }
    return isMore
  }
}
