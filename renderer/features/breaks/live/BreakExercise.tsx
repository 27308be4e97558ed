/** What a pause is filled with: an exercise that is played, the same as plain words, or nothing in particular. */
import { Component, lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunningBreakView } from '../../../../electron/contract/breaks.ts'
import { planWithin } from '../../../../electron/core/exercises/exercisePlan.ts'
import { textForm } from '../../../../electron/core/exercises/otherForms.ts'
import { useLanguage } from '../../../text/amounts.ts'
import { useExercises } from '../../exercises/useExercises.ts'
import styles from './BreakExercise.module.css'
import { lengthWords } from './lengthWords.ts'

export const loadPlayer = () => import('../../exercises/player/ExercisePlayer.tsx')
const ExercisePlayer = lazy(loadPlayer)

/** From here on a person may want more than looking out of the window. */
const LONG_MS = 10 * 60_000

export interface BreakExerciseProps {
  running: RunningBreakView
  leftMs: number
  isCompact: boolean
}

export function BreakExercise({ running, leftMs, isCompact }: BreakExerciseProps) {
  // What begins now has to be over with the pause, and does not begin anew each second.
  const [withinMs] = useState(leftMs)
  const [isPutAway, setPutAway] = useState(false)
  const { exercise, id, lengthMs } = running
  if (exercise === null || isPutAway) return <Nothing isLong={lengthMs >= LONG_MS} />
  const plain = <PlainExercise exerciseId={exercise.id} withinMs={withinMs} />
  return (
    <PlayerFallback instead={plain}>
      <Suspense>
        <ExercisePlayer
          exerciseId={exercise.id}
          withinMs={withinMs}
          nudgeId={id}
          via="break"
          compact={isCompact}
          onEnd={() => setPutAway(true)}
        />
      </Suspense>
    </PlayerFallback>
  )
}

function Nothing({ isLong }: { isLong: boolean }) {
  const { t } = useTranslation()
  return <p className={styles.nothing}>{t(isLong ? 'break.running.nothingLong' : 'break.running.nothing')}</p>
}

/** A player that cannot be shown leaves its words behind. */
class PlayerFallback extends Component<{ instead: ReactNode; children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? this.props.instead : this.props.children
  }
}

/** Its steps to read, in one's own time; empty while nothing is known of it. */
export function PlainExercise({ exerciseId, withinMs }: { exerciseId: string; withinMs: number }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data } = useExercises()
  const exercise = data?.exercises.find((one) => one.exercise.id === exerciseId)?.exercise
  const plan = exercise ? planWithin(exercise, withinMs) : null
  if (plan === null)
    return <p className={styles.nothing}>{exercise?.text.summary ?? t('break.running.nothing')}</p>
  const { lines, rounds } = textForm(plan)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, so the keyboard must be able to reach it.
    <section className={styles.plain} aria-label={t('break.plan.label')} tabIndex={0}>
      <ol className={styles.steps}>
        {lines.map(({ label, seconds }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same step may come twice, and the list never changes.
          <li key={place}>
            {t('break.plan.step', { step: label, length: lengthWords(seconds * 1000, { t, language }) })}
          </li>
        ))}
      </ol>
      {rounds > 1 ? <p className={styles.rounds}>{t('break.plan.round', { count: rounds })}</p> : null}
    </section>
  )
}
