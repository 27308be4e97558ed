/** The real clock, for engines outside of tests. */
import type { Clock } from '../engine/ports/clock.ts'

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}
