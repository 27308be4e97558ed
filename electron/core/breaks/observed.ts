/** What one look changes: rest that was taken, work that added up, calls and other things that forbid to speak. */
import { type LocalMoment, workDay } from '../presence/localMoment.ts'
import { LEAST_REST_MS, restCredit } from '../stress/workRhythm.ts'
import { entryOf } from './breakEntry.ts'
import { type BreakFacts, hushedAfter } from './breakFacts.ts'
import { breakpointBetween, dwellingAfter } from './breakpoint.ts'
import { lengthsOf } from './breakSettings.ts'
import type { BreakState, Step } from './breakState.ts'
import { TIMED_DAYS, timedDues } from './due.ts'

/** Longer than this is the end of a day, not a pause in it. */
const LONGEST_PAUSE_MS = 4 * 60 * 60_000
/** More time than this between two looks belongs to nobody. */
const LONGEST_LOOK_MS = 60_000
/** So much of a pause is a pause (work-pattern notes §5.2). */
export const ENOUGH_OF_LENGTH = 0.6
/** A rest that ended so lately is the pause a fixed time asks for. */
const RESTED_LATELY_MS = 20 * 60_000
const SLOTS_KEPT = 40

/** The rest that is going on, or has just ended with the machine waking up, ms. */
export function restSeen({ look, suspendedMs }: BreakState, facts: BreakFacts, now: LocalMoment): number {
  if (suspendedMs === null) return facts.restMs
  return Math.max(facts.restMs, (look?.facts.restMs ?? 0) + now.atMs - suspendedMs)
}

/** Length of a rest that ended between the last look and this one, ms; 0 when none did. */
function endedRestMs(state: BreakState, facts: BreakFacts, now: LocalMoment): number {
  const { look, suspendedMs } = state
  if (look === null) return 0
  const seenMs = suspendedMs === null ? look.facts.restMs : restSeen(state, facts, now)
  return facts.restMs < seenMs ? seenMs : 0
}

/** Work that no rest has taken away yet; a rest counts in proportion to what each kind asks for. */
function workSinceAfter(
  state: BreakState,
  facts: BreakFacts,
  restedMs: number,
  now: LocalMoment,
): BreakState['workSince'] {
  const gapMs = state.look === null ? 0 : now.atMs - state.look.atMs
  const isGap = gapMs > LONGEST_LOOK_MS
  const addedMs = facts.standing === 'working' && !isGap ? gapMs : 0
  // Time nobody saw is taken for rest here: better one pause too few.
  const creditedMs = isGap ? Math.max(restedMs, gapMs) : restedMs
  const lengths = lengthsOf(state.settings)
  const left = (workMs: number, lengthMs: number) =>
    workMs * (1 - restCredit(creditedMs, Math.max(LEAST_REST_MS, lengthMs))) + addedMs
  const { eyeRest, pause, long } = state.workSince
  return {
    eyeRest: left(eyeRest, lengths.eyeRest),
    pause: left(pause, lengths.pause),
    long: left(long, lengths.long),
  }
}

export function withSlots(slots: readonly string[], more: readonly string[]): readonly string[] {
  return more.length === 0 ? slots : [...slots, ...more].slice(-SLOTS_KEPT)
}

/** Times set by the person whose pause they took unasked have had their turn. */
function withRestedSlots(state: BreakState, facts: BreakFacts, now: LocalMoment): BreakState {
  const { lastRest, settings } = state
  if (lastRest === null || now.atMs - lastRest.toMs > RESTED_LATELY_MS) return state
  const rested = timedDues(state, { ...facts, standing: 'working' }, now)
    .filter(({ kind, slot }) => kind !== 'endOfDay' && !state.slots.includes(slot))
    .filter(({ kind }) => lastRest.restedMs >= ENOUGH_OF_LENGTH * settings.kinds[kind].lengthMs)
  return {
    ...state,
    slots: withSlots(
      state.slots,
      rested.map(({ slot }) => slot),
    ),
  }
}

/** A rest nobody asked for is to be told; one that lay around a break of Lull's is that break. */
function restEnded(state: BreakState, restedMs: number, now: LocalMoment): BreakState {
  const { look, lastBreak } = state
  if (look === null || restedMs < LEAST_REST_MS || restedMs > LONGEST_PAUSE_MS) return state
  const toMs = state.suspendedMs === null ? look.atMs : now.atMs
  const isBreak = lastBreak !== null && lastBreak.fromMs < toMs && lastBreak.toMs > toMs - restedMs
  return { ...state, lastRest: { toMs, restedMs, isTold: isBreak || state.running !== null } }
}

/** Told once work has gone on for a minute: a rest that was only touched goes on, and comes back longer. */
function restTold(state: BreakState, facts: BreakFacts, now: LocalMoment): Step {
  const { lastRest } = state
  if (lastRest === null || lastRest.isTold) return [state, []]
  const isResting = facts.restMs > 0
  if (isResting && now.atMs - facts.restMs < lastRest.toMs) return [{ ...state, lastRest: null }, []]
  if (!isResting && now.atMs - lastRest.toMs < LEAST_REST_MS) return [state, []]
  const { restedMs } = lastRest
  const told: BreakState = { ...state, lastRest: { ...lastRest, isTold: true } }
  return [told, [entryOf(now, { what: 'natural', restedMs })]]
}

function withDay(state: BreakState, facts: BreakFacts, now: LocalMoment): BreakState {
  const day = workDay(now)
  const isNew = facts.standing === 'working' && state.lastDaySeen !== day && state.daysSeen <= TIMED_DAYS
  return isNew ? { ...state, daysSeen: state.daysSeen + 1, lastDaySeen: day } : state
}

/** Takes one look in. */
export function observed(state: BreakState, facts: BreakFacts, now: LocalMoment): Step {
  const restedMs = endedRestMs(state, facts, now)
  const [before, effects] = restTold(withDay(state, facts, now), facts, now)
  const rested = restEnded(before, restedMs, now)
  const what = breakpointBetween(rested.look, facts, rested.dwelling, now.atMs)
  const seen: BreakState = {
    ...rested,
    workSince: workSinceAfter(rested, facts, restedMs, now),
    breakpoint: what === null ? rested.breakpoint : { what, atMs: now.atMs },
    dwelling: dwellingAfter(rested.dwelling, facts, now.atMs),
    hushed: hushedAfter(rested.hushed, facts.situation, now.atMs),
    suspendedMs: null,
    look: { facts, atMs: now.atMs },
  }
  return [withRestedSlots(seen, facts, now), effects]
}
