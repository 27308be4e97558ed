/** The time left of a pause, looked at once a second. */
import { useEffect, useMemo, useState } from 'react'
import type { RunningBreakView } from '../../../../electron/contract/breaks.ts'
import { type Anchor, type Instant, leftMs, overMs, toNextSecondMs } from './timeLeft.ts'

const instant = (): Instant => ({ wallMs: Date.now(), steadyMs: performance.now() })

export interface TimeLeft {
  leftMs: number
  /** How long its end is over, ms. */
  overMs: number
}

/** Follows the newest end the engine told: it moves when the clock is set. */
export function useTimeLeft({ id, endsAtMs }: Pick<RunningBreakView, 'id' | 'endsAtMs'>): TimeLeft {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another pause has an end of its own, even at the same time.
  const anchor: Anchor = useMemo(() => ({ ...instant(), endsAtMs }), [id, endsAtMs])
  const [, look] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const next = () => {
      timer = setTimeout(
        () => {
          look((looks) => looks + 1)
          next()
        },
        toNextSecondMs(leftMs(anchor, instant())),
      )
    }
    next()
    return () => clearTimeout(timer)
  }, [anchor])
  const now = instant()
  return { leftMs: leftMs(anchor, now), overMs: overMs(anchor, now) }
}
