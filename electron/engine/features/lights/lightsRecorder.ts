/** Keeps what was decided about lights: the way back before anything is written, and the log as soon as there is room. */

import type { LightsEffect, Snapshot } from '../../../core/lights/lightsEffects.ts'
import type { LightsState } from '../../../core/lights/lightsState.ts'
import { type LocalMoment, workDay } from '../../../core/presence/localMoment.ts'
import { EngineError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { Store } from '../../store/sql.ts'
import type { EntriesStore } from './entriesStore.ts'
import { writeSnapshot, writeState } from './keptLights.ts'
import type { TrialStore } from './trialStore.ts'

/** A disk that is full is tried again, and complained of, this often, where nothing depends on it. */
const RETRY_MS = 60_000
const MOST_WAITING = 500

type WrittenEffect = Extract<LightsEffect, { kind: 'entered' | 'drawn' }>

interface LightsRecorderParts {
  store: Store
  entries: EntriesStore
  trial: TrialStore
  log: Log
  nameOf: (lampId: string) => string | null
  heartRateBefore: (atMs: number) => number | null
}

/** A change of one of these must outlive a restart at once; the write log goes along whenever something does. */
const WEIGHTY = ['day', 'unaskedMs', 'seed', 'nextId'] as const satisfies readonly (keyof LightsState)[]

const isWritten = (effect: LightsEffect): effect is WrittenEffect =>
  effect.kind === 'entered' || effect.kind === 'drawn'

export class LightsRecorder {
  readonly #parts: LightsRecorderParts
  #waiting: { effect: WrittenEffect; workDay: number }[] = []
  /** What the row on disk should say and does not yet; undefined: it does. */
  #snapshot: Snapshot | null | undefined
  #retryMs: number | null = null

  constructor(parts: LightsRecorderParts) {
    this.#parts = parts
  }

  /**
   * All or nothing, and on disk when it returns.
   * @returns false where there was no room and nothing of this was kept: nothing may be written to a lamp then.
   */
  keepFirst(state: LightsState, effects: readonly LightsEffect[], now: LocalMoment): boolean {
    const before = { waiting: this.#waiting, snapshot: this.#snapshot }
    this.#take(effects, now)
    if (this.#written(state, now)) return true
    this.#waiting = before.waiting
    this.#snapshot = before.snapshot
    return false
  }

  /** What finds no room on the disk waits for some. */
  keep(before: LightsState, state: LightsState, effects: readonly LightsEffect[], now: LocalMoment): void {
    this.#take(effects, now)
    const isWeighty = WEIGHTY.some((field) => before[field] !== state[field])
    const isOwed = this.#waiting.length > 0 || this.#snapshot !== undefined
    if (!isWeighty && !isOwed) return
    const isTriedLately = this.#retryMs !== null && Math.abs(now.atMs - this.#retryMs) < RETRY_MS
    if (!isTriedLately) this.#written(state, now)
  }

  /** At the end, whatever changed. */
  write(state: LightsState, now: LocalMoment): void {
    this.#written(state, now)
  }

  /** What waits to be written down is not written down any more. */
  forget(): void {
    this.#waiting = []
  }

  #take(effects: readonly LightsEffect[], now: LocalMoment): void {
    const written = effects.filter(isWritten).map((effect) => ({ effect, workDay: workDay(now) }))
    if (written.length > 0) this.#waiting = [...this.#waiting, ...written].slice(-MOST_WAITING)
    for (const effect of effects) {
      if (effect.kind === 'keepSnapshot') this.#snapshot = effect.snapshot
      if (effect.kind === 'forgetSnapshot') this.#snapshot = null
    }
  }

  #written(state: LightsState, now: LocalMoment): boolean {
    const { store, log } = this.#parts
    try {
      store.transaction(() => {
        for (const one of this.#waiting) this.#writeOne(one)
        if (this.#snapshot !== undefined) writeSnapshot(store, this.#snapshot, now.atMs)
        writeState(store, state, now.atMs)
      })
    } catch (error) {
      const isTold = this.#retryMs !== null && Math.abs(now.atMs - this.#retryMs) < RETRY_MS
      if (!isTold) {
        this.#retryMs = now.atMs
        log.error('lightsNotKept', error, { count: this.#waiting.length })
      }
      // A disk may mend; a line that does not fit would fail again for ever.
      if (!(error instanceof EngineError)) this.#waiting = []
      return false
    }
    this.#waiting = []
    this.#snapshot = undefined
    this.#retryMs = null
    return true
  }

  #writeOne({ effect, workDay: day }: { effect: WrittenEffect; workDay: number }): void {
    const { entries, trial, nameOf, heartRateBefore } = this.#parts
    if (effect.kind === 'entered') entries.add(effect.entry, nameOf)
    else {
      const { atMs, arm, propensity } = effect
      trial.add({ atMs, workDay: day, arm, propensity, heartRateBefore: heartRateBefore(atMs) })
    }
  }
}
