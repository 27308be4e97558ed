/** Turns a decision into a message: its paragraphs, its card, who speaks, and what is kept of it. */
import { careCard } from '../careCard.ts'
import type { SafetyText } from '../safetyText.ts'
import { higherTier, type Tier } from '../tier.ts'
import type { Move } from './answers.ts'
import type { CareStep } from './careSteps.ts'
import type { CrisisState, Track } from './crisisState.ts'
import type { CrisisInput, CrisisTurn } from './exchange.ts'
import type { Moment } from './moment.ts'
import type { Next } from './nextMove.ts'
import { isReached } from './people.ts'
import { type Standing, wantsCheckBack } from './standing.ts'
import { reach, trackPlans } from './tracks.ts'
import { sayWords } from './wording.ts'

/** Any answer but "no" to the direct question begins the main track, wherever it was asked. */
function trackAfter(move: Move, track: Track): Track {
  return move.say === 'yes' || (move.say === 'unsure' && !trackPlans[track].own) ? 'suicide' : track
}

/** What is said first, and the question after it where that stands in a step of its own. */
function stepsOf({ say, asks }: Move, at: Moment, tier: Tier): CareStep[] {
  const grave = reach(tier) >= reach('high')
  if (say === 'ask') return [grave ? 'reflect.high' : 'reflect.concern', grave ? 'ask.now' : 'ask']
  if (say === 'eating.body' || say === 'beliefs.ground') return [say, asks === 'suicide' ? 'ask.also' : 'can']
  // Someone they named for such moments is asked for by name.
  return [say === 'can' && at.hasOwnPeople ? 'can.own' : say]
}

function paragraphsOf(move: Move, at: Moment, tier: Tier): CareStep[][] {
  const { state, track } = at
  const main = stepsOf(move, at, tier)
  const selfNamed = state.program || move.say === 'identity' || move.say === 'now.identity'
  if (track === 'grief') return [main, selfNamed ? [] : ['program.grief']]
  if (tier === 'imminent') {
    if (!selfNamed) return [main, ['program.now']]
    return [main, state.people || track === 'medical' ? [] : ['people.now']]
  }
  const isNewHarm = at.danger.fresh.kinds.includes('harm-by-others') && !state.privacy && track !== 'harm'
  const lead: CareStep[] = isNewHarm ? ['also.harm'] : []
  if (state.people || tier === 'none') return [[...lead, ...main]]
  return [[...lead, ...main], [selfNamed ? 'people' : 'people.program']]
}

/** The card, unless one that says as much is on screen. */
function cardOf(input: CrisisInput, at: Moment, tier: Tier, text: SafetyText) {
  const kinds = [...new Set([...at.danger.kinds, ...at.danger.fresh.kinds])]
  const shown = at.state.card
  const harm = kinds.includes('harm-by-others')
  const poison = kinds.includes('overdose')
  const enough =
    shown !== null &&
    (tier !== 'imminent' || shown.tier === 'imminent') &&
    (shown.harm || !harm) &&
    (shown.poison || !poison)
  if (enough || tier === 'none' || at.track === 'grief') return { card: null, kept: shown }
  const { help, directory, own, atMs } = input
  return { card: careCard({ tier, kinds, help, directory, own, text, atMs }), kept: { tier, harm, poison } }
}

/** Only while nothing has to be said, never in danger right now, and never where it might confirm or be mistaken. */
function modelMay(track: Track, tier: Tier, small: boolean): boolean {
  if (tier === 'imminent' || track === 'overdose' || track === 'medical') return false
  if (track === 'threat' || track === 'beliefs') return tier !== 'high' && !small
  return tier === 'high' ? !small : true
}

function noteOf(text: SafetyText, track: Track, state: CrisisState, tier: Tier): string {
  const plan = trackPlans[track]
  const about = text.notes[plan.note ?? (reach(tier) >= reach('high') ? 'high' : 'concern')]
  if (!plan.own || state.thoughts === 'never') return about
  const { thoughts } = state
  const said = thoughts === 'yes' || thoughts === 'back' ? 'yes' : thoughts === 'no' ? 'no' : 'unsure'
  return `${about} ${text.notes[`said.${said}`]}`
}

function stateAfter(at: Moment, move: Move, kept: Partial<CrisisState> & { tier: Tier }): CrisisState {
  const { state, turn, danger } = at
  const isOpen = move.asks === null && kept.tier !== 'imminent'
  const grave = reach(danger.fresh.tier) >= reach('high')
  const next: CrisisState = {
    ...state,
    ...move.set,
    ...kept,
    track: trackAfter(move, at.track),
    top: higherTier(state.top, kept.tier),
    asked: move.asks,
    // Both belong to a question that waits for its answer.
    pressed: move.asks === 'suicide' && (move.set?.pressed ?? state.pressed),
    means: move.asks === 'when' && (move.set?.means ?? state.means),
    privacy:
      state.privacy ||
      danger.kinds.includes('harm-by-others') ||
      danger.fresh.kinds.includes('harm-by-others'),
    turn,
    openTurn: isOpen ? (state.openTurn ?? turn) : null,
    accompanied: grave ? false : state.accompanied || isReached(at),
  }
  return { ...next, wantsCheckBack: wantsCheckBack(next) }
}

const planSteps = new Set<CareStep>(['can.yes', 'obstacle.other', 'reached', 'self-harm.urge', 'offer.yes'])

/** @param next what was decided: a step, or `open` for whoever may speak. */
export function speak(
  input: CrisisInput,
  at: Moment,
  next: Exclude<Next, null>,
  standing: Standing,
  text: SafetyText,
): CrisisTurn {
  const { tier } = standing
  const isOpen = next === 'open'
  const move: Move = isOpen ? { say: trackPlans[at.track].listen, asks: null } : next
  const said = sayWords(text, paragraphsOf(move, at, tier), at.state.wordings, at.turn, {
    emergency: input.help?.emergency.shown ?? text.unknownEmergency,
    echo: at.heard.echo,
    person: input.own.find(({ professional }) => !professional)?.name ?? null,
  })
  const { card, kept } = cardOf(input, at, tier, text)
  const has = (...steps: CareStep[]) => steps.some((step) => said.steps.includes(step))
  const state = stateAfter(at, move, {
    language: text.language,
    tier,
    raised: standing.raised,
    quiet: standing.quiet,
    card: kept,
    program:
      at.state.program || has('people.program', 'program.now', 'program.grief', 'identity', 'now.identity'),
    people: at.state.people || has('people.program', 'people', 'people.now'),
    steps: said.steps,
    wordings: said.wordings,
  })
  // Whom to call is shown beside words that were reviewed with it.
  const fromModel = isOpen && card === null && modelMay(at.track, tier, input.smallModel)
  return {
    tier,
    text: said.text,
    steps: said.steps,
    card,
    answerFrom: fromModel ? 'model' : 'scripted',
    modelNote: fromModel ? noteOf(text, at.track, state, tier) : null,
    state,
    offer: said.steps.some((step) => planSteps.has(step)) ? 'safety-plan' : null,
    privacy: state.privacy,
  }
}
