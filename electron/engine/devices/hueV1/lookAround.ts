/** When a bridge that tells nothing by itself is asked next: soon after a change, often while Lull holds lamps, else rarely. */
import type { Clock } from '../../ports/clock.ts'

/** A hand on a switch is seen this soon while Lull may be holding lamps. */
export const HELD_EVERY_MS = 10_000
export const IDLE_EVERY_MS = 30_000
/** Looks last up to twenty minutes; then nothing of Lull's is on a lamp any more, or only a long fade. */
const HELD_FOR_MS = 30 * 60_000
/** What came of a change; those of one look are asked for together. */
const AFTER_WRITE_MS = 1500
export const WHOLE_EVERY_MS = 10 * 60_000

export class LookAround {
  readonly #clock: Clock
  readonly #look: (isWhole: boolean) => void
  #watchers = 0
  #isRunning = false
  #wroteAtMs = Number.NEGATIVE_INFINITY
  #lookedAtAllMs = Number.NEGATIVE_INFINITY
  #dueAtMs = Number.POSITIVE_INFINITY
  #cancel = () => {}

  constructor(clock: Clock, look: (isWhole: boolean) => void) {
    this.#clock = clock
    this.#look = look
  }

  /** Nobody watches, nobody looks. Gives back the way to end it. */
  watched(): () => void {
    let isWatching = true
    this.#watchers++
    if (this.#isRunning && this.#watchers === 1) this.looked()
    return () => {
      if (!isWatching) return
      isWatching = false
      this.#watchers--
      if (this.#watchers === 0) this.#forget()
    }
  }

  /** The lamps were just read. */
  looked(): void {
    this.#isRunning = true
    const sinceMs = Math.abs(this.#clock.now() - this.#wroteAtMs)
    this.#plan(sinceMs < HELD_FOR_MS ? HELD_EVERY_MS : IDLE_EVERY_MS)
  }

  lookedAtAll(): void {
    this.#lookedAtAllMs = this.#clock.now()
    this.looked()
  }

  afterWrite(): void {
    this.#wroteAtMs = this.#clock.now()
    if (this.#isRunning && this.#dueAtMs > this.#wroteAtMs + AFTER_WRITE_MS) this.#plan(AFTER_WRITE_MS)
  }

  /** Something came or went: all of it is read anew. */
  atOnce(): void {
    this.#lookedAtAllMs = Number.NEGATIVE_INFINITY
    if (this.#isRunning) this.#plan(AFTER_WRITE_MS)
  }

  stop(): void {
    this.#isRunning = false
    this.#forget()
  }

  #forget(): void {
    this.#cancel()
    this.#dueAtMs = Number.POSITIVE_INFINITY
  }

  #plan(inMs: number): void {
    this.#forget()
    if (this.#watchers === 0) return
    this.#dueAtMs = this.#clock.now() + inMs
    this.#cancel = this.#clock.after(inMs, () => {
      this.#dueAtMs = Number.POSITIVE_INFINITY
      this.#look(Math.abs(this.#clock.now() - this.#lookedAtAllMs) >= WHOLE_EVERY_MS)
    })
  }
}
