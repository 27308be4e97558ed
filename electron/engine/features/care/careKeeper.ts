/** What care keeps, to be counted, taken along and erased. */
import { z } from 'zod'
import type { DataKind } from '../../../contract/privacy.ts'
import type { Keeper } from '../../ports/keeper.ts'
import { type Sql, type Store, sql } from '../../store/sql.ts'
import type { CareStore } from './careStore.ts'
import type { OwnPlan } from './ownPlan.ts'

const countRow = z.object({ rows: z.number(), oldestAt: z.number().nullable() })

const documents = sql`SELECT changed_at AS at FROM care_documents WHERE name IN ('people', 'plan')`
const moments = sql`
  SELECT since AS at FROM care_check_backs UNION ALL SELECT at FROM care_referrals UNION ALL SELECT at FROM care_notices`

export interface CareKeeperParts {
  store: Store
  rows: CareStore
  ownPlan: OwnPlan
  /** Moments, referrals or notices went. */
  momentsErased: () => void
}

export class CareKeeper implements Keeper {
  readonly kinds = ['carePlan', 'careMoments'] as const
  readonly #parts: CareKeeperParts

  constructor(parts: CareKeeperParts) {
    this.#parts = parts
  }

  count(kind: DataKind): { rows: number; oldestAt: number | null } {
    return this.#count(kind === 'carePlan' ? documents : moments)
  }

  rows(kind: DataKind): unknown[] {
    const { rows, ownPlan } = this.#parts
    if (kind === 'carePlan') {
      const plan = ownPlan.plan()
      const people = ownPlan.people().map((person) => ({ what: 'person', ...person }))
      return plan === null ? people : [...people, { what: 'plan', ...plan }]
    }
    return [
      ...rows.moments().map((row) => ({ what: 'hardMoment', ...row })),
      ...rows.referrals().map((row) => ({ what: 'peopleShown', ...row })),
      ...rows.notices().map((row) => ({ what: 'noticePutAway', ...row })),
    ]
  }

  erase(kind: DataKind): void {
    if (kind === 'carePlan') this.#parts.ownPlan.eraseForGood()
    else this.#eraseMoments(sql``, sql``)
  }

  /** People and plan are of no day. Moments go by the clock of then, and by what is shown on the day by the clock of now. */
  eraseDay({ workDay, fromMs, toMs }: Parameters<Keeper['eraseDay']>[0]): void {
    this.#eraseMoments(
      sql`WHERE work_day = ${workDay} OR (since >= ${fromMs} AND since < ${toMs})`,
      sql`WHERE work_day = ${workDay} OR (at >= ${fromMs} AND at < ${toMs})`,
    )
  }

  #eraseMoments(hard: Sql, others: Sql): void {
    const { store, momentsErased } = this.#parts
    store.transaction(() => {
      store.run(sql`DELETE FROM care_check_backs ${hard}`)
      store.run(sql`DELETE FROM care_referrals ${others}`)
      store.run(sql`DELETE FROM care_notices ${others}`)
    })
    momentsErased()
  }

  #count(times: Sql): { rows: number; oldestAt: number | null } {
    const query = sql`SELECT count(*) AS rows, min(at) AS oldestAt FROM (${times})`
    return this.#parts.store.get(countRow, query) ?? { rows: 0, oldestAt: null }
  }
}
