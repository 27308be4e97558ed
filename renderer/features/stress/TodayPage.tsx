/** One calm page about a day: today first, and from there every day before it, a week, a month, and how well it fits. */
import { lazy, Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../design/Page.tsx'
import '../../text/todayText.ts'
import { errorCode } from '../../watch.ts'
import { goTo, useWithin } from '../../windows/places.ts'
import DayView from './DayView.tsx'
import { type DayWords, useDayWords } from './dayWords.ts'
import { daysOf, type Period } from './period.ts'
import { TodayBar } from './TodayBar.tsx'
import { addressOf, type Shown, shownAt } from './todayAddress.ts'
import { useToday } from './useDay.ts'

const PeriodView = lazy(() => import('./PeriodView.tsx'))
const HowWell = lazy(() => import('./HowWell.tsx'))

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

function labelOf(period: Period, last: number, today: number, words: DayWords): string {
  const { t } = words
  if (period === 'day') {
    const name = last === today ? t('today.nav.today') : last === today - 1 ? t('today.nav.yesterday') : null
    return name === null ? words.date(last) : t('today.nav.named', { name, date: words.date(last) })
  }
  return words.dates(last - daysOf[period] + 1, last)
}

function Days({ today, words }: { today: Today; words: DayWords }) {
  const shown = shownAt(useWithin('today'))
  /** Whether the person came here from another view, so that the keyboard must find its place. */
  const isMoved = useRef(false)
  const { period, howWell } = shown
  const last = Math.min(shown.toDay ?? today.workDay, today.workDay)
  const show = (next: Partial<Shown>) => {
    isMoved.current = true
    const toDay = next.toDay === undefined ? shown.toDay : next.toDay
    const isPast = toDay !== null && toDay < today.workDay
    goTo('today', ...addressOf({ ...shown, ...next, toDay: isPast ? toDay : null }))
  }

  if (howWell) {
    return (
      <Suspense>
        <HowWell words={words} onBack={() => show({ howWell: false })} />
      </Suspense>
    )
  }
  const bar = (
    <TodayBar
      period={period}
      label={labelOf(period, last, today.workDay, words)}
      isNewest={last >= today.workDay}
      takeFocus={isMoved.current}
      onPeriod={(next) => show({ period: next })}
      onTurn={(by) => show({ toDay: last + by * daysOf[period] })}
      onToday={() => show({ toDay: null })}
    />
  )
  if (period === 'day') {
    return (
      <DayView
        workDay={last}
        todayDay={today.workDay}
        above={bar}
        words={words}
        onHowWell={() => show({ howWell: true })}
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
        onOpen={(day) => show({ period: 'day', toDay: day })}
      />
    </Suspense>
  )
}
