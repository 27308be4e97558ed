/** The slow line: one resting value a day, its week, and the person's own normal band (sensing notes §4.5 a). */
import { mean, median, sampleSd } from './statistics.ts'

/** One resting or nightly value of one day and one source. */
export interface DailyValue {
  source: string
  dayNumber: number
  /** ln of RMSSD (or of SDNN, as a source of its own) in ms. */
  lnMs: number
}

export type DailyUnknown = 'too_few_days_this_week' | 'too_few_days_for_a_band'

export interface DailyLine {
  /** Mean of the last 7 days with today, at least 3 of them valid; null otherwise. */
  weekMean: number | null
  /** Coefficient of variation over the same 7 days in percent, at least 5 valid; null otherwise. */
  weekCvPercent: number | null
  validDaysThisWeek: number
  /** mean ± 0.5·sd of the days before today, at most 60 back; null until they reach back 30 days. */
  band: { low: number; high: number; mean: number; days: number } | null
  /** Where the week lies against the band; null while either is unknown. */
  side: 'below' | 'within' | 'above' | null
  unknown: DailyUnknown[]
}

const WEEK_DAYS = 7
/** From three valid days in seven the weekly mean is as good as from all (Plews 2014). */
const LEAST_DAYS_IN_WEEK = 3
/** Five days a week are enough for the variation (Flatt and Esco 2015). */
const LEAST_DAYS_FOR_CV = 5
const BAND_REACH_DAYS = 60
const BAND_LEAST_REACH_DAYS = 30
/** Three valid days a week over the shortest band of thirty days. */
const LEAST_DAYS_FOR_BAND = 12
const BAND_SDS = 0.5

/** One value for each day, the median where a day has several, oldest first. */
function valueByDay(values: readonly DailyValue[], source: string, today: number): [number, number][] {
  const byDay = new Map<number, number[]>()
  for (const value of values) {
    if (value.source !== source || value.dayNumber > today || !Number.isFinite(value.lnMs)) continue
    byDay.set(value.dayNumber, [...(byDay.get(value.dayNumber) ?? []), value.lnMs])
  }
  return [...byDay]
    .map(([day, several]): [number, number] => [day, median(several) ?? 0])
    .sort((a, b) => a[0] - b[0])
}

function bandOf(days: readonly [number, number][], today: number): DailyLine['band'] {
  const earlier = days.filter(([day]) => day < today && day >= today - BAND_REACH_DAYS)
  const oldest = earlier[0]?.[0]
  if (oldest === undefined || today - oldest < BAND_LEAST_REACH_DAYS) return null
  if (earlier.length < LEAST_DAYS_FOR_BAND) return null
  const values = earlier.map(([, value]) => value)
  const centre = mean(values)
  const sd = sampleSd(values)
  if (centre === null || sd === null) return null
  return { low: centre - BAND_SDS * sd, high: centre + BAND_SDS * sd, mean: centre, days: values.length }
}

function sideOf(weekMean: number | null, band: DailyLine['band']): DailyLine['side'] {
  if (weekMean === null || band === null) return null
  if (weekMean < band.low) return 'below'
  return weekMean > band.high ? 'above' : 'within'
}

/** The daily line of one source as of `today` (a day number); values of other sources are left out. */
export function dailyLine(values: readonly DailyValue[], source: string, today: number): DailyLine {
  const days = valueByDay(values, source, today)
  const week = days.filter(([day]) => day > today - WEEK_DAYS).map(([, value]) => value)
  const weekMean = week.length >= LEAST_DAYS_IN_WEEK ? mean(week) : null
  const weekSd = week.length >= LEAST_DAYS_FOR_CV ? sampleSd(week) : null
  const band = bandOf(days, today)
  const unknown: DailyUnknown[] = []
  if (weekMean === null) unknown.push('too_few_days_this_week')
  if (band === null) unknown.push('too_few_days_for_a_band')
  return {
    weekMean,
    weekCvPercent: weekSd === null || weekMean === null || weekMean === 0 ? null : (100 * weekSd) / weekMean,
    validDaysThisWeek: week.length,
    band,
    side: sideOf(weekMean, band),
    unknown,
  }
}
