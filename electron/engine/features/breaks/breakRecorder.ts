/** Keeps the state of breaks together with what it decided, and does not lose either while the disk is full. */
import type { BreakEffect } from '../../../core/breaks/breakEffects.ts'
import type { BreakState } from '../../../core/breaks/breakState.ts'
import { EngineError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { Store } from '../../store/sql.ts'
import { type BreaksStore, isWritten, type WrittenEffect } from './breaksStore.ts'
import { type KeptBreaks, writeBreaks } from './keptBreaks.ts'

/** What only moves on with time is kept this often. */
const KEPT_EVERY_MS = 60_000
/** A disk that is full is tried again, and complained of, this often. */
const RETRY_MS = 60_000
/** More than a month of a full disk. */
const MOST_WAITING = 2000

/** A change of one of these must outlive a restart at once. */
const WEIGHTY = [
  'pausedUntilMs',
  'isSensingPaused',
  'doneDay',
  'days',
  'daysSeen',
  'slots',
  'nudge',
  'running',
  'lastBreak',
  'quietUntilMs',
  'notNowUntilMs',
  'ignoredInRow',
  'memory',
  'nextId',
] as const satisfies readonly (keyof BreakState)[]

interface BreakRecorderParts {
  store: Store
  rows: BreaksStore
  log: Log
}

/** A full or failing disk may mend; a row that does not fit would fail again for ever. */
function isPassing(error: unknown): boolean {
  if (error instanceof EngineError) return error.code === 'DISK_FULL'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE_') && !code.startsWith('SQLITE_CONSTRAINT')
}

export class BreakRecorder {
  readonly #parts: BreakRecorderParts
  #waiting: WrittenEffect[] = []
  #keptMs: number | null = null
  #retryMs: number | null = null

  constructor(parts: BreakRecorderParts) {
    this.#parts = parts
  }

  /** Effects and the state they led to, all or nothing. What finds no room on the disk waits for some. */
  keep(before: BreakState, kept: KeptBreaks, effects: readonly BreakEffect[], nowMs: number): void {
    const written = effects.filter(isWritten)
    this.#waiting.push(...written)
    if (this.#waiting.length > MOST_WAITING) this.#waiting.splice(0, this.#waiting.length - MOST_WAITING)
    const isWeighty = written.length > 0 || WEIGHTY.some((field) => before[field] !== kept.state[field])
    const isTriedLately = this.#retryMs !== null && Math.abs(nowMs - this.#retryMs) < RETRY_MS
    if (!isTriedLately && (isWeighty || this.#isTime(nowMs))) this.write(kept, nowMs)
  }

  /** Now, whatever changed. A full disk is no reason to leave a break on the screen: what is known stays in memory. */
  write(kept: KeptBreaks, nowMs: number): void {
    try {
      this.#write(kept, nowMs, () => {})
    } catch (error) {
      this.#retryMs = nowMs
      this.#parts.log.error('breaksNotKept', error, { count: this.#waiting.length })
      if (!isPassing(error)) this.#waiting = []
    }
  }

  /** Erases also what still waited, and keeps the state as it is without it. @throws EngineError DISK_FULL */
  erase(kept: KeptBreaks, nowMs: number, erase: () => void): void {
    this.#write(kept, nowMs, erase)
  }

  #write(kept: KeptBreaks, nowMs: number, also: () => void): void {
    const { store, rows } = this.#parts
    store.transaction(() => {
      for (const effect of this.#waiting) rows.write(effect)
      also()
      writeBreaks(store, kept, nowMs)
    })
    this.#waiting = []
    this.#keptMs = nowMs
    this.#retryMs = null
  }

  #isTime(nowMs: number): boolean {
    return this.#keptMs === null || Math.abs(nowMs - this.#keptMs) >= KEPT_EVERY_MS
  }
}
