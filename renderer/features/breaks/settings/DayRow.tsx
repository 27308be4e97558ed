/** The working hours of one weekday: said in a line, and changed in place. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import { useLanguage } from '../../../text/amounts.ts'
import styles from './BreakSettings.module.css'
import { spanWords, weekdayWords } from './minutes.ts'
import { SpanEditor } from './SpanEditor.tsx'
import { type DayHours, isSameDay, type Span } from './workHours.ts'

export interface DayRowProps {
  weekday: number
  day: DayHours
  others: readonly { weekday: number; day: DayHours }[]
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onChange: (how: (now: DayHours) => DayHours) => void
  onCopy: (to: readonly number[]) => void
}

export function DayRow({ weekday, day, others, isOpen, onOpen, onChange, onCopy }: DayRowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const editorId = useId()
  const name = weekdayWords(weekday, language)
  return (
    <li className={styles.day}>
      <div className={styles.line}>
        <h3 className={styles.dayName}>{name}</h3>
        <p className={styles.grows}>
          <HoursWords day={day} />
        </p>
        <Button
          aria-expanded={isOpen}
          aria-controls={editorId}
          aria-label={t(isOpen ? 'breakSettings.hours.done' : 'breakSettings.hours.change', { day: name })}
          onClick={() => onOpen(!isOpen)}
        >
          {t(isOpen ? 'breakSettings.hours.doneShort' : 'breakSettings.hours.changeShort')}
        </Button>
      </div>
      <div id={editorId}>
        {isOpen ? (
          <div className={styles.editor}>
            <SpanEditor list="ranges" dayName={name} day={day} onChange={onChange} />
            {day.ranges.length > 0 ? (
              <SpanEditor list="breaks" dayName={name} day={day} onChange={onChange} />
            ) : null}
            <Copies name={name} day={day} others={others} onCopy={onCopy} />
          </div>
        ) : null}
      </div>
    </li>
  )
}

function HoursWords({ day }: { day: DayHours }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = (spans: readonly Span[]) =>
    spans
      .map((span) => {
        const { key, values } = spanWords(span, language)
        return t(key, values)
      })
      .join(', ')
  if (day.ranges.length === 0) return <span className={styles.small}>{t('breakSettings.hours.none')}</span>
  return (
    <>
      {said(day.ranges)}
      {day.breaks.length > 0 ? (
        <span className={styles.small}> {t('breakSettings.hours.breaks', { spans: said(day.breaks) })}</span>
      ) : null}
    </>
  )
}

interface CopiesProps {
  name: string
  day: DayHours
  others: DayRowProps['others']
  onCopy: (to: readonly number[]) => void
}

/** Only days that differ can be made the same. */
function Copies({ name, day, others, onCopy }: CopiesProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const different = others.filter((other) => !isSameDay(other.day, day)).map(({ weekday }) => weekday)
  if (different.length === 0) return null
  return (
    <div className={styles.ways}>
      <span className={styles.small}>{t('breakSettings.hours.copy')}</span>
      {different.map((weekday) => (
        <Button
          key={weekday}
          aria-label={t('breakSettings.hours.copyTo', {
            short: weekdayWords(weekday, language, 'short'),
            day: name,
            other: weekdayWords(weekday, language),
          })}
          onClick={() => onCopy([weekday])}
        >
          {weekdayWords(weekday, language, 'short')}
        </Button>
      ))}
      {different.length > 1 ? (
        <Button
          aria-label={t('breakSettings.hours.copyToAll', { day: name })}
          onClick={() => onCopy(different)}
        >
          {t('breakSettings.hours.copyAll')}
        </Button>
      ) : null}
    </div>
  )
}
