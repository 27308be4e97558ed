/** Waits for a lamp to speak. */
import type { Clock } from '../../../ports/clock.ts'

type Told = (isHeard: boolean) => void

export class Hearing {
  readonly #clock: Clock
  readonly #waiting = new Map<string, Set<Told>>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  spoke(lampId: string): void {
    this.#tell(lampId, true)
  }

  /** Whether it speaks within that time, from now on. */
  next(lampId: string, withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(lampId) ?? new Set<Told>()
      this.#waiting.set(lampId, waiting)
      const told: Told = (isHeard) => {
        cancel()
        waiting.delete(told)
        resolve(isHeard)
      }
      const cancel = this.#clock.after(withinMs, () => told(false))
      waiting.add(told)
    })
  }

  /** Nobody will be heard any more. */
  end(): void {
    for (const lampId of [...this.#waiting.keys()]) this.#tell(lampId, false)
  }

  #tell(lampId: string, isHeard: boolean): void {
    const waiting = this.#waiting.get(lampId)
    this.#waiting.delete(lampId)
    for (const told of waiting ?? []) told(isHeard)
  }
}
