/** The settings document in the database: one row. */
import { z } from 'zod'
import type { Settings } from '../../../contract/settings.ts'
import { type Store, sql } from '../../store/sql.ts'

const row = z.object({ document: z.string() })

export class SettingsStore {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** The stored text, whatever it holds; null when nothing was stored yet. */
  read(): string | null {
    return this.#store.get(row, sql`SELECT document FROM settings`)?.document ?? null
  }

  write(settings: Settings): void {
    const document = JSON.stringify(settings)
    this.#store.run(sql`
      INSERT INTO settings (one, document) VALUES (1, ${document})
      ON CONFLICT (one) DO UPDATE SET document = excluded.document`)
  }
}
