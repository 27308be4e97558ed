/** Time to change one's mind: a hidden conversation is erased for good a little later. */
import type { Clock } from '../../ports/clock.ts'

export const UNDO_SECONDS = 10

export class Erasures {
  readonly #clock: Clock
  readonly #eraseForGood: (conversationId: string) => void
  readonly #timers = new Map<string, () => void>()

  constructor(clock: Clock, eraseForGood: (conversationId: string) => void) {
    this.#clock = clock
    this.#eraseForGood = eraseForGood
  }

  /** @returns how long it can be taken back, in seconds. */
  begin(conversationId: string): number {
    const cancelTimer = this.#clock.after(UNDO_SECONDS * 1000, () => {
      this.#timers.delete(conversationId)
      this.#eraseForGood(conversationId)
    })
    this.#timers.set(conversationId, cancelTimer)
    return UNDO_SECONDS
  }

  /** @returns false when it is too late, or nothing was to be erased. */
  cancel(conversationId: string): boolean {
    this.#timers.get(conversationId)?.()
    return this.#timers.delete(conversationId)
  }

  cancelAll(): void {
    for (const cancelTimer of this.#timers.values()) cancelTimer()
    this.#timers.clear()
  }

  /** Nothing waits past the end of the engine: a closed app has erased what it said it would. */
  finishAll(): void {
    const due = [...this.#timers.keys()]
    this.cancelAll()
    for (const conversationId of due) this.#eraseForGood(conversationId)
  }
}
