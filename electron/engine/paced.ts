/** At most one call in a while: the first at once, and what came meanwhile as one call with the newest. */
import type { Clock } from './ports/clock.ts'

export interface Paced<Value> {
  push(value: Value): void
  stop(): void
}

export function paced<Value>(clock: Clock, everyMs: number, tell: (value: Value) => void): Paced<Value> {
  let waiting: { value: Value } | null = null
  let cancel: (() => void) | null = null
  /** The pause first: who is told may push again. */
  const say = (value: Value) => {
    cancel = clock.after(everyMs, () => {
      cancel = null
      const next = waiting
      waiting = null
      if (next !== null) say(next.value)
    })
    tell(value)
  }
  return {
    push(value) {
      if (cancel === null) say(value)
      else waiting = { value }
    },
    stop() {
      cancel?.()
      cancel = null
      waiting = null
    },
  }
}
