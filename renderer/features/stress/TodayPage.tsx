/** One calm page about a day: today first, and from there every day before it, a week, a month, and how well it fits. */
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../design/Page.tsx'
import { errorCode } from '../../watch.ts'
import DayView from './DayView.tsx'
import { type DayWords, useDayWords } from './dayWords.ts'
import { daysOf, type Period, PeriodBar } from './PeriodBar.tsx'
import { useToday } from './useDay.ts'

const PeriodView = lazy(() => import('./PeriodView.tsx'))
const HowWell = lazy(() => import('./HowWell.tsx'))

interface Shown {
  period: Period
  /** Last day shown; null = today, also after midnight has made it another day. */
  toDay: number | null
  howWell: boolean
  /** Whether the person came here from another view, so that the keyboard must find its place. */
  isMoved: boolean
}

const atFirst: Shown = { period: 'day', toDay: null, howWell: false, isMoved: false }

export default function TodayPage() {
  const { t } = useTranslation()
  const today = useToday()
  const words = useDayWords(today.data?.zone ?? 'UTC')
  if (today.data) return <Days today={today.data} words={words} />
  return (
    <Page title={t('home.today')}>
      {today.error ? <p role="alert">{t(`errors.${errorCode(today.error)}`)}</p> : null}
    </Page>
  )
}

type Today = NonNullable<ReturnType<typeof useToday>['data']>

const DAY_MS = 86_400_000
/** Clock changes and journeys move days by hours; rows carry their own day. */
const SLACK_MS = 14 * 3_600_000

function labelOf({ period, toDay }: Shown, today: number, words: DayWords): string {
  const { t } = words
  const last = toDay ?? today
  if (period === 'day') {
    const name = last === today ? t('today.nav.today') : last === today - 1 ? t('today.nav.yesterday') : null
    return name === null ? words.date(last) : t('today.nav.named', { name, date: words.date(last) })
  }
  return words.dates(last - daysOf[period] + 1, last)
}

function Days({ today, words }: { today: Today; words: DayWords }) {
  const [shown, setShown] = useState<Shown>(atFirst)
  const { period, howWell } = shown
  const last = shown.toDay ?? today.workDay
  const openDay = (day: number) =>
    setShown({ period: 'day', toDay: day >= today.workDay ? null : day, howWell: false, isMoved: true })
  const turn = (by: -1 | 1) => {
    const day = last + by * daysOf[period]
    setShown({ ...shown, toDay: day >= today.workDay ? null : day })
  }

  if (howWell) {
    return (
      <Suspense>
        <HowWell words={words} onBack={() => setShown({ ...shown, howWell: false, isMoved: true })} />
      </Suspense>
    )
  }
  const bar = (
    <PeriodBar
      period={period}
      label={labelOf(shown, today.workDay, words)}
      isNewest={last >= today.workDay}
      takeFocus={shown.isMoved}
      onPeriod={(next) => setShown({ ...shown, period: next, isMoved: true })}
      onTurn={turn}
      onToday={() => setShown({ ...atFirst, period })}
    />
  )
  if (period === 'day') {
    return (
      <DayView
        workDay={last}
        todayDay={today.workDay}
        above={bar}
        words={words}
        onHowWell={() => setShown({ ...shown, howWell: true })}
      />
    )
  }
  const fromDay = last - daysOf[period] + 1
  const lastEndMs = today.toMs - (today.workDay - last) * DAY_MS
  return (
    <Suspense>
      <PeriodView
        fromDay={fromDay}
        toDay={last}
        fromMs={lastEndMs - daysOf[period] * DAY_MS - SLACK_MS}
        toMs={lastEndMs + SLACK_MS}
        above={bar}
        words={words}
        onOpen={openDay}
      />
    </Suspense>
  )
}
