/** Runs an exercise in time: where one is in it, pause and going on, and what happens when the computer sleeps. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ExercisePlan } from '../../../../electron/core/exercises/exercisePlan.ts'
import { atRest, type ExerciseClock, type Look, lookedAt, paused, spentAt, started } from './exerciseClock.ts'
import { isSame, nextLookMs, type ShownPoint, shownAt } from './shownPoint.ts'

export interface RunningExercise {
  shown: ShownPoint
  isRunning: boolean
  /** It paused by itself, since the computer had slept. */
  hasSlept: boolean
  /** Time in it up to now, ms. */
  spentMs(): number
  pause(): void
  goOn(): void
}

const lookNow = (): Look => ({
  monotonicMs: performance.now(),
  wallMs: Date.now(),
  isHidden: document.visibilityState === 'hidden',
})

export interface ClockWishes {
  plan: ExercisePlan
  countsSeconds: boolean
  /** Reading in one's own time has no end of its own. */
  endsByItself: boolean
  onOver: () => void
}

/** Begins running when it is mounted. */
export function useExerciseClock(wishes: ClockWishes): RunningExercise {
  const { plan, countsSeconds } = wishes
  const clock = useRef<ExerciseClock>(atRest)
  const newest = useRef(wishes)
  newest.current = wishes
  const [isRunning, setRunning] = useState(true)
  const [hasSlept, setSlept] = useState(false)
  const [shown, setShown] = useState(() => shownAt(plan, 0, countsSeconds))

  const spentMs = useCallback(() => spentAt(clock.current, lookNow()), [])
  const show = useCallback(() => {
    const next = shownAt(newest.current.plan, spentMs(), newest.current.countsSeconds)
    setShown((before) => (isSame(before, next) ? before : next))
    return next
  }, [spentMs])

  useEffect(() => {
    if (!isRunning) return
    clock.current = started(clock.current, lookNow())
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      clock.current = lookedAt(clock.current, lookNow())
      const { isOver } = show()
      if (clock.current.last === null) {
        setSlept(true)
        return setRunning(false)
      }
      if (isOver && newest.current.endsByItself) {
        clock.current = paused(clock.current, lookNow())
        setRunning(false)
        return newest.current.onOver()
      }
      timer = setTimeout(look, nextLookMs(plan, spentMs(), countsSeconds))
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
      clock.current = paused(clock.current, lookNow())
    }
  }, [isRunning, plan, countsSeconds, show, spentMs])

  const pause = useCallback(() => setRunning(false), [])
  const goOn = useCallback(() => {
    setSlept(false)
    setRunning(true)
  }, [])
  return { shown, isRunning, hasSlept, spentMs, pause, goOn }
}
