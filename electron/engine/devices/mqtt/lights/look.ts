/** How long to wait for what a broker keeps: it comes at once after it was asked for, and nobody says that this was all. */
import type { Clock } from '../../../ports/clock.ts'

const FIRST_MS = 1000
/** As long as lists keep coming, but no longer than a few seconds. */
const QUIET_MS = 400
const MOST_MS = 5000

export class Look {
  readonly #clock: Clock
  readonly #ended: () => void
  #beganMs: number | null = null
  #cancel = () => {}

  constructor(clock: Clock, ended: () => void) {
    this.#clock = clock
    this.#ended = ended
  }

  begin(): void {
    this.#beganMs = this.#clock.now()
    this.#wait(FIRST_MS)
  }

  /** Something came. */
  goOn(): void {
    if (this.#beganMs === null) return
    const sinceMs = this.#clock.now() - this.#beganMs
    this.#wait(Math.max(0, Math.min(MOST_MS - sinceMs, Math.max(QUIET_MS, FIRST_MS - sinceMs))))
  }

  cancel(): void {
    this.#cancel()
    this.#beganMs = null
  }

  #wait(forMs: number): void {
    this.#cancel()
    this.#cancel = this.#clock.after(forMs, () => {
      this.#beganMs = null
      this.#ended()
    })
  }
}
