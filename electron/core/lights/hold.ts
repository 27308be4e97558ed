/** The one decision about lights: what happened goes in, what to do and what to remember comes out. */
import type { LocalMoment } from '../presence/localMoment.ts'
import { notWritten, taken } from './answers.ts'
import { appliedLook } from './applyLook.ts'
import { breathed, nextStepMs } from './breathing.ts'
import {
  allEnded,
  began,
  endedBy,
  endedClaim,
  endedInTime,
  refused,
  strongest,
  uncovered,
  type Wish,
} from './claims.ts'
import { entered } from './entry.ts'
import { gaveBack } from './giveBack.ts'
import { handsRespected } from './hands.ts'
import { entryLamp, snapshotOf } from './heldLamps.ts'
import type { Lamp } from './lamp.ts'
import type { Because, LightsEffect, Snapshot } from './lightsEffects.ts'
import { followedBy, type LightsState, type LightsStep } from './lightsState.ts'
import { choiceOf, type LightLimits } from './limits.ts'
import type { Look } from './looks.ts'
import { restarted, wokeLate } from './restarted.ts'
import { shiftedLights } from './shiftedLights.ts'
import { recent } from './writeLog.ts'

export type LightsEvent =
  /** All lamps as they are now: after every change, and read anew before a look is begun or given back. */
  | { kind: 'lampsSeen'; lamps: readonly Lamp[] }
  /** The last writes to these lamps went through; breathing goes on from there without waiting for the lamps to tell. */
  | { kind: 'taken'; lampIds: readonly string[] }
  /** The last writes to these lamps were given up; nobody knows whether they arrived. */
  | { kind: 'notWritten'; lampIds: readonly string[] }
  | ({ kind: 'began' } & Wish)
  | { kind: 'ended'; because: Because }
  | { kind: 'undone'; claimId: number }
  /** The person wants their light back now. */
  | { kind: 'released' }
  /** What had these lamps was taken away: nothing can be given back any more. */
  | { kind: 'lampsGone'; lampIds: readonly string[] }
  /** Null: unknown. */
  | { kind: 'situationChanged'; isAtWork: boolean | null; inCall: boolean | null }
  | { kind: 'settingsChanged'; limits: LightLimits; looks: readonly Look[]; isTrialOn: boolean }
  /** Lull itself is to be quiet. */
  | { kind: 'paused' }
  | { kind: 'unpaused' }
  | { kind: 'suspended' }
  | { kind: 'quitting' }
  /** Lull was away since the last event; what stood on disk, if it did. */
  | { kind: 'restarted'; snapshot: Snapshot | null }
  | { kind: 'tick' }

/** A snapshot says at least so often that it still holds. */
const SNAPSHOT_EVERY_MS = 10 * 60_000
/** How often to look again while something is on its way. */
const LOOK_AGAIN_MS = 500
const RARELY_MS = 60_000

function undone(state: LightsState, claimId: number, now: LocalMoment): LightsStep {
  const claim = state.claims.find(({ id }) => id === claimId)
  if (claim === undefined) return refused(state, 'not_running')
  if (claim.undoUntilMs !== null && now.atMs > claim.undoUntilMs) return refused(state, 'undo_over')
  return endedClaim(state, claim, 'undone', now)
}

/** Lamps that may no longer be touched are given back at once. */
function unticked(state: LightsState, now: LocalMoment): LightsState {
  const held = state.held.flatMap((one) => {
    const lamp = state.lamps.find(({ id }) => id === one.lampId)
    if (lamp === undefined || choiceOf(lamp, state.limits) === 'chosen') return [one]
    return (
      uncovered(
        one,
        one.layers.map(({ claimId }) => claimId),
        now.atMs,
      ) ?? []
    )
  })
  return { ...state, held }
}

function settingsChanged(
  state: LightsState,
  event: LightsEvent & { kind: 'settingsChanged' },
  now: LocalMoment,
): LightsStep {
  const { limits, looks, isTrialOn } = event
  const next = unticked({ ...state, limits, looks, isTrialOn }, now)
  return limits.isAllowed ? [next, []] : allEnded(next, 'settings', now)
}

function lampsGone(state: LightsState, lampIds: readonly string[], now: LocalMoment): LightsStep {
  const isGone = ({ lampId }: { lampId: string }) => lampIds.includes(lampId)
  const lost = state.held.filter(isGone)
  const held = state.held.filter((one) => !isGone(one))
  const lamps = state.lamps.filter(({ id }) => !lampIds.includes(id))
  const entry = entered({ what: 'left', lamps: lost.map(entryLamp), why: 'gone' }, null, now)
  return [{ ...state, held, lamps }, lost.length === 0 ? [] : [entry]]
}

function happened(state: LightsState, event: LightsEvent, now: LocalMoment): LightsStep {
  switch (event.kind) {
    case 'lampsSeen':
      return [{ ...state, lamps: event.lamps }, []]
    case 'taken':
      return [taken(state, event.lampIds), []]
    case 'notWritten':
      return [notWritten(state, event.lampIds), []]
    case 'began':
      return began(state, event, now)
    case 'ended':
      return endedBy(state, event.because, now)
    case 'undone':
      return undone(state, event.claimId, now)
    case 'released':
      return allEnded(state, 'released', now)
    case 'lampsGone':
      return lampsGone(state, event.lampIds, now)
    case 'situationChanged': {
      const { isAtWork, inCall } = event
      return [{ ...state, inCall, limits: { ...state.limits, isAtWork } }, []]
    }
    case 'settingsChanged':
      return settingsChanged(state, event, now)
    case 'paused':
      return allEnded({ ...state, isPaused: true }, 'paused', now)
    case 'unpaused':
      return [{ ...state, isPaused: false }, []]
    case 'suspended':
      return allEnded(state, 'suspended', now)
    case 'quitting':
      return allEnded({ ...state, isPaused: true }, 'quit', now)
    case 'restarted':
      return restarted({ ...state, isPaused: false }, event.snapshot, now)
    case 'tick':
      return [state, []]
  }
}

/** On disk before anything is written; gone when nothing is owed. */
function kept([state, effects]: LightsStep, now: LocalMoment): LightsStep {
  const { held, snapshot } = state
  if (held.length === 0) {
    return snapshot === null
      ? [state, effects]
      : [{ ...state, snapshot: null }, [...effects, { kind: 'forgetSnapshot' }]]
  }
  const next = snapshotOf(held, now.atMs)
  const isSame = JSON.stringify(snapshot?.lamps) === JSON.stringify(next.lamps)
  const isRead = held.some(({ isFromDisk }) => !isFromDisk)
  const isOld = snapshot === null || (isRead && now.atMs - snapshot.atMs >= SNAPSHOT_EVERY_MS)
  if (isSame && !isOld) return [state, effects]
  const keep: LightsEffect = { kind: 'keepSnapshot', snapshot: next }
  return [{ ...state, snapshot: next }, [keep, ...effects]]
}

/**
 * Pure: the same state, event and moment give the same decision; chance comes from the seed in the state. Effects are in
 * the order in which they are to be done, and every write in them has passed the gate.
 */
export function decideLights(state: LightsState, event: LightsEvent, now: LocalMoment): LightsStep {
  const byMs = state.atMs === null ? 0 : Math.max(0, state.atMs - now.atMs)
  let step: LightsStep = [byMs > 0 ? shiftedLights(state, byMs) : state, []]
  if (event.kind !== 'restarted') step = followedBy(step, (next) => wokeLate(next, now))
  step = followedBy(step, (next) => endedInTime(next, now))
  step = followedBy(step, (next) => happened(next, event, now))
  step = followedBy(step, (next) => endedInTime(next, now))
  step = followedBy(step, (next) => handsRespected(next, now))
  step = followedBy(step, (next) => gaveBack(next, now))
  step = followedBy(step, (next) => appliedLook(next, now))
  step = followedBy(step, (next) => breathed(next, now))
  const [next, effects] = kept(step, now)
  return [{ ...next, log: recent(next.log, now.atMs), atMs: now.atMs }, effects]
}

/** When to look again, epoch ms, if nothing happens until then; null: no need. */
export function nextLookMs(state: LightsState, nowMs: number): number | null {
  const times: number[] = []
  const claim = strongest(state.claims)
  const stepMs = claim && nextStepMs(claim, nowMs)
  if (stepMs !== null) times.push(stepMs)
  if (state.claims.some(({ begunMs, retry }) => begunMs === null || retry.length > 0))
    times.push(nowMs + LOOK_AGAIN_MS)
  const isGiving = state.held.some(({ giving }) => giving !== null && nowMs - giving.sinceMs < RARELY_MS)
  if (isGiving) times.push(nowMs + LOOK_AGAIN_MS)
  for (const { untilMs, lastsMs, begunMs } of state.claims) {
    if (untilMs !== null) times.push(untilMs)
    if (lastsMs !== null && begunMs !== null) times.push(begunMs + lastsMs)
  }
  if (state.held.length > 0) times.push(nowMs + RARELY_MS)
  return times.length === 0 ? null : Math.max(nowMs, Math.min(...times))
}
