/** Looks again and again, never before the last look is over. */
import type { Clock } from '../../ports/clock.ts'

export interface Rounds {
  /** Looks as soon as it may instead of at the next turn; a look under way is followed by one more. */
  soon(): void
  stop(): void
}

export interface RoundsParts {
  clock: Clock
  /** Asked before each wait. */
  everyMs: () => number
  /** Looks that start processes are never closer together than this, ms. */
  leastMs?: number
  /** Must not reject. */
  look: () => Promise<void>
}

/** The first look is at once. */
export function startRounds({ clock, everyMs, leastMs = 0, look }: RoundsParts): Rounds {
  let cancel = () => {}
  let isLooking = false
  let isHurried = false
  let isStopped = false
  let beganMs = 0

  const inMs = (sinceBeginningMs: number) =>
    Math.max(0, sinceBeginningMs - Math.max(0, clock.now() - beganMs))
  const turn = async () => {
    cancel()
    isLooking = true
    isHurried = false
    beganMs = clock.now()
    await look()
    isLooking = false
    if (isStopped) return
    cancel = clock.after(inMs(isHurried ? leastMs : everyMs()), () => void turn())
  }

  void turn()
  return {
    soon() {
      isHurried = true
      if (isLooking || isStopped) return
      cancel()
      cancel = clock.after(inMs(leastMs), () => void turn())
    },
    stop() {
      isStopped = true
      cancel()
    },
  }
}
