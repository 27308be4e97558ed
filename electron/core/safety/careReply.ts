/** Decides what is said when a session is serious: reviewed text first, the model only beside it. */
import { careCard } from './careCard.ts'
import { askedDirectly, directAnswer } from './directAnswer.ts'
import { normalise } from './normalise.ts'
import { type CareStep, careSteps, filled, holds, type SafetyText, wordingAt } from './safetyText.ts'
import {
  type CareCard,
  type CountryHelp,
  type Helpline,
  higherTier,
  type Kind,
  type Tier,
  type TriageResult,
  type Turn,
  tiers,
} from './tier.ts'
import { triage as triageOf } from './triage.ts'

/** What scripted messages of this conversation already said and showed. */
export interface CareSaid {
  /** Highest tier that was answered by script. */
  tier: Tier
  /** The direct question about suicide was asked. */
  asked: boolean
  /** Highest tier for which a card was shown, or null. */
  cardTier: Tier | null
  /** Steps said, as `step#wording`, in order. */
  stepsSaid: string[]
}

export interface CarePlan {
  /** The scripted answer. When `answerFrom` is `model`: the words to use if no model can speak. */
  text: string
  /** Null when the same card is already on screen. */
  card: CareCard | null
  /** For the model's newest turn when it answers; null when the answer is scripted. */
  modelNote: string | null
  answerFrom: 'scripted' | 'model'
}

/** The part of a stored message that says what Lull already did; the engine passes its messages as they are. */
export interface SaidMessage {
  author: 'person' | 'lull'
  source: 'model' | 'scripted' | 'guided' | null
  text: string
  tier: Tier
  care: CareCard | null
}

const reach = (tier: Tier) => tiers.indexOf(tier)

/** Reads from the stored messages what was already said; text of an older version still counts by tier and card. */
export function careSaid(messages: readonly SaidMessage[], text: SafetyText): CareSaid {
  const said: CareSaid = { tier: 'none', asked: false, cardTier: null, stepsSaid: [] }
  for (const message of messages) {
    if (message.author !== 'lull') continue
    // A model's own direct question counts as asked; nothing else of a model does.
    if (askedDirectly(message.text) === 'suicide') said.asked = true
    if (message.source !== 'scripted') continue
    said.tier = higherTier(said.tier, message.tier)
    if (message.care) said.cardTier = higherTier(said.cardTier ?? 'none', message.care.tier)
    for (const step of careSteps) {
      text.care[step].forEach((wording, index) => {
        if (holds(message.text, wording)) said.stepsSaid.push(`${step}#${index}`)
      })
    }
  }
  return said
}

export interface CareInput {
  turns: readonly Turn[]
  triage: TriageResult
  previous: CareSaid
  help: CountryHelp | null
  directory: readonly Helpline[]
  text: SafetyText
  /** True for models too small to be trusted with a grave moment: then authored words go on. */
  smallModel: boolean
}

interface Situation extends CareInput {
  tier: Tier
  family: 'suicide' | 'overdose' | 'harm' | 'helper' | 'self-harm'
  /** Tier of the newest turn by itself. */
  fresh: Tier
  answer: 'yes' | 'no' | 'unsure' | null
  personTurns: number
}

function familyOf(kinds: readonly Kind[], tier: Tier): Situation['family'] {
  const own = kinds.some((kind) => kind === 'suicide' || kind === 'suicide-plan')
  if (kinds.includes('overdose') && tier === 'imminent') return 'overdose'
  if (own) return 'suicide'
  if (kinds.includes('self-harm')) return 'self-harm'
  if (kinds.includes('harm-by-others')) return 'harm'
  if (kinds.includes('someone-else')) return 'helper'
  return kinds.includes('overdose') ? 'overdose' : 'suicide'
}

function situationOf(input: CareInput): Situation {
  const { tier, kinds } = input.triage
  const last = input.turns.findLastIndex((turn) => turn.role === 'person')
  const newest = input.turns[last]
  const before = input.turns[last - 1]
  const question = before?.role === 'lull' ? askedDirectly(before.text) : null
  return {
    ...input,
    tier,
    family: familyOf(kinds, tier),
    fresh: newest ? triageOf([newest]).tier : 'none',
    answer: newest && question === 'suicide' ? directAnswer(normalise(newest.text)) : null,
    personTurns: input.turns.filter((turn) => turn.role === 'person').length,
  }
}

/** A wording of a step: by the turn, and the next one when that was said already. */
function say(at: Situation, step: CareStep): string {
  const wordings = at.text.care[step]
  let index = at.personTurns % wordings.length
  for (let tries = 0; tries < wordings.length; tries++) {
    if (!at.previous.stepsSaid.includes(`${step}#${index}`)) break
    index = (index + 1) % wordings.length
  }
  const emergency = at.help?.emergency.shown ?? at.text.unknownEmergency
  return filled(wordingAt(wordings, index), { emergency })
}

const paragraphs = (...parts: string[]) => parts.filter((part) => part !== '').join('\n\n')

/** The card, unless one for this tier or a higher one is already shown. */
function cardFor(at: Situation): CareCard | null {
  if (at.previous.cardTier !== null && reach(at.previous.cardTier) >= reach(at.tier)) return null
  return careCard(at.tier, at.triage.kinds, at.help, at.directory)
}

function scripted(at: Situation, text: string): CarePlan {
  return { text, card: cardFor(at), modelNote: null, answerFrom: 'scripted' }
}

function noteFor(at: Situation): string {
  if (at.family === 'harm') return at.text.notes.harm
  if (at.family === 'helper') return at.text.notes.helper
  return reach(at.tier) >= reach('high') ? at.text.notes.high : at.text.notes.concern
}

/** Danger right now: always reviewed text, short, and never the end of the talk. */
function imminentPlan(at: Situation): CarePlan {
  const first = {
    suicide: 'imminent.first',
    'self-harm': 'imminent.first',
    overdose: 'overdose.first',
    harm: 'harm.now',
    helper: 'helper.now',
  } as const
  const stay = {
    suicide: 'imminent.stay',
    'self-harm': 'imminent.stay',
    overdose: 'overdose.stay',
    harm: 'harm.stay',
    helper: 'helper.stay',
  } as const
  const step = first[at.family]
  const said = at.previous.stepsSaid.some((done) => done.startsWith(`${step}#`))
  return scripted(at, say(at, said ? stay[at.family] : step))
}

/** The first answer at a tier: reflect, ask directly, name people, keep the door open. */
function firstPlan(at: Situation): CarePlan {
  if (at.family === 'harm') return scripted(at, say(at, 'harm.first'))
  if (at.family === 'helper') return scripted(at, say(at, 'helper.first'))
  const high = reach(at.tier) >= reach('high')
  const reflect = at.family === 'self-harm' ? 'reflect.selfHarm' : high ? 'reflect.high' : 'reflect.concern'
  const askNow = high && at.family !== 'self-harm'
  return scripted(
    at,
    paragraphs(
      `${say(at, reflect)} ${say(at, askNow ? 'ask.now' : 'ask')}`,
      `${say(at, 'people')} ${say(at, 'open')}`,
    ),
  )
}

/** Later turns at the same tier: the model may speak under the guard, unless it is too small for this. */
function laterPlan(at: Situation): CarePlan {
  const high = reach(at.tier) >= reach('high')
  if (high && reach(at.fresh) >= reach('high')) return scripted(at, say(at, 'again'))
  const stay = at.family === 'harm' ? 'harm.stay' : at.family === 'helper' ? 'helper.stay' : 'listen'
  if (high && at.smallModel) return scripted(at, say(at, stay))
  return { text: say(at, stay), card: cardFor(at), modelNote: noteFor(at), answerFrom: 'model' }
}

/**
 * What to answer now, or null when nothing serious is in the session. The same list or card is not shown twice while
 * nothing changed; a rise in tier says and shows more. A "no" to the direct question is believed and thanked.
 */
export function planCare(input: CareInput): CarePlan | null {
  const at = situationOf(input)
  // A "no" to the direct question may have brought the session down already; it is still thanked.
  if (at.answer === 'no' && at.fresh === 'none' && at.previous.tier !== 'none' && at.tier !== 'imminent') {
    return { text: say(at, 'answer.no'), card: null, modelNote: null, answerFrom: 'scripted' }
  }
  if (at.tier === 'none') return null
  if (at.tier === 'imminent') return imminentPlan(at)
  if (at.answer === 'yes' && at.family !== 'helper') return scripted(at, say(at, 'answer.yes'))
  const risen = reach(at.tier) > reach(at.previous.tier)
  const changed = at.previous.tier === 'none' || (risen && reach(at.fresh) >= reach(at.tier))
  const owes = at.family === 'suicide' && !at.previous.asked
  if (changed || risen || (owes && at.fresh !== 'none')) return firstPlan(at)
  return laterPlan(at)
}
