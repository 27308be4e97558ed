/** Two times of the day as one span: saved when the keyboard leaves it, and held back with words while it does not fit. */
import { type FocusEvent, useCallback, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import { minuteOfTimeField, minuteWords, timeFieldText } from '../../../design/clock.ts'
import { CloseSign } from '../../../design/icons.tsx'
import { useLanguage } from '../../../text/amounts.ts'
import styles from './BreakSettings.module.css'
import { spanWords } from './minutes.ts'
import type { Span, SpanProblem, SpansAfter } from './workHours.ts'

export interface SpanRowProps {
  /** What the spans are, for those who cannot see the heading. */
  title: string
  place: number
  span: Span
  /** Whether one lies outside the hours of its day. */
  isOutside: (span: Span) => boolean
  check: (next: Span) => SpansAfter
  onSet: (next: Span) => void
  onJoin: (next: Span) => void
  onRemove: () => void
}

type Problem = SpanProblem | { problem: 'empty' }
const typedOf = ({ startMinute, endMinute }: Span) => ({
  from: timeFieldText(startMinute),
  to: timeFieldText(endMinute),
})

interface Draft {
  typed: ReturnType<typeof typedOf>
  /** What stands in the two fields; null while one is empty. */
  next: Span | null
  problem: Problem | null
  set: (end: 'from' | 'to', text: string) => void
  finish: () => void
  /** What was saved stands there again. */
  reset: () => void
}

function useDraft({ span, check, onSet }: Pick<SpanRowProps, 'span' | 'check' | 'onSet'>): Draft {
  const [typed, setTyped] = useState(() => typedOf(span))
  const [problem, setProblem] = useState<Problem | null>(null)
  const { startMinute, endMinute } = span
  const reset = useCallback(() => {
    setTyped(typedOf({ startMinute, endMinute }))
    setProblem(null)
  }, [startMinute, endMinute])
  // What was saved, here or in another window, is what stands here.
  useEffect(reset, [reset])
  const next = spanOf(typed)

  function finish() {
    if (next === null) return setProblem({ problem: 'empty' })
    if (next.startMinute === startMinute && next.endMinute === endMinute) return setProblem(null)
    const after = check(next)
    if ('problem' in after) return setProblem(after)
    setProblem(null)
    onSet(next)
  }
  const set = (end: 'from' | 'to', text: string) => setTyped((old) => ({ ...old, [end]: text }))
  return { typed, next, problem, set, finish, reset }
}

export function SpanRow(props: SpanRowProps) {
  const { title, place, span, isOutside, onJoin, onRemove } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const problemId = useId()
  const { typed, next, problem, set, finish, reset } = useDraft(props)

  function onLeave(event: FocusEvent<HTMLFieldSetElement>) {
    if (!event.currentTarget.contains(event.relatedTarget)) finish()
  }
  const { key, values } = spanWords(span, language)
  const shown = t(key, values)
  const field = (end: 'from' | 'to') => (
    <label className={styles.labelled}>
      {t(`breakSettings.hours.${end}`)}
      <input
        type="time"
        className={styles.field}
        aria-label={t(`breakSettings.hours.${end}Of`, { list: title, place: place + 1 })}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? problemId : undefined}
        value={typed[end]}
        onChange={(event) => set(end, event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish()
        }}
      />
    </label>
  )
  return (
    <fieldset className={styles.spanRow} onBlur={onLeave}>
      <legend className="unseen">{shown}</legend>
      {field('from')}
      {field('to')}
      <span className={`${styles.small} ${styles.grows}`}>
        <NightWords span={next} />
      </span>
      <Button
        look="icon"
        aria-label={t('breakSettings.hours.removeSpan', { span: shown })}
        onClick={onRemove}
      >
        <CloseSign />
      </Button>
      {problem ? (
        <Held id={problemId} problem={problem} onJoin={next && (() => onJoin(next))} onReset={reset} />
      ) : null}
      {isOutside(next ?? span) && !problem ? (
        <p className={`${styles.note} ${styles.spanProblem}`}>{t('breakSettings.hours.outside')}</p>
      ) : null}
    </fieldset>
  )
}

interface HeldProps {
  id: string
  problem: Problem
  onJoin: (() => void) | null
  onReset: () => void
}

/** Why it is not saved, and the ways out. */
function Held({ id, problem, onJoin, onReset }: HeldProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.spanProblem}>
      <p id={id} role="alert" className={styles.wrong}>
        <ProblemWords problem={problem} />
      </p>
      <div className={styles.ways}>
        {problem.problem === 'overlap' && onJoin ? (
          <Button onClick={onJoin}>{t('breakSettings.hours.join')}</Button>
        ) : null}
        <Button look="plain" onClick={onReset}>
          {t('breakSettings.hours.reset')}
        </Button>
      </div>
    </div>
  )
}

function spanOf({ from, to }: { from: string; to: string }): Span | null {
  const [startMinute, endMinute] = [minuteOfTimeField(from), minuteOfTimeField(to)]
  return startMinute === null || endMinute === null ? null : { startMinute, endMinute }
}

function NightWords({ span }: { span: Span | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!span || span.endMinute >= span.startMinute) return null
  if (span.endMinute === 0) return t('breakSettings.hours.midnight')
  return t('breakSettings.hours.nextDay', { to: minuteWords(span.endMinute, language) })
}

function ProblemWords({ problem }: { problem: Problem }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (problem.problem !== 'overlap') return t(`breakSettings.hours.problem.${problem.problem}`)
  const { key, values } = spanWords(problem.other, language)
  return t('breakSettings.hours.problem.overlap', { span: t(key, values) })
}
