/** Days on which nothing is offered, with those that are over folded away. */
import { type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import { dayOfDate } from '../../../design/clock.ts'
import { CloseSign } from '../../../design/icons.tsx'
import { Section } from '../../../design/Page.tsx'
import { useMinute } from '../../../design/times.ts'
import { useLanguage } from '../../../text/amounts.ts'
import styles from './BreakSettings.module.css'
import {
  byTime,
  calendarDay,
  type Holiday,
  type HolidaysAfter,
  holidayWords,
  withHoliday,
  withoutHoliday,
} from './holidays.ts'
import type { BreakEdit } from './useBreakEdit.ts'
import { useRemoved } from './useRemoved.ts'

export interface HolidaysProps {
  holidays: readonly Holiday[]
  edits: BreakEdit
}

export function Holidays({ holidays, edits }: HolidaysProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const removed = useRemoved()
  const { coming, past } = byTime(holidays, calendarDay(useMinute()))

  const change = (how: (now: Holiday[]) => Holiday[]) =>
    edits.editBreaks(({ hours }) => (hours ? { hours: { ...hours, holidays: how(hours.holidays) } } : {}))
  const add = (one: Holiday) =>
    change((now) => {
      const after = withHoliday(now, one)
      return 'holidays' in after ? after.holidays : now
    })
  function remove(one: Holiday) {
    change((now) => withoutHoliday(now, one))
    removed(t('breakSettings.holidays.removed', { days: holidayWords(one, language) }), () => add(one))
  }

  return (
    <Section title={t('breakSettings.holidays.title')} about={t('breakSettings.holidays.about')}>
      {coming.length === 0 ? <p className={styles.small}>{t('breakSettings.holidays.none')}</p> : null}
      <HolidayList holidays={coming} onRemove={remove} />
      <NewHoliday holidays={holidays} onAdd={add} />
      {past.length > 0 ? (
        <details className={styles.fold}>
          <summary>{t('breakSettings.holidays.past', { count: past.length })}</summary>
          <HolidayList holidays={past} onRemove={remove} />
        </details>
      ) : null}
    </Section>
  )
}

interface HolidayListProps {
  holidays: readonly Holiday[]
  onRemove: (one: Holiday) => void
}

function HolidayList({ holidays, onRemove }: HolidayListProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (holidays.length === 0) return null
  return (
    <ul className={styles.rows}>
      {holidays.map((one) => {
        const days = holidayWords(one, language)
        return (
          <li key={one.fromDay} className={styles.line}>
            <span className={styles.grows}>{days}</span>
            <Button
              look="icon"
              aria-label={t('breakSettings.holidays.remove', { days })}
              onClick={() => onRemove(one)}
            >
              <CloseSign />
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

type Problem = Extract<HolidaysAfter, { problem: string }>['problem']

function NewHoliday({ holidays, onAdd }: { holidays: readonly Holiday[]; onAdd: (one: Holiday) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState({ from: '', to: '' })
  const [said, setSaid] = useState<Problem | 'joined' | null>(null)
  const fromDay = dayOfDate(typed.from)

  function add(event: SyntheticEvent) {
    event.preventDefault()
    if (fromDay === null) return
    // One day when no last day is given.
    const one = { fromDay, toDay: dayOfDate(typed.to) ?? fromDay }
    const after = withHoliday(holidays, one)
    if ('problem' in after) return setSaid(after.problem)
    setSaid(after.isJoined ? 'joined' : null)
    setTyped({ from: '', to: '' })
    onAdd(one)
  }

  const field = (end: 'from' | 'to') => (
    <label className={styles.labelled}>
      {t(`breakSettings.holidays.${end}`)}
      <input
        type="date"
        className={styles.field}
        min={end === 'to' && typed.from !== '' ? typed.from : undefined}
        value={typed[end]}
        onChange={(event) => {
          setSaid(null)
          setTyped((old) => ({ ...old, [end]: event.target.value }))
        }}
      />
    </label>
  )
  return (
    // Words of ours say what does not fit, not the browser's.
    <form className={styles.stack} onSubmit={add} noValidate>
      <div className={styles.ways}>
        {field('from')}
        {field('to')}
        <Button type="submit" disabled={fromDay === null}>
          {t('breakSettings.holidays.add')}
        </Button>
      </div>
      {said === 'joined' ? (
        <p role="status" className={styles.note}>
          {t('breakSettings.holidays.joined')}
        </p>
      ) : null}
      {said !== null && said !== 'joined' ? (
        <p role="alert" className={styles.wrong}>
          {t(`breakSettings.holidays.problem.${said}`)}
        </p>
      ) : null}
    </form>
  )
}
