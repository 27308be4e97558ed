/** Bridges and brokers in the database, with the keys that never leave the engine. */
import { z } from 'zod'
import type { LightsSettings } from '../../ports/lights.ts'
import { type Store, sql } from '../../store/sql.ts'

export interface StoredSource {
  id: string
  driver: string
  title: string
  /** With secrets. Empty when nobody can read them any more: the driver says what is missing. */
  settings: LightsSettings
  addedAt: number
  /** Taken away and not yet erased. */
  removedAt: number | null
}

const settingsSchema = z.record(z.string(), z.unknown())

function settingsOf(text: string): LightsSettings {
  try {
    return settingsSchema.parse(JSON.parse(text))
  } catch {
    return {}
  }
}

const row = z
  .object({
    id: z.string(),
    driver: z.string(),
    title: z.string(),
    settings: z.string(),
    added_at: z.number(),
    removed_at: z.number().nullable(),
  })
  .transform(
    (found): StoredSource => ({
      id: found.id,
      driver: found.driver,
      title: found.title,
      settings: settingsOf(found.settings),
      addedAt: found.added_at,
      removedAt: found.removed_at,
    }),
  )
const countRow = z.object({ rows: z.number(), oldestAt: z.number().nullable() })

const columns = sql`id, driver, title, settings, added_at, removed_at`

export class SourcesStore {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** Oldest first, with those that were taken away and can still come back. */
  all(): StoredSource[] {
    return this.#store.all(row, sql`SELECT ${columns} FROM light_sources ORDER BY added_at, id`)
  }

  /** Adds one, or changes all of it but its age; it counts as there again. */
  save({ id, driver, title, settings, addedAt }: Omit<StoredSource, 'removedAt'>): void {
    this.#store.run(sql`
      INSERT INTO light_sources (id, driver, title, settings, added_at)
      VALUES (${id}, ${driver}, ${title}, ${JSON.stringify(settings)}, ${addedAt})
      ON CONFLICT (id) DO UPDATE SET driver = excluded.driver, title = excluded.title,
        settings = excluded.settings, removed_at = NULL`)
  }

  /** It was found elsewhere: only these members change. */
  merge(id: string, members: LightsSettings): void {
    const known = this.all().find((one) => one.id === id)
    if (known === undefined) return
    const settings = JSON.stringify({ ...known.settings, ...members })
    this.#store.run(sql`UPDATE light_sources SET settings = ${settings} WHERE id = ${id}`)
  }

  rename(id: string, title: string): void {
    this.#store.run(sql`UPDATE light_sources SET title = ${title} WHERE id = ${id}`)
  }

  setRemoved(id: string, at: number | null): void {
    this.#store.run(sql`UPDATE light_sources SET removed_at = ${at} WHERE id = ${id}`)
  }

  /** Erases one that was taken away, or all of them, with their keys. */
  eraseRemoved(id: string | null = null): void {
    this.#store.run(sql`
      DELETE FROM light_sources WHERE removed_at IS NOT NULL AND (${id} IS NULL OR id = ${id})`)
  }

  eraseAll(): void {
    this.#store.run(sql`DELETE FROM light_sources`)
  }

  count(): { rows: number; oldestAt: number | null } {
    const query = sql`SELECT count(*) AS rows, min(added_at) AS oldestAt FROM light_sources`
    return this.#store.get(countRow, query) ?? { rows: 0, oldestAt: null }
  }
}
