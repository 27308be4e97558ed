/** The person's own answers of the last weeks, held until one changes. */
import type { Checkin } from '../../../core/checkins/checkin.ts'
import { checkinSignal } from '../../../core/stress/checkinSignal.ts'
import type { Signal } from '../../../core/stress/signal.ts'

/** What is usual of answers reaches back 21 days. */
const REACH_MS = 21 * 24 * 60 * 60_000

export class CheckinAnswers {
  readonly #between: (fromMs: number, toMs: number) => Checkin[]
  #answers: Checkin[] | null = null

  constructor(between: (fromMs: number, toMs: number) => Checkin[]) {
    this.#between = between
  }

  signal(nowMs: number): Signal | null {
    this.#answers ??= this.#between(nowMs - REACH_MS, nowMs + 1)
    return checkinSignal(this.#answers, nowMs)
  }

  /** One was saved, changed or taken away. */
  forget(): void {
    this.#answers = null
  }
}
