/** Rules of further languages, kept as data in `resources/safety/languages/<tag>.json` and compiled once. */
import { wordsIn } from './clauses.ts'
import type { Answer, Asked } from './directAnswer.ts'
import type { Guard, Place } from './guards.ts'
import { checkedLanguage, type LanguageFile, type LanguageRule } from './languageFile.ts'
import { foldScript } from './normalise.ts'
import { Notation } from './rules/notation.ts'
import type { Phrase } from './rules/phrase.ts'
import type { Rule } from './rules/rule.ts'
import { indexOfRules, type RuleSet, withoutFigures } from './rules/ruleSet.ts'

export type { LanguageFile, LanguageRule } from './languageFile.ts'

/**
 * @param file parsed JSON in the shape of `LanguageFile`.
 * @throws Error in one line that names the language, the place, and the first thing that is wrong there.
 */
export function languageRules(file: unknown): RuleSet {
  const read = checkedLanguage(file)
  try {
    return compiled(read)
  } catch (error) {
    throw new Error(`${read.language}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

type Whole = Required<LanguageFile>

function compiled(file: Whole): RuleSet {
  const { spell, pieces } = writing(file)
  const fold = (word: string) => spell(foldScript(word).trim())
  const notation = new Notation(file.words, fold)
  const phrases = (sources: readonly string[], where: string) =>
    sources.map((source) => {
      try {
        return notation.phrase(source)
      } catch (error) {
        throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`)
      }
    })
  const guards = guardsOf(file, phrases)
  const rules = file.rules.flatMap((one) => rulesOf(one, guards, phrases))
  const starts = {
    unsure: phrases(file.answers.unsure, 'answers.unsure'),
    no: phrases(file.answers.no, 'answers.no'),
    yes: phrases(file.answers.yes, 'answers.yes'),
  }
  const asksSuicide = phrases(file.askedDirectly, 'askedDirectly')
  const asksSafe = phrases(file.askedSafe, 'askedSafe')
  return {
    language: file.language,
    inClauses: indexOfRules(rules, 'clause', spell),
    inSentences: indexOfRules(rules, 'sentence', spell),
    read: null,
    pieces,
    withoutFigures: withoutFigures(phrases(file.figures, 'figures')),
    answer: (plain) => answerIn(pieces(wordsIn(plain.slice(0, 160))).flat(), starts),
    asked: (lullText) => askedIn(lullText, (words) => pieces(words).flat(), asksSuicide, asksSafe),
  }
}

interface Writing {
  /** One word as the phrases spell it; some become two. */
  spell: (word: string) => string
  pieces: RuleSet['pieces']
}

function writing(file: Whole): Writing {
  const spellings = new Map(
    Object.entries(file.normalise).map(([from, to]) => [foldScript(from), foldScript(to)]),
  )
  const breaks = new Set(file.breaks.map((word) => foldScript(word)))
  const spell = (word: string) => spellings.get(word) ?? word
  const isWritten = (word: string) => !spellings.has(word) && !breaks.has(word)
  const pieces = (clause: readonly string[]) => {
    if (clause.every(isWritten)) return [clause]
    const found: string[][] = [[]]
    for (const written of clause) {
      for (const word of spell(written).split(' ')) {
        if (breaks.has(word) && found.at(-1)?.length !== 0) found.push([])
        found.at(-1)?.push(word)
      }
    }
    return found
  }
  return { spell, pieces }
}

type Reading = (sources: readonly string[], where: string) => Phrase[]

const holds = (made: readonly Phrase[], words: readonly string[]) => made.some((phrase) => phrase.isIn(words))

interface Guards {
  /** The second also looks within the match, for phrases that hold no denial themselves. */
  denial: { around: Guard; within: Guard }
  past: Guard
  story: Guard
  isDenial: (words: readonly string[]) => boolean
}

function guardsOf(file: Whole, phrases: Reading): Guards {
  const words = phrases(file.denial.words, 'denial.words')
  const except = phrases(file.denial.except ?? [], 'denial.except')
  const markers = phrases(file.past.markers, 'past.markers')
  const still = phrases(file.past.still ?? [], 'past.still')
  const story = phrases(file.story, 'story')
  const { before: wordsBefore = 5, after: wordsAfter = 0 } = file.denial
  const withoutExcepted = withoutFigures(except)
  const isDenial = (some: readonly string[]) => holds(words, withoutExcepted(some))
  const around: Guard = ({ wordsBefore: all, wordsAfter: rest }) =>
    isDenial(all.slice(-wordsBefore)) || (wordsAfter > 0 && isDenial(rest.slice(0, wordsAfter)))
  return {
    denial: { around, within: (place) => around(place) || isDenial(place.wordsMatched) },
    past: ({ wordsOfSentence }) => holds(markers, wordsOfSentence) && !holds(still, wordsOfSentence),
    story: ({ wordsOfSentence }) => holds(story, wordsOfSentence),
    isDenial,
  }
}

/** Phrases with a denial of their own and those without are two rules of one code, since only the latter look within. */
function rulesOf(one: LanguageRule, guards: Guards, phrases: Reading): Rule[] {
  const despite = new Set(one.despite)
  const not = phrases(one.not ?? [], `${one.code} not`)
  const isOther = one.person === 'other'
  const ownDenial = one.any.filter((source) =>
    guards.isDenial(wordsIn(foldScript(source.replace(/[(){}|?*^$]/g, ' ')))),
  )
  const without = one.any.filter((source) => !ownDenial.includes(source))
  const make = (sources: readonly string[], denial: Guard): Rule => ({
    code: one.code,
    kinds: isOther ? ['someone-else'] : one.kinds,
    tier: one.tier,
    otherTier: isOther ? one.tier : null,
    facets: one.facets ?? [],
    phrases: phrases(sources, one.code),
    scope: one.scope ?? 'clause',
    guards: [
      ...(despite.has('denial') ? [] : [denial]),
      ...(despite.has('past') ? [] : [guards.past]),
      ...(despite.has('story') ? [] : [guards.story]),
      ...(not.length === 0 ? [] : [({ wordsOfSentence }: Place) => holds(not, wordsOfSentence)]),
    ],
    who: () => (isOther ? 'other' : 'self'),
  })
  const made: Rule[] = []
  if (ownDenial.length > 0) made.push(make(ownDenial, guards.denial.around))
  if (without.length > 0) made.push(make(without, guards.denial.within))
  return made
}

function answerIn(
  start: readonly string[],
  starts: Record<'yes' | 'no' | 'unsure', readonly Phrase[]>,
): Answer {
  const begins = (made: readonly Phrase[]) => made.some((phrase) => phrase.endFrom(start, 0) !== null)
  if (begins(starts.unsure)) return 'unsure'
  if (begins(starts.no)) return 'no'
  return begins(starts.yes) ? 'yes' : null
}

function askedIn(
  lullText: string,
  spelled: (words: readonly string[]) => readonly string[],
  suicide: readonly Phrase[],
  safe: readonly Phrase[],
): Asked {
  const questions = foldScript(lullText.slice(-2000)).match(/[^.!?\n]+\?/g) ?? []
  for (const question of questions.reverse()) {
    const words = spelled(wordsIn(question))
    if (holds(suicide, words)) return 'suicide'
    if (holds(safe, words)) return 'safe'
  }
  return null
}
