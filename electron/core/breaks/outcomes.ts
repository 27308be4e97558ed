/** How a nudge ended, and what is learnt from it. */
import type { LocalMoment } from '../presence/localMoment.ts'
import { LEAST_REST_MS } from '../stress/workRhythm.ts'
import { withOutcome } from './armMemory.ts'
import type { OutcomeHow } from './breakEffects.ts'
import type { BreakFacts } from './breakFacts.ts'
import type { BreakState, Nudge, Step } from './breakState.ts'
import { ENOUGH_OF_LENGTH } from './observed.ts'

/** An answer after this is no answer to this (work-pattern notes §5.2). */
export const ANSWER_WITHIN_MS = 10 * 60_000
/** Rest that begins within this is taken as the answer (§5.2). */
const REST_STARTS_WITHIN_MS = 5 * 60_000
/** Nothing is said for so long after a nudge (§4.3). */
export const QUIET_MS = 30 * 60_000
export const NOT_NOW_MS = 60 * 60_000
/** Doubled with each nudge that was ignored, up to this (§4.3). */
const MOST_QUIET_MS = 4 * 60 * 60_000

const WORKED: Record<OutcomeHow, boolean | null> = {
  done: true,
  natural: true,
  left: false,
  skipped: false,
  notNow: false,
  ignored: false,
  workedOn: false,
  ratedBad: false,
  unseen: null,
}

/** 30 minutes, doubled for each of so many ignored in a row. */
export function quietMs(ignoredInRow: number): number {
  return Math.min(MOST_QUIET_MS, QUIET_MS * 2 ** Math.min(ignoredInRow, 10))
}

export function quietUntil(state: BreakState, untilMs: number): BreakState {
  return { ...state, quietUntilMs: Math.max(state.quietUntilMs ?? untilMs, untilMs) }
}

/** Being ignored makes Lull quieter; any answer or rest makes it as it was. What came between changes nothing. */
function afterIgnoring(state: BreakState, nudge: Nudge, how: OutcomeHow): BreakState {
  if (nudge.offer === null || nudge.because === 'tour' || how === 'unseen') return state
  if (how !== 'ignored') return { ...state, ignoredInRow: 0 }
  const ignoredInRow = state.ignoredInRow + 1
  return quietUntil({ ...state, ignoredInRow }, nudge.atMs + quietMs(ignoredInRow))
}

/** The nudge is over. `worked` is what is learnt where it is not what the ending says. */
export function resolved(
  state: BreakState,
  nudge: Nudge,
  how: OutcomeHow,
  now: LocalMoment,
  worked: boolean | null = WORKED[how],
): Step {
  const next = { ...afterIgnoring(state, nudge, how), nudge: null }
  const { choice } = nudge
  if (choice === null) return [next, []]
  const memory = worked === null ? next.memory : withOutcome(next.memory, choice.bucket, choice.arm, worked)
  const { arm } = choice
  return [{ ...next, memory }, [{ kind: 'outcome', nudgeId: nudge.id, arm, worked, how, atMs: now.atMs }]]
}

/** Whether the rest that is going on began as an answer to this nudge. */
export function restsSince(nudge: Nudge, facts: BreakFacts, nowMs: number): boolean {
  if (facts.restMs <= 0) return false
  const startedMs = nowMs - facts.restMs
  const latestMs = nudge.untilMs ?? nudge.atMs + REST_STARTS_WITHIN_MS
  // The gap in which it was said may have been the beginning.
  return startedMs >= nudge.atMs - LEAST_REST_MS && startedMs <= latestMs
}

/** Three fifths of the length, and never less than what counts as rest at all. */
export function isEnoughRest(restMs: number, lengthMs: number): boolean {
  return restMs >= Math.max(LEAST_REST_MS, ENOUGH_OF_LENGTH * lengthMs)
}
