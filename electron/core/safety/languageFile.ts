/** The shape of `resources/safety/languages/<tag>.json`, and the check that finds what is wrong in one. */
import { type Facet, facets } from './rules/rule.ts'
import { type Kind, kinds, type Tier, tiers } from './tier.ts'

type Silence = 'denial' | 'past' | 'story'

export interface LanguageRule {
  /** `plan.intent`: kept as a reason, never shown with the person's words. */
  code: string
  kinds: Kind[]
  /** `none` for a rule that only adds facets, or for grief. */
  tier: Tier
  facets?: Facet[]
  /** Phrases in the notation of `rules/notation.ts`; accents may be written or not. */
  any: string[]
  /** Phrases that silence it anywhere in its sentence. */
  not?: string[]
  /** What does not silence it. A phrase that holds a denial by itself needs none of this for that denial. */
  despite?: Silence[]
  /** `other` when it is said of someone else. */
  person?: 'self' | 'other'
  /** `sentence` lets a phrase reach over commas. */
  scope?: 'clause' | 'sentence'
}

export interface LanguageFile {
  /** BCP 47. */
  language: string
  version: string
  review: { on: string; by: string; note: string }
  /** Chat spellings, dialect and slips, word by word: `"xq": "porque"`. */
  normalise?: Record<string, string>
  /** Lists for `{name}`. */
  words?: Record<string, string[]>
  /** Words before which a clause ends, such as "pero". */
  breaks?: string[]
  /** Figures of speech that hold dangerous words and mean none. */
  figures?: string[]
  denial?: {
    words: string[]
    /** What looks like a denial and is none: "no puedo más". */
    except?: string[]
    /** Words before the match it is looked for in, 5 by default, and words after it, none by default. */
    before?: number
    after?: number
  }
  past?: { markers: string[]; still?: string[] }
  story?: string[]
  rules: LanguageRule[]
  /** How an answer to a direct question begins. */
  answers: { yes: string[]; no: string[]; unsure: string[] }
  /** Phrases in a question of Lull's that ask about suicide. */
  askedDirectly: string[]
  askedSafe?: string[]
}

const MOST_RULES = 400
const MOST_PHRASES = 120
const MOST_LIST = 400
const MOST_PHRASE = 1_000

type Shape = Record<string, unknown>
const isShape = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function phraseList(value: unknown, where: string, most = MOST_PHRASES): string[] {
  if (!Array.isArray(value)) throw new Error(`${where} must be a list of phrases`)
  if (value.length > most) throw new Error(`${where} has ${value.length} phrases, most is ${most}`)
  for (const phrase of value)
    if (typeof phrase !== 'string' || phrase.trim() === '' || phrase.length > MOST_PHRASE)
      throw new Error(`${where} holds something that is no phrase of 1 to ${MOST_PHRASE} characters`)
  return value
}

function oneOf<Known extends string>(value: unknown, known: readonly Known[], where: string): Known {
  const found = known.find((one) => one === value)
  if (found === undefined)
    throw new Error(`${where}: ${JSON.stringify(value)} is none of ${known.join(', ')}`)
  return found
}

const optional = <Value>(value: unknown, read: (value: unknown) => Value): Value | undefined =>
  value === undefined ? undefined : read(value)

function checkedRule(value: unknown, nth: number): LanguageRule {
  const where = `rules[${nth}]`
  if (!isShape(value) || typeof value.code !== 'string' || !/^[a-z-]+\.[a-z-]+$/.test(value.code))
    throw new Error(`${where} needs a code such as "wish.die"`)
  const named = `${where} (${value.code})`
  const some = (list: unknown) => (Array.isArray(list) ? list : [])
  const rule: LanguageRule = {
    code: value.code,
    kinds: some(value.kinds).map((kind) => oneOf(kind, kinds, `${named} kinds`)),
    tier: oneOf(value.tier, tiers, `${named} tier`),
    facets: some(value.facets).map((facet) => oneOf(facet, facets, `${named} facets`)),
    any: phraseList(value.any, `${named} any`),
    not: optional(value.not, (list) => phraseList(list, `${named} not`)) ?? [],
    despite: some(value.despite).map((one) =>
      oneOf(one, ['denial', 'past', 'story'] as const, `${named} despite`),
    ),
    person:
      optional(value.person, (one) => oneOf(one, ['self', 'other'] as const, `${named} person`)) ?? 'self',
    scope:
      optional(value.scope, (one) => oneOf(one, ['clause', 'sentence'] as const, `${named} scope`)) ??
      'clause',
  }
  if (rule.kinds.length === 0) throw new Error(`${named} needs at least one of kinds`)
  if (rule.any.length === 0) throw new Error(`${named} needs at least one phrase in any`)
  return rule
}

function strings(value: unknown, where: string): Record<string, string> {
  if (!isShape(value)) throw new Error(`${where} must be an object`)
  return Object.fromEntries(
    Object.entries(value).map(([from, to]) => {
      if (typeof to !== 'string') throw new Error(`${where}.${from} must be a string`)
      return [from, to]
    }),
  )
}

/** @throws Error in one line that names the language when it is known, the place, and what is wrong there. */
export function checkedLanguage(file: unknown): Required<LanguageFile> {
  if (
    !isShape(file) ||
    typeof file.language !== 'string' ||
    !/^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/.test(file.language)
  )
    throw new Error('a language file needs "language", a tag such as "de"')
  const { language } = file
  try {
    const { review, answers, denial, past } = file
    if (typeof file.version !== 'string') throw new Error('needs a version')
    if (!isShape(review) || [review.on, review.by, review.note].some((one) => typeof one !== 'string'))
      throw new Error('review needs on, by and note')
    if (!isShape(answers)) throw new Error('answers needs yes, no and unsure')
    if (!Array.isArray(file.rules) || file.rules.length === 0 || file.rules.length > MOST_RULES)
      throw new Error(`rules must be a list of 1 to ${MOST_RULES}`)
    const count = (value: unknown) =>
      typeof value === 'number' && value >= 0 && value <= 12 ? value : undefined
    const isDenial = isShape(denial)
    const isPast = isShape(past)
    return {
      language,
      version: file.version,
      review: { on: String(review.on), by: String(review.by), note: String(review.note) },
      normalise: optional(file.normalise, (value) => strings(value, 'normalise')) ?? {},
      words: Object.fromEntries(
        Object.entries(isShape(file.words) ? file.words : {}).map(([name, list]) => [
          name,
          phraseList(list, `words.${name}`, MOST_LIST),
        ]),
      ),
      breaks: phraseList(file.breaks ?? [], 'breaks'),
      figures: phraseList(file.figures ?? [], 'figures', MOST_LIST),
      denial: {
        words: phraseList(isDenial ? denial.words : [], 'denial.words'),
        except: phraseList((isDenial ? denial.except : null) ?? [], 'denial.except'),
        before: (isDenial ? count(denial.before) : undefined) ?? 5,
        after: (isDenial ? count(denial.after) : undefined) ?? 0,
      },
      past: {
        markers: phraseList((isPast ? past.markers : null) ?? [], 'past.markers'),
        still: phraseList((isPast ? past.still : null) ?? [], 'past.still'),
      },
      story: phraseList(file.story ?? [], 'story'),
      rules: file.rules.map(checkedRule),
      answers: {
        yes: phraseList(answers.yes, 'answers.yes'),
        no: phraseList(answers.no, 'answers.no'),
        unsure: phraseList(answers.unsure, 'answers.unsure'),
      },
      askedDirectly: phraseList(file.askedDirectly, 'askedDirectly'),
      askedSafe: phraseList(file.askedSafe ?? [], 'askedSafe'),
    }
  } catch (error) {
    throw new Error(`${language}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
