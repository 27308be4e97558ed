/** When strain counts as raised and when as over: slow to rise, bounded by the person's own days, never in a call. */
import { type LocalMoment, workDay } from '../presence/localMoment.ts'
import type { FamilyId } from './families.ts'
import {
  MOST_RAISED_SHARE,
  type OwnHistory,
  ownP90,
  RAISE_BELOW_SHARE,
  raisedShare,
  withScore,
} from './ownHistory.ts'
import { REAL_REST_MS } from './workRhythm.ts'

/** What decides; times and bounds of the work-pattern notes §4.3. */
export const RAISE_AT = 0.6
export const CLEAR_AT = 0.4
export const RAISE_FOR_MS = 10 * 60_000
export const RAISE_WITHIN_MS = 15 * 60_000
export const CLEAR_FOR_MS = 10 * 60_000
export const LEAST_FAMILIES = 2
/** A score speaks for the time until the next, but for no longer than this. */
const MOST_COVERED_MS = 2 * 60_000

export type StressEvent =
  /** A score as it may be shown: null below confidence .35. */
  | { kind: 'scored'; strain: number | null; contributing: readonly FamilyId[] }
  /** No score can be had any more: switched off, nobody can tell work from rest, or Lull was away for long. */
  | { kind: 'scoreLost' }
  /** Null: no probe can tell. */
  | { kind: 'callChanged'; inCall: boolean | null }
  /** A rest that has reached this length, also while it goes on. */
  | { kind: 'rested'; restMs: number }

export type ClearedBecause = 'low' | 'rest' | 'unknown' | 'share_bound'

/** All that went into a decision, kept with it. */
export interface DecisionInputs {
  strain: number | null
  /** max(.60, own P90); null while still learning. */
  threshold: number | null
  contributing: readonly FamilyId[]
  /** How long of the last 15 minutes the score was high enough, ms. */
  highMs: number
  /** Share of 14 days in which strain was raised, 0–1. */
  raisedShare: number
}

export type StressEffect =
  | ({ kind: 'strainRaised'; afterCall: boolean } & DecisionInputs)
  | ({ kind: 'strainCleared'; because: ClearedBecause } & DecisionInputs)
  | ({ kind: 'strainQueued' } & DecisionInputs)
  | ({ kind: 'queueDropped'; because: ClearedBecause } & DecisionInputs)

interface ScoreStretch {
  fromMs: number
  toMs: number
}

export interface StressState {
  phase: 'clear' | 'queued' | 'raised'
  inCall: boolean | null
  last: {
    atMs: number
    strain: number | null
    contributing: readonly FamilyId[]
    isHigh: boolean
    /** Up to when its time has been entered, epoch ms. */
    enteredToMs: number
  } | null
  /** Stretches of the last 15 minutes in which the score was high enough. */
  high: readonly ScoreStretch[]
  /** Since when the score has been at or below .40, epoch ms. */
  lowSinceMs: number | null
  /** Since when the score has been unknown while strain was raised or waiting, epoch ms. */
  unknownSinceMs: number | null
  history: OwnHistory
}

export const calmState: StressState = {
  phase: 'clear',
  inCall: null,
  last: null,
  high: [],
  lowSinceMs: null,
  unknownSinceMs: null,
  history: [],
}

function thresholdAt(history: OwnHistory, day: number): number | null {
  const p90 = ownP90(history, day)
  return p90 === null ? null : Math.max(RAISE_AT, p90)
}

function highMsAt(state: StressState, nowMs: number): number {
  const fromMs = nowMs - RAISE_WITHIN_MS
  return state.high.reduce((sum, one) => sum + Math.max(0, one.toMs - Math.max(one.fromMs, fromMs)), 0)
}

function inputsAt(state: StressState, now: LocalMoment): DecisionInputs {
  const day = workDay(now)
  return {
    strain: state.last?.strain ?? null,
    threshold: thresholdAt(state.history, day),
    contributing: state.last?.contributing ?? [],
    highMs: highMsAt(state, now.atMs),
    raisedShare: raisedShare(state.history, day),
  }
}

/** The time since the last score is entered, once: in the history, and as high if that score was. */
function withElapsed(state: StressState, now: LocalMoment): StressState {
  const { last } = state
  if (!last || last.strain === null) return state
  const fromMs = Math.max(last.atMs, last.enteredToMs)
  const toMs = Math.min(now.atMs, last.atMs + MOST_COVERED_MS)
  if (toMs <= fromMs) return state
  const recent = state.high.filter((one) => one.toMs > now.atMs - RAISE_WITHIN_MS)
  return {
    ...state,
    last: { ...last, enteredToMs: toMs },
    high: last.isHigh ? [...recent, { fromMs, toMs }] : recent,
    history: withScore(state.history, workDay(now), {
      strain: last.strain,
      coversMs: toMs - fromMs,
      isRaised: state.phase === 'raised',
    }),
  }
}

function cleared(
  state: StressState,
  because: ClearedBecause,
  now: LocalMoment,
): [StressState, StressEffect[]] {
  const inputs = inputsAt(state, now)
  const next: StressState = { ...state, phase: 'clear', high: [], lowSinceMs: null, unknownSinceMs: null }
  if (state.phase === 'raised') return [next, [{ kind: 'strainCleared', because, ...inputs }]]
  if (state.phase === 'queued') return [next, [{ kind: 'queueDropped', because, ...inputs }]]
  return [next, []]
}

function clearReason(state: StressState, now: LocalMoment): ClearedBecause | null {
  // A strap that loses a minute or two says nothing about the strain before it.
  if (state.unknownSinceMs !== null && now.atMs - state.unknownSinceMs >= CLEAR_FOR_MS) return 'unknown'
  if (state.lowSinceMs !== null && now.atMs - state.lowSinceMs >= CLEAR_FOR_MS) return 'low'
  const isBeyondShare = raisedShare(state.history, workDay(now)) >= MOST_RAISED_SHARE
  return isBeyondShare && state.phase === 'raised' ? 'share_bound' : null
}

function mayRaise(state: StressState, now: LocalMoment): boolean {
  const { threshold, highMs, raisedShare: share } = inputsAt(state, now)
  return (
    threshold !== null && state.last?.isHigh === true && highMs >= RAISE_FOR_MS && share < RAISE_BELOW_SHARE
  )
}

function afterScore(
  state: StressState,
  event: StressEvent & { kind: 'scored' },
  now: LocalMoment,
): [StressState, StressEffect[]] {
  const threshold = thresholdAt(state.history, workDay(now))
  const { strain, contributing } = event
  const isHigh =
    strain !== null && threshold !== null && strain >= threshold && contributing.length >= LEAST_FAMILIES
  const lowSinceMs = strain !== null && strain <= CLEAR_AT ? (state.lowSinceMs ?? now.atMs) : null
  const unknownSinceMs =
    strain === null && state.phase !== 'clear' ? (state.unknownSinceMs ?? now.atMs) : null
  const last = { atMs: now.atMs, strain, contributing, isHigh, enteredToMs: now.atMs }
  const scored: StressState = { ...state, last, lowSinceMs, unknownSinceMs }
  if (scored.phase !== 'clear') {
    const because = clearReason(scored, now)
    return because === null ? [scored, []] : cleared(scored, because, now)
  }
  if (!mayRaise(scored, now)) return [scored, []]
  if (scored.inCall === true) {
    return [{ ...scored, phase: 'queued' }, [{ kind: 'strainQueued', ...inputsAt(scored, now) }]]
  }
  return [
    { ...scored, phase: 'raised' },
    [{ kind: 'strainRaised', afterCall: false, ...inputsAt(scored, now) }],
  ]
}

/**
 * A call that ends lets out what waited for it, unless the score has fallen or is no longer of now. A probe that loses
 * sight of the call has not seen its end.
 */
function afterCallChange(
  state: StressState,
  inCall: boolean | null,
  now: LocalMoment,
): [StressState, StressEffect[]] {
  const next = { ...state, inCall }
  if (next.phase !== 'queued' || inCall !== false) return [next, []]
  const { last } = next
  const isStale = !last || now.atMs - last.atMs > RAISE_WITHIN_MS
  if (isStale || last.strain === null) return cleared(next, 'unknown', now)
  if (last.strain <= CLEAR_AT) return cleared(next, 'low', now)
  return [{ ...next, phase: 'raised' }, [{ kind: 'strainRaised', afterCall: true, ...inputsAt(next, now) }]]
}

/**
 * Raised when S ≥ max(.60, own 14-day P90) for 10 of 15 minutes with at least two families speaking; never in a call,
 * where it waits for the end. Cleared at S ≤ .40 for 10 minutes, after five minutes of rest, when S has not been known for 10 minutes,
 * and when it has been raised for a tenth of the person's time. Before three days are known it is never raised.
 */
export function decideStress(
  state: StressState,
  event: StressEvent,
  now: LocalMoment,
): [StressState, StressEffect[]] {
  const isSetBack = state.last !== null && now.atMs < state.last.atMs
  const current = isSetBack
    ? { ...state, last: null, high: [], lowSinceMs: null, unknownSinceMs: null }
    : withElapsed(state, now)
  if (event.kind === 'scored') return afterScore(current, event, now)
  if (event.kind === 'scoreLost') {
    return cleared({ ...current, last: null }, 'unknown', now)
  }
  if (event.kind === 'callChanged') return afterCallChange(current, event.inCall, now)
  if (event.restMs < REAL_REST_MS) return [current, []]
  return cleared({ ...current, last: null }, 'rest', now)
}
