/** Finds which rules of a language could speak in a clause at all, so that calm text costs next to nothing. */
import type { Clause } from '../clauses.ts'
import type { Answer, Asked } from '../directAnswer.ts'
import type { Phrase } from './phrase.ts'
import type { Rule } from './rule.ts'

/** A turn as the rules of a language look at it. */
export interface Read {
  plain: string
  /** One's own words. */
  clauses: readonly Clause[]
  /** What others are told to have said. */
  reported: readonly string[]
}

/** Everything Lull knows to hear in one language. */
export interface RuleSet {
  /** BCP 47. */
  language: string
  inClauses: PhraseIndex<Rule>
  inSentences: PhraseIndex<Rule>
  /** Reads text after `foldScript` in a way of its own; null = as it stands, word by word. */
  read: ((folded: string) => Read) | null
  /** Writes out the spellings of a clause, and cuts it where this language begins a new one. */
  pieces: (clause: readonly string[]) => readonly (readonly string[])[]
  /** Takes away figures of speech; a clause stays as it is when it holds none. */
  withoutFigures: (clause: readonly string[]) => readonly string[]
  answer: (plain: string) => Answer
  asked: (lullText: string) => Asked
}

/** Phrases by the rarest word of each, with whatever they stand for. */
export class PhraseIndex<Meaning> {
  readonly #byWord = new Map<string, number[]>()
  readonly #byBeginning = new Map<string, number[]>()
  readonly #beginnings: number[]
  readonly #entries: readonly { phrase: Phrase; meaning: Meaning }[]
  /** What each word met so far could begin; most words come again and again. */
  readonly #met = new Map<string, readonly number[]>()
  readonly #spell: (word: string) => string

  /** @param spell from a word as it was written to the spelling, of one or more words, that the phrases use. */
  constructor(
    entries: readonly { phrase: Phrase; meaning: Meaning }[],
    spell: (word: string) => string = (word) => word,
  ) {
    this.#entries = entries
    this.#spell = spell
    for (const [nth, { phrase }] of entries.entries()) {
      for (const anchor of phrase.anchors) {
        const isOpen = anchor.endsWith('*')
        const into = isOpen ? this.#byBeginning : this.#byWord
        const key = isOpen ? anchor.slice(0, -1) : anchor
        const known = into.get(key)
        if (known) known.push(nth)
        else into.set(key, [nth])
      }
    }
    this.#beginnings = [...new Set([...this.#byBeginning.keys()].map((key) => key.length))]
  }

  /** Each phrase that could be in the words once, in the order they were given. */
  candidatesIn(words: readonly string[]): readonly { phrase: Phrase; meaning: Meaning }[] {
    if (this.#entries.length === 0) return none
    let found: Set<number> | null = null
    for (const word of words) {
      const here = this.#met.get(word) ?? this.#meet(word)
      if (here.length === 0) continue
      found ??= new Set()
      for (const nth of here) found.add(nth)
    }
    if (!found) return none
    return [...found].sort((one, other) => one - other).flatMap((nth) => this.#entries[nth] ?? [])
  }

  #meet(written: string): readonly number[] {
    const here = new Set<number>()
    for (const word of this.#spell(written).split(' ')) {
      for (const nth of this.#byWord.get(word) ?? []) here.add(nth)
      for (const length of this.#beginnings) {
        if (length > word.length) continue
        for (const nth of this.#byBeginning.get(word.slice(0, length)) ?? []) here.add(nth)
      }
    }
    const found = here.size === 0 ? nowhere : [...here]
    if (this.#met.size < MOST_MET) this.#met.set(written, found)
    return found
  }
}

const none: readonly never[] = []
const nowhere: readonly number[] = []
const MOST_MET = 20_000

/** Rules of a language by where they look. */
export const indexOfRules = (
  rules: readonly Rule[],
  scope: Rule['scope'],
  spell?: (word: string) => string,
): PhraseIndex<Rule> =>
  new PhraseIndex(
    rules
      .filter((rule) => rule.scope === scope)
      .flatMap((rule) => rule.phrases.map((phrase) => ({ phrase, meaning: rule }))),
    spell,
  )

/** Takes figures of speech out of a clause, so that "dying of laughter" holds no "dying". */
export function withoutFigures(figures: readonly Phrase[]): (words: readonly string[]) => readonly string[] {
  const index = new PhraseIndex(figures.map((phrase) => ({ phrase, meaning: null })))
  return (words) => {
    let plain = words
    for (const { phrase } of index.candidatesIn(words)) {
      for (let found = phrase.find(plain); found; found = phrase.find(plain, found.start + 1))
        plain = [...plain.slice(0, found.start), '~', ...plain.slice(found.end)]
    }
    return plain
  }
}
