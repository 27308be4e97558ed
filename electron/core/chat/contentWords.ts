/** Compares what a person wrote with what is said back to them: plain words, light stems, and "my" read as "your". */
import { normalise } from '../safety/normalise.ts'

const expansions: [RegExp, string][] = [
  [/\bcan't\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/n't\b/g, ' not'],
  [/'m\b/g, ' am'],
  [/'re\b/g, ' are'],
  [/'ve\b/g, ' have'],
  [/'ll\b/g, ' will'],
  [/\b(it|that|this|what|how|who|where|when|he|she|there|here|everything|nothing)'s\b/g, '$1 is'],
  [/'s\b/g, ''],
]

/** Lower-case words with contractions written out: "Can't" and "cannot" are the same two words. */
export function wordsOf(text: string): string[] {
  let plain = normalise(text)
  for (const [pattern, written] of expansions) plain = plain.replace(pattern, written)
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

const otherSide = new Map(
  Object.entries({
    i: 'you',
    me: 'you',
    we: 'you',
    us: 'you',
    my: 'your',
    our: 'your',
    mine: 'yours',
    ours: 'yours',
    myself: 'yourself',
    ourselves: 'yourselves',
    am: 'are',
  }),
)

/** The person's words as someone else would say them back: "I was at my desk" is "you were at your desk". */
export function mirroredWords(words: readonly string[]): string[] {
  return words.map((word, at) =>
    word === 'was' && words[at - 1] === 'i' ? 'were' : (otherSide.get(word) ?? word),
  )
}

const stopWords = new Set(
  `a about after again all almost also always am an and any anyone anything are as at away back be because been before
  being both but by can come could did do does doing done down during each else even ever every few for from further get
  gets getting go goes going gone got had has have having he her here him his how i if in into is it its itself just least
  less let lot made make many may maybe me might mine more most mostly much must my myself no nor not now of off often oh
  ok okay on once one only or other our ours out over own perhaps please quite rather really right same see seem she
  should since so some someone something somehow still such than that the their them then there these they thing this
  those though through to too until till up us very was way we well were what when where which while who whom why will with
  without would yeah yes yet you your yours yourself yourselves`
    .split(/\s+/)
    .filter(Boolean),
)

const irregular = new Map(
  Object.entries({
    felt: 'feel',
    forgot: 'forget',
    fought: 'fight',
    knew: 'know',
    known: 'know',
    lost: 'lose',
    said: 'say',
    slept: 'sleep',
    spoke: 'speak',
    taken: 'take',
    thought: 'think',
    told: 'tell',
    took: 'take',
    tore: 'tear',
    torn: 'tear',
    woke: 'wake',
    woken: 'wake',
    wrote: 'write',
    written: 'write',
  }),
)

/** Rough on purpose: endings go, so that "talks", "talked" and "talking" meet. */
function stem(word: string): string {
  const regular = irregular.get(word) ?? word
  if (regular.length <= 3 || /\d/.test(regular)) return regular
  return regular
    .replace(/ies$/, 'y')
    .replace(/(?<=[^su])s$/, '')
    .replace(/(?<=.{3})(?:ing|ed|ly)$/, '')
    .replace(/([^aeiouls])\1$/, '$1')
    .replace(/(?<=.{2})e$/, '')
    .replace(/y$/, 'i')
}

/** Stems of the words that carry meaning, in their order. */
export function contentStems(words: readonly string[]): string[] {
  return words.filter((word) => !stopWords.has(word)).map(stem)
}

/** How many of the words both have in the same order. */
export function sharedInOrder(one: readonly string[], other: readonly string[]): number {
  let before = new Array<number>(other.length + 1).fill(0)
  for (const word of one) {
    const row = [0]
    for (const [at, theirs] of other.entries()) {
      row.push(word === theirs ? (before[at] ?? 0) + 1 : Math.max(before[at + 1] ?? 0, row[at] ?? 0))
    }
    before = row
  }
  return before.at(-1) ?? 0
}

const pairs = (words: readonly string[]) => words.slice(1).map((word, at) => `${words[at]} ${word}`)

/** 0–1: how many neighbouring words of `said` are neighbours in `source` too. */
export function closeness(said: readonly string[], source: readonly string[]): number {
  const known = new Set(pairs(source))
  const own = pairs(said)
  return own.length === 0 ? 0 : own.filter((pair) => known.has(pair)).length / own.length
}

const denials = new Set(
  'not no never nobody none nothing nowhere neither nor without hardly barely scarcely'.split(' '),
)
/** A denial reaches this many words on: "couldn't get back to sleep". */
const DENIAL_REACH = 4

export const hasDenial = (words: readonly string[]) => words.some((word) => denials.has(word))

/** Stems of content words with whether each is denied in its clause. */
export function denied(text: string): Map<string, boolean> {
  const found = new Map<string, boolean>()
  for (const clause of text.split(/[.,;:!?]|\b(?:and|but|so|because)\b/i)) {
    let left = 0
    for (const word of wordsOf(clause)) {
      const [stemmed] = contentStems([word])
      if (stemmed !== undefined) found.set(stemmed, (found.get(stemmed) ?? false) || left > 0)
      left = denials.has(word) ? DENIAL_REACH : left - 1
    }
  }
  return found
}
