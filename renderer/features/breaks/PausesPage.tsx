/** Pauses: what comes next, what was offered and taken, and why. */
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '../../design/Button.tsx'
import { BackSign } from '../../design/icons.tsx'
import '../../text/pausesText.ts'
import '../../text/todayText.ts'
import { goTo, useWithin } from '../../windows/places.ts'
import { useToday } from '../stress/useDay.ts'
import { DayOfPauses, TodayOfPauses } from './DayPage.tsx'
import { Failed, Frame, Waiting } from './Frame.tsx'
import { LearningPage } from './LearningPage.tsx'
import { MonthPage } from './MonthPage.tsx'
import styles from './Pauses.module.css'
import { PausesBar } from './PausesBar.tsx'
import { addressOf, hrefOf, type Shown, shownAt } from './pausesAddress.ts'
import type { PauseWords } from './pauseWords.ts'
import {
  DAYS_PER_WEEK,
  dayShown,
  isNewest,
  newestOf,
  type Placed,
  periodFrom,
  placedOf,
  turned,
} from './placedDays.ts'
import { SumsPage } from './SumsPage.tsx'
import { usePauseWords } from './usePauseWords.ts'
import { WeekPage } from './WeekPage.tsx'
import { WhyPage } from './WhyPage.tsx'

const BreakSettings = lazy(() => import('./settings/BreakSettings.tsx'))

export default function PausesPage() {
  const shown = shownAt(useWithin('pauses'))
  const today = useToday()
  const words = usePauseWords(today.data?.zone ?? 'UTC')
  if (shown.view === 'settings') {
    return (
      <Suspense>
        <BreakSettings />
      </Suspense>
    )
  }
  if (today.data) return <Places shown={shown} today={today.data.workDay} words={words} />
  return (
    <Frame above={null}>
      <Waiting />
      {today.error ? <Failed error={today.error} onAgain={() => void today.refetch()} /> : null}
    </Frame>
  )
}

interface PlacesProps {
  shown: Shown
  today: number
  words: PauseWords
}

/** Days further back are told with their year. */
const MOST_NAMED_DAYS = 180

const show = (next: Shown) => goTo('pauses', ...addressOf(next))

function Places({ shown, today, words }: PlacesProps) {
  if (shown.view === 'why' || shown.view === 'learning') {
    return (
      <Frame key={shown.view} above={<BackLink />} takesFocus>
        {shown.view === 'why' ? (
          <WhyPage key={shown.nudgeId} nudgeId={shown.nudgeId} words={words} />
        ) : (
          <LearningPage words={words} />
        )}
      </Frame>
    )
  }
  const placed = placedOf(shown, today)
  const bar = (
    <PausesBar
      period={placed.period}
      label={labelOf(placed, today, words)}
      isNewest={isNewest(placed, today)}
      onPeriod={(period) => show(periodFrom(placed, period, today))}
      onTurn={(by) => show(turned(placed, by, today))}
      onToday={() => show(newestOf(placed.period))}
    />
  )
  return (
    <Frame key="days" above={bar}>
      <View placed={placed} today={today} words={words} />
    </Frame>
  )
}

function labelOf(placed: Placed, today: number, words: PauseWords): string {
  const { t } = words
  if (placed.period === 'month') return words.month(placed.of)
  if (placed.period === 'week') return words.dates(placed.fromDay, placed.fromDay + DAYS_PER_WEEK - 1)
  if (placed.period === 'sums') return t('pauses.title')
  const { day } = placed
  const name = day === today ? t('pauses.nav.today') : day === today - 1 ? t('pauses.nav.yesterday') : null
  // A weekday says nothing about a day of another year.
  if (today - day > MOST_NAMED_DAYS) return words.longDate(day)
  return name === null ? words.date(day) : t('pauses.nav.named', { name, date: words.date(day) })
}

interface ViewProps {
  placed: Placed
  today: number
  words: PauseWords
}

function View({ placed, today, words }: ViewProps) {
  if (placed.period === 'week') return <WeekPage fromDay={placed.fromDay} words={words} />
  if (placed.period === 'sums') {
    return (
      <SumsPage
        span={placed.span}
        today={today}
        words={words}
        onSpan={(span) => show({ view: 'sums', span })}
      />
    )
  }
  if (placed.period === 'month') {
    return (
      <MonthPage
        of={placed.of}
        name={words.month(placed.of)}
        today={today}
        words={words}
        onDay={(day) => show(dayShown(day, today))}
        onTurn={(by) => show(turned(placed, by, today))}
      />
    )
  }
  const { day } = placed
  if (day === today) return <TodayOfPauses day={day} words={words} />
  return <DayOfPauses key={day} day={day} words={words} />
}

function BackLink() {
  const { t } = useTranslation()
  return (
    <nav className={styles.back} aria-label={t('pauses.nav.label')}>
      <a className={buttonClass('chip')} href={hrefOf({ view: 'now' })}>
        <BackSign />
        {t('pauses.nav.back')}
      </a>
    </nav>
  )
}
