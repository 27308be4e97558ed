/** When a check-in is offered: at chosen times and when strain is raised, rarely, and never at a bad moment. */
import { type LocalMoment, workDay } from '../presence/localMoment.ts'
import { dueTime, localMinute } from './chosenTimes.ts'

export type PromptReason = 'time' | 'strain'

/** A prompt that was offered once, as it is kept. */
export interface PromptOffer {
  /** Epoch ms. */
  atMs: number
  /** Day number with days that start at 04:00. */
  workDay: number
}

export interface PromptState {
  /** The wall clock at the last look. */
  last: LocalMoment | null
  /** The chosen times at the last look: one that is new counts from its next turn on. */
  times: readonly number[] | null
  /** The latest turn of a chosen time that was taken up, in local minutes since 1970-01-01. */
  takenUpMinute: number | null
  wasRaised: boolean
  /** Due, and waiting for a better moment until `untilMs`. */
  waiting: { because: PromptReason; sinceMs: number; untilMs: number } | null
  offered: { because: PromptReason; sinceMs: number } | null
}

export const noPrompt: PromptState = {
  last: null,
  times: null,
  takenUpMinute: null,
  wasRaised: false,
  waiting: null,
  offered: null,
}

export interface PromptCircumstances {
  /** Local minutes of the day the person chose. */
  times: readonly number[]
  /** In a call, sharing, full screen, do not disturb, locked or asleep. */
  isBadMoment: boolean
  /** Strain is raised and may ask: the setting is on and sensing is not paused. */
  isRaised: boolean
  /** Prompts offered before, at least those of today and of the last 90 minutes. */
  offers: readonly PromptOffer[]
  /** Epoch ms of the person's last answer. */
  lastAnswerMs: number | null
}

export type PromptEvent =
  | { kind: 'looked'; circumstances: PromptCircumstances }
  | { kind: 'answered' }
  | { kind: 'dismissed' }

export type PromptEffect =
  | { kind: 'offer'; because: PromptReason; offer: PromptOffer }
  | { kind: 'withdraw'; because: 'answered' | 'dismissed' | 'passed' }

/** An offer goes by itself after this; strain that was raised waits this long for the end of a call. */
export const PROMPT_LASTS_MS = 30 * 60_000
/** Work-pattern notes §3.3, row 9. */
export const MOST_PROMPTS_A_DAY = 3
export const LEAST_BETWEEN_PROMPTS_MS = 90 * 60_000
export const QUIET_AFTER_ANSWER_MS = 60 * 60_000

/** Journeys move the wall clock back by a day and a little at most; more than that is a clock that was wrong. */
const LONGEST_JOURNEY_MINUTES = 26 * 60
/** Small steps back are the time service at work. */
const LEAST_SET_BACK_MS = 60_000

/** Whether something that began then and lasts so long is over; a clock set back ends it too. */
function isOver(sinceMs: number, lastsMs: number, nowMs: number): boolean {
  return nowMs - sinceMs >= lastsMs || sinceMs - nowMs > LEAST_SET_BACK_MS
}

function isNear(atMs: number, nowMs: number, withinMs: number): boolean {
  return Math.abs(nowMs - atMs) < withinMs
}

/** Takes up the turn of a chosen time, once for each local day and time. */
function withChosenTime(state: PromptState, times: readonly number[], now: LocalMoment): PromptState {
  const nowMinute = localMinute(now)
  const taken = state.takenUpMinute
  const takenUpMinute = taken !== null && taken > nowMinute + LONGEST_JOURNEY_MINUTES ? null : taken
  const looked = { ...state, takenUpMinute, last: now, times }
  const due = dueTime(times, state.last, now)
  if (!due || due.minute <= (takenUpMinute ?? Number.NEGATIVE_INFINITY)) return looked
  const time = due.minute % 1440
  const wasChosenBefore = state.times?.includes(time) ?? true
  const taking = { ...looked, takenUpMinute: due.minute }
  if (!wasChosenBefore && due.minute < nowMinute) return taking
  return { ...taking, waiting: { because: 'time', sinceMs: now.atMs, untilMs: due.untilMs } }
}

/** Strain asks once each time it is raised, and not any more when it has cleared meanwhile. */
function withRaise(state: PromptState, isRaised: boolean, nowMs: number): PromptState {
  const { waiting, wasRaised } = state
  const looked = { ...state, wasRaised: isRaised }
  if (!isRaised) return waiting?.because === 'strain' ? { ...looked, waiting: null } : looked
  if (wasRaised || waiting) return looked
  return { ...looked, waiting: { because: 'strain', sinceMs: nowMs, untilMs: nowMs + PROMPT_LASTS_MS } }
}

function withoutPassed(state: PromptState, nowMs: number): PromptState {
  const { waiting, offered } = state
  const isWaitOver = waiting !== null && isOver(waiting.sinceMs, waiting.untilMs - waiting.sinceMs, nowMs)
  const isOfferOver = offered !== null && isOver(offered.sinceMs, PROMPT_LASTS_MS, nowMs)
  return { ...state, waiting: isWaitOver ? null : waiting, offered: isOfferOver ? null : offered }
}

/** The limits that hold whatever the reason. */
function mayOffer(circumstances: PromptCircumstances, now: LocalMoment): boolean {
  const { isBadMoment, offers, lastAnswerMs } = circumstances
  const today = workDay(now)
  if (isBadMoment || offers.filter((offer) => offer.workDay === today).length >= MOST_PROMPTS_A_DAY)
    return false
  if (offers.some((offer) => isNear(offer.atMs, now.atMs, LEAST_BETWEEN_PROMPTS_MS))) return false
  return lastAnswerMs === null || !isNear(lastAnswerMs, now.atMs, QUIET_AFTER_ANSWER_MS)
}

function look(
  before: PromptState,
  circumstances: PromptCircumstances,
  now: LocalMoment,
): [PromptState, PromptEffect[]] {
  const effects: PromptEffect[] = []
  let state = withoutPassed(before, now.atMs)
  if (before.offered && !state.offered) effects.push({ kind: 'withdraw', because: 'passed' })
  state = withRaise(withChosenTime(state, circumstances.times, now), circumstances.isRaised, now.atMs)
  const { waiting } = state
  if (!waiting || state.offered || !mayOffer(circumstances, now)) return [state, effects]
  const offer = { atMs: now.atMs, workDay: workDay(now) }
  effects.push({ kind: 'offer', because: waiting.because, offer })
  return [{ ...state, waiting: null, offered: { because: waiting.because, sinceMs: now.atMs } }, effects]
}

/** What becomes of the prompt at a look at the clock and the surroundings, or when the person did something. */
export function planPrompt(
  state: PromptState,
  event: PromptEvent,
  now: LocalMoment,
): [PromptState, PromptEffect[]] {
  if (event.kind === 'looked') return look(state, event.circumstances, now)
  const effects: PromptEffect[] = state.offered ? [{ kind: 'withdraw', because: event.kind }] : []
  return [{ ...state, waiting: null, offered: null }, effects]
}

/** What a person sees of it: an offer steps aside for a call and comes back while it lasts. */
export function shownPrompt(state: PromptState, isBadMoment: boolean): PromptState['offered'] {
  return isBadMoment ? null : state.offered
}
