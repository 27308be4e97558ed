/** Collects what messages gave and hands it on a few times a second, so that much can be kept in few transactions. */
import type { Reading } from '../../../core/readings/mapping.ts'
import type { CountedRefusal, DeviceContext } from '../../ports/vitals.ts'

/** Short beside the tenth of a second in which a reading should be kept. */
const WITHIN_MS = 20
/** A rush is handed on in pieces. */
const MOST_READINGS = 2000

type Reason = CountedRefusal['reason']

export class Outbox {
  readonly #context: DeviceContext
  #readings: Reading[] = []
  #refused = new Map<string | null, Map<Reason, number>>()
  #heard = new Map<string, number>()
  #cancel: (() => void) | null = null

  constructor(context: DeviceContext) {
    this.#context = context
  }

  take(readings: readonly Reading[]): void {
    this.#readings.push(...readings)
    if (this.#readings.length >= MOST_READINGS) this.flush()
    else this.#soon()
  }

  refuse(mappingId: string | null, reason: Reason, count = 1): void {
    const counts = this.#refused.get(mappingId) ?? new Map<Reason, number>()
    counts.set(reason, (counts.get(reason) ?? 0) + count)
    this.#refused.set(mappingId, counts)
    this.#soon()
  }

  heard(mappingId: string, atMs: number): void {
    this.#heard.set(mappingId, atMs)
    this.#soon()
  }

  flush(): void {
    this.#cancel?.()
    this.#cancel = null
    const [readings, refused, heard] = [this.#readings, this.#refused, this.#heard]
    this.#readings = []
    this.#refused = new Map()
    this.#heard = new Map()
    for (const [mappingId, atMs] of heard) this.#context.heard(mappingId, atMs)
    if (readings.length > 0) this.#context.take(readings)
    for (const [mappingId, counts] of refused) {
      this.#context.refuse(
        mappingId,
        [...counts].map(([reason, count]) => ({ reason, count })),
      )
    }
  }

  #soon(): void {
    this.#cancel ??= this.#context.clock.after(WITHIN_MS, () => this.flush())
  }
}
