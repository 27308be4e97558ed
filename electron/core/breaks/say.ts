/** From something due to something said: what to invite to, in which form, and what is written down about it. */
import { type LocalMoment, workDay } from '../presence/localMoment.ts'
import { seededRandom } from '../stress/seededRandom.ts'
import { type Bucket, bucketOf } from './armMemory.ts'
import type { BreakEffect, ChoiceRecord, Offer } from './breakEffects.ts'
import { entryOfNudge } from './breakEntry.ts'
import type { BreakFacts } from './breakFacts.ts'
import { type BreakForm, type BreakSettings, lengthsOf } from './breakSettings.ts'
import type { BreakState, Nudge, OpenChoice, Step } from './breakState.ts'
import { type Choice, chooseArm } from './choice.ts'
import type { Due } from './due.ts'
import { counted } from './gate.ts'
import { type BreakKind, CHOICE_KINDS, type Invitation, lengthWith } from './kinds.ts'
import { withSlots } from './observed.ts'
import { QUIET_MS, quietUntil } from './outcomes.ts'

/** Chance of its own for every nudge, so that a log can be checked by drawing it again. */
export function randomOf(seed: number, nudgeId: number): () => number {
  return seededRandom((seed ^ Math.imul(nudgeId, 0x9e3779b1)) >>> 0)
}

function chosenFor(state: BreakState, due: Due, bucket: Bucket): [BreakState, Choice | null] {
  if (!CHOICE_KINDS.has(due.kind)) return [state, null]
  const { learns, pins, bans, favourites } = state.settings
  const inputs = {
    kind: due.kind,
    bucket,
    // Who set a time for a pause is told at that time.
    mayLeaveOut: due.because !== 'time',
    ...{ learns, pins, bans, favourites },
  }
  const [memory, choice] = chooseArm(state.memory, inputs, randomOf(state.seed, state.nextId))
  return [{ ...state, memory }, choice]
}

/** What is told of a break without a choice. */
function plainArm(kind: BreakKind): Invitation | null {
  return kind === 'eyeRest' ? 'lookAway' : null
}

export interface Wording {
  due: Omit<Due, 'because' | 'slot'> & { because: Nudge['because'] }
  form: BreakForm
  choice: OpenChoice | null
}

/** The nudge as it begins. */
export function newNudge(
  state: BreakState,
  facts: BreakFacts | null,
  { due, form, choice }: Wording,
  now: LocalMoment,
): Nudge {
  const { kind, because } = due
  const isLeftOut = choice?.arm === 'nothing'
  const invited = choice && choice.arm !== 'nothing' ? choice.arm : plainArm(kind)
  const lengthMs = lengthWith(choice?.arm ?? null, kind, lengthsOf(state.settings))
  const offer: Offer = {
    id: state.nextId,
    kind,
    arm: invited,
    because,
    lengthMs,
    form,
    postponesLeft: Math.max(0, state.settings.mostPostpones),
    isAgain: false,
    atMs: now.atMs,
    sinceRestMs: facts?.sinceRestMs ?? 0,
  }
  return {
    ...{ id: state.nextId, kind, because, lengthMs, choice },
    stage: isLeftOut ? 'quiet' : form === 'tray' ? 'hinted' : 'shown',
    offer: isLeftOut ? null : offer,
    fromMs: now.atMs,
    atMs: now.atMs,
    untilMs: null,
  }
}

/** Shows an offer in its form, for the first time or again. */
export function shown(offer: Offer): BreakEffect {
  return { kind: offer.form === 'tray' ? 'hint' : 'offer', offer }
}

function recordOf(
  choice: Choice,
  nudge: Nudge,
  bucket: Bucket,
  form: BreakForm,
  now: LocalMoment,
): ChoiceRecord {
  const { arm, by, probabilities, expected, asks } = choice
  const { id, kind } = nudge
  const when = { atMs: now.atMs, workDay: workDay(now) }
  return { nudgeId: id, ...when, kind, bucket, form, arm, by, probabilities, expected, asks }
}

function formOf(settings: BreakSettings, hasBreakpoint: boolean): BreakForm {
  return hasBreakpoint ? settings.form : 'tray'
}

/** Says what is due, or leaves it out on purpose; without a moment that fits, only the tray says it. */
export function said(
  state: BreakState,
  due: Due,
  facts: BreakFacts,
  hasBreakpoint: boolean,
  now: LocalMoment,
): Step {
  const bucket = bucketOf(facts.strainRaised, facts.need)
  const [chosen, choice] = chosenFor(state, due, bucket)
  const open = choice && { arm: choice.arm, bucket, asks: choice.asks }
  const form = formOf(state.settings, hasBreakpoint)
  const nudge = newNudge(chosen, facts, { due, form, choice: open }, now)
  const effects: BreakEffect[] = choice
    ? [{ kind: 'chosen', choice: recordOf(choice, nudge, bucket, form, now) }]
    : []
  const next: BreakState = {
    ...quietUntil(chosen, now.atMs + QUIET_MS),
    nextId: nudge.id + 1,
    nudge,
    waiting: null,
    breakpoint: null,
    slots: withSlots(chosen.slots, due.slot === null ? [] : [due.slot]),
  }
  const { offer } = nudge
  if (offer === null) return [next, [...effects, entryOfNudge(now, nudge, 'leftOut')]]
  const what = offer.form === 'tray' ? 'hinted' : 'offered'
  const days = counted(next.days, workDay(now), due.because === 'strain')
  return [{ ...next, days }, [...effects, shown(offer), entryOfNudge(now, nudge, what)]]
}
