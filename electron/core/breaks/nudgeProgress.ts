/** A nudge as time goes by: answered by resting, hushed by a call, put off and back again, or ignored. */
import type { LocalMoment } from '../presence/localMoment.ts'
import type { BreakEffect, OutcomeHow, SuppressionReason, WithdrawnBecause } from './breakEffects.ts'
import { entryOfNudge } from './breakEntry.ts'
import { type BreakFacts, isSomebodyThere } from './breakFacts.ts'
import { breakpointNow } from './breakpoint.ts'
import type { BreakState, Nudge, Step } from './breakState.ts'
import { hushReason, timeReason } from './gate.ts'
import { ANSWER_WITHIN_MS, isEnoughRest, resolved, restsSince } from './outcomes.ts'
import { shown } from './say.ts'
import { suppressed } from './suppressions.ts'

/** An offer leaves the screen after this; the tray keeps it. */
export const SHOWN_FOR_MS = 2 * 60_000
/** An offer that was put off is said without a fitting moment after this: it was asked for. */
const AGAIN_WAIT_MS = 60_000
/** It is dropped when it could not come back for so long. */
const AGAIN_LASTS_MS = 30 * 60_000

/** Takes a nudge away; the history tells why unless that is told otherwise. */
export function withdrawn(
  state: BreakState,
  nudge: Nudge,
  because: WithdrawnBecause,
  how: OutcomeHow,
  now: LocalMoment,
  worked?: boolean | null,
): Step {
  const [next, effects] = resolved(state, nudge, how, now, worked)
  if (nudge.offer === null) return [next, effects]
  const withdraw: BreakEffect[] = [{ kind: 'withdraw', nudgeId: nudge.id, because }]
  if (how === 'ignored') return [next, [...withdraw, entryOfNudge(now, nudge, 'ignored'), ...effects]]
  const entry = how === 'unseen' ? [entryOfNudge(now, nudge, 'withdrawn', because)] : []
  return [next, [...withdraw, ...entry, ...effects]]
}

/** What forbids a nudge that is already open. */
function hushing(state: BreakState, nudge: Nudge, now: LocalMoment): SuppressionReason | 'settings' | null {
  if (!state.settings.isOn || (nudge.because !== 'tour' && !state.settings.kinds[nudge.kind].isOn)) {
    return 'settings'
  }
  const time = nudge.because === 'tour' ? null : timeReason(state, nudge.kind, now)
  return time ?? hushReason(state)
}

/** A call or the end of the hours takes an open offer away at once, at any event. */
export function hushedNudge(state: BreakState, now: LocalMoment): Step {
  const { nudge } = state
  if (nudge === null || nudge.stage === 'running' || nudge.stage === 'rating') return [state, []]
  const reason = hushing(state, nudge, now)
  const mayWait = nudge.stage === 'snoozed' && reason !== null && reason === hushReason(state)
  if (reason === null || mayWait) return [state, []]
  return withdrawn(state, nudge, reason, 'unseen', now)
}

function saidAgain(state: BreakState, nudge: Nudge, facts: BreakFacts, now: LocalMoment): Step {
  const untilMs = nudge.untilMs ?? now.atMs
  if (nudge.offer === null || now.atMs < untilMs) return [state, []]
  if (now.atMs - untilMs >= AGAIN_LASTS_MS) return withdrawn(state, nudge, 'lapsed', 'unseen', now)
  const reason = hushReason(state)
  if (reason !== null) {
    const due = { kind: nudge.kind, because: nudge.because === 'tour' ? 'time' : nudge.because, slot: null }
    return suppressed(state, due, reason, now)
  }
  if (!isSomebodyThere(facts)) return [state, []]
  const isBreakpoint = breakpointNow(facts, state.breakpoint, now.atMs) !== null
  if (!isBreakpoint && now.atMs - untilMs < AGAIN_WAIT_MS) return [state, []]
  const offer = { ...nudge.offer, form: state.settings.form, isAgain: true, atMs: now.atMs }
  const stage = offer.form === 'tray' ? 'hinted' : 'shown'
  const again: Nudge = { ...nudge, stage, offer, atMs: now.atMs, untilMs: null }
  return [{ ...state, nudge: again, breakpoint: null }, [shown(offer), entryOfNudge(now, again, 'again')]]
}

/** From the screen to the tray. */
export function shelved(state: BreakState, nudge: Nudge): Step {
  if (nudge.stage !== 'shown' || nudge.offer === null) return [state, []]
  const offer = { ...nudge.offer, form: 'tray' as const }
  const next: Nudge = { ...nudge, stage: 'hinted', offer }
  return [
    { ...state, nudge: next },
    [
      { kind: 'withdraw', nudgeId: nudge.id, because: 'unanswered' },
      { kind: 'hint', offer },
    ],
  ]
}

function unanswered(state: BreakState, nudge: Nudge, facts: BreakFacts, now: LocalMoment): Step {
  const sinceMs = now.atMs - nudge.atMs
  if (sinceMs < ANSWER_WITHIN_MS) return sinceMs >= SHOWN_FOR_MS ? shelved(state, nudge) : [state, []]
  // Rest that began in time may still become enough.
  if (restsSince(nudge, facts, now.atMs)) return [state, []]
  const how: OutcomeHow = nudge.stage === 'quiet' ? 'workedOn' : 'ignored'
  // Who cannot tell work from rest cannot tell what it led to.
  return withdrawn(state, nudge, 'ignored', how, now, facts.standing === 'unknown' ? null : false)
}

/** A nudge at one look. */
export function nudgeProgress(state: BreakState, facts: BreakFacts, now: LocalMoment): Step {
  const { nudge } = state
  if (nudge === null || nudge.stage === 'running') return [state, []]
  if (nudge.stage === 'rating') {
    const isOver = nudge.untilMs === null || now.atMs >= nudge.untilMs
    return isOver ? resolved(state, nudge, 'done', now) : [state, []]
  }
  const isResting = restsSince(nudge, facts, now.atMs)
  if (isResting && isEnoughRest(facts.restMs, nudge.lengthMs)) {
    return withdrawn(state, nudge, 'natural', 'natural', now)
  }
  if (nudge.stage === 'snoozed') return saidAgain(state, nudge, facts, now)
  return unanswered(state, nudge, facts, now)
}
