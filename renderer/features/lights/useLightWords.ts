/** The words of lights by the person's clock, with the day it is now. */
import { useMemo } from 'react'
import { minuteWords } from '../../design/clock.ts'
import { useMinute } from '../../design/times.ts'
import { useLanguage } from '../../text/amounts.ts'
import { momentWords } from '../presence/moments.ts'
import { useSettings } from '../settings/useSettings.ts'
import { useDayWords } from '../stress/dayWords.ts'
import { useToday } from '../stress/useDay.ts'
import type { LightWords } from './lightWords.ts'

const none: LightWords['scenes'] = []

export function useLightWords(): LightWords {
  const today = useToday()
  const zone = today.data?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const words = useDayWords(zone)
  const language = useLanguage()
  const now = useMinute()
  const scenes = useSettings()?.lights.scenes ?? none
  return useMemo(
    () => ({
      ...words,
      scenes,
      clockMinute: (minute) => minuteWords(minute, language),
      moment: (atMs) => {
        const { key, values } = momentWords(atMs, now, language)
        return key === 'time.today' ? words.clock(atMs) : words.t(key, values)
      },
    }),
    [words, language, now, scenes],
  )
}
