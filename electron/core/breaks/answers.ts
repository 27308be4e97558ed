/** What the person says to an offer or does with a break. */
import type { LocalMoment } from '../presence/localMoment.ts'
import type { RefusedBecause } from './breakEffects.ts'
import { entryOfNudge } from './breakEntry.ts'
import { lengthsOf } from './breakSettings.ts'
import type { BreakState, Nudge, Step } from './breakState.ts'
import { hushReason } from './gate.ts'
import { type BreakKind, type Invitation, lengthWith } from './kinds.ts'
import { withdrawn } from './nudgeProgress.ts'
import { NOT_NOW_MS, resolved } from './outcomes.ts'
import { begun, ended } from './running.ts'
import { newNudge, shown } from './say.ts'

export type Answer =
  | { say: 'start' }
  | { say: 'snooze'; minutes: 5 | 15 }
  | { say: 'skip' }
  | { say: 'notNow' }
  /** Back to work, also by Esc. */
  | { say: 'finish' }

export function refused(state: BreakState, because: RefusedBecause): Step {
  return [state, [{ kind: 'refused', because }]]
}

function snoozed(state: BreakState, nudge: Nudge, minutes: number, now: LocalMoment): Step {
  const { offer } = nudge
  if (offer === null || offer.postponesLeft <= 0) return refused(state, 'postpone_limit')
  const later: Nudge = {
    ...nudge,
    stage: 'snoozed',
    offer: { ...offer, postponesLeft: offer.postponesLeft - 1 },
    atMs: now.atMs,
    untilMs: now.atMs + minutes * 60_000,
  }
  // An answer was given.
  const next: BreakState = { ...state, nudge: later, ignoredInRow: 0 }
  const withdraw = { kind: 'withdraw', nudgeId: nudge.id, because: 'snoozed' } as const
  return [next, [withdraw, entryOfNudge(now, nudge, 'snoozed')]]
}

function declined(state: BreakState, nudge: Nudge, what: 'skipped' | 'notNow', now: LocalMoment): Step {
  const untilMs = now.atMs + NOT_NOW_MS
  // The one shown on purpose asks for nothing, and is no reason to be quiet.
  const asksForQuiet = what === 'notNow' && nudge.because !== 'tour'
  const next = asksForQuiet ? { ...state, notNowUntilMs: untilMs } : state
  const [over, effects] = withdrawn(next, nudge, what, what, now)
  return [over, [...effects, entryOfNudge(now, nudge, what)]]
}

function finished(state: BreakState, id: number, now: LocalMoment): Step {
  const { running } = state
  if (running === null || running.id !== id) return refused(state, 'not_running')
  if (running.isStrict && now.atMs < running.endsAtMs) return refused(state, 'strict')
  return ended(state, 'finished', now)
}

/** An answer belongs to the offer it was given to: a window that is still open says nothing about the next one. */
export function answered(state: BreakState, id: number, answer: Answer, now: LocalMoment): Step {
  if (answer.say === 'finish') return finished(state, id, now)
  const { nudge } = state
  const isOpen =
    nudge?.id === id && (nudge.stage === 'shown' || nudge.stage === 'hinted' || nudge.stage === 'snoozed')
  if (!isOpen || nudge.offer === null) return refused(state, 'gone')
  if (answer.say === 'skip') return declined(state, nudge, 'skipped', now)
  if (answer.say === 'notNow') return declined(state, nudge, 'notNow', now)
  if (answer.say === 'start') {
    const { kind, arm, lengthMs } = nudge.offer
    return begun(state, { kind, arm, lengthMs, nudge }, now)
  }
  return nudge.stage === 'snoozed' ? refused(state, 'gone') : snoozed(state, nudge, answer.minutes, now)
}

/** A break the person begins unasked; an open offer is answered by it. */
export function started(state: BreakState, kind: BreakKind, arm: Invitation | null, now: LocalMoment): Step {
  if (state.running !== null) return refused(state, 'already_running')
  const rated = state.nudge?.stage === 'rating' ? resolved(state, state.nudge, 'done', now) : null
  const [next, effects] = rated ?? [state, []]
  const lengthMs = lengthWith(arm, kind, lengthsOf(state.settings))
  const [after, more] = begun(next, { kind, arm, lengthMs, nudge: next.nudge }, now)
  return [after, [...effects, ...more]]
}

/** One nudge on purpose, to see what they look like: not counted, never in a call. */
export function shownOnPurpose(state: BreakState, now: LocalMoment): Step {
  if (state.running !== null || state.nudge !== null) return refused(state, 'already_running')
  if (hushReason(state) !== null) return refused(state, 'hushed')
  const due = { kind: 'micro', because: 'tour' } as const
  const facts = state.look?.facts ?? null
  const nudge = newNudge(state, facts, { due, form: state.settings.form, choice: null }, now)
  const next: BreakState = { ...state, nudge, nextId: nudge.id + 1 }
  return nudge.offer === null ? [state, []] : [next, [shown(nudge.offer)]]
}

/** The answer to "did that help?"; one that comes late is kept by others and changes nothing here. */
export function rated(state: BreakState, nudgeId: number, helped: boolean, now: LocalMoment): Step {
  const { nudge } = state
  if (nudge?.id !== nudgeId || nudge.stage !== 'rating') return [state, []]
  return resolved(state, nudge, helped ? 'done' : 'ratedBad', now)
}
