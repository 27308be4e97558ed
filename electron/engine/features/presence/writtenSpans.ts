/** The day's stretches in the database: those that may still change are written anew each time, the others stay. */
import type { DayLedger, DaySpan } from '../../../core/presence/dayLedger.ts'
import type { PresenceStore } from './presenceStore.ts'

/** Row numbers of the stretches of a ledger, in its order. */
interface Rows {
  standings: readonly number[]
  calls: readonly number[]
}

const NO_ROWS: Rows = { standings: [], calls: [] }

export class WrittenSpans {
  #rows: Rows = NO_ROWS
  /** After the clock was set back: up to here the same time is lived twice. */
  #twiceUntilMs: number
  readonly #store: PresenceStore

  constructor(store: PresenceStore) {
    this.#store = store
    this.#twiceUntilMs = store.lastSpanEndMs() ?? 0
  }

  /** To be called inside a transaction; what it returns is to be called after it. */
  write(ledger: DayLedger): () => void {
    this.#store.removeSpans([...this.#rows.standings, ...this.#rows.calls])
    const rows = { standings: this.#add(ledger.standings), calls: this.#add(ledger.calls) }
    return () => {
      this.#rows = rows
    }
  }

  /** The first of them will not change any more. */
  settle(standings: number, calls: number): void {
    this.#rows = {
      standings: this.#rows.standings.slice(standings),
      calls: this.#rows.calls.slice(calls),
    }
  }

  /** None of them will change any more. */
  settleAll(): void {
    this.#rows = NO_ROWS
  }

  clockSetBack(fromMs: number): void {
    this.#twiceUntilMs = Math.max(this.#twiceUntilMs, fromMs)
  }

  #add(spans: readonly DaySpan[]): number[] {
    for (const span of spans) if (span.fromMs < this.#twiceUntilMs) this.#store.cutSpans(span)
    return this.#store.addSpans(spans)
  }
}
