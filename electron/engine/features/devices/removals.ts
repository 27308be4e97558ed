/** Devices taken away: hidden at once, erased with their secrets when the time to take it back is over. */
import { Erasures } from '../../erasures.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import type { DevicesStore } from './devicesStore.ts'

export interface RemovalsParts {
  clock: Clock
  store: DevicesStore
  log: Log
  erased: (id: string) => void
}

export class Removals {
  readonly #parts: RemovalsParts
  readonly #erasures: Erasures

  constructor(parts: RemovalsParts) {
    this.#parts = parts
    this.#erasures = new Erasures(parts.clock, (id) => this.#eraseForGood(id))
  }

  /** @returns how long it can be taken back, in seconds. */
  remove(id: string): number {
    const { store, clock } = this.#parts
    store.setRemoved(id, clock.now())
    return this.#erasures.begin(id)
  }

  /** @returns whether it was still there to come back. */
  restore(id: string): boolean {
    this.#erasures.cancel(id)
    return this.#parts.store.setRemoved(id, null)
  }

  /** Nobody takes anything back after this. */
  finish(): void {
    this.#erasures.cancelAll()
    this.#parts.store.eraseRemoved()
  }

  /** Runs by the clock, with nobody to hear of a failure: what would not go now goes at the next start. */
  #eraseForGood(id: string): void {
    const { store, log, erased } = this.#parts
    try {
      store.eraseRemoved(id)
      erased(id)
    } catch (error) {
      log.error('eraseFailed', error, { deviceId: id })
    }
  }
}
