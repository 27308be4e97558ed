/** The way to another day, week or month of pauses, and from one to the other. */
import { useTranslation } from 'react-i18next'
import { PeriodBar, type PeriodBarProps } from '../../design/PeriodBar.tsx'
import { type BarPeriod, barPeriods } from './placedDays.ts'

type PausesBarProps = Omit<PeriodBarProps<BarPeriod>, 'periods' | 'words' | 'onTurn'> & {
  onTurn: (by: -1 | 1) => void
}

export function PausesBar(props: PausesBarProps) {
  const { t } = useTranslation()
  const { period, onTurn } = props
  return (
    <PeriodBar
      {...props}
      // Sums are of all days.
      onTurn={period === 'sums' ? null : onTurn}
      periods={barPeriods.map((id) => ({ id, word: t(`pauses.nav.period.${id}`) }))}
      words={{
        bar: t('pauses.nav.label'),
        how: t('pauses.nav.how'),
        before: period === 'sums' ? '' : t(`pauses.nav.before.${period}`),
        after: period === 'sums' ? '' : t(`pauses.nav.after.${period}`),
        toToday: t('pauses.nav.toToday'),
      }}
    />
  )
}
