/** A month as a calm calendar: what each day held, and nothing that compares one with another. */

import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../text/amounts.ts'
import { Failed, Lede, Waiting } from './Frame.tsx'
import styles from './Month.module.css'
import { MonthGrid } from './MonthGrid.tsx'
import { weekStartOf } from './monthGrid.ts'
import { monthSentence } from './monthWords.ts'
import type { MonthOfYear } from './pausesAddress.ts'
import type { PauseWords } from './pauseWords.ts'
import { monthOfDay } from './placedDays.ts'
import { usePauseMonth } from './usePauses.ts'

export interface MonthPageProps {
  of: MonthOfYear
  /** Such as "May 2026". */
  name: string
  today: number
  words: PauseWords
  onDay: (day: number) => void
  onTurn: (by: -1 | 1) => void
}

export function MonthPage({ of, name, today, words, onDay, onTurn }: MonthPageProps) {
  const { t } = useTranslation()
  const weekStart = weekStartOf(useLanguage())
  const { data, error, refetch } = usePauseMonth(of, weekStart)
  /** Where the keyboard goes on after the month was turned from within the calendar. */
  const goOnAt = useRef<'first' | 'last' | null>(null)
  if (!data && !error) return <Waiting />
  const days = data?.weeks.flat() ?? []
  // While a month is on its way the one before it stays, under its own name.
  const first = days.find(({ isOfMonth }) => isOfMonth)?.workDay ?? null
  const shownName = first === null ? name : words.month(monthOfDay(first))
  const isNow = days.some(({ workDay, isOfMonth }) => isOfMonth && workDay === today)
  return (
    <>
      <Lede>{data ? monthSentence(days, { month: shownName, isNow }, words) : name}</Lede>
      {error ? <Failed error={error} onAgain={() => void refetch()} /> : null}
      {data && first !== null ? (
        <>
          <MonthGrid
            key={first}
            weeks={data.weeks}
            name={shownName}
            today={today}
            weekStart={weekStart}
            words={words}
            goOnAt={goOnAt}
            onDay={onDay}
            onTurn={onTurn}
          />
          <ul className={styles.key}>
            <li>
              <span className={styles.taken} aria-hidden="true" />
              {t('pauses.month.keyTaken')}
            </li>
            <li>
              <span className={styles.natural} aria-hidden="true" />
              {t('pauses.month.keyNatural')}
            </li>
            <li>
              <span className={styles.unknown} aria-hidden="true" />
              {t('pauses.month.keyUnknown')}
            </li>
          </ul>
        </>
      ) : null}
    </>
  )
}
