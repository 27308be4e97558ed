/** Bringing people in: whether someone was reached, what is in the way, and who could it be. */
import type { Move } from './answers.ts'
import type { CareStep, Question } from './careSteps.ts'
import type { CrisisState } from './crisisState.ts'
import { type Moment, say } from './moment.ts'
import { trackPlans } from './tracks.ts'

/** Questions about people and plans; those about life come before them. */
export const aboutPeople = new Set<Question>(['can', 'obstacle', 'offer', 'check'])

const peopleSteps: readonly CareStep[] = ['can', 'can.own', 'how.no', 'when.no', 'again', 'after', 'reached']

/** Whether it was asked if they can reach someone. */
export const askedForPeople = ({ wordings }: CrisisState): boolean =>
  peopleSteps.some((step) => wordings[step] !== undefined)

/**
 * Someone is in on it. In a talk about violence or a threat, whoever is there may be who it is about; and "they are here"
 * after a question about means is no person.
 */
export function isReached({ heard, track, pending, state }: Moment): boolean {
  if (heard.news !== 'reached' && heard.news !== 'beside') return false
  if (heard.news === 'beside' && (track === 'harm' || track === 'threat')) return false
  if (state.tier === 'imminent') return pending !== 'means'
  return pending === null ? askedForPeople(state) : aboutPeople.has(pending)
}

/** Help in the way of reaching out: a barrier that was named, a person, or someone who was reached. */
export function reachingMove(at: Moment): Move | null {
  const { heard, pending, state, track, danger } = at
  const owes = trackPlans[track].own && state.thoughts === 'never'
  if (isReached(at))
    return state.offered || owes ? say('reached.after', null) : say('reached', 'offer', { offered: true })
  const asked = pending === 'can' || pending === 'obstacle'
  const hinders = heard.barrier === null ? null : (`barrier.${heard.barrier}` as const)
  const unasked = pending === null && danger.tier === 'high' && state.thoughts === 'yes'
  if (hinders && (asked || (unasked && !state.steps.includes(hinders)))) return say(hinders, 'can')
  if (!asked) return null
  if (heard.person && heard.answer !== 'no' && !state.steps.includes('can.person'))
    return say('can.person', 'can')
  return null
}

/** A yes that was broken off, by anger or by something else, still leads to people. */
export function peopleMove({ state, danger, heard }: Moment): Move | null {
  const owes = state.thoughts === 'yes' && danger.tier === 'high' && !askedForPeople(state)
  return owes && heard.manner === null ? say('can', 'can') : null
}
