/** The way to another day, week or month of pauses, and from one to the other. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { BackSign } from '../../design/icons.tsx'
import bar from '../stress/PeriodBar.module.css'
import { type BarPeriod, barPeriods } from './placedDays.ts'

export interface PausesBarProps {
  period: BarPeriod
  label: string
  /** −1 = the one before, 1 = the one after; sums have neither. */
  onTurn: (by: -1 | 1) => void
  /** There is no later one. */
  isNewest: boolean
  onPeriod: (period: BarPeriod) => void
  onToday: () => void
}

export function PausesBar(props: PausesBarProps) {
  const { t } = useTranslation()
  const { period, onPeriod } = props
  return (
    <nav className={bar.bar} aria-label={t('pauses.nav.label')}>
      <Turning {...props} />
      <fieldset className={bar.periods}>
        <legend className="unseen">{t('pauses.nav.how')}</legend>
        {barPeriods.map((one) => (
          <button
            key={one}
            type="button"
            className={bar.period}
            aria-pressed={one === period}
            onClick={() => onPeriod(one)}
          >
            {t(`pauses.nav.period.${one}`)}
          </button>
        ))}
      </fieldset>
    </nav>
  )
}

function Turning({ period, label, isNewest, onTurn, onToday }: PausesBarProps) {
  const { t } = useTranslation()
  if (period === 'sums') return <p className={bar.label}>{label}</p>
  return (
    <div className={bar.turning}>
      <Button look="icon" aria-label={t(`pauses.nav.before.${period}`)} onClick={() => onTurn(-1)}>
        <BackSign />
      </Button>
      <p className={bar.label} aria-live="polite">
        {label}
      </p>
      <Button
        look="icon"
        className={bar.forward}
        aria-label={t(`pauses.nav.after.${period}`)}
        disabled={isNewest}
        onClick={() => onTurn(1)}
      >
        <BackSign />
      </Button>
      {isNewest ? null : (
        <Button look="plain" onClick={onToday}>
          {t('pauses.nav.toToday')}
        </Button>
      )}
    </div>
  )
}
