/** The state of lights in memory and on disk: decided on, kept before anything is done, and begun anew where nobody can read it. */
import { randomInt } from 'node:crypto'
import { decideLights, type LightsEvent } from '../../../core/lights/hold.ts'
import type { LightsEffect, Snapshot } from '../../../core/lights/lightsEffects.ts'
import { type LightsState, newLightsState } from '../../../core/lights/lightsState.ts'
import type { LocalMoment } from '../../../core/presence/localMoment.ts'
import type { Log } from '../../log.ts'
import type { Store } from '../../store/sql.ts'
import type { EntriesStore } from './entriesStore.ts'
import { readSnapshot, readState } from './keptLights.ts'
import { SIMULATOR } from './lightsParts.ts'
import { LightsRecorder } from './lightsRecorder.ts'
import type { TrialStore } from './trialStore.ts'

const SEEDS = 2 ** 32

export interface LightsMemoryParts {
  store: Store
  entries: EntriesStore
  trial: TrialStore
  log: Log
  heartRateBefore: (atMs: number) => number | null
  seed?: number
}

export interface Decided {
  effects: readonly LightsEffect[]
  /** The way back could not be kept, so no lamp is changed and everything is given back. */
  isDiskFull: boolean
}

export class LightsMemory {
  readonly #parts: LightsMemoryParts
  readonly #recorder: LightsRecorder
  #state: LightsState = newLightsState(0)
  /** Its lines about lamps that are still being given back are not written down: the person erased them. */
  #isMuted = false

  constructor(parts: LightsMemoryParts) {
    this.#parts = parts
    this.#recorder = new LightsRecorder({ ...parts, nameOf: (lampId) => this.nameOf(lampId) })
  }

  get state(): LightsState {
    return this.#state
  }

  /** @returns what is owed to lamps since the last time; the room on screen begins anew each time. */
  load(): Snapshot | null {
    const { store, entries, log } = this.#parts
    const kept = readState(store)
    const fresh = newLightsState(this.#seed())
    if (kept === 'unreadable') log.warn('lightsStateUnreadable')
    const known = kept === 'none' || kept === 'unreadable' ? {} : kept
    this.#state = { ...fresh, ...known }
    // A copy brought back may be older than the log beside it.
    this.#state = { ...this.#state, nextId: Math.max(this.#state.nextId, entries.highestClaim() + 1) }
    const snapshot = readSnapshot(store)
    if (snapshot === 'unreadable') log.warn('lightsSnapshotUnreadable')
    if (snapshot === 'none' || snapshot === 'unreadable') return null
    return { ...snapshot, lamps: snapshot.lamps.filter(({ lampId }) => !lampId.startsWith(`${SIMULATOR}:`)) }
  }

  /** What would be decided, without anything coming of it. */
  foreseen(event: LightsEvent, now: LocalMoment): [LightsState, readonly LightsEffect[]] {
    return decideLights(this.#state, event, now)
  }

  decide(event: LightsEvent, now: LocalMoment): Decided {
    const before = this.#state
    const [state, effects] = decideLights(before, event, now)
    const told = this.#told(effects)
    if (needsWayBack(effects)) {
      if (this.#recorder.keepFirst(state, told, now)) {
        this.#state = state
        return { effects: told, isDiskFull: false }
      }
      return { effects: this.#calmed(event, now), isDiskFull: true }
    }
    this.#state = state
    this.#recorder.keep(before, state, told, now)
    if (state.held.length === 0) this.#isMuted = false
    return { effects: told, isDiskFull: false }
  }

  write(now: LocalMoment): void {
    this.#recorder.write(this.#state, now)
  }

  /** The log is to go, with what is still to be said of lamps that are held. */
  mute(): void {
    this.#recorder.forget()
    this.#isMuted = this.#state.held.length > 0
  }

  /** As on the first day, but what is owed to lamps is still given back, and no number is used twice. */
  forget(now: LocalMoment): void {
    const { day: _day, unaskedMs: _unasked, ...rest } = this.#state
    this.#state = { ...rest, day: null, unaskedMs: [], seed: this.#seed() }
    this.#recorder.write({ ...this.#state, log: [] }, now)
  }

  nameOf(lampId: string): string | null {
    return this.#state.lamps.find(({ id }) => id === lampId)?.name ?? null
  }

  /** Without room for a way back nobody's light is changed; what is known to the disk already can be given back. */
  #calmed(event: LightsEvent, now: LocalMoment): readonly LightsEffect[] {
    const all: LightsEffect[] = []
    const events: LightsEvent[] = [{ kind: 'released' }, ...(event.kind === 'began' ? [] : [event])]
    for (const one of events) {
      const before = this.#state
      const [state, effects] = decideLights(before, one, now)
      this.#state = state
      this.#recorder.keep(before, state, this.#told(effects), now)
      all.push(...effects)
    }
    return all.filter(({ kind }) => kind !== 'write')
  }

  #told(effects: readonly LightsEffect[]): readonly LightsEffect[] {
    return this.#isMuted ? effects.filter(({ kind }) => kind !== 'entered') : effects
  }

  #seed(): number {
    return this.#parts.seed ?? randomInt(SEEDS)
  }
}

/** Something is about to be changed that the disk does not know how to give back. */
function needsWayBack(effects: readonly LightsEffect[]): boolean {
  const isKept = effects.some(({ kind }) => kind === 'keepSnapshot')
  return isKept && effects.some(({ kind }) => kind === 'write')
}
