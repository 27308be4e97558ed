/** Clock times in words, kept right while the page is open. */
import { useTranslation } from 'react-i18next'
import { useMinute } from '../../design/times.ts'
import { useLanguage } from '../../text/amounts.ts'
import { momentWords } from './moments.ts'

/** @returns a function that says a clock time: "14:30", "tomorrow, 04:00". */
export function useMoment(): (at: number) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = useMinute()
  return (at) => {
    const { key, values } = momentWords(at, now, language)
    return t(key, values)
  }
}
