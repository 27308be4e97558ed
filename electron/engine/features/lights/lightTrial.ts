/** Does it do anything for me: what came after raised moments with a look and without. */
import { CHECKIN_WITHIN_MS, compareTrial, HEART_RATE_AFTER_MS } from '../../../core/lights/trial.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import type { TrialStore } from './trialStore.ts'

/** The heart rate of a moment is that of the minutes about it: three judged ones at most. */
const BEFORE_MS = 3 * 60_000
const AROUND_MS = 90_000
/** A minute of beats is judged a little after it is over. */
const JUDGED_LATE_MS = 60_000
const DUE_AFTER_MS = HEART_RATE_AFTER_MS + AROUND_MS + JUDGED_LATE_MS
/** What was measured may be read later, as after a restart; windows are kept much longer. */
const LOOK_BACK_MS = 24 * 60 * 60_000

export interface LightTrialParts {
  rows: TrialStore
  bus: EventBus
  clock: Clock
  log: Log
  isOn: () => boolean
  meanHeartRate: (fromMs: number, toMs: number) => number | null
}

export class LightTrial {
  readonly #parts: LightTrialParts
  readonly #stopListening: (() => void)[] = []
  #cancel = () => {}

  constructor(parts: LightTrialParts) {
    this.#parts = parts
  }

  start(): void {
    const { bus, rows } = this.#parts
    this.#stopListening.push(
      bus.on('checkinAnswered', ({ atMs, mood }) =>
        this.#safely(() => rows.setMood(atMs - CHECKIN_WITHIN_MS, atMs, mood)),
      ),
      bus.on('checkinErased', ({ atMs }) => this.#safely(() => rows.forgetMood(atMs))),
    )
    this.look()
  }

  stop(): void {
    this.#cancel()
    for (const stop of this.#stopListening.splice(0)) stop()
  }

  heartRateBefore(atMs: number): number | null {
    try {
      return this.#parts.meanHeartRate(atMs - BEFORE_MS, atMs)
    } catch (error) {
      this.#parts.log.error('lightTrialFailed', error)
      return null
    }
  }

  /** Fills in what can be known by now, and looks again when the next is due. */
  look(): void {
    this.#cancel()
    this.#safely(() => this.#look())
  }

  answer() {
    const { rows, isOn } = this.#parts
    const moments = rows.all()
    return {
      isOn: isOn(),
      moments: moments.length,
      outcomes: { mood: compareTrial(moments, 'mood'), heartRate: compareTrial(moments, 'heartRate') },
    }
  }

  #look(): void {
    const { rows, clock, meanHeartRate } = this.#parts
    const nowMs = clock.now()
    for (const { row, atMs } of rows.waitingForHeart(nowMs - LOOK_BACK_MS)) {
      const inMs = atMs + DUE_AFTER_MS - nowMs
      if (inMs > 0) {
        this.#cancel = clock.after(inMs, () => this.look())
        return
      }
      const middleMs = atMs + HEART_RATE_AFTER_MS
      const after = meanHeartRate(middleMs - AROUND_MS, middleMs + AROUND_MS)
      if (after !== null) rows.setHeartRateAfter(row, after)
    }
  }

  #safely(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#parts.log.error('lightTrialFailed', error)
    }
  }
}
