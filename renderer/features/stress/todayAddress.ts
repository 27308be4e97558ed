/** What Today shows, as its address names it: "week/2026-05-12", so that a reload stays and the way back works. */
import { dateText, dayOfDate } from '../../design/clock.ts'
import { type Period, periods } from './period.ts'

export interface Shown {
  period: Period
  /** Last day shown; null = today, also after midnight has made it another day. */
  toDay: number | null
  howWell: boolean
}

const HOW_WELL = 'how-well'

export function shownAt(within: readonly string[]): Shown {
  const days = within.map(dayOfDate).filter((day) => day !== null)
  return {
    period: periods.find((period) => within.includes(period)) ?? 'day',
    toDay: days[0] ?? null,
    howWell: within.includes(HOW_WELL),
  }
}

export function addressOf({ period, toDay, howWell }: Shown): string[] {
  return [
    ...(period === 'day' ? [] : [period]),
    ...(toDay === null ? [] : [dateText(toDay)]),
    ...(howWell ? [HOW_WELL] : []),
  ]
}
