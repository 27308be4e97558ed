/** What stands out against the person's own earlier weeks, in sentences, with people as the way on. */
import { useTranslation } from 'react-i18next'
import type { Sign } from '../../../electron/core/balance/signs.ts'
import type { WeekOfUse } from '../../../electron/core/balance/weeks.ts'
import { buttonClass } from '../../design/Button.tsx'
import { Section } from '../../design/Page.tsx'
import type { DayWords } from '../stress/dayWords.ts'
import styles from './Balance.module.css'
import { weeksMissing } from './balanceWeeks.ts'

export interface SignsSectionProps {
  signs: readonly Sign[]
  weeks: readonly WeekOfUse[]
  /** Day number. */
  thisMonday: number
  words: Pick<DayWords, 'counted'>
}

export function SignsSection({ signs, weeks, thisMonday, words }: SignsSectionProps) {
  const { t } = useTranslation()
  const missing = weeksMissing(weeks, thisMonday)
  if (signs.length === 0) {
    return (
      <Section title={t('balance.signs.title')}>
        <p>
          {missing > 0
            ? t('balance.signs.tooLittle', { count: missing, n: words.counted(missing) })
            : t('balance.signs.none')}
        </p>
      </Section>
    )
  }
  return (
    <Section title={t('balance.signs.title')}>
      <ul className={styles.signs}>
        {signs.map((sign) => (
          <li key={sign}>{t(`balance.signs.${sign}`)}</li>
        ))}
      </ul>
      <p className={styles.about}>{t('balance.signs.after')}</p>
      <a className={`${buttonClass('chip')} ${styles.way}`} href="#/people">
        {t('balance.signs.people')}
      </a>
    </Section>
  )
}
