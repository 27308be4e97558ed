/** Whether anybody but a probe process knows when input was last used, with some patience for a bus that restarts. */
import type { Clock } from '../../../ports/clock.ts'

/** A desktop's own services are back well within this; a process started for less would be ended again at once. */
const PATIENCE_MS = 20_000

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
    const has = this.#otherIdleSource() !== null || this.#hasOwn()
    if (has === this.#has) return
    this.#has = has
    this.#onChange()
  }

  #hasOwn(): boolean {
    if (!this.#lastLook || this.#lastLook.known) return true
    if (this.#lastLook.absent && this.#knownAtMs === null) return false
    return Math.abs(this.#clock.now() - (this.#knownAtMs ?? this.#startedAtMs)) <= PATIENCE_MS
  }
}
