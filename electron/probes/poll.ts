/** Looks again and again, and soon once more after a change: who listens believes the second equal answer. */
import type { Clock } from '../engine/ports/clock.ts'

const CONFIRM_AFTER_MS = 1_000

/** Looks at once. `look` says whether something changed. @returns a function that stops it. */
export function poll(clock: Clock, everyMs: number, look: () => boolean): () => void {
  let cancel = () => {}
  let stopped = false
  const next = () => {
    const changed = look()
    if (!stopped) cancel = clock.after(changed ? Math.min(CONFIRM_AFTER_MS, everyMs) : everyMs, next)
  }
  next()
  return () => {
    stopped = true
    cancel()
  }
}
