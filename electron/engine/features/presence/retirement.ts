/** Minutes and stretches older than 30 days are summed up by day and go, once a day. */
import { z } from 'zod'
import { workDay } from '../../../core/presence/localMoment.ts'
import { MINUTES_KEPT_DAYS } from '../../../core/presence/minuteRecord.ts'
import type { Log } from '../../log.ts'
import type { Calendar } from '../../ports/calendar.ts'
import { type Store, sql } from '../../store/sql.ts'
import type { PresenceStore } from './presenceStore.ts'

/** A clock that was set wrong for a moment must not cost a month of minutes. */
const STEADY_MS = 10 * 60_000
const MS_PER_DAY = 86_400_000

const dayRow = z.object({ workDay: z.number() })
const newestRow = z.object({ newest: z.number().nullable() })

interface RetirementParts {
  store: Store
  rows: PresenceStore
  calendar: Calendar
  log: Log
}

export class Retirement {
  #doneDay: number | null = null
  /** Null before the first question. */
  #waitUntilMs: number | null = null
  readonly #parts: RetirementParts

  constructor(parts: RetirementParts) {
    this.#parts = parts
  }

  /** The clock jumped: it may be wrong. */
  clockMoved(nowMs: number): void {
    this.#waitUntilMs = this.#allAreOld(nowMs) ? nowMs + STEADY_MS : nowMs
  }

  /** To be asked often; it works at the first question of a day. */
  retire(nowMs: number): void {
    const today = workDay(this.#parts.calendar.moment(nowMs))
    if (this.#waitUntilMs === null) this.clockMoved(nowMs)
    if (today === this.#doneDay || nowMs < (this.#waitUntilMs ?? 0)) return
    this.#doneDay = today
    const days = this.#sumUp(today - MINUTES_KEPT_DAYS)
    if (days > 0) this.#parts.log.info('daysSummedUp', { count: days })
  }

  /** Nothing was noted for as long as minutes are kept: a long absence, or a wrong clock. */
  #allAreOld(nowMs: number): boolean {
    const newest =
      this.#parts.store.get(newestRow, sql`SELECT max(at) AS newest FROM minutes`)?.newest ?? null
    return newest !== null && nowMs - newest > MINUTES_KEPT_DAYS * MS_PER_DAY
  }

  /** @returns how many days went. */
  #sumUp(firstKept: number): number {
    const { store, rows } = this.#parts
    return store.transaction(() => {
      const days = store.all(
        dayRow,
        sql`
          SELECT DISTINCT work_day AS workDay FROM minutes WHERE work_day < ${firstKept}
          UNION SELECT DISTINCT work_day FROM spans WHERE work_day < ${firstKept}`,
      )
      for (const { workDay: day } of days) if (!rows.hasDay(day)) rows.keepDay(day)
      store.run(sql`DELETE FROM minutes WHERE work_day < ${firstKept}`)
      rows.forgetSums()
      store.run(sql`DELETE FROM spans WHERE work_day < ${firstKept}`)
      return days.length
    })
  }
}
