/** What to do now, in words that change only with the step: whoever cannot see the light hears them. */
import { useTranslation } from 'react-i18next'
import type { ExercisePlan } from '../../../../electron/core/exercises/exercisePlan.ts'
import styles from './Player.module.css'
import type { ShownPoint } from './shownPoint.ts'

export interface PhaseWordsProps {
  plan: ExercisePlan
  shown: ShownPoint
}

export function PhaseWords({ plan, shown }: PhaseWordsProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.phase}>
      <p className={styles.label} role="status" data-long={shown.label.length > 60 || undefined}>
        {shown.label}
      </p>
      <p className={styles.small}>
        {shown.secondsLeft === null ? null : (
          <span className={styles.count} aria-hidden="true">
            {t('player.secondsLeft', { count: shown.secondsLeft })}
          </span>
        )}
        {/* What comes again and again is not counted. */}
        {plan.rounds > 1 ? null : t('player.step', { step: shown.phaseIndex + 1, of: plan.phases.length })}
      </p>
    </div>
  )
}
