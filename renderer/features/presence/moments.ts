/** Clock times of sensing as a person says them: since when, and until when. */
import { clockFormat } from '../../design/clock.ts'
import type { TextKey } from '../../text/i18n.ts'

export interface MomentWords {
  key: Extract<TextKey, 'time.today' | 'time.tomorrow' | 'time.yesterday' | 'time.dayClock'>
  values: { clock: string; day: string }
}

function calendarDay(at: number): number {
  const date = new Date(at)
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000)
}

/** "14:30", "tomorrow, 04:00", "yesterday, 23:10", or "Tuesday, 09:00" for anything farther away. */
export function momentWords(at: number, now: number, language: string): MomentWords {
  const clock = clockFormat(language).format(at)
  const days = calendarDay(at) - calendarDay(now)
  const isFar = Math.abs(days) > 6
  const day = new Intl.DateTimeFormat(
    language,
    isFar ? { day: 'numeric', month: 'long' } : { weekday: 'long' },
  ).format(at)
  const near = { [-1]: 'time.yesterday', 0: 'time.today', 1: 'time.tomorrow' } as const
  const key = days === 0 || days === 1 || days === -1 ? near[days] : 'time.dayClock'
  return { key, values: { clock, day } }
}
