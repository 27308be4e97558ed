/** The minutes of a day added up where they lie: those that are long over once, the last ones at each question. */
import { z } from 'zod'
import type { MinuteTotals } from '../../../core/presence/daySums.ts'
import { type Store, sql } from '../../store/sql.ts'

/** The sums of today are asked for each minute: more than this and the older ones are added up for good. */
const MOST_MINUTES_ANEW = 60
/** Minutes of the last half hour are still counted anew, for the last five may be written again. */
const KEPT_ANEW_MS = 30 * 60_000

const perhaps = z.number().nullable()
const sumsRow = z.object({
  minutes: z.number(),
  lastMs: perhaps,
  callSeconds: perhaps,
  sharingSeconds: perhaps,
  lateMinutes: perhaps,
  switches: perhaps,
  comms: perhaps,
  dev: perhaps,
  docs: perhaps,
  media: perhaps,
  other: perhaps,
  keys: perhaps,
  clicks: perhaps,
  cpuShare: perhaps,
  cpuMinutes: z.number(),
  temperatureC: perhaps,
  temperatureMinutes: z.number(),
})
type Sums = z.infer<typeof sumsRow>

export class DayTotals {
  readonly #store: Store
  /** Minutes before a time, which do not change any more. */
  #over: { workDay: number; beforeMs: number; sums: Sums } | null = null

  constructor(store: Store) {
    this.#store = store
  }

  of(workDay: number): MinuteTotals {
    const over = this.#over?.workDay === workDay ? this.#over : null
    const fresh = this.#sums(workDay, over?.beforeMs ?? 0, Number.MAX_SAFE_INTEGER)
    const sums = over === null ? fresh : together(over.sums, fresh)
    if (fresh.minutes > MOST_MINUTES_ANEW && fresh.lastMs !== null) {
      const beforeMs = fresh.lastMs - KEPT_ANEW_MS
      const settled = this.#sums(workDay, over?.beforeMs ?? 0, beforeMs)
      this.#over = { workDay, beforeMs, sums: over === null ? settled : together(over.sums, settled) }
    }
    return totalsOf(sums)
  }

  /** A minute is written: one that was added up for good is not as it was. */
  written(atMs: number): void {
    if (this.#over !== null && atMs < this.#over.beforeMs) this.#over = null
  }

  /** Rows were taken away. */
  forget(): void {
    this.#over = null
  }

  /** In SQL a sum of nothing but nulls is null: unknown all day stays unknown. */
  #sums(workDay: number, fromMs: number, toMs: number): Sums {
    const row = this.#store.get(
      sumsRow,
      sql`
        SELECT
          count(*) AS minutes, max(at) AS lastMs, sum(call_seconds) AS callSeconds,
          sum(sharing_seconds) AS sharingSeconds, max(late_minutes) AS lateMinutes, sum(switches) AS switches,
          sum(comms_seconds) AS comms, sum(dev_seconds) AS dev, sum(docs_seconds) AS docs,
          sum(media_seconds) AS media, sum(other_seconds) AS other, sum(keys) AS keys, sum(clicks) AS clicks,
          sum(cpu_share) AS cpuShare, count(cpu_share) AS cpuMinutes, sum(temperature_c) AS temperatureC,
          count(temperature_c) AS temperatureMinutes
        FROM minutes WHERE work_day = ${workDay} AND at >= ${fromMs} AND at < ${toMs}`,
    )
    // An aggregate always has its one row.
    return row as Sums
  }
}

function sum(a: number | null, b: number | null): number | null {
  return a === null ? b : a + (b ?? 0)
}

function together(a: Sums, b: Sums): Sums {
  const most = (x: number | null, y: number | null) => (x === null || y === null ? (x ?? y) : Math.max(x, y))
  return {
    minutes: a.minutes + b.minutes,
    lastMs: most(a.lastMs, b.lastMs),
    callSeconds: sum(a.callSeconds, b.callSeconds),
    sharingSeconds: sum(a.sharingSeconds, b.sharingSeconds),
    lateMinutes: most(a.lateMinutes, b.lateMinutes),
    switches: sum(a.switches, b.switches),
    comms: sum(a.comms, b.comms),
    dev: sum(a.dev, b.dev),
    docs: sum(a.docs, b.docs),
    media: sum(a.media, b.media),
    other: sum(a.other, b.other),
    keys: sum(a.keys, b.keys),
    clicks: sum(a.clicks, b.clicks),
    cpuShare: sum(a.cpuShare, b.cpuShare),
    cpuMinutes: a.cpuMinutes + b.cpuMinutes,
    temperatureC: sum(a.temperatureC, b.temperatureC),
    temperatureMinutes: a.temperatureMinutes + b.temperatureMinutes,
  }
}

function totalsOf(sums: Sums): MinuteTotals {
  const { minutes, callSeconds, sharingSeconds, lateMinutes, switches, keys, clicks } = sums
  const { comms, dev, docs, media, other } = sums
  const isKnown = [comms, dev, docs, media, other].some((seconds) => seconds !== null)
  return {
    ...{ minutes, callSeconds, sharingSeconds, lateMinutes, switches, keys, clicks },
    categorySeconds: isKnown
      ? { comms: comms ?? 0, dev: dev ?? 0, docs: docs ?? 0, media: media ?? 0, other: other ?? 0 }
      : null,
    cpuShare: sums.cpuShare === null ? null : sums.cpuShare / sums.cpuMinutes,
    temperatureC: sums.temperatureC === null ? null : sums.temperatureC / sums.temperatureMinutes,
  }
}
