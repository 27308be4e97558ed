/** The slow line of the body: one value a day by source and kind, its week, and the person's own band. */
import { dailyLine } from '../../../core/hrv/dailyBaseline.ts'
import type { NightlyDay, NightlyStore } from './nightlyStore.ts'

/** As far back as the band of the first day reaches. */
const REACH_DAYS = 60

export interface DailyValues {
  source: string
  kind: NightlyDay['kind']
  values: { workDay: number; value: number }[]
  weekMean: number | null
  band: { low: number; high: number } | null
  side: 'below' | 'within' | 'above' | null
}

/** Variability is compared as its logarithm, heart rate as it is. */
const scales = {
  rmssd: { of: Math.log, back: Math.exp },
  sdnn: { of: Math.log, back: Math.exp },
  hr: { of: (value: number) => value, back: (value: number) => value },
}

/** The lines as of `toDay` with the values of the days asked for; a source without any in these days has none. */
export function dailyLines(store: NightlyStore, fromDay: number, toDay: number): DailyValues[] {
  const bySource = Map.groupBy(
    store.days(Math.min(fromDay, toDay - REACH_DAYS), toDay),
    (row) => `${row.kind} ${row.source}`,
  )
  return [...bySource.values()].flatMap((rows) => {
    const first = rows[0]
    const values = rows.filter((row) => row.workDay >= fromDay)
    return first && values.length > 0 ? [lineOf(first, rows, values, toDay)] : []
  })
}

function lineOf(
  { source, kind }: NightlyDay,
  rows: NightlyDay[],
  values: NightlyDay[],
  toDay: number,
): DailyValues {
  const { of, back } = scales[kind]
  const daily = rows.map(({ workDay, value }) => ({ source, dayNumber: workDay, lnMs: of(value) }))
  const { weekMean, band, side } = dailyLine(daily, source, toDay)
  return {
    source,
    kind,
    values: values.map(({ workDay, value }) => ({ workDay, value })),
    weekMean: weekMean === null ? null : back(weekMean),
    band: band && { low: back(band.low), high: back(band.high) },
    side,
  }
}
