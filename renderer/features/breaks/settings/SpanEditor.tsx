/** The hours of a day, or the time off in them: each a row of two times, added and taken away. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import { useLanguage } from '../../../text/amounts.ts'
import styles from './BreakSettings.module.css'
import { spanWords } from './minutes.ts'
import { SpanRow } from './SpanRow.tsx'
import { useRemoved } from './useRemoved.ts'
import {
  type DayHours,
  isInHours,
  joinedSpans,
  type Span,
  type SpanList,
  suggestedBreak,
  suggestedRange,
  withSpan,
} from './workHours.ts'

export interface SpanEditorProps {
  list: SpanList
  dayName: string
  day: DayHours
  onChange: (how: (now: DayHours) => DayHours) => void
}

export function SpanEditor({ list, dayName, day, onChange }: SpanEditorProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const removed = useRemoved()
  const spans = day[list]
  const isRanges = list === 'ranges'
  const hasRoom = (isRanges ? suggestedRange(day.ranges) : suggestedBreak(day)) !== null
  const title = isRanges
    ? t('breakSettings.hours.ranges', { day: dayName })
    : t('breakSettings.hours.breaksTitle')

  const put = (how: (now: Span[]) => Span[]) => onChange((now) => ({ ...now, [list]: how(now[list]) }))
  /** What does not fit any more, since another window was quicker, is left out. */
  const set = (old: Span | null, span: Span) =>
    put((now) => {
      const after = withSpan(now, old && placeOf(now, old), span, list)
      return 'spans' in after ? after.spans : now
    })
  /** Beside what is there by then: hours that were just typed may still be on their way. */
  function add() {
    onChange((now) => {
      const span = isRanges ? suggestedRange(now.ranges) : suggestedBreak(now)
      const after = span && withSpan(now[list], null, span, list)
      return after && 'spans' in after ? { ...now, [list]: after.spans } : now
    })
  }
  function remove(span: Span) {
    put((now) => now.filter((one) => !isSame(one, span)))
    const { key, values } = spanWords(span, language)
    const said = t('breakSettings.hours.removed', { span: t(key, values), day: dayName })
    removed(said, () => set(null, span))
  }

  return (
    <section className={styles.stack} aria-label={title}>
      <div>
        <h4>{title}</h4>
        {isRanges ? null : <p className={styles.small}>{t('breakSettings.hours.breaksAbout')}</p>}
        {isRanges && spans.length === 0 ? (
          <p className={styles.small}>{t('breakSettings.hours.noneLong')}</p>
        ) : null}
      </div>
      {spans.map((span, place) => (
        <SpanRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps the keyboard while its own times change.
          key={place}
          title={title}
          place={place}
          span={span}
          isOutside={(one) => !isRanges && !isInHours(day.ranges, one)}
          check={(next) => withSpan(spans, place, next, list)}
          onSet={(next) => set(span, next)}
          onJoin={(next) => put((now) => joinedSpans(now, placeOf(now, span), next, list))}
          onRemove={() => remove(span)}
        />
      ))}
      <div className={styles.ways}>
        {hasRoom ? (
          <Button onClick={add}>
            {t(isRanges ? 'breakSettings.hours.addRange' : 'breakSettings.hours.addBreak')}
          </Button>
        ) : (
          <span className={styles.small}>{t('breakSettings.hours.full')}</span>
        )}
      </div>
    </section>
  )
}

const isSame = (a: Span, b: Span) => a.startMinute === b.startMinute && a.endMinute === b.endMinute

/** By its times, for places may have changed meanwhile. */
const placeOf = (spans: readonly Span[], span: Span) => spans.findIndex((one) => isSame(one, span))
