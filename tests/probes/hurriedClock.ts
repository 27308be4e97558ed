/** A clock on which a minute lasts a second, for tests with real processes. */
import type { Clock } from '../../electron/engine/ports/clock.ts'

export const HURRY = 60

export const hurriedClock: Clock = {
  now: () => Date.now() * HURRY,
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs / HURRY)
    return () => clearTimeout(timer)
  },
}
