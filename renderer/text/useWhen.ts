/** Ages in words, kept right while the page is open. */
import { useTranslation } from 'react-i18next'
import { useMinute } from '../design/times.ts'
import { timeWords, useLanguage } from './amounts.ts'

/** @returns a function that says when something was: "just now", "4 minutes ago", "14:02", "yesterday, 18:20". */
export function useWhen(): (at: number) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = useMinute()
  return (at) => {
    const { key, values } = timeWords(at, now, language)
    return t(key, values)
  }
}
