/** The state of breaks in memory and on disk: decided on, kept, begun anew where nobody can read it, and erased. */
import { randomInt } from 'node:crypto'
import type { BreakEffect } from '../../../core/breaks/breakEffects.ts'
import type { BreakSettings } from '../../../core/breaks/breakSettings.ts'
import { type BreakState, newBreakState } from '../../../core/breaks/breakState.ts'
import { type BreakEvent, decideBreak } from '../../../core/breaks/decideBreak.ts'
import { QUIET_MS } from '../../../core/breaks/outcomes.ts'
import { type LocalMoment, workDay } from '../../../core/presence/localMoment.ts'
import { BreakRecorder } from './breakRecorder.ts'
import type { BreaksParts, WantedExercise } from './breaksParts.ts'
import type { BreaksStore } from './breaksStore.ts'
import { type Filling, readBreaks } from './keptBreaks.ts'

const SEEDS = 2 ** 32

type BreakMemoryParts = Pick<BreaksParts, 'store' | 'log' | 'strain' | 'exerciseFor' | 'seed'> & {
  rows: BreaksStore
}

export class BreakMemory {
  readonly #parts: BreakMemoryParts
  readonly #recorder: BreakRecorder
  #state: BreakState = newBreakState(0)
  #filling: Filling | null = null

  constructor(parts: BreakMemoryParts) {
    this.#parts = parts
    this.#recorder = new BreakRecorder(parts)
  }

  get state(): BreakState {
    return this.#state
  }

  /** What fills the pause that is open. */
  get filling(): Filling | null {
    return this.#filling
  }

  load(settings: BreakSettings, now: LocalMoment): void {
    const { store, rows, log } = this.#parts
    const kept = readBreaks(store, settings)
    if (kept === 'unreadable') log.warn('breakStateUnreadable')
    if (kept === 'none' || kept === 'unreadable') {
      this.#state = this.#rebuilt(settings, now)
      return
    }
    this.#filling = kept.filling
    // A copy brought back may be older than the history beside it.
    this.#state = { ...kept.state, nextId: Math.max(kept.state.nextId, rows.highestId() + 1) }
  }

  /**
   * Decides, and keeps what comes of it.
   * @param erase what goes from the database with it; then nothing is decided where the disk is full.
   * @throws EngineError DISK_FULL only with `erase`.
   */
  decide(event: BreakEvent, now: LocalMoment, erase?: () => void): BreakEffect[] {
    const before = this.#state
    const [state, effects] = decideBreak(before, event, now)
    if (erase) this.#recorder.erase({ state, filling: this.#filling }, now.atMs, erase)
    this.#state = state
    this.#fill(effects)
    this.#recorder.keep(before, this.#kept, effects, now.atMs)
    return effects
  }

  /** @throws EngineError DISK_FULL, and then nothing is erased. */
  erase(state: BreakState, nowMs: number, erase: () => void): void {
    this.#recorder.erase({ state, filling: this.#filling }, nowMs, erase)
    this.#state = state
  }

  /** Everything was erased: as on the first day, but no number is used twice while windows may still know it. */
  forget(now: LocalMoment): void {
    const { settings, displays, nextId, isSensingPaused } = this.#state
    this.#filling = null
    this.#state = { ...newBreakState(this.#seed(), settings), displays, nextId, isSensingPaused }
    this.write(now.atMs)
  }

  write(nowMs: number): void {
    this.#recorder.write(this.#kept, nowMs)
  }

  get #kept() {
    return { state: this.#state, filling: this.#filling }
  }

  #seed(): number {
    return this.#parts.seed ?? randomInt(SEEDS)
  }

  /** From the history, as far as it tells: the limits of a day hold, and what was learnt is not lost. */
  #rebuilt(settings: BreakSettings, now: LocalMoment): BreakState {
    const { rows } = this.#parts
    const fresh = newBreakState(this.#seed(), settings)
    const highest = rows.highestId()
    if (highest === 0) return fresh
    return {
      ...fresh,
      nextId: highest + 1,
      memory: rows.learnt(),
      days: [{ workDay: workDay(now), ...rows.nudgesOf(workDay(now)) }],
      daysSeen: rows.daysSeen(),
      lastDaySeen: workDay(now),
      // Nobody knows when something was said last.
      quietUntilMs: now.atMs + QUIET_MS,
    }
  }

  /** Once for each pause: the reason as it was when it was offered, and the same exercise until its end. */
  #fill(effects: readonly BreakEffect[]): void {
    for (const effect of effects) {
      if (effect.kind === 'offer' || effect.kind === 'hint') {
        const { id, arm, kind, lengthMs, because } = effect.offer
        this.#fillOne({ nudgeId: id, arm, kind, lengthMs }, because === 'strain')
      } else if (effect.kind === 'openBreak') {
        const { id, arm, kind, lengthMs } = effect.running
        this.#fillOne({ nudgeId: id, arm, kind, lengthMs }, false)
      }
    }
  }

  #fillOne(wanted: WantedExercise, isFromStrain: boolean): void {
    if (this.#filling?.id === wanted.nudgeId) return
    const { strain, exerciseFor, log } = this.#parts
    const reason = isFromStrain ? (strain().reasons[0] ?? null) : null
    let exercise: Filling['exercise'] = null
    try {
      exercise = wanted.kind === 'endOfDay' ? null : exerciseFor(wanted)
    } catch (error) {
      // A pause without an exercise is a pause.
      log.error('exerciseNotChosen', error)
    }
    this.#filling = { id: wanted.nudgeId, exercise, reason }
  }
}
