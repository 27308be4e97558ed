/** Who wants which look, for how long, and who has the room. */
import type { LocalMoment } from '../presence/localMoment.ts'
import { isWithin } from '../presence/localMoment.ts'
import { hasWave } from './breatheWaves.ts'
import { entered } from './entry.ts'
import { entryLamp, target } from './heldLamps.ts'
import {
  BECAUSE,
  type Because,
  type EndedBecause,
  type LightsEffect,
  type RefusedWish,
} from './lightsEffects.ts'
import type { Claim, Followed, HeldLamp, LightsState, LightsStep } from './lightsState.ts'
import type { Look } from './looks.ts'
import { shows } from './whoseDoing.ts'

export interface Wish {
  because: Because
  /** Id of a look. */
  look: string
  /** Epoch ms; null: until it is ended. */
  untilMs?: number | null
  exercise?: Followed | null
}

/** What each lasts when nobody ends it, ms. */
const PREVIEW_MS = 10_000
const ASKED_MS = 20 * 60_000
/** A look nobody asked for stays at least so long, so that a room does not come and go (work-pattern notes §4.3). */
export const LEAST_UNASKED_MS = 10 * 60_000

export function isAsked({ because }: Pick<Claim, 'because'>): boolean {
  return because !== 'strain' && because !== 'bedtime'
}

export function refused(state: LightsState, because: RefusedWish): LightsStep {
  return [state, [{ kind: 'refused', because }]]
}

function endOf({ because, untilMs, exercise }: Wish, nowMs: number): Pick<Claim, 'untilMs' | 'lastsMs'> {
  if (exercise) return { untilMs: exercise.startedAtMs + exercise.plan.totalMs, lastsMs: null }
  if (because === 'preview') return { untilMs: null, lastsMs: PREVIEW_MS }
  const isShort = because === 'talk' || because === 'shortcut' || because === 'outside'
  return { untilMs: untilMs ?? (isShort ? nowMs + ASKED_MS : null), lastsMs: null }
}

/** Lamps cannot follow an exercise that has no breath in it; they get softer instead. */
function lookFor({ looks }: LightsState, { look, exercise }: Wish): Look | undefined {
  const id = look === 'breathe' && exercise && !hasWave(exercise.plan) ? 'soften' : look
  return looks.find((one) => one.id === id)
}

function isQuiet({ limits: { times } }: LightsState, now: LocalMoment): boolean {
  return times !== null && !isWithin(times, now.minuteOfDay)
}

/** Every lamp was off, or was changed by hand since: a person who asks once more means the next look. */
function isSpent({ held }: LightsState, { id, because, begunMs }: Claim): boolean {
  const isOfPerson = because === 'shortcut' || because === 'talk'
  return (
    isOfPerson && begunMs !== null && !held.some(({ layers }) => layers.some((one) => one.claimId === id))
  )
}

/** The same wish again changes nothing while it holds; another of the same origin takes its place. */
export function began(state: LightsState, wish: Wish, now: LocalMoment): LightsStep {
  if (!state.limits.isAllowed) return refused(state, 'not_allowed')
  if (state.isPaused) return refused(state, 'paused')
  if (isQuiet(state, now)) return refused(state, 'quiet_times')
  const look = lookFor(state, wish)
  if (look === undefined) return refused(state, 'unknown_look')
  const same = state.claims.find(({ because }) => because === wish.because)
  const isSame = same?.look.id === look.id && wish.because !== 'preview' && !wish.exercise
  if (same && isSame && !isSpent(state, same))
    return [withClaim(state, { ...same, ...endOf(wish, now.atMs) }), []]
  const [cleared, effects] = same ? endedClaim(state, same, 'replaced', now) : ([state, []] as LightsStep)
  const claim: Claim = {
    id: cleared.nextId,
    because: wish.because,
    look,
    fromMs: now.atMs,
    ...endOf(wish, now.atMs),
    exercise: wish.exercise ?? null,
    triedMs: null,
    begunMs: null,
    undoUntilMs: null,
    retry: [],
    handsOff: [],
    wave: null,
    stepMs: null,
  }
  return [{ ...cleared, claims: [...cleared.claims, claim], nextId: claim.id + 1 }, effects]
}

export function withClaim(state: LightsState, claim: Claim): LightsState {
  return { ...state, claims: state.claims.map((one) => (one.id === claim.id ? claim : one)) }
}

export function strongest(claims: readonly Claim[]): Claim | null {
  const rank = ({ because }: Claim) => BECAUSE.indexOf(because)
  return claims.reduce<Claim | null>((best, one) => (best && rank(best) <= rank(one) ? best : one), null)
}

/** A lamp whose layer was taken off shows too little, too much, or what it should. */
export function uncovered(held: HeldLamp, claimIds: readonly number[], nowMs: number): HeldLamp | null {
  const layers = held.layers.filter(({ claimId }) => !claimIds.includes(claimId))
  if (layers.length === held.layers.length) return held
  const isRight = !held.isFromDisk && held.orElse === null && shows(held.set, target(held.before, layers))
  if (isRight && held.giving === null) return layers.length === 0 ? null : { ...held, layers }
  // What was on its way back to a look beneath is now what the lamp shows.
  const isOut = held.giving !== null && held.giving.writtenMs !== null
  const set = isOut ? target(held.before, held.layers) : held.set
  return { ...held, layers, set, giving: { sinceMs: nowMs, writtenMs: null, tries: 0 } }
}

/** A preview of wind-down, or one that was asked for, is given back like any other. */
function letsGo({ look, because }: Claim, why: EndedBecause): boolean {
  return look.letsGoAtEnd && because === 'bedtime' && (why === 'over' || why === 'quiet_times')
}

export function endedClaim(
  state: LightsState,
  claim: Claim,
  why: EndedBecause,
  now: LocalMoment,
): LightsStep {
  const claims = state.claims.filter(({ id }) => id !== claim.id)
  const isOurs = ({ layers }: HeldLamp) => layers.some(({ claimId }) => claimId === claim.id)
  const effects: LightsEffect[] = claim.begunMs === null ? [] : [entered({ what: 'ended', why }, claim, now)]
  if (letsGo(claim, why)) {
    const lamps = state.held.filter(isOurs).map(entryLamp)
    if (lamps.length > 0) effects.push(entered({ what: 'left', lamps, why: 'let_go' }, claim, now))
    return [{ ...state, claims, held: state.held.filter((one) => !isOurs(one)) }, effects]
  }
  const held = state.held.flatMap((one) => uncovered(one, [claim.id], now.atMs) ?? [])
  return [{ ...state, claims, held }, effects]
}

export function allEnded(state: LightsState, why: EndedBecause, now: LocalMoment): LightsStep {
  let step: LightsStep = [state, []]
  for (const claim of state.claims) {
    const [next, more] = endedClaim(step[0], claim, why, now)
    step = [next, [...step[1], ...more]]
  }
  return step
}

/** What answered strain stays a while, so that a room does not come and go with it, and through a call. */
export function endedBy(state: LightsState, because: Because, now: LocalMoment): LightsStep {
  const claim = state.claims.find((one) => one.because === because)
  if (claim === undefined) return [state, []]
  if (isAsked(claim) || claim.begunMs === null) return endedClaim(state, claim, 'over', now)
  const leastMs = because === 'strain' ? claim.begunMs + LEAST_UNASKED_MS : now.atMs
  return [withClaim(state, { ...claim, untilMs: Math.max(now.atMs, leastMs) }), []]
}

function isOver(claim: Claim, state: LightsState, nowMs: number): boolean {
  const { untilMs, begunMs, lastsMs } = claim
  const endMs = lastsMs !== null && begunMs !== null ? begunMs + lastsMs : untilMs
  if (endMs === null || nowMs < endMs) return false
  return isAsked(claim) || state.inCall !== true || begunMs === null
}

export function endedInTime(state: LightsState, now: LocalMoment): LightsStep {
  if (isQuiet(state, now)) return allEnded(state, 'quiet_times', now)
  let step: LightsStep = [state, []]
  for (const claim of state.claims) {
    if (!isOver(claim, step[0], now.atMs)) continue
    const [next, more] = endedClaim(step[0], claim, 'over', now)
    step = [next, [...step[1], ...more]]
  }
  return step
}
