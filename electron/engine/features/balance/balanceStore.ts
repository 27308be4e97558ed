/** What happened outside Lull, and the plan against leaning on it, in the database. */
import { z } from 'zod'
import { type Act, actKinds } from '../../../core/balance/acts.ts'
import { type Sql, type Store, sql } from '../../store/sql.ts'

const actRow: z.ZodType<Act> = z.object({
  id: z.string(),
  atMs: z.number(),
  workDay: z.number(),
  kind: z.enum(actKinds),
  note: z.string().nullable(),
})
const actColumns = sql`SELECT id, at AS atMs, work_day AS workDay, kind, note FROM acts`

const dayRow = z.object({ workDay: z.number() })
const planRow = z.object({ document: z.string(), changedAtMs: z.number() })
const countRow = z.object({ rows: z.number(), oldestAt: z.number().nullable() })
const planText = z.string()

export class BalanceStore {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** Newest first. */
  acts(most: number): Act[] {
    return this.#acts(sql`WHERE removed_at IS NULL ORDER BY at DESC, id LIMIT ${most}`)
  }

  act(id: string): Act | null {
    return this.#acts(sql`WHERE removed_at IS NULL AND id = ${id}`)[0] ?? null
  }

  /** Whether it is being taken away just now. */
  isHidden(id: string): boolean {
    return this.#acts(sql`WHERE removed_at IS NOT NULL AND id = ${id}`).length > 0
  }

  /** Day numbers of the latest, one for each act, newest first. */
  actDays(most: number): number[] {
    const query = sql`SELECT work_day AS workDay FROM acts WHERE removed_at IS NULL ORDER BY work_day DESC LIMIT ${most}`
    return this.#store.all(dayRow, query).map(({ workDay }) => workDay)
  }

  /** The same id again changes what was done, not when. */
  keep({ id, atMs, workDay, kind, note }: Act): void {
    this.#store.run(sql`
      INSERT INTO acts (id, at, work_day, kind, note) VALUES (${id}, ${atMs}, ${workDay}, ${kind}, ${note})
      ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, note = excluded.note`)
  }

  /** @returns false when there was none to hide. */
  hide(id: string, atMs: number): boolean {
    return (
      this.#store.run(sql`UPDATE acts SET removed_at = ${atMs} WHERE id = ${id} AND removed_at IS NULL`) > 0
    )
  }

  unhide(id: string): boolean {
    return (
      this.#store.run(sql`UPDATE acts SET removed_at = NULL WHERE id = ${id} AND removed_at IS NOT NULL`) > 0
    )
  }

  /** Erases one that was hidden, or all of them (null). @returns how many. */
  eraseHidden(id: string | null): number {
    const which = id === null ? sql`removed_at IS NOT NULL` : sql`id = ${id} AND removed_at IS NOT NULL`
    return this.#store.run(sql`DELETE FROM acts WHERE ${which}`)
  }

  plan(): string | null {
    return this.#plan()?.text ?? null
  }

  writePlan(plan: string, atMs: number): void {
    this.#store.run(sql`
      INSERT INTO care_documents (name, document, changed_at)
      VALUES ('balancePlan', ${JSON.stringify(plan)}, ${atMs})
      ON CONFLICT (name) DO UPDATE SET document = excluded.document, changed_at = excluded.changed_at`)
  }

  erasePlan(): void {
    this.#store.run(sql`DELETE FROM care_documents WHERE name = 'balancePlan'`)
  }

  /** Those being taken away are counted: until they are erased they are still here. */
  count(): { rows: number; oldestAt: number | null } {
    const query = sql`SELECT count(*) AS rows, min(at) AS oldestAt FROM (
      SELECT at FROM acts UNION ALL SELECT changed_at AS at FROM care_documents WHERE name = 'balancePlan')`
    return this.#store.get(countRow, query) ?? { rows: 0, oldestAt: null }
  }

  /** Everything that is kept, for taking along. */
  rows(): unknown[] {
    const acts = this.#acts(sql`ORDER BY at, id`).map((act) => ({ what: 'act', ...act }))
    const plan = this.#plan()
    return plan === null ? acts : [...acts, { what: 'plan', ...plan }]
  }

  eraseEverything(): void {
    this.#store.transaction(() => {
      this.#store.run(sql`DELETE FROM acts`)
      this.erasePlan()
    })
  }

  /** What was done on a day by the clock of then, and what is shown on it by the clock of now; the plan is of no day. */
  eraseDay({ workDay, fromMs, toMs }: { workDay: number; fromMs: number; toMs: number }): void {
    this.#store.run(sql`DELETE FROM acts WHERE work_day = ${workDay} OR (at >= ${fromMs} AND at < ${toMs})`)
  }

  #plan(): { text: string; changedAtMs: number } | null {
    const query = sql`SELECT document, changed_at AS changedAtMs FROM care_documents WHERE name = 'balancePlan'`
    const row = this.#store.get(planRow, query)
    return row === null
      ? null
      : { text: planText.parse(JSON.parse(row.document)), changedAtMs: row.changedAtMs }
  }

  #acts(where: Sql): Act[] {
    return this.#store.all(actRow, sql`${actColumns} ${where}`)
  }
}
