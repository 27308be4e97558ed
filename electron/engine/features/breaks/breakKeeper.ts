/** What the feature of breaks keeps, to be counted, taken along and erased. */
import { z } from 'zod'
import type { DataKind } from '../../../contract/privacy.ts'
import { withoutDay, withoutHistory } from '../../../core/breaks/erasedState.ts'
import { type LocalMoment, workDay } from '../../../core/presence/localMoment.ts'
import type { Keeper } from '../../ports/keeper.ts'
import { type Sql, type Store, sql } from '../../store/sql.ts'
import type { BreakHistory } from './breakHistory.ts'
import type { BreakMemory } from './breakMemory.ts'
import type { BreaksStore } from './breaksStore.ts'

const countRow = z.object({ rows: z.number(), oldestAt: z.number().nullable() })
const NONE = { rows: 0, oldestAt: null }
const EVERYTHING = sql`TRUE`

export interface BreakKeeperParts {
  store: Store
  rows: BreaksStore
  history: BreakHistory
  memory: BreakMemory
  now: () => LocalMoment
  /** Something was erased. */
  erased: () => void
}

export class BreakKeeper implements Keeper {
  readonly kinds = ['breaks', 'breakChoices'] as const
  readonly #parts: BreakKeeperParts

  constructor(parts: BreakKeeperParts) {
    this.#parts = parts
  }

  count(kind: DataKind): { rows: number; oldestAt: number | null } {
    if (kind === 'breakChoices') return this.#count(sql`SELECT at FROM break_choices`)
    if (kind !== 'breaks') return NONE
    return this.#count(
      sql`SELECT at FROM break_entries UNION ALL SELECT from_at AS at FROM break_suppressions`,
    )
  }

  rows(kind: DataKind): unknown[] {
    const { history } = this.#parts
    if (kind === 'breakChoices') return history.choices()
    if (kind !== 'breaks') return []
    return [
      ...history.entries(EVERYTHING).map((row) => ({ type: 'entry', ...row })),
      ...history.suppressions(EVERYTHING).map((row) => ({ type: 'silence', ...row })),
    ]
  }

  erase(kind: DataKind): void {
    if (kind === 'breakChoices') this.eraseLearning()
    if (kind !== 'breaks') return
    const { rows, memory, now } = this.#parts
    const at = now()
    memory.erase(withoutHistory(memory.state, workDay(at)), at.atMs, () => rows.eraseHistory())
    this.#parts.erased()
  }

  /** Choices, their outcomes, and what was learnt from them. */
  eraseLearning(): void {
    const { rows, memory, now } = this.#parts
    memory.decide({ kind: 'learningForgotten' }, now(), () => rows.eraseChoices())
    this.#parts.erased()
  }

  /** What was learnt on other days stays, and is worked out again without this one. */
  eraseDay({ workDay: day }: Parameters<Keeper['eraseDay']>[0]): void {
    const { rows, memory, now } = this.#parts
    const at = now()
    const learnt = rows.hasChoices(day) ? rows.learnt(day) : null
    memory.erase(withoutDay(memory.state, day, workDay(at), learnt), at.atMs, () => rows.eraseDay(day))
    this.#parts.erased()
  }

  #count(times: Sql): { rows: number; oldestAt: number | null } {
    const query = sql`SELECT count(*) AS rows, min(at) AS oldestAt FROM (${times})`
    return this.#parts.store.get(countRow, query) ?? NONE
  }
}
