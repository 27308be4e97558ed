/** What one turn of the person says by itself, in any of the languages listened to. */
import { type Clause, clausesOf, Words } from './clauses.ts'
import type { Answer } from './directAnswer.ts'
import { type Company, companyOf } from './frame.ts'
import type { Place } from './guards.ts'
import { foldScript } from './normalise.ts'
import type { Found, Phrase } from './rules/phrase.ts'
import type { Facet, Rule } from './rules/rule.ts'
import type { PhraseIndex, Read, RuleSet } from './rules/ruleSet.ts'
import { higherTier, type Kind, type Tier, tiers } from './tier.ts'

export type Whom = 'self' | 'other'

/** One thing that was heard, and where: quiet signs count only close together. */
export interface Mark {
  facet: Facet
  whom: Whom
  /** Of the rule: two rules with the same facet are two signs. */
  code: string
  /** Of the sentence, from 0. */
  sentence: number
}

export interface Heard {
  readonly tier: Tier
  readonly kinds: readonly Kind[]
  /** `rule.code/self` or `/other`. */
  readonly reasons: readonly string[]
  readonly marks: readonly Mark[]
  /** How it begins, read as an answer to a direct question. */
  readonly answer: Answer
  /** BCP 47 of the rules that spoke; null when none did. */
  readonly language: string | null
}

const MOST_MARKS = 120

interface Hearing {
  tier: Tier
  kinds: Set<Kind>
  reasons: Set<string>
  marks: Mark[]
  language: string | null
}

function placeOf({ clause, sentence }: Clause, { start, end }: Found, company: Company): Place {
  const { words } = clause
  const wordsBefore = words.slice(0, start)
  const wordsMatched = words.slice(start, end)
  const wordsAfter = words.slice(end)
  return {
    before: start === 0 ? ' ' : ` ${wordsBefore.join(' ')} `,
    match: ` ${wordsMatched.join(' ')}`,
    after: wordsAfter.length === 0 ? ' ' : ` ${wordsAfter.join(' ')} `,
    clause: clause.text,
    sentence: sentence.text,
    company,
    wordsBefore,
    wordsMatched,
    wordsAfter,
    wordsOfSentence: sentence.words,
  }
}

/** How often one phrase is looked for in one clause. */
const MOST_MATCHES = 4

function speaks(rule: Rule, phrase: Phrase, where: Clause, company: Company): Whom | 'hedged' | null {
  let from = 0
  for (let times = 0; times < MOST_MATCHES; times++) {
    const found = phrase.find(where.clause.words, from)
    if (!found) return null
    const place = placeOf(where, found, company)
    const who = rule.who(place, company)
    const counts = who !== 'nobody' && (who !== 'other' || rule.otherTier !== null)
    if (counts && !rule.guards.some((guard) => guard(place))) return who
    from = found.start + 1
  }
  return null
}

function note(hearing: Hearing, rule: Rule, who: Whom | 'hedged', sentence: number): void {
  const whom = who === 'other' ? 'other' : 'self'
  const full = who === 'other' ? (rule.otherTier ?? 'none') : rule.tier
  // "Do you ever just want to die" may mean the writer, and is not said by them.
  const tier = who === 'hedged' && full !== 'none' ? 'concern' : full
  hearing.reasons.add(`${rule.code}/${whom}`)
  hearing.tier = higherTier(hearing.tier, tier)
  if (hearing.marks.length < MOST_MARKS && who !== 'hedged')
    for (const facet of rule.facets) hearing.marks.push({ facet, whom, code: rule.code, sentence })
  if (who === 'other' && tier !== 'none') {
    hearing.kinds.add('someone-else')
    // What is a medical emergency for a child is one for the person who writes as well.
    if (rule.kinds.includes('medical-emergency')) hearing.kinds.add('medical-emergency')
  } else if (tier !== 'none' || rule.kinds.includes('grief'))
    for (const kind of rule.kinds) hearing.kinds.add(kind)
}

function listen(hearing: Hearing, set: RuleSet, { plain, clauses, reported }: Read): void {
  let company: Company | null = null
  let sentenceNumber = -1
  let sentenceBefore: Words | null = null
  const known = new Set<string>()
  for (const { clause, sentence } of clauses) {
    if (sentence !== sentenceBefore) {
      sentenceNumber++
      sentenceBefore = sentence
      hearIn({ clause: sentence, sentence }, set.inSentences)
    }
    hearIn({ clause, sentence }, set.inClauses)
  }
  for (const text of reported) hearReported(hearing, set, text)

  function hearIn(where: Clause, index: PhraseIndex<Rule>): void {
    const candidates = index.candidatesIn(where.clause.words)
    if (candidates.length === 0) return
    // Said twice, a clause says nothing new; a copied text of one line a thousand times costs one.
    const key = `${index === set.inClauses ? where.clause.text : ''}\n${where.sentence.text}`
    if (known.has(key)) return
    known.add(key)
    company ??= companyOf(plain)
    const sentence = new Words(set.pieces(where.sentence.words).flat())
    for (const piece of set.pieces(where.clause.words)) {
      const meant = { clause: new Words(set.withoutFigures(piece)), sentence }
      for (const { meaning: rule, phrase } of candidates) {
        const who = speaks(rule, phrase, meant, company)
        if (who) note(hearing, rule, who, sentenceNumber)
      }
    }
  }
}

/** What another person is told to have said counts for them, one tier as a helper's worry. */
function hearReported(hearing: Hearing, set: RuleSet, text: string): void {
  const said = nothingYet()
  listen(said, set, { plain: text, clauses: [...clausesOf(text)], reported: [] })
  if (said.tier === 'none' || !(said.kinds.has('suicide') || said.kinds.has('self-harm'))) return
  hearing.tier = higherTier(hearing.tier, 'concern')
  hearing.kinds.add('someone-else')
  hearing.reasons.add('other.quoted/other')
}

const nothingYet = (): Hearing => ({
  tier: 'none',
  kinds: new Set(),
  reasons: new Set(),
  marks: [],
  language: null,
})

/**
 * Context-free, so that a turn is heard once however long the session becomes. Total: any string gives a result.
 * Time grows linearly with the text.
 */
export function hear(text: string, ruleSets: readonly RuleSet[]): Heard {
  const folded = foldScript(text)
  const all = nothingYet()
  let answer: Answer = null
  // Languages without a way of their own share one reading.
  let shared: Read | null = null
  for (const set of ruleSets) {
    const own = set.read?.(folded)
    if (!own && !shared) shared = { plain: folded, clauses: [...clausesOf(folded)], reported: [] }
    const read = own ?? shared
    if (!read) continue
    const hearing = nothingYet()
    listen(hearing, set, read)
    if (hearing.reasons.size > 0 && (all.language === null || isHigher(hearing.tier, all.tier)))
      all.language = set.language
    all.tier = higherTier(all.tier, hearing.tier)
    for (const kind of hearing.kinds) all.kinds.add(kind)
    for (const reason of hearing.reasons) all.reasons.add(reason)
    all.marks.push(...hearing.marks)
    answer ??= set.answer(read.plain)
  }
  return {
    tier: all.tier,
    kinds: [...all.kinds],
    reasons: [...all.reasons],
    marks: all.marks,
    answer,
    language: all.language,
  }
}

function isHigher(one: Tier, other: Tier): boolean {
  return tiers.indexOf(one) > tiers.indexOf(other)
}
