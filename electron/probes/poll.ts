/** Looks again and again, and soon once more after a change: who listens believes the second equal answer. */
import type { Clock } from '../engine/ports/clock.ts'

/** Also the least between two looks. */
const CONFIRM_AFTER_MS = 1_000

export interface Poll {
  /** The time to the next look is another one now. */
  soon(): void
  stop(): void
}

/**
 * Looks at once.
 * @param everyMs asked before each wait.
 * @param look says whether something changed.
 */
export function poll(clock: Clock, everyMs: () => number, look: () => boolean): Poll {
  let cancel = () => {}
  let lookedMs = clock.now()
  let stopped = false
  const next = () => {
    lookedMs = clock.now()
    const changed = look()
    if (!stopped) cancel = clock.after(changed ? Math.min(CONFIRM_AFTER_MS, everyMs()) : everyMs(), next)
  }
  next()
  return {
    soon() {
      if (stopped) return
      cancel()
      const sinceMs = Math.max(0, clock.now() - lookedMs)
      cancel = clock.after(Math.max(0, CONFIRM_AFTER_MS - sinceMs), next)
    },
    stop() {
      stopped = true
      cancel()
    },
  }
}
