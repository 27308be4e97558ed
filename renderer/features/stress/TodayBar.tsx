/** The way to another day, and from a day to its week or month. */
import { useTranslation } from 'react-i18next'
import { PeriodBar, type PeriodBarProps } from '../../design/PeriodBar.tsx'
import { type Period, periods } from './period.ts'

type TodayBarProps = Omit<PeriodBarProps<Period>, 'periods' | 'words'>

export function TodayBar(props: TodayBarProps) {
  const { t } = useTranslation()
  const { period } = props
  return (
    <PeriodBar
      {...props}
      periods={periods.map((id) => ({ id, word: t(`today.nav.period.${id}`) }))}
      words={{
        bar: t('today.nav.label'),
        how: t('today.nav.how'),
        before: t(`today.nav.before.${period}`),
        after: t(`today.nav.after.${period}`),
        toToday: t('today.nav.toToday'),
      }}
    />
  )
}
