/** Counts input of a stretch of time. It is told that a key went down, and never which. */
import type { InputCounts } from '../core/presence/sensor.ts'

/** A pause in typing is at least this long… */
const SHORTEST_PAUSE_MS = 250
/** …a short one ends before this… */
const SHORT_PAUSE_BELOW_MS = 1_000
/** …and a longer one is no longer a pause in typing. */
const LONGEST_PAUSE_MS = 8_000
/** A press so long after the last one, with no key let go between them, is a held key that begins to repeat. */
const REPEAT_AFTER_MS = 200

type Sums = Omit<InputCounts, 'fromMs' | 'toMs'>

const nothing = (): Sums => ({
  keys: 0,
  deletes: 0,
  clicks: 0,
  scrolls: 0,
  pathPx: 0,
  pauses: 0,
  shortPauses: 0,
})

export class InputCounter {
  #sums = nothing()
  /** Monotonic ms of the last press; null before the first. */
  #lastPressMs: number | null = null
  #releasedSince = true
  #isRepeating = false
  #pointer: { x: number; y: number } | null = null

  /** @param atMs of a clock that never jumps. */
  keyDown(atMs: number, isDelete: boolean): void {
    const gapMs = this.#lastPressMs === null ? null : atMs - this.#lastPressMs
    if (this.#releasedSince) this.#isRepeating = false
    else if (gapMs !== null && gapMs >= REPEAT_AFTER_MS) this.#isRepeating = true
    this.#lastPressMs = atMs
    this.#releasedSince = false
    if (this.#isRepeating) return
    this.#sums.keys++
    if (isDelete) this.#sums.deletes++
    if (gapMs !== null) this.#pause(gapMs)
  }

  keyUp(): void {
    this.#releasedSince = true
  }

  click(): void {
    this.#sums.clicks++
  }

  /** @param notches either way. */
  scroll(notches: number): void {
    this.#sums.scrolls += Math.max(1, Math.abs(notches))
  }

  moveTo(x: number, y: number): void {
    const from = this.#pointer
    if (from) this.#sums.pathPx += Math.hypot(x - from.x, y - from.y)
    this.#pointer = { x, y }
  }

  /** The counts since the last call, in whole pixels; counting goes on from nothing. */
  take(fromMs: number, toMs: number): InputCounts {
    const sums = this.#sums
    this.#sums = nothing()
    return { fromMs, toMs, ...sums, pathPx: Math.round(sums.pathPx) }
  }

  #pause(gapMs: number): void {
    if (gapMs < SHORTEST_PAUSE_MS || gapMs > LONGEST_PAUSE_MS) return
    this.#sums.pauses++
    if (gapMs < SHORT_PAUSE_BELOW_MS) this.#sums.shortPauses++
  }
}
