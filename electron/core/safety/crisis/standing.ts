/** How serious the talk is, once the answers to Lull's own questions count beside what triage heard. */
import { higherTier, type Tier, tiers } from '../tier.ts'
import type { CrisisState } from './crisisState.ts'
import { answerOf, type Moment } from './moment.ts'
import { isReached } from './people.ts'
import { reach } from './tracks.ts'

/** Calm turns after which what was answered counts a tier less. */
export const QUIET_TURNS = 6

/** What this turn's answer says of danger: a time that is near, someone not safe, a yes. */
function answered(at: Moment): Tier {
  const { pending, state, heard, track } = at
  const key = answerOf(at)
  // Waiting is what harms, so there is no lesser tier of it.
  const body = at.danger.fresh.tier !== 'none' && (track === 'overdose' || track === 'medical')
  if (body) return 'imminent'
  // In a talk about violence "he is here" is the danger itself.
  if (track === 'harm' && heard.news === 'beside' && !heard.person) return 'imminent'
  if (pending === 'suicide' && key === 'yes') return 'high'
  if (pending === 'when' && (heard.when === 'soon' || (key === 'yes' && state.means))) return 'imminent'
  if (pending === 'safe' && key === 'no') return 'imminent'
  return pending === 'danger' && (key === 'yes' || key === 'unsure') ? 'imminent' : 'none'
}

const oneLess = (tier: Tier): Tier => tiers[Math.max(0, reach(tier) - 1)] ?? 'none'

export interface Standing {
  /** For this turn. */
  tier: Tier
  /** To be kept. */
  raised: Tier
  quiet: number
}

export function standingOf(at: Moment): Standing {
  const { state, danger, heard, pending } = at
  const now = answered(at)
  const raised = higherTier(state.raised, now)
  const tier = higherTier(danger.tier, raised)
  const moved = now !== 'none' || danger.fresh.tier !== 'none'
  if (moved) return { tier, raised, quiet: 0 }
  // Someone is there, or distance was made: this turn is still answered as what it was.
  if (raised === 'imminent' && (isReached(at) || heard.news === 'eased'))
    return { tier, raised: 'high', quiet: 0 }
  const takenBack = (pending === 'suicide' && answerOf(at) === 'no') || heard.manner === 'joking'
  if (takenBack && raised !== 'imminent') return { tier: danger.tier, raised: 'none', quiet: 0 }
  const quiet = raised === 'none' ? 0 : state.quiet + 1
  return quiet < QUIET_TURNS ? { tier, raised, quiet } : { tier, raised: oneLess(raised), quiet: 0 }
}

/** Worth asking again at the next opening; a "no" to a concern is believed then too. */
export function wantsCheckBack(state: CrisisState): boolean {
  if (state.track === 'grief') return false
  const said = state.thoughts === 'yes' || state.thoughts === 'unsure' || state.thoughts === 'back'
  return said || reach(state.top) >= reach('high')
}
