/** An exercise as words to read, in one's own time. */
import { useTranslation } from 'react-i18next'
import type { ExercisePlan } from '../../../../electron/core/exercises/exercisePlan.ts'
import { textForm } from '../../../../electron/core/exercises/otherForms.ts'
import { durationWords } from './durationWords.ts'
import styles from './Player.module.css'

export function TextSteps({ plan }: { plan: ExercisePlan }) {
  const { t } = useTranslation()
  const { lines, rounds, totalMs } = textForm(plan)
  const length = durationWords(totalMs / 1000, t)
  return (
    <div className={styles.text}>
      <ol className={styles.lines}>
        {lines.map(({ label, seconds }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same line may come twice, and the list never changes.
          <li key={place}>
            {label}
            <span className={styles.seconds}>{durationWords(seconds, t)}</span>
          </li>
        ))}
      </ol>
      <p className={styles.small}>{t('player.rounds', { count: rounds, length })}</p>
    </div>
  )
}
