/** Time to change one's mind: what was taken away is hidden at once, and erased for good a little later. */
import type { Clock } from './ports/clock.ts'

export const UNDO_SECONDS = 10

export class Erasures {
  readonly #clock: Clock
  readonly #eraseForGood: (id: string) => void
  readonly #timers = new Map<string, () => void>()

  constructor(clock: Clock, eraseForGood: (id: string) => void) {
    this.#clock = clock
    this.#eraseForGood = eraseForGood
  }

  /** @returns how long it can be taken back, in seconds. */
  begin(id: string): number {
    const cancelTimer = this.#clock.after(UNDO_SECONDS * 1000, () => {
      this.#timers.delete(id)
      this.#eraseForGood(id)
    })
    this.#timers.set(id, cancelTimer)
    return UNDO_SECONDS
  }

  /** @returns false when it is too late, or it was never to go. */
  cancel(id: string): boolean {
    this.#timers.get(id)?.()
    return this.#timers.delete(id)
  }

  cancelAll(): void {
    for (const cancelTimer of this.#timers.values()) cancelTimer()
    this.#timers.clear()
  }

  /** Nothing waits past the end of the engine: a closed app has erased what it said it would. */
  finishAll(): void {
    const due = [...this.#timers.keys()]
    this.cancelAll()
    for (const id of due) this.#eraseForGood(id)
  }
}
