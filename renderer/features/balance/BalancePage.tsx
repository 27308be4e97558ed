/** You and Lull, a part of People: how much time went here, what happened outside it, and how much is enough. */
import { useTranslation } from 'react-i18next'
import type { BalanceView } from '../../../electron/contract/balance.ts'
import { useMinute } from '../../design/times.ts'
import '../../text/balanceText.ts'
import '../../text/todayText.ts'
import { useDayWords } from '../stress/dayWords.ts'
import { ActsSection } from './ActsSection.tsx'
import styles from './Balance.module.css'
import { mondayOfMoment } from './balanceWeeks.ts'
import { LimitsSection } from './LimitsSection.tsx'
import { PlanSection } from './PlanSection.tsx'
import { SignsSection } from './SignsSection.tsx'
import { useBalance } from './useBalance.ts'
import { WeeksSection } from './WeeksSection.tsx'
import { minutesWords } from './weekWords.ts'

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** The sentence the page opens with. */
export function BalanceTitle() {
  const { t } = useTranslation()
  const view = useBalance()
  const thisMonday = mondayOfMoment(useMinute())
  const words = useDayWords(ownZone())
  if (!view) return <span className="unseen">{t('people.nav.balance')}</span>
  if (view.weeks.length === 0) return t('balance.title.empty')
  const week = view.weeks.find(({ workDay }) => workDay === thisMonday)
  if (!week || (week.minutes === 0 && week.people === 0)) return t('balance.title.quiet')
  if (week.minutes === 0) return t('balance.title.brief')
  const length = minutesWords(week.minutes, words)
  return week.nights === 0
    ? t('balance.title.week', { length })
    : t('balance.title.weekNights', { length, count: week.nights, nights: words.counted(week.nights) })
}

export function BalancePage() {
  const view = useBalance()
  return view ? <Parts view={view} /> : null
}

function Parts({ view }: { view: BalanceView }) {
  const { t } = useTranslation()
  const thisMonday = mondayOfMoment(useMinute())
  const words = useDayWords(ownZone())
  return (
    <>
      <p className={styles.about}>{t('balance.about')}</p>
      <WeeksSection weeks={view.weeks} thisMonday={thisMonday} words={words} />
      <SignsSection signs={view.signs} weeks={view.weeks} thisMonday={thisMonday} words={words} />
      <ActsSection view={view} words={words} />
      <PlanSection plan={view.plan} />
      <LimitsSection today={view.today} words={words} />
    </>
  )
}
