/** What presence keeps, to be counted, taken along and erased. */
import { z } from 'zod'
import type { DataKind } from '../../../contract/privacy.ts'
import type { Keeper } from '../../ports/keeper.ts'
import { type Sql, type Store, sql } from '../../store/sql.ts'
import { forgetRhythm } from './keptRhythm.ts'

type Kind = 'minutes' | 'spans' | 'days' | 'programs'

/** By kind: its table, and the day's time where rows have one. Days are dated by their number in UTC. */
const TABLES: Record<Kind, { table: Sql; oldest: Sql }> = {
  minutes: { table: sql`minutes`, oldest: sql`min(at)` },
  spans: { table: sql`spans`, oldest: sql`min(from_at)` },
  days: { table: sql`work_days`, oldest: sql`min(work_day) * 86400000` },
  programs: { table: sql`programs`, oldest: sql`NULL` },
}

const countRow = z.object({ rows: z.number(), oldestAt: z.number().nullable() })
const anyRow = z.record(z.string(), z.unknown())
const NONE = { rows: 0, oldestAt: null }

export interface KeeperParts {
  store: Store
  /** Forgets names in memory and in the database. */
  forgetPrograms(): void
  /** Forgets what memory holds of the time that passed, so that it is not written again. */
  forgetTime(): void
  /** Forgets what memory holds of days added up. */
  forgetSums(): void
  /** The day going on. */
  today(): number
}

function isKind(kind: DataKind): kind is Kind {
  return kind in TABLES
}

export class PresenceKeeper implements Keeper {
  readonly kinds = Object.keys(TABLES) as Kind[]
  readonly #parts: KeeperParts

  constructor(parts: KeeperParts) {
    this.#parts = parts
  }

  count(kind: DataKind): { rows: number; oldestAt: number | null } {
    if (!isKind(kind)) return NONE
    const { table, oldest } = TABLES[kind]
    return (
      this.#parts.store.get(countRow, sql`SELECT count(*) AS rows, ${oldest} AS oldestAt FROM ${table}`) ??
      NONE
    )
  }

  rows(kind: DataKind): unknown[] {
    if (!isKind(kind)) return []
    const rows = this.#parts.store.all(anyRow, sql`SELECT * FROM ${TABLES[kind].table}`)
    return kind === 'days' ? rows.map((row) => ({ ...row, sums: JSON.parse(String(row.sums)) })) : rows
  }

  /** The sums of a day whose minutes stay are worked out again from them. */
  erase(kind: DataKind): void {
    if (!isKind(kind)) return
    if (kind === 'programs') this.#parts.forgetPrograms()
    if (kind === 'minutes' || kind === 'spans') this.#forgetTime()
    this.#parts.store.run(sql`DELETE FROM ${TABLES[kind].table}`)
  }

  eraseDay({ workDay }: { workDay: number }): void {
    const { store } = this.#parts
    this.#parts.forgetSums()
    // The last minutes of yesterday may still be in memory.
    if (workDay >= this.#parts.today() - 1) this.#forgetTime()
    store.transaction(() => {
      for (const kind of ['minutes', 'spans', 'days'] as const) {
        store.run(sql`DELETE FROM ${TABLES[kind].table} WHERE work_day = ${workDay}`)
      }
    })
  }

  #forgetTime(): void {
    this.#parts.forgetTime()
    forgetRhythm(this.#parts.store)
  }
}
