/** A break that is running: one shared end, given back when a call comes in or when nobody could see it. */
import type { LocalMoment } from '../presence/localMoment.ts'
import { workDay } from '../presence/localMoment.ts'
import type { BreakEffect, ClosedBecause, RunningBreak } from './breakEffects.ts'
import { entryOf } from './breakEntry.ts'
import type { HushingFact } from './breakFacts.ts'
import type { BreakState, Nudge, Step } from './breakState.ts'
import type { BreakKind, Invitation } from './kinds.ts'
import { ENOUGH_OF_LENGTH } from './observed.ts'
import { QUIET_MS, quietUntil, resolved } from './outcomes.ts'

/** "Did that help?" waits so long for an answer. */
const RATE_WITHIN_MS = 2 * 60_000

export interface Beginning {
  kind: BreakKind
  arm: Invitation | null
  lengthMs: number
  /** The nudge it answers; null when the person began it unasked. */
  nudge: Nudge | null
}

/** The end of the day is no break: it closes the day, until 04:00. */
function dayClosed(state: BreakState, nudge: Nudge | null, now: LocalMoment): Step {
  const next: BreakState = { ...state, doneDay: workDay(now) }
  const nudgeId = nudge?.id ?? null
  const entry = entryOf(now, { what: 'dayDone', kind: 'endOfDay', nudgeId })
  if (nudge === null) return [next, [entry]]
  // What was offered besides is neither taken nor turned down.
  const [over, effects] = resolved(next, nudge, nudge.kind === 'endOfDay' ? 'done' : 'unseen', now)
  return [over, [{ kind: 'withdraw', nudgeId: nudge.id, because: 'started' }, entry, ...effects]]
}

export function begun(state: BreakState, { kind, arm, lengthMs, nudge }: Beginning, now: LocalMoment): Step {
  if (kind === 'endOfDay') return dayClosed(state, nudge, now)
  const { form, isStrict } = state.settings
  const running: RunningBreak = {
    id: nudge?.id ?? state.nextId,
    ...{ kind, arm, lengthMs, form, isStrict },
    // Who was told nothing began it unasked.
    because: nudge?.offer ? nudge.because : 'person',
    fromMs: now.atMs,
    endsAtMs: now.atMs + lengthMs,
    displays: form === 'overlay' ? state.displays : [],
  }
  const wasOpen = nudge !== null && nudge.offer !== null
  const gone: BreakEffect[] = wasOpen ? [{ kind: 'withdraw', nudgeId: nudge.id, because: 'started' }] : []
  const next: BreakState = {
    ...state,
    running,
    nudge: nudge && { ...nudge, stage: 'running', untilMs: null },
    nextId: nudge ? state.nextId : state.nextId + 1,
    waiting: null,
  }
  return [next, [...gone, { kind: 'openBreak', running }]]
}

/** What the nudge behind a break comes to when it ends. */
function nudgeEnded(state: BreakState, isEnough: boolean, because: ClosedBecause, now: LocalMoment): Step {
  const { nudge } = state
  if (nudge === null || nudge.stage !== 'running') return [state, []]
  if (!isEnough) {
    const isTheirs = because === 'finished' || because === 'done'
    return resolved(state, nudge, isTheirs ? 'left' : 'unseen', now)
  }
  if (!nudge.choice?.asks || nudge.offer === null) return resolved(state, nudge, 'done', now)
  const rating: Nudge = { ...nudge, stage: 'rating', untilMs: now.atMs + RATE_WITHIN_MS }
  return [{ ...state, nudge: rating }, [{ kind: 'askHelped', nudgeId: nudge.id }]]
}

export function ended(state: BreakState, because: ClosedBecause, now: LocalMoment): Step {
  const { running } = state
  if (running === null) return [state, []]
  const restedMs = Math.max(0, Math.min(now.atMs - running.fromMs, running.lengthMs))
  const isEnough = restedMs >= ENOUGH_OF_LENGTH * running.lengthMs
  const closed: BreakState = {
    ...quietUntil(state, now.atMs + QUIET_MS),
    running: null,
    lastBreak: { fromMs: running.fromMs, toMs: now.atMs },
  }
  const { kind, arm, lengthMs, id } = running
  const entry = entryOf(now, {
    what: isEnough ? 'taken' : 'left',
    ...{ kind, arm, lengthMs, restedMs },
    because: running.because,
    nudgeId: id,
    reason: because === 'done' || because === 'finished' ? null : because,
  })
  const [next, effects] = nudgeEnded(closed, isEnough, because, now)
  return [next, [{ kind: 'closeBreak', id, because }, entry, ...effects]]
}

/** Its time is over: slept through or not, rest is rest. */
export function endedInTime(state: BreakState, now: LocalMoment): Step {
  return state.running !== null && now.atMs >= state.running.endsAtMs
    ? ended(state, 'done', now)
    : [state, []]
}

/** A call that comes in while a break covers the screen ends it, be it strict or not. */
export function endedByCall(before: BreakState, state: BreakState, now: LocalMoment): Step {
  if (state.running === null) return [state, []]
  const began = (fact: HushingFact) => before.hushed[fact] === null && state.hushed[fact] !== null
  if (began('inCall')) return ended(state, 'call', now)
  return began('sharing') ? ended(state, 'share', now) : [state, []]
}

/** Displays came or went: an overlay stands on all there are, with the same end. */
export function displaysChanged(state: BreakState, displays: readonly string[]): Step {
  const next: BreakState = { ...state, displays: [...displays] }
  const { running } = state
  if (running === null || running.form !== 'overlay') return [next, []]
  const isSame =
    displays.length === running.displays.length && displays.every((one) => running.displays.includes(one))
  if (isSame) return [next, []]
  const moved: RunningBreak = { ...running, displays: [...displays] }
  return [{ ...next, running: moved }, [{ kind: 'openBreak', running: moved }]]
}

/** A display that did not draw is given back; when none is left, the break is over. */
export function notDrawn(state: BreakState, display: string | null, now: LocalMoment): Step {
  const { running } = state
  if (running === null) return [state, []]
  const displays = running.displays.filter((one) => one !== display)
  if (display === null || displays.length === 0) return ended(state, 'notDrawn', now)
  const fewer: RunningBreak = { ...running, displays }
  return [{ ...state, running: fewer }, [{ kind: 'openBreak', running: fewer }]]
}
