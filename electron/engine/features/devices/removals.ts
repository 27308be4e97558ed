/** Devices taken away: hidden at once, erased with their secrets when the time to take it back is over. */
import type { Clock } from '../../ports/clock.ts'
import type { DevicesStore } from './devicesStore.ts'

export const UNDO_SECONDS = 10

export class Removals {
  readonly #clock: Clock
  readonly #store: DevicesStore
  readonly #onErased: (id: string) => void
  readonly #waiting = new Map<string, () => void>()

  constructor(clock: Clock, store: DevicesStore, onErased: (id: string) => void) {
    this.#clock = clock
    this.#store = store
    this.#onErased = onErased
  }

  remove(id: string): void {
    this.#store.setRemoved(id, this.#clock.now())
    const cancel = this.#clock.after(UNDO_SECONDS * 1000, () => {
      this.#waiting.delete(id)
      this.#store.eraseRemoved(id)
      this.#onErased(id)
    })
    this.#waiting.set(id, cancel)
  }

  /** @returns whether it was still there to come back. */
  restore(id: string): boolean {
    this.#waiting.get(id)?.()
    this.#waiting.delete(id)
    return this.#store.setRemoved(id, null)
  }

  /** Nobody takes anything back after this. */
  finish(): void {
    for (const cancel of this.#waiting.values()) cancel()
    this.#waiting.clear()
    this.#store.eraseRemoved()
  }
}
