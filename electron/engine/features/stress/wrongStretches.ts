/** "I was on a treadmill": stretches the person took out of what is usual, and may put back. */
import { z } from 'zod'
import type { WrongStretch } from '../../../contract/stress.ts'
import { EngineError } from '../../errors.ts'
import { type Store, sql } from '../../store/sql.ts'

const MOST_STRETCH_MS = 24 * 60 * 60_000

const stretchRow = z.object({
  id: z.string(),
  fromMs: z.number(),
  toMs: z.number(),
  what: z.enum(['body', 'work', 'all']),
  note: z.string(),
})
const columns = sql`id, from_at AS "fromMs", to_at AS "toMs", what, note`

export class WrongStretches {
  readonly #store: Store
  #all: WrongStretch[] = []

  constructor(store: Store) {
    this.#store = store
  }

  load(): void {
    this.#all = this.#store.all(stretchRow, sql`SELECT ${columns} FROM wrong_stretches ORDER BY from_at`)
  }

  /** The same id again changes the mark. @throws EngineError INVALID_INPUT */
  mark(stretch: WrongStretch): void {
    const lengthMs = stretch.toMs - stretch.fromMs
    if (lengthMs <= 0) throw new EngineError('INVALID_INPUT', 'A stretch ends after it begins.')
    if (lengthMs > MOST_STRETCH_MS)
      throw new EngineError('INVALID_INPUT', 'A stretch is at most 24 hours long.')
    const { id, fromMs, toMs, what, note } = stretch
    this.#store.run(sql`
      INSERT OR REPLACE INTO wrong_stretches (id, from_at, to_at, what, note)
      VALUES (${id}, ${fromMs}, ${toMs}, ${what}, ${note})`)
    this.load()
  }

  /** @throws EngineError NOT_FOUND */
  unmark(id: string): void {
    const removed = this.#store.run(sql`DELETE FROM wrong_stretches WHERE id = ${id}`)
    if (removed === 0) throw new EngineError('NOT_FOUND', 'There is no such mark.')
    this.load()
  }

  /** Whether any of the time between two moments was marked. */
  covers(what: 'body' | 'work', fromMs: number, toMs: number): boolean {
    return this.#all.some(
      (one) => (one.what === what || one.what === 'all') && one.fromMs < toMs && one.toMs > fromMs,
    )
  }

  between(fromMs: number, toMs: number): WrongStretch[] {
    return this.#all.filter((one) => one.fromMs < toMs && one.toMs > fromMs)
  }

  all(): readonly WrongStretch[] {
    return this.#all
  }

  erase(): void {
    this.#store.run(sql`DELETE FROM wrong_stretches`)
    this.#all = []
  }

  eraseBetween(fromMs: number, toMs: number): void {
    this.#store.run(sql`DELETE FROM wrong_stretches WHERE from_at < ${toMs} AND to_at > ${fromMs}`)
    this.load()
  }

  deleteBefore(beforeMs: number): void {
    this.#store.run(sql`DELETE FROM wrong_stretches WHERE to_at < ${beforeMs}`)
    this.load()
  }
}
