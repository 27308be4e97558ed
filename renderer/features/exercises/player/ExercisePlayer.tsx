/** Plays an exercise wherever it is asked for: in a pause, or from the list. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import '../../../text/exercisesText.ts'
import type { ExerciseRun } from '../../../../electron/contract/exercises.ts'
import { exercisePlan } from '../../../../electron/core/exercises/exercisePlan.ts'
import { Button } from '../../../design/Button.tsx'
import { errorCode } from '../../../watch.ts'
import { useExercises } from '../useExercises.ts'
import { PlayedExercise } from './PlayedExercise.tsx'
import styles from './Player.module.css'
import type { PlayerForm } from './playerForms.ts'
import { type StartWish, startPlan } from './startPlan.ts'
import { TextSteps } from './TextSteps.tsx'

export interface ExercisePlayerProps {
  exerciseId: string
  /** It has to be over by then, ms; null: as long as it takes. */
  withinMs?: number | null
  /** The wished length where there is a choice, seconds; null: the usual one. */
  lengthSeconds?: number | null
  /** The break it fills. */
  nudgeId?: number | null
  via: ExerciseRun['via']
  /** For a small window: less around it. */
  compact?: boolean
  form?: PlayerForm
  /** How bright the lamp is, 0–1, ten times a second. */
  onLevel?: (level: number) => void
  /** Done, stopped, or not begun after all. */
  onEnd?: () => void
}

export default function ExercisePlayer(props: ExercisePlayerProps) {
  const { exerciseId, withinMs = null, lengthSeconds = null, nudgeId = null } = props
  const { via, compact = false, form, onLevel, onEnd = () => {} } = props
  const { t } = useTranslation()
  const { data, error, refetch } = useExercises()
  // What has begun does not change under the person's eyes, nor when the list is read anew.
  const [wish] = useState<StartWish>(() => ({ withinMs, lengthSeconds, wishedAtMs: performance.now() }))
  const exercise = data?.exercises.find((one) => one.exercise.id === exerciseId)?.exercise

  if (!exercise) {
    if (data) return <p className={styles.small}>{t('exercises.one.missing')}</p>
    if (!error) return <p className={styles.small}>{t('player.opening')}</p>
    return (
      <div className={styles.question}>
        <p role="alert">{t('player.failed', { reason: t(`errors.${errorCode(error)}`) })}</p>
        <Button onClick={() => void refetch()}>{t('exercises.tryAgain')}</Button>
      </div>
    )
  }
  if (startPlan(exercise, wish, wish.wishedAtMs) === null) {
    return (
      <div className={styles.question} data-compact={compact || undefined}>
        <p className={styles.small}>{t('player.tooShort')}</p>
        <TextSteps plan={exercisePlan(exercise)} />
      </div>
    )
  }
  return (
    <PlayedExercise
      key={exercise.id}
      exercise={exercise}
      wish={wish}
      via={via}
      nudgeId={nudgeId}
      compact={compact}
      form={form}
      onLevel={onLevel}
      onEnd={onEnd}
    />
  )
}
