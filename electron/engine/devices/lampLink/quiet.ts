/** Keeps the log short: of one thing a line a minute at most, with how many were left out. */
import type { Clock } from '../../ports/clock.ts'

type Counts = Readonly<Record<string, number>>
type Note = (event: string, counts?: Counts) => void

const EVERY_MS = 60_000

export class Quiet {
  readonly #clock: Clock
  readonly #note: Note
  #lastAtMs = Number.NEGATIVE_INFINITY
  #leftOut = 0

  constructor(clock: Clock, note: Note) {
    this.#clock = clock
    this.#note = note
  }

  note(event: string, counts: Counts = {}): void {
    const now = this.#clock.now()
    // A clock that was set back must not silence it for hours.
    if (now - this.#lastAtMs < EVERY_MS && now >= this.#lastAtMs) {
      this.#leftOut++
      return
    }
    this.#lastAtMs = now
    this.#note(event, this.#leftOut > 0 ? { ...counts, leftOut: this.#leftOut } : counts)
    this.#leftOut = 0
  }
}
