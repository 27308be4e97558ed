/** What became of the messages of one mapping since the engine started. */
import type { Reading } from '../../../core/readings/mapping.ts'
import type { CountedRefusal } from '../../ports/vitals.ts'

export class MappingCounts {
  /** Since when somebody listens, epoch ms. */
  readonly watchedSinceMs: number
  lastMessageMs: number | null = null
  lastReadingMs: number | null = null
  #accepted = 0
  readonly #refused = new Map<string, number>()

  constructor(watchedSinceMs: number) {
    this.watchedSinceMs = watchedSinceMs
  }

  get accepted(): number {
    return this.#accepted
  }

  get refused(): { reason: string; count: number }[] {
    return [...this.#refused].map(([reason, count]) => ({ reason, count }))
  }

  /** A list of intervals counts as its intervals. */
  accept(reading: Reading, atMs: number): void {
    this.lastReadingMs = atMs
    this.#accepted += reading.kind === 'rr' ? reading.rrMs.filter((rrMs) => rrMs !== null).length : 1
  }

  refuse(refused: readonly CountedRefusal[]): void {
    for (const { reason, count } of refused)
      this.#refused.set(reason, (this.#refused.get(reason) ?? 0) + count)
  }
}
