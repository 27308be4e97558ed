/** Whole seconds until a moment, counted down while somebody looks. */
import { useEffect, useState } from 'react'

const SECOND_MS = 1000

export const secondsUntil = (untilMs: number, nowMs: number): number =>
  Math.max(0, Math.ceil((untilMs - nowMs) / SECOND_MS))

/** 0 when it is over, or there is none. */
export function useSecondsLeft(untilMs: number | null): number {
  const [, look] = useState(0)
  const left = untilMs === null ? 0 : secondsUntil(untilMs, Date.now())
  const isOver = left === 0
  useEffect(() => {
    if (untilMs === null || isOver) return
    let timer: ReturnType<typeof setTimeout>
    const next = () => {
      // At the moment at which the number changes.
      const waitMs = Math.max(20, (untilMs - Date.now()) % SECOND_MS || SECOND_MS)
      timer = setTimeout(() => {
        look((looks) => looks + 1)
        next()
      }, waitMs)
    }
    next()
    return () => clearTimeout(timer)
  }, [untilMs, isOver])
  return left
}
