/** What one message of the person is, beside its danger: an answer, news, something in the way, or no words at all. */
import { directAnswer } from '../directAnswer.ts'
import { normalise } from '../normalise.ts'
import type { SafetyText } from '../safetyText.ts'
import { type Barrier, barriers, type PhraseList, phraseLists } from './careSteps.ts'
import { echoOf } from './echo.ts'

/** What is done instead of answering. */
export const manners = ['silence', 'joking', 'denial', 'anger', 'ok', 'noted', 'leaving', 'identity'] as const
export type Manner = (typeof manners)[number]

export interface HeardTurn {
  answer: 'yes' | 'no' | 'unsure' | null
  /** As `answer`, read as widely as after the direct question: "sometimes", "i have". */
  directAnswer: 'yes' | 'no' | 'unsure' | null
  manner: Manner | null
  barrier: Barrier | null
  /**
   * `reached`: someone was called or told. `beside`: someone is there or on the way, which is no good news where that is
   * who they fear. `eased`: distance was made, or it is calmer.
   */
  news: 'reached' | 'beside' | 'eased' | 'worse' | null
  when: 'soon' | 'later' | null
  /** A person they could turn to is named. */
  person: boolean
  /** Their own words for "You wrote that …"; null when none is safe. */
  echo: string | null
}

/** How a message begins and ends says what kind of answer it is; a long story in between says it in other ways. */
const HEAD = 1200
const TAIL = 400
/** "I was only joking" somewhere in a long account is about something else. */
const SHORT = 220

type Patterns = Readonly<Record<PhraseList, RegExp>>
const never = /^(?!)/

function phrasePattern(phrases: readonly string[], around: (inner: string) => string): RegExp {
  const inner = phrases
    .map((phrase) => normalise(phrase).trim())
    .filter((phrase) => phrase !== '')
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')
  return inner === '' ? never : new RegExp(around(inner), 'u')
}

const anywhere = (inner: string) => `(?<![\\p{L}\\p{N}'])(?:${inner})(?![\\p{L}\\p{N}])`
const atStart = (inner: string) => `^[^\\p{L}\\p{N}]*(?:${inner})(?![\\p{L}\\p{N}])`
const whole = (inner: string) => `^[^\\p{L}\\p{N}]*(?:${inner})[^\\p{L}\\p{N}]*$`

const formOf = (list: PhraseList) =>
  list === 'ok' || list === 'noted'
    ? whole
    : list === 'yes' || list === 'no' || list === 'unsure'
      ? atStart
      : anywhere

/** Begins like a "no" and is none: "no one would notice". */
const noAnswer = /^no (?:one|body|point|way|reason|more|hope|idea|energy|future|money|privacy)\b/

/** "I'm so tired" says how it is, and answers nothing. */
const howItIs = /^i'm (?!thinking|having|considering|suicidal|afraid so|planning|about to)/

const compiled = new WeakMap<SafetyText, Patterns>()

function patternsOf(text: SafetyText): Patterns {
  const kept = compiled.get(text)
  if (kept) return kept
  const made = Object.fromEntries(
    phraseLists.map((list) => [list, phrasePattern(text.hears[list], formOf(list))]),
  ) as unknown as Patterns
  compiled.set(text, made)
  return made
}

const newsOrder = ['reached', 'beside', 'eased', 'worse'] as const

const nothingHeard: HeardTurn = {
  answer: null,
  directAnswer: null,
  manner: null,
  barrier: null,
  news: null,
  when: null,
  person: false,
  echo: null,
}

function directly(normalised: string): HeardTurn['directAnswer'] {
  const answer = directAnswer(normalised)
  return answer === 'yes' && howItIs.test(normalised) ? null : answer
}

function mannerOf(has: (list: PhraseList) => boolean, isShort: boolean): Manner | null {
  if (!isShort) return null
  if (has('joking') && !has('serious')) return 'joking'
  if (has('anger')) return 'anger'
  if (has('denial')) return 'denial'
  if (has('ok')) return 'ok'
  if (has('noted')) return 'noted'
  return has('leaving') ? 'leaving' : null
}

/**
 * @param texts of the talk's language first, then of others whose words count too (chats mix languages).
 * @param asksIdentity whether this message asks what Lull is.
 */
export function hearTurn(text: string, texts: readonly SafetyText[], asksIdentity: boolean): HeardTurn {
  if (!/[\p{L}\p{N}]/u.test(text)) return { ...nothingHeard, manner: 'silence' }
  const looked = text.length > HEAD + TAIL ? `${text.slice(0, HEAD)} . ${text.slice(-TAIL)}` : text
  const normalised = normalise(looked).trim()
  const patterns = texts.map(patternsOf)
  const has = (list: PhraseList) => patterns.some((pattern) => pattern[list].test(normalised))
  const isEnglish = texts[0]?.language === 'en'
  const isNone = noAnswer.test(normalised)
  const answer = isNone ? null : has('unsure') ? 'unsure' : has('no') ? 'no' : has('yes') ? 'yes' : null
  return {
    answer,
    directAnswer: isNone ? null : (directly(normalised) ?? answer),
    manner: asksIdentity ? 'identity' : mannerOf(has, normalised.length <= SHORT),
    barrier: barriers.find((barrier) => has(`barrier.${barrier}`)) ?? null,
    news:
      newsOrder.find((news) => has(news) && (news !== 'beside' || has('someone') || has('person'))) ?? null,
    when: has('later') ? 'later' : has('soon') ? 'soon' : null,
    person: has('person'),
    echo: isEnglish ? echoOf(looked) : null,
  }
}
