/** One exercise from the question before to the question after, written down as it goes. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExerciseRun } from '../../../../electron/contract/exercises.ts'
import { exercisePlan } from '../../../../electron/core/exercises/exercisePlan.ts'
import { Button } from '../../../design/Button.tsx'
import type { ShownExercise } from '../useExercises.ts'
import { Doing } from './Doing.tsx'
import styles from './Player.module.css'
import { type PlayerForm, usualForm } from './playerForms.ts'
import { RatingScale } from './RatingScale.tsx'
import { type StartWish, startPlan } from './startPlan.ts'
import { useSavedRun } from './useSavedRun.ts'

export interface PlayedExerciseProps {
  exercise: ShownExercise
  wish: StartWish
  via: ExerciseRun['via']
  nudgeId: number | null
  compact: boolean
  form?: PlayerForm | undefined
  onLevel?: ((level: number) => void) | undefined
  onEnd: () => void
}

/** In a pause this short, two questions would be most of it. */
const LEAST_ASKED_MS = 90_000
/** Of a pause, for the second question: its window goes with its end. */
const AFTERWARDS_MS = 20_000

export function PlayedExercise(props: PlayedExerciseProps) {
  const { exercise, wish, via, nudgeId, compact, onEnd, onLevel } = props
  const { t } = useTranslation()
  const planNow = (keptBackMs = 0) => {
    const withinMs = wish.withinMs === null ? null : wish.withinMs - keptBackMs
    return startPlan(exercise, { ...wish, withinMs }, performance.now())
  }
  const [plan, setPlan] = useState(() => planNow() ?? exercisePlan(exercise))
  const [asks] = useState(() => via === 'list' || (via === 'break' && plan.totalMs >= LEAST_ASKED_MS))
  const [stage, setStage] = useState<'before' | 'doing' | 'after'>(asks ? 'before' : 'doing')
  const [form, setForm] = useState(props.form ?? usualForm)
  const [hasBefore, setHasBefore] = useState(false)
  const spent = useRef(() => 0)
  const run = useSavedRun(() => spent.current())
  const { text, rated } = exercise

  const begin = (before: number | null, plannedMs: number) =>
    run.begin({ exerciseId: exercise.id, plannedMs, before, nudgeId, via })
  const newest = useRef(() => {})
  newest.current = () => begin(null, plan.totalMs)
  useEffect(() => {
    if (asks) return
    const soon = setTimeout(() => newest.current())
    return () => clearTimeout(soon)
  }, [asks])

  function start(before: number | null) {
    // The question took its time, and the break goes on.
    const begun = (before === null ? null : planNow(AFTERWARDS_MS)) ?? planNow() ?? exercisePlan(exercise)
    setPlan(begun)
    begin(before, begun.totalMs)
    setHasBefore(before !== null)
    setStage('doing')
  }

  if (stage === 'before') {
    return (
      <section
        className={styles.question}
        data-compact={compact || undefined}
        aria-label={t('player.label', { title: text.title })}
      >
        {compact ? null : <h2>{text.title}</h2>}
        {exercise.cautions.length > 0 ? <p className={styles.small}>{text.cautions}</p> : null}
        {text.before === '' ? null : <p>{text.before}</p>}
        <RatingScale question={t(`player.before.${rated}`)} onRate={start} />
        <div className={styles.controls}>
          <Button onClick={() => start(null)}>{t('player.startWithout')}</Button>
          <Button look="plain" onClick={onEnd}>
            {t('player.stop')}
          </Button>
        </div>
      </section>
    )
  }
  if (stage === 'after') {
    return (
      <AfterWords
        exercise={exercise}
        asks={hasBefore}
        compact={compact}
        onRate={(after) => {
          run.rate(after)
          onEnd()
        }}
        onClose={onEnd}
      />
    )
  }
  return (
    <Doing
      exercise={exercise}
      plan={plan}
      form={form}
      onForm={setForm}
      compact={compact}
      hasSound={via === 'list'}
      spent={spent}
      onLevel={onLevel}
      lead={
        !asks && exercise.cautions.length > 0 ? <p className={styles.small}>{text.cautions}</p> : undefined
      }
      onDone={() => {
        // A timer comes a little late; reading takes what it takes.
        run.end('done', form === 'text' ? spent.current() : Math.min(spent.current(), plan.totalMs))
        setStage('after')
      }}
      onStop={() => {
        run.end('stopped', spent.current())
        onEnd()
      }}
    />
  )
}

interface AfterWordsProps {
  exercise: ShownExercise
  /** Without an answer before, one after says nothing. */
  asks: boolean
  compact: boolean
  onRate: (after: number) => void
  onClose: () => void
}

function AfterWords({ exercise, asks, compact, onRate, onClose }: AfterWordsProps) {
  const { t } = useTranslation()
  const { text, rated } = exercise
  const place = useRef<HTMLParagraphElement>(null)
  useEffect(() => place.current?.focus({ preventScroll: true }), [])
  return (
    <section
      className={styles.question}
      data-compact={compact || undefined}
      aria-label={t('player.label', { title: text.title })}
    >
      <p ref={place} tabIndex={-1} className={styles.ended}>
        {text.after === '' ? t('player.done') : text.after}
      </p>
      {asks ? <RatingScale question={t(`player.after.${rated}`)} onRate={onRate} /> : null}
      <div className={styles.controls}>
        <Button look={asks ? 'plain' : 'chip'} onClick={onClose}>
          {t(asks ? 'player.leaveOpen' : 'player.close')}
        </Button>
      </div>
    </section>
  )
}
