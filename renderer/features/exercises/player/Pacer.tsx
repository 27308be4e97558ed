/** Lull's lamp, breathing: a soft light that grows and fades with the breath, or simply stands. */
import { useEffect, useRef, useState } from 'react'
import { exerciseAt } from '../../../../electron/core/exercises/exerciseAt.ts'
import type { ExercisePlan } from '../../../../electron/core/exercises/exercisePlan.ts'
import { isDrawnByProcessor } from './drawnByProcessor.ts'
import styles from './Pacer.module.css'
import { bodyAt, glideFrames, glowAt, type LampFrame, lampSteps, stepAt } from './pacerFrames.ts'

export interface PacerProps {
  plan: ExercisePlan
  isRunning: boolean
  /** Moves with the breath; else it stands. */
  isMoving: boolean
  /** Time in the exercise up to now, ms. */
  spentMs: () => number
  /** Told how bright the lamp is, 0–1, some times a second: for lamps in the room. */
  onLevel?: ((level: number) => void) | undefined
  size?: 'small' | 'large'
}

/** Where the processor draws, each step costs some milliseconds of it. */
const STEPS_PER_SECOND = 7
/** Further off than this, light and words are brought together again, ms. */
const DRIFT_MS = 60
const LEVEL_EVERY_MS = 100
/** The question who draws may take a moment, and the lamp has to be there first. */
const ASK_AFTER_MS = 1500

export function Pacer({ plan, isRunning, isMoving, spentMs, onLevel, size = 'large' }: PacerProps) {
  const glow = useRef<HTMLSpanElement>(null)
  const body = useRef<HTMLSpanElement>(null)
  const hasLevel = plan.phases.some(({ level }) => level !== null)
  const moves = isMoving && hasLevel
  const glides = useGlides(moves)
  useGlide(glow, glowAt, { plan, isRunning, isOn: moves && glides, spentMs })
  useGlide(body, bodyAt, { plan, isRunning, isOn: moves && glides, spentMs })
  useSteps({ glow, body }, { plan, isRunning, isOn: moves && !glides, spentMs })
  useLevels(onLevel, isRunning && hasLevel, plan, spentMs)
  return (
    <div className={styles.pacer} data-size={size} data-paused={!isRunning || undefined} aria-hidden="true">
      <span ref={glow} className={styles.glow} />
      <span ref={body} className={styles.body} />
    </div>
  )
}

/** Begins in steps, and glides from the moment a graphics card is known to draw. */
function useGlides(moves: boolean): boolean {
  const [glides, setGlides] = useState(false)
  useEffect(() => {
    if (!moves) return
    const timer = setTimeout(() => setGlides(!isDrawnByProcessor()), ASK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [moves])
  return glides
}

interface Breath {
  plan: ExercisePlan
  isRunning: boolean
  isOn: boolean
  spentMs: () => number
}

type Part = React.RefObject<HTMLElement | null>

const drawn = ({ scale, opacity }: LampFrame) => ({
  transform: `scale(${scale.toFixed(4)})`,
  opacity: opacity.toFixed(3),
})

/** The picture is put together elsewhere: the page itself does nothing between breaths. */
function useGlide(
  part: Part,
  frameOf: (level: number) => LampFrame,
  { plan, isRunning, isOn, spentMs }: Breath,
): void {
  const animation = useRef<Animation | null>(null)
  useEffect(() => {
    const element = part.current
    if (!element || !isOn) return
    const frames = glideFrames(plan, frameOf).map(({ offset, ...frame }) => ({ offset, ...drawn(frame) }))
    const breath = element.animate(frames, {
      duration: plan.roundMs,
      iterations: plan.rounds,
      fill: 'both',
    })
    // To be taken away is no failure.
    breath.finished.catch(() => {})
    animation.current = breath
    return () => {
      breath.cancel()
      animation.current = null
    }
  }, [part, frameOf, plan, isOn])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new animation has to be set going too.
  useEffect(() => {
    const breath = animation.current
    if (!breath) return
    const follow = () => {
      const atMs = Number(breath.currentTime ?? 0)
      if (Math.abs(atMs - spentMs()) > DRIFT_MS) breath.currentTime = spentMs()
    }
    breath.currentTime = spentMs()
    if (!isRunning) return breath.pause()
    breath.play()
    document.addEventListener('visibilitychange', follow)
    return () => document.removeEventListener('visibilitychange', follow)
  }, [isRunning, spentMs, plan, isOn])
}

/** Between two steps nobody draws anything. */
function useSteps({ glow, body }: { glow: Part; body: Part }, breath: Breath): void {
  const { plan, isRunning, isOn, spentMs } = breath
  useEffect(() => {
    const parts = [glow.current, body.current]
    if (!isOn) return
    return () => {
      for (const part of parts) Object.assign(part?.style ?? {}, { transform: '', opacity: '' })
    }
  }, [glow, body, isOn])

  useEffect(() => {
    if (!isOn) return
    const steps = lampSteps(plan, STEPS_PER_SECOND)
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = () => {
      const { level, leftMs } = stepAt(steps, plan, spentMs())
      Object.assign(glow.current?.style ?? {}, drawn(glowAt(level)))
      Object.assign(body.current?.style ?? {}, drawn(bodyAt(level)))
      if (isRunning) timer = setTimeout(draw, leftMs)
    }
    draw()
    return () => clearTimeout(timer)
  }, [glow, body, plan, isRunning, isOn, spentMs])
}

function useLevels(
  onLevel: ((level: number) => void) | undefined,
  isOn: boolean,
  plan: ExercisePlan,
  spentMs: () => number,
): void {
  useEffect(() => {
    if (!onLevel || !isOn) return
    const tell = () => {
      const { level } = exerciseAt(plan, spentMs())
      if (level !== null) onLevel(level)
    }
    tell()
    const timer = setInterval(tell, LEVEL_EVERY_MS)
    return () => clearInterval(timer)
  }, [onLevel, isOn, plan, spentMs])
}
