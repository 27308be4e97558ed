/** The shape of a rule, and how English ones are made from phrases. */
import { type Company, type Who, whoOf } from '../frame.ts'
import {
  denied,
  disclaimed,
  type Guard,
  inGame,
  inStory,
  type Place,
  past,
  recovered,
  workJoke,
} from '../guards.ts'
import { normalise } from '../normalise.ts'
import type { Kind, Tier } from '../tier.ts'
import { Notation } from './notation.ts'
import type { Phrase } from './phrase.ts'
import { commonWords, englishWords } from './words.ts'

/**
 * What a match adds beyond its tier; a turn or a session is judged by what comes together.
 * wish: wants to be dead · intent: says it will be done · means: has or names something to do it with ·
 * soon: a time close by · act: has been done. Then the quieter ones, which say little alone:
 * pain, trapped, burden, hopeless, alone, farewell, giving, rehearsal; method: asks how it is done;
 * starving, fainting: not eating, and a body that gives way. symptom: of the kind that may be an emergency;
 * threatened: what people tell who live in fear. Two different ones close together count.
 */
export const facets = [
  'wish',
  'intent',
  'means',
  'soon',
  'act',
  'pain',
  'trapped',
  'burden',
  'hopeless',
  'alone',
  'farewell',
  'giving',
  'rehearsal',
  'method',
  'starving',
  'fainting',
  'symptom',
  'threatened',
] as const
export type Facet = (typeof facets)[number]

export interface Rule {
  code: string
  kinds: readonly Kind[]
  /** `none` for a rule that only adds a facet, or a kind without a tier such as grief. */
  tier: Tier
  /** When it is said of someone else; null = only oneself counts. */
  otherTier: Tier | null
  facets: readonly Facet[]
  phrases: readonly Phrase[]
  /** What it is looked for in: phrases over a comma need the sentence. */
  scope: 'clause' | 'sentence'
  /** Any of these silences the match. */
  guards: readonly Guard[]
  who: (place: Place, company: Company) => Who
}

const notation = new Notation(englishWords, normalise, commonWords)

type Silence = 'denial' | 'past' | 'story' | 'joke' | 'game'
const silences: Record<Silence, Guard[]> = {
  denial: [denied, disclaimed],
  past: [past, recovered],
  story: [inStory],
  joke: [workJoke],
  game: [inGame],
}

export interface RuleSource {
  code: string
  kinds: Kind | Kind[]
  tier: Tier
  facets?: Facet[]
  any: string[]
  /** Phrases that silence it anywhere in its sentence. */
  not?: string[]
  /** Phrases that silence it when they follow at once. */
  notNext?: string[]
  /** What does not silence this one: a rule that holds its own denial names `denial`. */
  despite?: Silence[]
  /** `frame`: read from the sentence, and told of someone else it is a helper's worry. `told`: the phrase says it.
   * `doer`: what is before the phrase says who does it, whoever it is done to; only oneself counts. */
  person?: 'frame' | 'told' | 'self' | 'doer'
  scope?: 'clause' | 'sentence'
  guards?: Guard[]
}

/** "…and i don't mean this office": then naming the office silences nothing. */
const notAboutThat =
  / (?:don't|not|isn't|aren't) (?:just |only |even |really )?(?:mean|about|talking about|because of) /

/** Phrases are read when they are first needed, so that starting Lull does not wait for hundreds of them. */
function later(sources: readonly string[]): () => readonly Phrase[] {
  let read: readonly Phrase[] | null = null
  return () => {
    read ??= phrases(sources)
    return read
  }
}

function silencing(sources: readonly string[]): Guard[] {
  const made = later(sources)
  const isSilenced: Guard = ({ sentence, wordsOfSentence }) =>
    !notAboutThat.test(sentence) && made().some((phrase) => phrase.isIn(wordsOfSentence))
  return sources.length === 0 ? [] : [isSilenced]
}

function silencingNext(sources: readonly string[]): Guard[] {
  const made = later(sources)
  const isSilenced: Guard = ({ wordsAfter }) =>
    made().some((phrase) => phrase.endFrom(wordsAfter, 0) !== null)
  return sources.length === 0 ? [] : [isSilenced]
}

/** Someone else's danger: a worry when it is a wish, more when it is prepared, all when it happens. */
function tierOfOther(source: RuleSource): Tier | null {
  if (source.person === 'self' || source.person === 'doer') return null
  if (source.tier !== 'high') return source.tier
  const isPrepared = (source.facets ?? []).some(
    (facet) => facet === 'intent' || facet === 'rehearsal' || facet === 'act',
  )
  return isPrepared ? 'high' : 'concern'
}

/** @throws Error that says which phrase cannot be read. */
export const phrases = (sources: readonly string[]): Phrase[] =>
  sources.map((source) => notation.phrase(source))

function whoFor({ person = 'frame', kinds: of }: RuleSource): Rule['who'] {
  if (person === 'told') return () => (of === 'someone-else' ? 'other' : 'self')
  if (person === 'doer') return (place, company) => whoOf({ ...place, match: '' }, company)
  return whoOf
}

export function rule(source: RuleSource): Rule {
  const isOther = source.kinds === 'someone-else'
  const despite = new Set(source.despite)
  const usual = (Object.keys(silences) as Silence[]).filter((one) => !despite.has(one))
  // What was just taken or done is told in the past tense as well.
  const happensNow = source.tier === 'imminent' || source.facets?.includes('act')
  const made = later(source.any)
  return {
    code: source.code,
    kinds: Array.isArray(source.kinds) ? source.kinds : [source.kinds],
    tier: source.tier,
    otherTier: isOther ? source.tier : tierOfOther(source),
    facets: source.facets ?? [],
    get phrases() {
      return made()
    },
    scope: source.scope ?? 'clause',
    guards: [
      ...usual.flatMap((one) => silences[one]).filter((guard) => guard !== recovered || !happensNow),
      ...(source.guards ?? []),
      ...silencingNext(source.notNext ?? []),
      ...silencing(source.not ?? []),
    ],
    who: whoFor(source),
  }
}
