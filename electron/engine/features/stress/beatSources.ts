/** Where beats come from: a number for each mapping and device, because baselines never mix two of them. */
import { z } from 'zod'
import { type Store, sql } from '../../store/sql.ts'

const sourceRow = z.object({ id: z.number(), source: z.string() })
export type BeatSource = z.infer<typeof sourceRow>

/** A prepared statement for rows that come by the ten thousand and are only ever written: no schema, no text to build. */
export interface Insert {
  run(...values: (string | number)[]): { changes: number }
}

export class BeatSources {
  readonly #store: Store
  readonly #ids = new Map<string, number>()

  constructor(store: Store) {
    this.#store = store
  }

  /** Number of a source, a new one where it was never heard of. */
  idOf(source: string): number {
    const remembered = this.#ids.get(source)
    if (remembered !== undefined) return remembered
    this.#store.run(sql`INSERT OR IGNORE INTO beat_sources (source) VALUES (${source})`)
    const row = this.#store.get(sourceRow, sql`SELECT id, source FROM beat_sources WHERE source = ${source}`)
    const id = row?.id ?? 0
    this.#ids.set(source, id)
    return id
  }

  all(): BeatSource[] {
    return this.#store.all(sourceRow, sql`SELECT id, source FROM beat_sources ORDER BY id`)
  }

  /** Numbers given out in a transaction that was rolled back are nobody's. */
  forget(): void {
    this.#ids.clear()
  }

  /** The name of a source holds the name of a device: it goes with the last row that needs it. */
  dropSilent(): void {
    this.#store.run(sql`
      DELETE FROM beat_sources WHERE NOT EXISTS (SELECT 1 FROM beats WHERE source_id = id)
        AND NOT EXISTS (SELECT 1 FROM beat_windows WHERE source_id = id)
        AND NOT EXISTS (SELECT 1 FROM nightly WHERE source_id = id)
        AND NOT EXISTS (SELECT 1 FROM nightly_days WHERE source_id = id)`)
    this.forget()
  }
}
