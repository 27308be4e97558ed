/** Lets go of what has been kept long enough: soon after the start, then once a day. */
import { MINUTES_KEPT_DAYS } from '../../../core/presence/minuteRecord.ts'
import type { Clock } from '../../ports/clock.ts'
import type { BeatStore } from './beatStore.ts'
import type { ScoreStore } from './scoreStore.ts'
import type { WindowStore } from './windowStore.ts'
import type { WorkWindowStore } from './workWindowStore.ts'
import type { WrongStretches } from './wrongStretches.ts'

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS
/** Beats, their minutes, scores with their reasons, decisions, and marks: no baseline reaches further back than these. */
export const ROWS_KEPT_MS = MINUTES_KEPT_DAYS * DAY_MS
/** What work is usual reaches back so far, and no further. */
const WORK_WINDOWS_KEPT_MS = 21 * DAY_MS

/** The start of Lull does not wait for it. */
export const FIRST_AFTER_MS = 10_000
/** After months without Lull there is much to delete: a few hours of beats at a time, so that nothing has to wait. */
const STEP_MS = 6 * HOUR_MS
const NEXT_STEP_AFTER_MS = 1000

export interface RetentionParts {
  clock: Clock
  beats: BeatStore
  windows: WindowStore
  scores: ScoreStore
  work: WorkWindowStore
  wrong: WrongStretches
  /** Runs what may fail on a full disk. */
  safely: (work: () => void) => void
}

export class Retention {
  readonly #parts: RetentionParts
  #cancelTimer = () => {}

  constructor(parts: RetentionParts) {
    this.#parts = parts
  }

  start(): void {
    this.#after(FIRST_AFTER_MS)
  }

  stop(): void {
    this.#cancelTimer()
  }

  #after(delayMs: number): void {
    this.#cancelTimer = this.#parts.clock.after(delayMs, () => {
      let isMore = false
      this.#parts.safely(() => {
        isMore = this.#deleteSome()
      })
      this.#after(isMore ? NEXT_STEP_AFTER_MS : DAY_MS)
    })
  }

  /** @returns whether more is left to delete. */
  #deleteSome(): boolean {
    const { clock, beats, windows, scores, work, wrong } = this.#parts
    const now = clock.now()
    if (beats.deleteSomeBefore(now - ROWS_KEPT_MS, STEP_MS)) return true
    windows.deleteBefore(now - ROWS_KEPT_MS)
    scores.deleteBefore(now - ROWS_KEPT_MS)
    work.deleteBefore(now - WORK_WINDOWS_KEPT_MS)
    wrong.deleteBefore(now - ROWS_KEPT_MS)
    return false
  }
}
