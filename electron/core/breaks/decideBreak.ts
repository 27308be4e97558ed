/** The one decision about breaks: what happened and what is known go in, what to do and what to remember come out. */
import { type LocalMoment, workDay } from '../presence/localMoment.ts'
import { tickBetween } from '../presence/sleepGap.ts'
import { type Answer, answered, rated, shownOnPurpose, started } from './answers.ts'
import { emptyArmMemory } from './armMemory.ts'
import type { BreakEffect } from './breakEffects.ts'
import type { BreakFacts } from './breakFacts.ts'
import type { Breakpoint } from './breakpoint.ts'
import type { BreakSettings } from './breakSettings.ts'
import type { BreakState, Step } from './breakState.ts'
import type { BreakKind, Invitation } from './kinds.ts'
import { hushedNudge, nudgeProgress, shelved, withdrawn } from './nudgeProgress.ts'
import { observed, restSeen } from './observed.ts'
import { QUIET_MS } from './outcomes.ts'
import { displaysChanged, endedByCall, endedInTime, notDrawn } from './running.ts'
import { shiftedState } from './shiftedState.ts'
import { spoken } from './speak.ts'
import { closedSuppressions } from './suppressions.ts'

export type BreakEvent =
  /** A look at everything: at least once a minute while someone is there, and at once when presence changed. */
  | { kind: 'tick'; facts: BreakFacts }
  /** A moment between two things that a tick would not show. */
  | { kind: 'breakpoint'; what: Breakpoint }
  | { kind: 'answered'; id: number; answer: Answer }
  /** The person begins a break unasked. */
  | { kind: 'started'; breakKind: BreakKind; arm: Invitation | null }
  | { kind: 'rated'; nudgeId: number; helped: boolean }
  | { kind: 'displaysChanged'; displays: readonly string[] }
  /** Within two seconds a display did not say that it shows the window; null: none did. */
  | { kind: 'notDrawn'; id: number; display: string | null }
  | { kind: 'settingsChanged'; settings: BreakSettings }
  /** Lull itself is to be quiet; null: until the next day. */
  | { kind: 'paused'; untilMs: number | null }
  | { kind: 'unpaused' }
  | { kind: 'sensingPaused'; isPaused: boolean }
  /** Lull itself was not there since the last event. */
  | { kind: 'restarted' }
  | { kind: 'suspended' }
  | { kind: 'resumed' }
  | { kind: 'shownOnPurpose' }
  | { kind: 'learningForgotten' }

/** A look older than this says nothing about now. */
const LOOK_LASTS_MS = 60_000
/** Longer than a week is no pause but a forgotten one. */
const LONGEST_PAUSED_MS = 7 * 24 * 60 * 60_000

function then([state, effects]: Step, next: (state: BreakState) => Step): Step {
  const [after, more] = next(state)
  if (more.length === 0) return [after, effects]
  return [after, effects.length === 0 ? more : [...effects, ...more]]
}

/** A clock that was set back moves all waits along; what is open keeps what is left of it. */
function clockSetBack(state: BreakState, now: LocalMoment): Step {
  if (state.atMs === null || now.atMs >= state.atMs) return [state, []]
  const byMs = state.atMs - now.atMs
  const lastMoment = { ...now, atMs: state.atMs }
  // A silence goes on over the small steps of a time service.
  const isSet = tickBetween(state.atMs, now.atMs).kind === 'clock_set_back'
  const [closed, effects]: Step = isSet ? closedSuppressions(state, lastMoment, true) : [state, []]
  const shifted = { ...shiftedState(closed, byMs), workDay: workDay(now) }
  const again: BreakEffect[] = shifted.running ? [{ kind: 'openBreak', running: shifted.running }] : []
  return [shifted, [...effects, ...again]]
}

/** A new day forgives what was ignored. */
function onItsDay(state: BreakState, now: LocalMoment): BreakState {
  const day = workDay(now)
  if (state.workDay !== null && day <= state.workDay) return state
  const { quietUntilMs } = state
  const sooner = quietUntilMs === null ? null : Math.min(quietUntilMs, now.atMs + QUIET_MS)
  return { ...state, workDay: day, ignoredInRow: 0, quietUntilMs: sooner }
}

function ticked(state: BreakState, facts: BreakFacts, now: LocalMoment): Step {
  let step = observed(state, facts, now)
  step = then(step, (next) => endedByCall(state, next, now))
  step = then(step, (next) => hushedNudge(next, now))
  step = then(step, (next) => nudgeProgress(next, { ...facts, restMs: restSeen(state, facts, now) }, now))
  return then(step, (next) => spoken(next, facts, now))
}

function atBreakpoint(state: BreakState, what: Breakpoint, now: LocalMoment): Step {
  const next: BreakState = { ...state, breakpoint: { what, atMs: now.atMs } }
  const { look } = next
  if (look === null || now.atMs - look.atMs > LOOK_LASTS_MS) return [next, []]
  return spoken(next, look.facts, now)
}

function paused(state: BreakState, untilMs: number | null, now: LocalMoment): Step {
  if (untilMs === null) return [{ ...state, doneDay: workDay(now) }, []]
  return [{ ...state, pausedUntilMs: Math.min(untilMs, now.atMs + LONGEST_PAUSED_MS) }, []]
}

function nobodySees(state: BreakState, id: number, display: string | null, now: LocalMoment): Step {
  if (state.running?.id === id) return notDrawn(state, display, now)
  const { nudge } = state
  if (nudge?.id !== id || nudge.stage !== 'shown') return [state, []]
  return withdrawn(state, nudge, 'notDrawn', 'unseen', now)
}

function suspended(state: BreakState): Step {
  return state.nudge ? shelved(state, state.nudge) : [state, []]
}

/** An offer that stood while nobody could see or answer it was neither taken nor ignored. */
function restarted(state: BreakState, now: LocalMoment): Step {
  const { nudge, atMs } = state
  const wasGone = atMs !== null && now.atMs - atMs > LOOK_LASTS_MS
  const isOpen = nudge?.stage === 'shown' || nudge?.stage === 'hinted' || nudge?.stage === 'quiet'
  if (!wasGone || !isOpen) return [state, []]
  return withdrawn(state, nudge, 'lapsed', 'unseen', now)
}

/** What is open still has its ending, from which nothing is learnt any more. */
function forgotten(state: BreakState): BreakState {
  return { ...state, memory: emptyArmMemory, nudge: state.nudge && { ...state.nudge, choice: null } }
}

function happened(state: BreakState, event: BreakEvent, now: LocalMoment): Step {
  switch (event.kind) {
    case 'tick':
      return ticked(state, event.facts, now)
    case 'breakpoint':
      return atBreakpoint(state, event.what, now)
    case 'answered':
      return answered(state, event.id, event.answer, now)
    case 'started':
      return started(state, event.breakKind, event.arm, now)
    case 'rated':
      return rated(state, event.nudgeId, event.helped, now)
    case 'displaysChanged':
      return displaysChanged(state, event.displays)
    case 'notDrawn':
      return nobodySees(state, event.id, event.display, now)
    case 'settingsChanged':
      return [{ ...state, settings: event.settings }, []]
    case 'paused':
      return paused(state, event.untilMs, now)
    case 'unpaused':
      return [{ ...state, pausedUntilMs: null, doneDay: null }, []]
    case 'sensingPaused':
      return [{ ...state, isSensingPaused: event.isPaused }, []]
    case 'restarted':
      return restarted(state, now)
    case 'suspended':
      return suspended({ ...state, suspendedMs: now.atMs })
    case 'resumed':
      return [{ ...state, breakpoint: null }, []]
    case 'shownOnPurpose':
      return shownOnPurpose(state, now)
    case 'learningForgotten':
      return [forgotten(state), []]
  }
}

/**
 * Gate → due → a moment that fits → choice → offer, and everything after it. Pure: the same state, event and moment give
 * the same decision; chance comes from the seed in the state. Effects are in the order in which they are to be done.
 */
export function decideBreak(state: BreakState, event: BreakEvent, now: LocalMoment): Step {
  let step = clockSetBack(state, now)
  step[0] = onItsDay(step[0], now)
  step = then(step, (next) => endedInTime(next, now))
  step = then(step, (next) => happened(next, event, now))
  if (event.kind !== 'tick') step = then(step, (next) => hushedNudge(next, now))
  step = then(step, (next) => closedSuppressions(next, now))
  const [next, effects] = step
  return [{ ...next, atMs: now.atMs }, effects]
}
