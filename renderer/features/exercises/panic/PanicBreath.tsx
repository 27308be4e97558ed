/** The light breathes by itself, without a question before; at the end one may say how it is. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Exercise } from '../../../../electron/core/exercises/exercise.ts'
import { exercisePlan } from '../../../../electron/core/exercises/exercisePlan.ts'
import { Button } from '../../../design/Button.tsx'
import { Pacer } from '../player/Pacer.tsx'
import { PhaseWords } from '../player/PhaseWords.tsx'
import { type PlayerForm, usualForm } from '../player/playerForms.ts'
import { RatingScale } from '../player/RatingScale.tsx'
import { useExerciseClock } from '../player/useExerciseClock.ts'
import { useLampsFollow } from '../player/useLampsFollow.ts'
import { useSavedRun } from '../player/useSavedRun.ts'
import { useSpaceKey } from '../player/useSpaceKey.ts'
import styles from './PanicView.module.css'

export function PanicBreath({ exercise }: { exercise: Exercise }) {
  const [time, setTime] = useState(0)
  return <OneBreathing key={time} exercise={exercise} onAgain={() => setTime(time + 1)} />
}

function OneBreathing({ exercise, onAgain }: { exercise: Exercise; onAgain: () => void }) {
  const { t } = useTranslation()
  const [plan] = useState(() => exercisePlan(exercise))
  const [form, setForm] = useState<PlayerForm>(usualForm)
  const [stage, setStage] = useState<'breathing' | 'over' | 'noted'>('breathing')
  const run = useRunOf(exercise, plan.totalMs, () => running.spentMs())
  const running = useExerciseClock({
    plan,
    countsSeconds: form === 'still',
    endsByItself: true,
    onOver: () => {
      run.end('done', plan.totalMs)
      setStage('over')
    },
  })
  const { shown, isRunning, hasSlept, spentMs, pause, goOn } = running
  useSpaceKey(isRunning ? pause : goOn, stage === 'breathing')
  useLampsFollow({ plan, isRunning: isRunning && stage === 'breathing', spentMs })

  if (stage !== 'breathing') {
    return (
      <div className={styles.over}>
        {stage === 'over' ? (
          <>
            <p className={styles.lead}>{t('panic.easier')}</p>
            <RatingScale
              question={t(`player.after.${exercise.rated}`)}
              onRate={(after) => {
                run.rate(after)
                setStage('noted')
              }}
            />
          </>
        ) : (
          <p className={styles.lead} role="status">
            {t('panic.noted')}
          </p>
        )}
        <Button onClick={onAgain}>{t('panic.breatheOn')}</Button>
      </div>
    )
  }
  return (
    <>
      <p className={styles.lead}>{t('panic.lead')}</p>
      <Pacer plan={plan} isRunning={isRunning} isMoving={form === 'moving'} spentMs={spentMs} />
      <PhaseWords plan={plan} shown={shown} />
      <p className={styles.small}>
        {isRunning ? t('panic.dizzy') : t(hasSlept ? 'player.slept' : 'player.paused')}
      </p>
      <div className={styles.controls}>
        <Button onClick={isRunning ? pause : goOn} title={t('player.pauseTip')} aria-keyshortcuts="Space">
          {t(isRunning ? 'player.pause' : 'player.goOn')}
        </Button>
        <Button onClick={() => setForm(form === 'moving' ? 'still' : 'moving')}>
          {t(form === 'moving' ? 'player.hold' : 'player.move')}
        </Button>
      </div>
    </>
  )
}

/** Written down from the start; it is not asked how it was before. */
function useRunOf(exercise: Exercise, plannedMs: number, spentMs: () => number) {
  const run = useSavedRun(spentMs)
  const newest = useRef(run)
  newest.current = run
  useEffect(() => {
    const soon = setTimeout(() =>
      newest.current.begin({
        exerciseId: exercise.id,
        plannedMs,
        before: null,
        nudgeId: null,
        via: 'panic',
      }),
    )
    return () => clearTimeout(soon)
  }, [exercise, plannedMs])
  return run
}
