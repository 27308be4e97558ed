/** Readings on their way to the disk: collected for a moment, committed together, and only then told. */
import type { Reading } from '../../../core/readings/mapping.ts'
import { EngineError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import type { BeatStore } from './beatStore.ts'

/**
 * A strap sends once a second, so this is one transaction a second, and the score still follows its beat within a
 * quarter of a second. When readings come faster they share a transaction instead of waiting for a disk each.
 */
export const MOST_WAIT_MS = 25
/** So many at once are committed without waiting, so that one transaction never takes long. */
const FULL_AT = 2000
/** A disk that is full now may have room later; beyond this the oldest are let go, and counted. */
const MOST_WAITING = 20_000
const RETRY_AFTER_MS = 1000
/** What is refused for another reason than a full disk is let go after a minute, so that it never blocks what follows. */
const MOST_TRIES = 60

export interface BeatIntakeParts {
  store: BeatStore
  clock: Clock
  log: Log
  /** Readings that are committed, new and live, in the order of arrival. */
  committed: (readings: readonly Reading[]) => void
}

export class BeatIntake {
  readonly #parts: BeatIntakeParts
  #waiting: Reading[] = []
  #cancelTimer: (() => void) | null = null
  #isFailing = false
  #tries = 0
  /** Readings let go since the disk began to refuse. */
  #letGo = 0

  constructor(parts: BeatIntakeParts) {
    this.#parts = parts
  }

  take(readings: readonly Reading[]): void {
    for (const reading of readings) if (Number.isFinite(reading.atMs)) this.#waiting.push(reading)
    if (this.#waiting.length >= FULL_AT && !this.#isFailing) this.flush()
    else if (this.#waiting.length > 0) this.#after(MOST_WAIT_MS)
    const over = this.#waiting.length - MOST_WAITING
    if (over <= 0) return
    this.#waiting.splice(0, over)
    this.#letGo += over
  }

  /** Commits what waits. */
  flush(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = null
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, FULL_AT)
      const live = this.#kept(batch)
      if (live === null) return
      if (live.length > 0) this.#parts.committed(live)
    }
  }

  /** Lets go of what waits, as part of erasing. */
  forget(): void {
    this.#waiting = []
  }

  stop(): void {
    this.flush()
    this.#cancelTimer?.()
    this.#cancelTimer = null
  }

  /** Null when nothing could be kept: the batch waits for the next try. */
  #kept(batch: Reading[]): Reading[] | null {
    const { store, log } = this.#parts
    try {
      const live = store.keep(batch)
      if (this.#letGo > 0) log.warn('beatsLetGo', { count: this.#letGo })
      this.#letGo = 0
      this.#tries = 0
      this.#isFailing = false
      return live
    } catch (error) {
      if (!this.#isFailing) log.error('beatsNotKept', error, { count: batch.length })
      this.#isFailing = true
      this.#tryAgain(batch, error)
      return null
    }
  }

  #tryAgain(batch: Reading[], error: unknown): void {
    const isFull = error instanceof EngineError && error.code === 'DISK_FULL'
    this.#tries++
    if (isFull || this.#tries <= MOST_TRIES) this.#waiting = [...batch, ...this.#waiting]
    else {
      this.#letGo += batch.length
      this.#tries = 0
    }
    this.#after(RETRY_AFTER_MS)
  }

  #after(delayMs: number): void {
    this.#cancelTimer ??= this.#parts.clock.after(delayMs, () => this.flush())
  }
}
