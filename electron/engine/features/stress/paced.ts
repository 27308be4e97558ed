/** At most one call in a while: the first at once, and what came meanwhile as one call with the newest. */
import type { Clock } from '../../ports/clock.ts'

export function paced<Value>(
  clock: Clock,
  everyMs: number,
  push: (value: Value) => void,
): { push(value: Value): void; stop(): void } {
  let waiting: { value: Value } | null = null
  let cancel: (() => void) | null = null
  const rest = () => {
    cancel = clock.after(everyMs, () => {
      cancel = null
      const next = waiting
      waiting = null
      if (next === null) return
      push(next.value)
      rest()
    })
  }
  return {
    push(value) {
      if (cancel !== null) {
        waiting = { value }
        return
      }
      push(value)
      rest()
    },
    stop() {
      cancel?.()
      cancel = null
      waiting = null
    },
  }
}
