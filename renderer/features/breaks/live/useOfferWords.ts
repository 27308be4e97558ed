/** The words offers are told with, by the clock of this computer. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../text/amounts.ts'
import '../../../text/breakText.ts'
import '../../../text/todayText.ts'
import { useDayWords } from '../../stress/dayWords.ts'
import type { OfferWords } from './offerWords.ts'

const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

export function useOfferWords(): OfferWords {
  const { t } = useTranslation()
  const language = useLanguage()
  const day = useDayWords(ownZone())
  return useMemo(() => ({ t, language, day }), [t, language, day])
}
