/** Decides the next step of the talk from where it stands and what was heard; words come later. */
import { type AnswerKey, afterNo, answersTo, type Move } from './answers.ts'
import type { Thoughts } from './crisisState.ts'
import { answerOf, type Moment, say } from './moment.ts'
import { aboutPeople, isReached, peopleMove, reachingMove } from './people.ts'
import { reach, saysSuicide, trackPlans } from './tracks.ts'

/** `open`: nothing has to be said, so a model may speak; `null`: nothing serious is left. */
export type Next = Move | 'open' | null

const thoughtsAfter: Partial<Record<AnswerKey, Thoughts>> = { yes: 'yes', no: 'no', unsure: 'unsure' }

/** Danger right now: every message begins with whom to call. */
function nowMove(at: Moment): Move {
  const told = at.pending === 'suicide' ? thoughtsAfter[answerOf(at)] : undefined
  const next = nowStep(at)
  return told === undefined ? next : { ...next, set: { ...next.set, thoughts: told } }
}

function nowStep(at: Moment): Move {
  const { state, heard, track } = at
  const plan = trackPlans[track]
  const isNew = state.tier !== 'imminent' || trackPlans[state.track].now !== plan.now
  if (isNew) return say(plan.now, null)
  if (heard.manner === 'identity') return say('now.identity', null)
  if (isReached(at)) return say('now.reached', null)
  // What is said in such a moment speaks for itself, and is asked once all the same.
  if (plan.own && state.thoughts === 'never')
    return say('now.ask', 'suicide', { thoughts: 'asked', pressed: true })
  if (heard.news === 'eased' && plan.own) return say('now.eased', null)
  if (plan.own && (heard.barrier !== null || heard.answer === 'no')) return say('now.cannot', null)
  return say(state.accompanied ? 'now.with' : plan.stay, null)
}

/** The first words once it is no longer danger right now. */
function afterNow({ state, track }: Moment): Move {
  if (!trackPlans[track].own) return say(trackPlans[track].listen, null)
  if (state.thoughts !== 'never') return say('after', 'can')
  return say('after.ask', 'suicide', { thoughts: 'asked', pressed: true })
}

function firstMove(at: Moment): Move {
  const { track, state } = at
  const plan = trackPlans[track]
  if (track === 'suicide' && state.thoughts === 'no') return say('ask.new', 'suicide', { thoughts: 'asked' })
  if (track === 'suicide' && state.thoughts !== 'never') return say('again', 'can')
  // From one heavy thing to the next: the question that was still to come is not put off again.
  if (!at.begins && trackPlans[state.track].own && plan.asks !== 'suicide') {
    const owed = owedMove({ ...at, pending: null })
    if (owed) return owed
  }
  return say(plan.first, plan.asks, plan.asks === 'suicide' ? { thoughts: 'asked' } : undefined)
}

function takenBack({ state: { thoughts }, pending }: Moment): Thoughts {
  if (thoughts === 'yes' || thoughts === 'back') return 'back'
  return thoughts === 'never' && pending !== 'suicide' ? 'never' : 'no'
}

/** Something is done instead of answering; never scolded, and the question may wait. */
function mannerMove(at: Moment): Move | null {
  const { heard, state, pending, track } = at
  const settled = pending === 'suicide' ? ({ thoughts: 'silent' } as const) : undefined
  switch (heard.manner) {
    case 'identity':
      return say('identity', pending)
    case 'silence':
      return say('silence', pending)
    case 'anger':
      return say('anger', null, settled)
    case 'joking':
      return say('joking', null, { thoughts: takenBack(at) })
    case 'denial':
      if (pending === 'suicide' && state.thoughts !== 'yes') return null
      return say('denial', null, { thoughts: takenBack(at) })
    case 'leaving':
      return say('leaving', trackPlans[track].own && state.thoughts !== 'never' ? 'can' : null, settled)
    case 'noted':
      return pending === null || aboutPeople.has(pending) ? say('ok', null) : null
    case 'ok':
      return pending === null ? say('ok', null) : null
    default:
      return null
  }
}

function suicideAnswer(at: Moment, key: AnswerKey, found: Move): Next {
  const { state, track, danger } = at
  // A model asked it in a talk about something else: a silence there is no reason to ask again.
  if (key === 'other' && !trackPlans[track].own) return 'open'
  if (key === 'no') return { ...(afterNo[track] ?? found), set: { thoughts: 'no' } }
  if (key === 'yes' || !state.pressed) return found
  // Asked twice: the question rests, and what is left to do is to bring people in.
  if (key === 'unsure' || reach(danger.tier) >= reach('high'))
    return say('can', 'can', { thoughts: key === 'unsure' ? 'unsure' : 'silent' })
  return 'open'
}

function answerMove(at: Moment): Next {
  const { pending, state } = at
  if (pending === null) return 'open'
  const key = answerOf(at)
  const table = answersTo[pending]
  const found = key === 'other' ? table.other : (table[key] ?? table.other)
  if (found === 'open') return 'open'
  if (pending === 'suicide') return suicideAnswer(at, key, found)
  if (found.asks === 'suicide' && state.thoughts !== 'never')
    return say(found.say === 'eating.ask' ? 'eating.stay' : found.say, 'can')
  if (pending === 'check' && at.heard.news === 'eased') return say('check.eased', null)
  if (found.say === 'obstacle' && state.obstacle) return answersTo.obstacle.other
  if (found.asks === 'offer' && state.offered)
    return found.say === 'can.yes' ? say('can.after', null) : 'open'
  return found
}

/** Said again, or anew, after the questions: heard again, in other words. */
function newlyMove(at: Moment): Move | null {
  const { state, danger } = at
  if (danger.fresh.tier === 'none' || !saysSuicide(danger)) return null
  if (state.thoughts === 'never') return say('ask', 'suicide', { thoughts: 'asked' })
  if (state.thoughts === 'no' || state.thoughts === 'back')
    return say('ask.new', 'suicide', { thoughts: 'asked', pressed: true })
  if (state.thoughts === 'silent' || state.thoughts === 'asked')
    return say('ask.gently', 'suicide', { pressed: true })
  return reach(danger.fresh.tier) >= reach('high') ? say('again', 'can') : null
}

/** The direct question, where something else was said before it could be asked. */
function owedMove(at: Moment): Move | null {
  const { state, track, pending } = at
  const owes = trackPlans[track].own && state.thoughts === 'never' && !isReached(at)
  if (!owes || (pending !== null && !aboutPeople.has(pending))) return null
  return say(track === 'eating' ? 'eating.ask' : 'ask.gently', 'suicide', { thoughts: 'asked' })
}

/** So many turns of the person after the questions, how it is now is asked once. */
export const CHECK_AFTER_TURNS = 4

function checkMove({ state, turn }: Moment): Move | null {
  const due = state.openTurn !== null && turn - state.openTurn >= CHECK_AFTER_TURNS
  const grave = reach(state.top) >= reach('high') || state.thoughts === 'yes' || state.thoughts === 'unsure'
  return due && grave && !state.checked ? say('check', 'check', { checked: true }) : null
}

/** A "no" to the direct question may have calmed the session already; it is still thanked, and a plan still offered. */
function settledMove(at: Moment): Next {
  const { heard, pending, state } = at
  if (at.begins || state.track === 'grief' || heard.manner === 'identity') return null
  const reaching = reachingMove(at)
  if (reaching) return reaching
  const isAnswer =
    heard.answer !== null || heard.manner !== null || heard.news !== null || heard.when !== null
  const direct = pending === 'suicide' && heard.directAnswer !== null
  if (pending !== null && (isAnswer || direct)) {
    const next = mannerMove(at) ?? answerMove(at)
    return next === 'open' ? null : next
  }
  return checkMove(at)
}

/** So many turns a loss is kept in mind, unless it is spoken of again. */
const GRIEF_TURNS = 6

function griefMove(at: Moment): Next {
  if (at.begins) return firstMove(at)
  const since = at.turn - (at.state.openTurn ?? at.turn)
  return since <= GRIEF_TURNS || at.danger.fresh.kinds.includes('grief') ? 'open' : null
}

export function nextMove(at: Moment): Next {
  const { state, danger, track, pending } = at
  if (danger.tier === 'imminent') return nowMove(at)
  if (track === 'grief') return griefMove(at)
  if (danger.tier === 'none') return settledMove(at)
  const calm = danger.fresh.tier === 'none'
  if (calm && !at.begins && at.heard.manner === 'identity') return say('identity', pending)
  const disclosed = pending === 'suicide' && answerOf(at) === 'yes'
  if (disclosed) return answerMove(at)
  if (at.begins || track !== state.track) return firstMove(at)
  if (state.tier === 'imminent') return afterNow(at)
  if (calm) {
    const manner = mannerMove(at)
    if (manner) return manner
  }
  const next = owedMove(at) ?? reachingMove(at)
  if (next) return next
  const again = newlyMove(at)
  const asksOfLife = pending === 'suicide' || pending === 'how' || pending === 'means' || pending === 'when'
  if (again && !asksOfLife && (pending === null || answerOf(at) === 'other')) return again
  if (pending !== null) {
    const answer = answerMove(at)
    if (answer !== 'open') return answer
  }
  return peopleMove(at) ?? checkMove(at) ?? 'open'
}
