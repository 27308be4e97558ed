/** The words of a day, with clock times as the person met them and moments that may lie on another day. */
import { useMemo } from 'react'
import { minuteWords } from '../../design/clock.ts'
import { useMinute } from '../../design/times.ts'
import { useLanguage } from '../../text/amounts.ts'
import { momentWords } from '../presence/moments.ts'
import { useDayWords } from '../stress/dayWords.ts'
import type { PauseWords } from './pauseWords.ts'

const DAY_MS = 86_400_000

export function usePauseWords(zone: string): PauseWords {
  const words = useDayWords(zone)
  const language = useLanguage()
  const now = useMinute()
  return useMemo(() => {
    // A day number is a calendar day; it has no zone.
    const longDate = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
    const monthName = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
    return {
      ...words,
      longDate: (day) => longDate.format(day * DAY_MS),
      month: ({ year, month }) => monthName.format(Date.UTC(year, month - 1, 15)),
      clockMinute: (minuteOfDay) => minuteWords(minuteOfDay, language),
      moment: (atMs) => {
        const { key, values } = momentWords(atMs, now, language)
        // Today's clock is the one of the day's own zone, as everywhere on the page.
        return key === 'time.today' ? words.clock(atMs) : words.t(key, values)
      },
    }
  }, [words, language, now])
}
