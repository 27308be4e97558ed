/** Gives every lamp back as it was found, when nobody has touched it since; a lamp that cannot be reached is waited for. */
import type { LocalMoment } from '../presence/localMoment.ts'
import { entered } from './entry.ts'
import { couldBeOurs, entryLamp, target } from './heldLamps.ts'
import { known } from './known.ts'
import { asked, type Lamp, type LampWrite, type Shown, shownBy } from './lamp.ts'
import type { LeftBecause, LightsEffect } from './lightsEffects.ts'
import type { GivingBack, HeldLamp, LightsState, LightsStep } from './lightsState.ts'
import { LEAST_FADE_MS } from './limits.ts'
import { isPassing } from './rules.ts'
import { safeWrites } from './safety.ts'
import { isAsSet, shows, whoseDoing } from './whoseDoing.ts'
import { ANSWER_LATE_MS, lastWrite } from './writeLog.ts'

/** What Lull took longer ago than this is nobody's wish any more. */
export const GIVE_BACK_WITHIN_MS = 2 * 60 * 60_000
const MOST_TRIES = 3

type Next =
  | { kind: 'wait' }
  | { kind: 'done' }
  | { kind: 'left'; why: LeftBecause }
  | { kind: 'write'; write: LampWrite }

const wait: Next = { kind: 'wait' }

/** What Lull changed and nothing else; null: nothing. */
function backWrite(held: HeldLamp, to: Shown, fadeMs: number): LampWrite | null {
  const { lampId, set, could, isFromDisk } = held
  const isBrightness = isFromDisk ? could.brightness !== null : set.brightness !== to.brightness
  const isColour = isFromDisk
    ? could.colours.length > 0
    : JSON.stringify(set.colour) !== JSON.stringify(to.colour)
  const write: LampWrite = {
    lampId,
    fadeMs: Math.max(LEAST_FADE_MS, fadeMs),
    ...(isBrightness && to.brightness !== null ? { brightness: to.brightness } : {}),
    ...(isColour && to.colour !== null ? asked(to.colour) : {}),
  }
  return write.brightness === undefined && write.mirek === undefined && write.xy === undefined ? null : write
}

function isMoving(state: LightsState, lampId: string, nowMs: number): boolean {
  const last = lastWrite(state.log, lampId)
  return last !== null && nowMs - last.atMs < last.fadeMs + ANSWER_LATE_MS
}

/** After the write went out: it arrived, it got lost, or a hand was quicker. */
function afterWrite(state: LightsState, held: HeldLamp, lamp: Lamp, giving: GivingBack, nowMs: number): Next {
  const to = target(held.before, held.layers)
  if (shows(lamp, to)) return { kind: 'done' }
  if (isMoving(state, held.lampId, nowMs)) return wait
  if (!isAsSet(lamp, held)) return { kind: 'left', why: 'hand' }
  if (giving.tries >= MOST_TRIES) return { kind: 'left', why: 'no_answer' }
  return writeBack(held, to, state)
}

function writeBack(held: HeldLamp, to: Shown, state: LightsState): Next {
  const write = backWrite(held, to, state.limits.fadeMs)
  return write === null ? { kind: 'done' } : { kind: 'write', write }
}

function nextFor(state: LightsState, held: HeldLamp, giving: GivingBack, nowMs: number): Next {
  const lamp = state.lamps.find(({ id }) => id === held.lampId)
  if (nowMs - giving.sinceMs > GIVE_BACK_WITHIN_MS) {
    return { kind: 'left', why: lamp === undefined ? 'gone' : 'too_long_ago' }
  }
  if (lamp === undefined) return wait
  if (lamp.isReachable !== true || lamp.isOn === null) return wait
  if (!lamp.isOn) return { kind: 'left', why: 'off' }
  if (giving.writtenMs !== null) return afterWrite(state, held, lamp, giving, nowMs)
  if (giving.tries >= MOST_TRIES) return { kind: 'left', why: 'no_answer' }
  const to = target(held.before, held.layers)
  if (held.isFromDisk) {
    if (shows(lamp, to)) return { kind: 'done' }
    const isOurs = couldBeOurs(lamp, held.before, held.could)
    return isOurs ? writeBack(held, to, state) : { kind: 'left', why: 'hand' }
  }
  const whose = whoseDoing(lamp, held, state.log, nowMs)
  if (whose === 'ours') return writeBack(held, to, state)
  if (whose === 'unsure') return wait
  return shows(lamp, to) ? { kind: 'done' } : { kind: 'left', why: 'hand' }
}

interface Sorted {
  held: HeldLamp[]
  restored: HeldLamp[]
  left: Map<LeftBecause, HeldLamp[]>
  writes: LampWrite[]
}

/** Back to a look that still runs beneath, or back altogether. */
function arrived(held: HeldLamp): HeldLamp | null {
  return held.layers.length === 0
    ? null
    : { ...held, set: target(held.before, held.layers), orElse: null, giving: null }
}

function sorted(state: LightsState, nowMs: number): Sorted {
  const all: Sorted = { held: [], restored: [], left: new Map(), writes: [] }
  for (const one of state.held) {
    const next = one.giving === null ? wait : nextFor(state, one, one.giving, nowMs)
    if (next.kind === 'left') all.left.set(next.why, [...(all.left.get(next.why) ?? []), one])
    else if (next.kind === 'done') {
      const kept = arrived(one)
      if (kept === null) all.restored.push(one)
      else all.held.push(kept)
    } else {
      // What came back from disk shows what Lull set: now it is known what that was.
      const lamp = state.lamps.find(({ id }) => id === one.lampId)
      const isRead = next.kind === 'write' && one.isFromDisk && lamp !== undefined
      all.held.push(isRead ? { ...one, set: shownBy(lamp) } : one)
      if (next.kind === 'write') all.writes.push(next.write)
    }
  }
  return all
}

function givenOut(held: HeldLamp, writes: readonly LampWrite[], nowMs: number): HeldLamp {
  const isOut = writes.some(({ lampId }) => lampId === held.lampId)
  if (!isOut || held.giving === null) return held
  const { sinceMs, tries } = held.giving
  return { ...held, isFromDisk: false, giving: { sinceMs, writtenMs: nowMs, tries: tries + 1 } }
}

export function gaveBack(state: LightsState, now: LocalMoment): LightsStep {
  if (state.held.every(({ giving }) => giving === null)) return [state, []]
  const { held, restored, left, writes } = sorted(state, now.atMs)
  const base = { ...state, held }
  const verdict = safeWrites({ purpose: 'restore', isAsked: true, writes }, known(base, now), now)
  const failed = verdict.refused.filter(({ rule }) => !isPassing(rule)).map(({ lampId }) => lampId)
  const stuck = held.filter(({ lampId }) => failed.includes(lampId))
  const kept = held.filter(({ lampId }) => !failed.includes(lampId))
  const effects: LightsEffect[] = []
  if (verdict.allowed.length > 0) effects.push({ kind: 'restore', writes: verdict.allowed })
  const back = restored.map((one) => ({ ...entryLamp(one), set: one.before }))
  if (back.length > 0) effects.push(entered({ what: 'restored', lamps: back }, null, now))
  if (stuck.length > 0) left.set('refused', stuck)
  for (const [why, lamps] of left) {
    effects.push(entered({ what: 'left', lamps: lamps.map(entryLamp), why }, null, now))
  }
  const after = kept.map((one) => givenOut(one, verdict.allowed, now.atMs))
  return [{ ...base, held: after, log: [...state.log, ...verdict.logged] }, effects]
}
