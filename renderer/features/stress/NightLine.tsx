/** The nights up to a day: one dot each, the normal band behind them, and nothing where nothing came. */

import styles from './NightLine.module.css'
import type { DailySeries } from './periodDays.ts'

export interface NightLineProps {
  label: string
  series: DailySeries
  workDay: number
}

/** Two weeks are enough to see where a night stands. */
const MOST_NIGHTS = 14

/** Both sides of the band and every value, with a little room. */
export function nightlyEnds(series: DailySeries): { low: number; high: number } {
  const values = [
    ...series.values.map((one) => one.value),
    ...(series.band ? [series.band.low, series.band.high] : []),
  ]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = Math.max(1, (high - low) * 0.2)
  return { low: low - room, high: high + room }
}

export function NightLine({ label, series, workDay }: NightLineProps) {
  const { low, high } = nightlyEnds(series)
  const firstDay = Math.min(workDay - 6, Math.max(workDay - MOST_NIGHTS + 1, series.values[0]?.workDay ?? 0))
  const days = workDay - firstDay + 1
  const left = (day: number) => `${((day - firstDay + 0.5) / days) * 100}%`
  const top = (value: number) => ((high - value) / (high - low)) * 100
  const { band } = series
  return (
    <div className={styles.nights} role="img" aria-label={label}>
      {band ? (
        <span
          className={styles.normal}
          style={{ top: `${top(band.high)}%`, height: `${top(band.low) - top(band.high)}%` }}
        />
      ) : null}
      {series.values
        .filter((one) => one.workDay >= firstDay && one.workDay <= workDay)
        .map((one) => (
          <span
            key={one.workDay}
            className={styles.night}
            data-last={one.workDay === workDay || undefined}
            style={{ left: left(one.workDay), top: `${top(one.value)}%` }}
          />
        ))}
    </div>
  )
}
