/** Ends a fetch that hangs: tells when nothing has moved for too long, by the engine's clock. */
import type { Clock } from '../../../ports/clock.ts'

export interface Deadline {
  readonly signal: AbortSignal
  /** Something moved. */
  moved(): void
  stop(): void
}

/** Aborts `signal` once nothing moved for `limitMs`. */
export function stallDeadline(clock: Clock, limitMs: number): Deadline {
  const controller = new AbortController()
  let movedAt = clock.now()
  let cancel = () => {}
  const watch = (delayMs: number) => {
    cancel = clock.after(delayMs, () => {
      const quietMs = clock.now() - movedAt
      if (quietMs >= limitMs) controller.abort()
      else watch(limitMs - quietMs)
    })
  }
  watch(limitMs)
  return {
    signal: controller.signal,
    moved() {
      movedAt = clock.now()
    },
    stop: () => cancel(),
  }
}

/** Resolves after `delayMs` of the clock; rejects with the signal's reason when aborted first. */
export function pause(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const onAbort = () => {
      cancel()
      reject(signal.reason)
    }
    const cancel = clock.after(delayMs, () => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    })
    signal.addEventListener('abort', onAbort, { once: true })
  })
}
