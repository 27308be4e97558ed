/** The way to another day, and from a day to its week or month. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { BackSign } from '../../design/icons.tsx'
import styles from './PeriodBar.module.css'

export const periods = ['day', 'week', 'month'] as const
export type Period = (typeof periods)[number]
export const daysOf: Record<Period, number> = { day: 1, week: 7, month: 30 }

export interface PeriodBarProps {
  period: Period
  label: string
  /** Whether the period ends today: there is no later one. */
  isNewest: boolean
  onPeriod: (period: Period) => void
  /** The keyboard stays with the choice of how much to see, also where that has brought another view. */
  takeFocus: boolean
  /** −1 = the one before, 1 = the one after. */
  onTurn: (by: -1 | 1) => void
  onToday: () => void
}

export function PeriodBar(props: PeriodBarProps) {
  const { period, label, isNewest, takeFocus, onPeriod, onTurn, onToday } = props
  const { t } = useTranslation()
  const chosen = useRef<HTMLButtonElement>(null)
  // Only when it appears: turning pages must not take the keyboard from the arrows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    if (takeFocus) chosen.current?.focus()
  }, [])
  return (
    <nav className={styles.bar} aria-label={t('today.nav.label')}>
      <div className={styles.turning}>
        <Button look="icon" aria-label={t(`today.nav.before.${period}`)} onClick={() => onTurn(-1)}>
          <BackSign />
        </Button>
        <p className={styles.label} aria-live="polite">
          {label}
        </p>
        <Button
          look="icon"
          className={styles.forward}
          aria-label={t(`today.nav.after.${period}`)}
          disabled={isNewest}
          onClick={() => onTurn(1)}
        >
          <BackSign />
        </Button>
        {isNewest ? null : (
          <Button look="plain" onClick={onToday}>
            {t('today.nav.toToday')}
          </Button>
        )}
      </div>
      <fieldset className={styles.periods}>
        <legend className="unseen">{t('today.nav.how')}</legend>
        {periods.map((one) => (
          <button
            key={one}
            ref={one === period ? chosen : null}
            type="button"
            className={styles.period}
            aria-pressed={one === period}
            onClick={() => onPeriod(one)}
          >
            {t(`today.nav.period.${one}`)}
          </button>
        ))}
      </fieldset>
    </nav>
  )
}
