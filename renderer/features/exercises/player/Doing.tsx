/** An exercise while it is done: the light, the words, pause and stop. */
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Exercise } from '../../../../electron/core/exercises/exercise.ts'
import type { ExercisePlan } from '../../../../electron/core/exercises/exercisePlan.ts'
import { Button } from '../../../design/Button.tsx'
import { useLights } from '../../lights/useLights.ts'
import { useSpokenWords } from '../../sound/useSpokenWords.ts'
import { clockWords } from './durationWords.ts'
import { lampWords } from './lampWords.ts'
import { Pacer } from './Pacer.tsx'
import { PhaseWords } from './PhaseWords.tsx'
import styles from './Player.module.css'
import type { PlayerForm } from './playerForms.ts'
import { TextSteps } from './TextSteps.tsx'
import { useExerciseClock } from './useExerciseClock.ts'
import { useLampsFollow } from './useLampsFollow.ts'
import { useSpaceKey } from './useSpaceKey.ts'

const PlayerSounds = lazy(() => import('../../sound/PlayerSounds.tsx'))

export interface DoingProps {
  exercise: Exercise
  plan: ExercisePlan
  form: PlayerForm
  onForm: (form: PlayerForm) => void
  compact?: boolean
  /** A pause has its own button for sound. */
  hasSound: boolean
  /** Filled in, so that whoever writes the run down knows the time in it. */
  spent: React.RefObject<() => number>
  onDone: () => void
  onStop: () => void
  /** A word above it, such as a caution. */
  lead?: ReactNode
  onLevel?: ((level: number) => void) | undefined
}

export function Doing(props: DoingProps) {
  const { exercise, plan, form, onForm, compact = false, hasSound } = props
  const { spent, onDone, onStop, lead, onLevel } = props
  const { title } = exercise.text
  const { t } = useTranslation()
  const isText = form === 'text'
  const running = useExerciseClock({
    plan,
    countsSeconds: form === 'still',
    endsByItself: !isText,
    onOver: onDone,
  })
  const { shown, isRunning, hasSlept, spentMs, pause, goOn } = running
  spent.current = spentMs
  const toggle = isRunning ? pause : goOn
  useSpaceKey(toggle, !isText)
  useSpokenWords({
    words: shown.label,
    step: `${shown.round} ${shown.phaseIndex}`,
    isOn: isRunning && !isText,
  })
  const lamps = useLampLine({ plan, isRunning: isRunning && !isText, spentMs })
  const place = useStartHere()
  return (
    <section
      ref={place}
      className={styles.doing}
      data-compact={compact || undefined}
      data-form={form}
      aria-label={t('player.label', { title })}
      tabIndex={-1}
    >
      {compact ? null : (
        <header className={styles.head}>
          <h2>{title}</h2>
          <p className={styles.small}>
            {isText ? t('player.ownTime') : t('player.left', { time: clockWords(shown.leftSeconds) })}
          </p>
        </header>
      )}
      {lead}
      {isText ? (
        <TextSteps plan={plan} />
      ) : (
        <div className={styles.scene}>
          <Pacer
            plan={plan}
            isRunning={isRunning}
            isMoving={form === 'moving'}
            spentMs={spentMs}
            onLevel={onLevel}
            size={compact ? 'small' : 'large'}
          />
          <PhaseWords plan={plan} shown={shown} />
        </div>
      )}
      <p className={styles.note} role="status">
        {isRunning || isText ? (compact ? null : lamps) : t(hasSlept ? 'player.slept' : 'player.paused')}
      </p>
      <div className={styles.controls}>
        {isText ? (
          <Button onClick={onDone}>{t('player.finished')}</Button>
        ) : (
          <Button onClick={toggle} title={t('player.pauseTip')} aria-keyshortcuts="Space">
            {t(isRunning ? 'player.pause' : 'player.goOn')}
          </Button>
        )}
        <FormButtons plan={plan} form={form} onForm={onForm} />
        <Button look="plain" onClick={onStop}>
          {t('player.stop')}
        </Button>
      </div>
      {compact || (isText && !hasSound) ? null : (
        <Suspense>
          <PlayerSounds hasSound={hasSound} hasWords={!isText} />
        </Suspense>
      )}
    </section>
  )
}

function useLampLine(follow: Parameters<typeof useLampsFollow>[0]): string | null {
  const { t } = useTranslation()
  const lights = useLights()
  return useLampsFollow(follow) ? lampWords(lights, t) : null
}

function FormButtons({ plan, form, onForm }: Pick<DoingProps, 'plan' | 'form' | 'onForm'>) {
  const { t } = useTranslation()
  const hasLevel = plan.phases.some(({ level }) => level !== null)
  if (form === 'text') return <Button onClick={() => onForm('still')}>{t('player.withLight')}</Button>
  return (
    <>
      {hasLevel ? (
        <Button onClick={() => onForm(form === 'moving' ? 'still' : 'moving')}>
          {t(form === 'moving' ? 'player.hold' : 'player.move')}
        </Button>
      ) : null}
      <Button onClick={() => onForm('text')}>{t('player.textOnly')}</Button>
    </>
  )
}

/** What was pressed to come here is gone; the keyboard begins at the exercise. */
function useStartHere() {
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus({ preventScroll: true }), [])
  return place
}
