/** The days of a month in whole weeks; arrow keys go from day to day, and one line says what the day in question held. */
import { type KeyboardEvent, type MutableRefObject, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarDayView } from '../../../electron/contract/breaks.ts'
import { useLanguage } from '../../text/amounts.ts'
import styles from './Month.module.css'
import { gridMove } from './monthGrid.ts'
import { calendarDayWords, dayMarks } from './monthWords.ts'
import type { PauseWords } from './pauseWords.ts'

export interface MonthGridProps {
  weeks: CalendarDayView[][]
  name: string
  today: number
  weekStart: 0 | 1
  words: PauseWords
  goOnAt: MutableRefObject<'first' | 'last' | null>
  onDay: (day: number) => void
  onTurn: (by: -1 | 1) => void
}

export function MonthGrid(props: MonthGridProps) {
  const { weeks, name, today, weekStart, words, goOnAt, onDay, onTurn } = props
  const { t } = useTranslation()
  const help = useId()
  const own = weeks.flat().filter(({ isOfMonth }) => isOfMonth)
  const firstDay = own[0]?.workDay ?? 0
  // Days to come cannot be gone to, but a month that lies ahead still has a place for the keyboard.
  const lastDay = Math.max(firstDay, Math.min(own.at(-1)?.workDay ?? firstDay, today))
  const [at, setAt] = useState(goOnAt.current === 'first' ? firstDay : lastDay)
  const [pointed, setPointed] = useState<number | null>(null)
  const cells = useRef(new Map<number, HTMLButtonElement>())
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it appears.
  useEffect(() => {
    if (goOnAt.current !== null) cells.current.get(at)?.focus()
    goOnAt.current = null
  }, [])

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const move = gridMove(event.key, at, { firstDay, lastDay, weekStart })
    if (!move) return
    event.preventDefault()
    if (move.to === 'day') {
      setAt(move.day)
      cells.current.get(move.day)?.focus()
    } else if (move.by === -1 || lastDay < today) {
      goOnAt.current = move.by === 1 ? 'first' : 'last'
      onTurn(move.by)
    }
  }

  const told = own.find(({ workDay }) => workDay === (pointed ?? at))
  return (
    <div className={styles.calendar}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are gone through by arrow keys.
        role="grid"
        className={styles.grid}
        aria-label={t('pauses.month.grid', { month: name })}
        aria-describedby={help}
        onKeyDown={onKeyDown}
      >
        <thead>
          <WeekdayNames week={weeks[0] ?? []} />
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.workDay}>
              {week.map((day) => (
                <td key={day.workDay} className={styles.cell}>
                  {day.isOfMonth ? (
                    <Day
                      day={day}
                      isFuture={day.workDay > today}
                      isToday={day.workDay === today}
                      isStop={day.workDay === at}
                      words={words}
                      register={(cell) => {
                        if (cell) cells.current.set(day.workDay, cell)
                        else cells.current.delete(day.workDay)
                      }}
                      onPoint={setPointed}
                      onAt={setAt}
                      onDay={onDay}
                    />
                  ) : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.told} aria-hidden="true">
        {told ? <Told day={told} isFuture={told.workDay > today} words={words} /> : null}
      </p>
      <p id={help} className="unseen">
        {t('pauses.month.help')}
      </p>
    </div>
  )
}

function WeekdayNames({ week }: { week: readonly CalendarDayView[] }) {
  const language = useLanguage()
  const name = (style: 'short' | 'long', day: number) =>
    new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' }).format(day * 86_400_000)
  return (
    <tr>
      {week.map(({ workDay }) => (
        <th key={workDay} scope="col" className={styles.weekday}>
          <span aria-hidden="true">{name('short', workDay)}</span>
          <span className="unseen">{name('long', workDay)}</span>
        </th>
      ))}
    </tr>
  )
}

interface DayProps {
  day: CalendarDayView
  isFuture: boolean
  isToday: boolean
  /** Where the keyboard enters the calendar. */
  isStop: boolean
  words: PauseWords
  register: (cell: HTMLButtonElement | null) => void
  onPoint: (day: number | null) => void
  onAt: (day: number) => void
  onDay: (day: number) => void
}

function Day({ day, isFuture, isToday, isStop, words, register, onPoint, onAt, onDay }: DayProps) {
  const { workDay, dayOfMonth, isKnown } = day
  const marks = dayMarks(day)
  const said = calendarDayWords(day, isFuture, words)
  const date = words.number(dayOfMonth)
  if (isFuture) {
    return (
      <span className={styles.day} data-future={true}>
        <span className={styles.date} aria-hidden="true">
          {date}
        </span>
        <span className="unseen">{said}</span>
      </span>
    )
  }
  return (
    <button
      ref={register}
      type="button"
      className={styles.day}
      data-known={isKnown || undefined}
      aria-label={said}
      aria-current={isToday ? 'date' : undefined}
      tabIndex={isStop ? 0 : -1}
      onFocus={() => onAt(workDay)}
      onPointerEnter={() => onPoint(workDay)}
      onPointerLeave={() => onPoint(null)}
      onClick={() => onDay(workDay)}
    >
      <span className={styles.date}>{date}</span>
      <span className={styles.marks}>
        <Marks n={marks.taken} className={styles.taken ?? ''} />
        <Marks n={marks.natural} className={styles.natural ?? ''} />
      </span>
    </button>
  )
}

function Marks({ n, className }: { n: number; className: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: marks have no identity but their place.
  return Array.from({ length: n }, (_, at) => <span key={at} className={className} />)
}

interface ToldProps {
  day: CalendarDayView
  isFuture: boolean
  words: PauseWords
}

function Told({ day, isFuture, words }: ToldProps) {
  const { t } = useTranslation()
  const { longestStretchMs } = day
  return (
    <>
      {calendarDayWords(day, isFuture, words)}.{' '}
      {longestStretchMs !== null && longestStretchMs >= 60_000
        ? t('pauses.month.stretch', { length: words.duration(longestStretchMs) })
        : null}
    </>
  )
}
