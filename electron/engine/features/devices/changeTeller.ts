/** Tells a change at once, and what follows within half a second together: at most two a second. */
import type { Clock } from '../../ports/clock.ts'

const TELL_EVERY_MS = 500

export class ChangeTeller {
  readonly #clock: Clock
  readonly #tell: () => void
  #cancel: (() => void) | null = null
  #isWaiting = false

  constructor(clock: Clock, tell: () => void) {
    this.#clock = clock
    this.#tell = tell
  }

  changed(): void {
    if (this.#cancel !== null) {
      this.#isWaiting = true
      return
    }
    this.#isWaiting = false
    this.#cancel = this.#clock.after(TELL_EVERY_MS, () => {
      this.#cancel = null
      if (this.#isWaiting) this.changed()
    })
    this.#tell()
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
  }
}
