/** What everybody is shown of breaks now. */
import type { BreakOffer, BreakView, CommandReport, RunningBreakView } from '../../../contract/breaks.ts'
import type { Offer, RunningBreak } from '../../../core/breaks/breakEffects.ts'
import type { BreakFacts } from '../../../core/breaks/breakFacts.ts'
import { MOST_A_DAY } from '../../../core/breaks/breakSettings.ts'
import type { BreakState, Nudge } from '../../../core/breaks/breakState.ts'
import { TIMED_DAYS } from '../../../core/breaks/due.ts'
import { countOf } from '../../../core/breaks/gate.ts'
import { nextDue } from '../../../core/breaks/nextDue.ts'
import type { BreakStatistics } from '../../../core/breaks/statistics.ts'
import { type LocalMoment, workDay } from '../../../core/presence/localMoment.ts'
import type { Filling } from './keptBreaks.ts'

const MINUTE_MS = 60_000

export interface BreakViewParts {
  state: BreakState
  facts: BreakFacts
  now: LocalMoment
  filling: Filling | null
  today: BreakStatistics
  /** Work after which a pause is due, ms. */
  targetMs: number
  drawn: readonly string[]
  command: CommandReport | null
  isRated: (nudgeId: number) => boolean
}

function offerView(offer: Offer, filling: Filling | null): BreakOffer {
  const own = filling?.id === offer.id ? filling : null
  return { ...offer, exercise: own?.exercise ?? null, reason: own?.reason ?? null }
}

function runningView(running: RunningBreak, filling: Filling | null): RunningBreakView {
  const exercise = filling?.id === running.id ? filling.exercise : null
  return { ...running, displays: [...running.displays], exercise }
}

function ratingView(nudge: Nudge | null, { isRated }: BreakViewParts): BreakView['rating'] {
  if (nudge?.stage !== 'rating' || isRated(nudge.id)) return null
  return { nudgeId: nudge.id, kind: nudge.kind, arm: nudge.offer?.arm ?? null }
}

/** The silence of the last look, if it was one. */
function silentView({ look, suppressions }: BreakState): BreakView['silent'] {
  const row = look === null ? undefined : suppressions.find(({ toMs }) => toMs >= look.atMs)
  return row ? { reason: row.reason, sinceMs: row.fromMs } : null
}

function todayView({ state, today, now }: BreakViewParts): BreakView['today'] {
  const { taken, natural, offered } = today
  const { nudges } = countOf(state.days, workDay(now))
  return {
    offered,
    taken: taken.times,
    natural: natural.times,
    restedMs: taken.restedMs + natural.restedMs,
    nudgesLeft: Math.max(0, Math.min(MOST_A_DAY, state.settings.mostADay) - nudges),
  }
}

/** Only what resuming would end: a pause of all sensing is presence's to tell. */
function pausedUntil({ state, now }: BreakViewParts): number | null {
  return state.pausedUntilMs !== null && state.pausedUntilMs > now.atMs ? state.pausedUntilMs : null
}

export function breakView(parts: BreakViewParts): BreakView {
  const { state, facts, now, filling, targetMs, drawn, command } = parts
  const { nudge, running } = state
  const offer = nudge?.offer ?? null
  const isShown = nudge?.stage === 'shown' || nudge?.stage === 'hinted'
  const isSnoozed = nudge?.stage === 'snoozed' && nudge.untilMs !== null
  return {
    atMs: now.atMs,
    isOn: state.settings.isOn,
    offer: isShown && offer ? offerView(offer, filling) : null,
    running: running && runningView(running, filling),
    rating: ratingView(nudge, parts),
    snoozed: isSnoozed && offer ? { offer: offerView(offer, filling), untilMs: nudge.untilMs ?? 0 } : null,
    waiting: state.waiting,
    silent: silentView(state),
    pausedUntilMs: pausedUntil(parts),
    isDayDone: state.doneDay === workDay(now),
    next: nextDue(state, facts, targetMs, now),
    today: todayView(parts),
    isByTimeOnly: state.daysSeen <= TIMED_DAYS,
    drawn: [...drawn],
    command,
  }
}

/** Two views with the same look need not be told apart. */
export function looks({ atMs: _atMs, next, ...view }: BreakView): string {
  return JSON.stringify({ ...view, next: next && { ...next, inMs: Math.ceil(next.inMs / MINUTE_MS) } })
}
