/** The minutes of a day added up where they lie, so that summing a day reads one row. */
import { z } from 'zod'
import type { MinuteTotals } from '../../../core/presence/daySums.ts'
import { type Store, sql } from '../../store/sql.ts'

const perhaps = z.number().nullable()
const totalsRow = z.object({
  minutes: z.number(),
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
  temperatureC: perhaps,
})

/** In SQL a sum of nothing but nulls is null: unknown all day stays unknown. */
export function dayTotals(store: Store, workDay: number): MinuteTotals {
  const row = store.get(
    totalsRow,
    sql`
      SELECT
        count(*) AS minutes, sum(call_seconds) AS callSeconds, sum(sharing_seconds) AS sharingSeconds,
        max(late_minutes) AS lateMinutes, sum(switches) AS switches, sum(comms_seconds) AS comms,
        sum(dev_seconds) AS dev, sum(docs_seconds) AS docs, sum(media_seconds) AS media,
        sum(other_seconds) AS other, sum(keys) AS keys, sum(clicks) AS clicks, avg(cpu_share) AS cpuShare,
        avg(temperature_c) AS temperatureC
      FROM minutes WHERE work_day = ${workDay}`,
  )
  // An aggregate always has its one row.
  const { comms, dev, docs, media, other, ...totals } = row as z.infer<typeof totalsRow>
  const isKnown = [comms, dev, docs, media, other].some((seconds) => seconds !== null)
  const categorySeconds = isKnown
    ? { comms: comms ?? 0, dev: dev ?? 0, docs: docs ?? 0, media: media ?? 0, other: other ?? 0 }
    : null
  return { ...totals, categorySeconds }
}
