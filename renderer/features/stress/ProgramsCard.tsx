/** Kinds of programs of a day and how often the one in front changed, where the person lets Lull notice them. */
import { useTranslation } from 'react-i18next'
import type { DaySums } from '../../../electron/contract/presence.ts'
import { APP_CATEGORIES } from '../../../electron/core/presence/minuteRecord.ts'
import styles from './Cards.module.css'
import type { DayWords } from './dayWords.ts'

/** Less than this is a glance. */
const LEAST_SECONDS = 60

export function ProgramsCard({ sums, words }: { sums: DaySums | null; words: DayWords }) {
  const { t } = useTranslation()
  const seconds = sums?.categorySeconds
  if (!sums || !seconds) return null
  const used = APP_CATEGORIES.filter((category) => (seconds[category] ?? 0) >= LEAST_SECONDS).toSorted(
    (a, b) => (seconds[b] ?? 0) - (seconds[a] ?? 0),
  )
  if (used.length === 0) return null
  return (
    <section className={styles.card} aria-label={t('today.programs.title')}>
      <h2>{t('today.programs.title')}</h2>
      <ul className={styles.plainList}>
        {used.map((category) => (
          <li key={category}>
            {t(`today.programs.${category}`)}: {words.duration((seconds[category] ?? 0) * 1000)}
          </li>
        ))}
      </ul>
      {sums.switches === null ? null : (
        <p className={styles.small}>{t('today.programs.switches', { count: sums.switches })}</p>
      )}
    </section>
  )
}
