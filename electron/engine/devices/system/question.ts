/** Asks one source one thing: never twice at once, never longer than two seconds. */
import type { Clock } from '../../ports/clock.ts'

/** Every call to the system gets this long; what takes longer hangs. */
export const ANSWER_WITHIN_MS = 2_000
/** A source that is not there is looked for again this often. */
const LOOK_AGAIN_MS = 30_000

/** `absent`: it is not there, or refuses. `silent`: it is there and says nothing. */
export type Answer<Value> = { kind: 'told'; value: Value } | { kind: 'absent' } | { kind: 'silent' }

/** Thrown by an asker that gave up waiting by itself. */
export class NoAnswerError extends Error {}

/** Thrown by an asker whose way to the source is not up yet: that says nothing about the source. */
export class NotConnectedError extends Error {}

export class Question<Value> {
  readonly #clock: Clock
  readonly #ask: () => Promise<Value>
  #isOpen = false
  #absentSinceMs: number | null = null

  /** @param ask rejects when the source is not there; may stay open for ever. */
  constructor(clock: Clock, ask: () => Promise<Value>) {
    this.#clock = clock
    this.#ask = ask
  }

  /** Never rejects. */
  answer(): Promise<Answer<Value>> {
    if (this.#isOpen) return Promise.resolve({ kind: 'silent' })
    if (this.#wasAbsentLately()) return Promise.resolve({ kind: 'absent' })
    this.#isOpen = true
    return new Promise((resolve) => {
      const cancel = this.#clock.after(ANSWER_WITHIN_MS, () => resolve({ kind: 'silent' }))
      void this.#asked().then((answer) => {
        this.#isOpen = false
        cancel()
        resolve(answer)
      })
    })
  }

  /** Looks again at once: something about the source changed. */
  forgetAbsence(): void {
    this.#absentSinceMs = null
  }

  async #asked(): Promise<Answer<Value>> {
    try {
      const value = await this.#ask()
      this.#absentSinceMs = null
      return { kind: 'told', value }
    } catch (error) {
      if (error instanceof NoAnswerError) return { kind: 'silent' }
      if (!(error instanceof NotConnectedError)) this.#absentSinceMs = this.#clock.now()
      return { kind: 'absent' }
    }
  }

  #wasAbsentLately(): boolean {
    if (this.#absentSinceMs === null) return false
    const sinceMs = this.#clock.now() - this.#absentSinceMs
    return sinceMs >= 0 && sinceMs < LOOK_AGAIN_MS
  }
}

/** The value, or null for every kind of not knowing. */
export function toldOrNull<Value>(answer: Answer<Value>): Value | null {
  return answer.kind === 'told' ? answer.value : null
}
