/** What is kept, counted and copied: rows, ages, and the log of connections. */
import { z } from 'zod'
import { type Sql, type Store, sql } from '../../store/sql.ts'

/** Enough to see a pattern; older ones say nothing new. */
export const KEPT_CONNECTIONS = 500

const connectionRow = z.object({
  at: z.number(),
  peer: z.string(),
  reason: z.string(),
  outcome: z.enum(['answered', 'failed', 'stopped']),
})
export type Connection = z.infer<typeof connectionRow>

const countRow = z.object({ rows: z.number(), oldest: z.number().nullable() })

export class PrivacyStore {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  addConnection(connection: Connection): void {
    const { at, peer, reason, outcome } = connection
    this.#store.transaction(() => {
      this.#store.run(sql`
        INSERT INTO connections (at, peer, reason, outcome) VALUES (${at}, ${peer}, ${reason}, ${outcome})`)
      this.#store.run(sql`
        DELETE FROM connections WHERE sequence <= (SELECT max(sequence) FROM connections) - ${KEPT_CONNECTIONS}`)
    })
  }

  connections(limit: number): Connection[] {
    return this.#store.all(
      connectionRow,
      sql`SELECT at, peer, reason, outcome FROM connections ORDER BY sequence DESC LIMIT ${limit}`,
    )
  }

  /** Hidden conversations are counted: until they are erased they are still here. */
  counts() {
    return {
      conversations: this.#count(sql`SELECT count(*) AS rows, min(started_at) AS oldest FROM conversations`),
      messages: this.#count(sql`SELECT count(*) AS rows, min(at) AS oldest FROM messages`),
      models: this.#count(sql`SELECT count(*) AS rows, min(added_at) AS oldest FROM models`),
      settings: this.#count(sql`SELECT count(*) AS rows, NULL AS oldest FROM settings`),
      connections: this.#count(sql`SELECT count(*) AS rows, min(at) AS oldest FROM connections`),
    }
  }

  eraseConnections(): void {
    this.#store.run(sql`DELETE FROM connections`)
  }

  /** Rewrites the file without what was deleted, and empties the log of pending writes. */
  compact(): void {
    this.#store.raw.exec('VACUUM')
    this.emptyLog()
  }

  /** Empties the log of pending writes; in the file itself deleted rows are overwritten as they go. */
  emptyLog(): void {
    this.#store.raw.pragma('wal_checkpoint(TRUNCATE)')
  }

  /** Size of the database, pending writes included. */
  bytes(): number {
    const pages = Number(this.#store.raw.pragma('page_count', { simple: true }))
    return pages * Number(this.#store.raw.pragma('page_size', { simple: true }))
  }

  #count(query: Sql) {
    const { rows, oldest } = this.#store.get(countRow, query) ?? { rows: 0, oldest: null }
    return { rows, oldestAt: oldest }
  }
}
