/** When a bridge that was lost is tried again: later after each failure, as if for the first once it had stayed a while. */
import type { Clock } from '../../ports/clock.ts'
import { STEADY_MS, waitMs } from './patience.ts'

export interface ComebackParts {
  clock: Clock
  random(): number
}

export class Comeback {
  readonly #parts: ComebackParts
  #failures = 0
  #openedAtMs: number | null = null
  #cancel = () => {}

  constructor(parts: ComebackParts) {
    this.#parts = parts
  }

  get failures(): number {
    return this.#failures
  }

  opened(): void {
    this.#openedAtMs = this.#parts.clock.now()
  }

  wasSteady(): boolean {
    return this.#openedAtMs !== null && this.#parts.clock.now() - this.#openedAtMs >= STEADY_MS
  }

  /** @param weight a try that took several requests before it failed counts as so many, for it was so much more of a burden. */
  failed(weight = 1): void {
    this.#failures = this.wasSteady() ? weight : this.#failures + weight
    this.#openedAtMs = null
  }

  startOver(): void {
    this.#failures = 0
    this.#openedAtMs = null
  }

  plan(again: () => void, failures = this.#failures): void {
    const { clock, random } = this.#parts
    this.#cancel()
    this.#cancel = clock.after(waitMs(failures, random()), again)
  }

  cancel(): void {
    this.#cancel()
  }
}
