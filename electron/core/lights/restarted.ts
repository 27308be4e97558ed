/** After Lull was away, by crash, quit or sleep: what it still owes the lamps, unless that is too long ago. */
import type { LocalMoment } from '../presence/localMoment.ts'
import { entered } from './entry.ts'
import { GIVE_BACK_WITHIN_MS } from './giveBack.ts'
import { entryLamp } from './heldLamps.ts'
import type { Snapshot } from './lightsEffects.ts'
import type { HeldLamp, LightsState, LightsStep } from './lightsState.ts'

function owed(snapshot: Snapshot, nowMs: number): HeldLamp[] {
  return snapshot.lamps.map(({ lampId, before, could }) => ({
    lampId,
    before,
    layers: [],
    set: before,
    orElse: null,
    could,
    giving: { sinceMs: Math.min(snapshot.atMs, nowMs), writtenMs: null, tries: 0 },
    isFromDisk: true,
  }))
}

function leftAlone(held: readonly HeldLamp[], now: LocalMoment): LightsStep[1] {
  if (held.length === 0) return []
  return [entered({ what: 'left', lamps: held.map(entryLamp), why: 'too_long_ago' }, null, now)]
}

/** @param fromDisk what was kept; null: what the state itself knows. */
export function restarted(state: LightsState, fromDisk: Snapshot | null, now: LocalMoment): LightsStep {
  const snapshot = fromDisk ?? state.snapshot
  const fresh: LightsState = { ...state, claims: [], held: [], lamps: [], snapshot }
  if (snapshot === null) return [fresh, []]
  const held = owed(snapshot, now.atMs)
  if (now.atMs - snapshot.atMs > GIVE_BACK_WITHIN_MS) return [fresh, leftAlone(held, now)]
  return [{ ...fresh, held }, []]
}

/** A clock that leapt forward by hours was a machine asleep: then too what was taken long ago is left alone. */
export function wokeLate(state: LightsState, now: LocalMoment): LightsStep {
  const isShort = state.atMs === null || now.atMs - state.atMs <= GIVE_BACK_WITHIN_MS
  if (isShort || state.held.length === 0) return [state, []]
  return [{ ...state, claims: [], held: [] }, leftAlone(state.held, now)]
}
