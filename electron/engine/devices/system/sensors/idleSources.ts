/** Whether anybody but a probe process knows when input was last used, with some patience for a bus that restarts. */
import type { Clock } from '../../../ports/clock.ts'

/** A desktop's own services are back well within this; a process started for less would be ended again at once. */
const PATIENCE_MS = 20_000
/** A shell says the same thing twice, two seconds apart, before it is believed: after its start, and after a sleep. */
export const OUTSIDE_PATIENCE_MS = 5_000

export interface IdleLook {
  /** A source inside the engine knew it. */
  known: boolean
  /** None is there at all. */
  absent: boolean
}

export class IdleSources {
  readonly #clock: Clock
  readonly #otherIdleSource: () => string | null
  readonly #onChange: () => void
  #startedAtMs = 0
  /** Since when nobody outside tells; null while somebody does. */
  #outsideSilentSinceMs: number | null = null
  #knownAtMs: number | null = null
  #lastLook: IdleLook | null = null
  #has = true

  /** @param otherIdleSource name of a source outside of the engine; null without one. */
  constructor(clock: Clock, otherIdleSource: () => string | null, onChange: () => void) {
    this.#clock = clock
    this.#otherIdleSource = otherIdleSource
    this.#onChange = onChange
  }

  /** True also while it is not known yet. */
  get has(): boolean {
    return this.#has
  }

  begin(): void {
    this.#startedAtMs = this.#clock.now()
    this.#outsideSilentSinceMs = this.#startedAtMs
    this.#knownAtMs = null
    this.#lastLook = null
    this.#has = true
  }

  looked(look: IdleLook): void {
    this.#lastLook = look
    if (look.known) this.#knownAtMs = this.#clock.now()
    this.lookAgain()
  }

  /** Somebody outside may have begun or ceased to tell. */
  lookAgain(): void {
    if (this.#otherIdleSource() !== null) this.#outsideSilentSinceMs = null
    else this.#outsideSilentSinceMs ??= this.#clock.now()
    const has = this.waitsForOutside || this.#outsideSilentSinceMs === null || this.#hasOwn()
    if (has === this.#has) return
    this.#has = has
    this.#onChange()
  }

  /** Nobody outside tells, and it is too early to say that nobody will. */
  get waitsForOutside(): boolean {
    const sinceMs = this.#outsideSilentSinceMs
    return sinceMs !== null && Math.abs(this.#clock.now() - sinceMs) < OUTSIDE_PATIENCE_MS
  }

  #hasOwn(): boolean {
    if (!this.#lastLook || this.#lastLook.known) return true
    if (this.#lastLook.absent && this.#knownAtMs === null) return false
    return Math.abs(this.#clock.now() - (this.#knownAtMs ?? this.#startedAtMs)) <= PATIENCE_MS
  }
}
