/**
 * How a phrase is written in a rule, so that people can write hundreds of them and none can run away.
 *
 * A phrase is words between single spaces. `(a|b c)` either of these · `x?` may be missing · `suicid*` any ending ·
 * `{want}` any phrase of the list "want" · `..` up to three words between, `..6` up to six · `^` the clause begins
 * here, `$` it ends here. Nothing repeats without a bound.
 */
import { either, type Item, type Node, Phrase, type Sequence } from './phrase.ts'

/** Weights by word. */
export type Common = ReadonlyMap<string, number>

export type WordLists = Readonly<Record<string, readonly string[]>>

const MOST_CHARACTERS = 4_000
const MOST_GAP = 8
const DEEPEST = 6

/** How a list's phrases are read once and shared by every rule that names it. */
export class Notation {
  readonly #lists: WordLists
  readonly #fold: (text: string) => string
  readonly #common: Common
  readonly #read = new Map<string, Node>()
  readonly #words = new Map<string, Node>()
  readonly #anchorsRead = new Map<Node, Anchors | null>()

  /**
   * @param fold makes a phrase comparable in the way a person's text is (case, accents).
   * @param common how often words stand in calm sentences, where it is known: the rarer, the better an anchor.
   */
  constructor(lists: WordLists, fold: (text: string) => string, common: Common = new Map()) {
    this.#lists = lists
    this.#fold = fold
    this.#common = common
  }

  /** @throws Error that says what is wrong in the phrase, in one line. */
  phrase(source: string): Phrase {
    if (source.length > MOST_CHARACTERS) throw new Error(`a phrase has at most ${MOST_CHARACTERS} characters`)
    const sequence = this.#sequence(source, 0)
    const anchors = this.#anchors(sequence)
    if (anchors === null) throw new Error(`"${source}": needs one word that may not be missing`)
    return new Phrase(sequence, anchors.words)
  }

  #sequence(source: string, depth: number): Sequence {
    if (depth > DEEPEST) throw new Error(`"${source}": nested too deeply`)
    const plain = source.normalize('NFC').replace(/[’ʼ]/g, "'").replaceAll('-', ' ')
    const tokens = plain.match(/[()|?^$]|\{[^}]*\}|\.\.\d*|[\p{L}\p{N}'][\p{L}\p{N}']*\*?|\s+|./gsu) ?? []
    const reader = { tokens, at: 0, source, depth }
    const choices = this.#choices(reader)
    if (reader.at < tokens.length) throw new Error(`"${source}": ")" without "("`)
    const [only] = choices
    return choices.length === 1 && only ? only : [{ node: either(choices), optional: false }]
  }

  #choices(reader: Reader): Sequence[] {
    const choices: Item[][] = [[]]
    for (; reader.at < reader.tokens.length; reader.at++) {
      const token = reader.tokens[reader.at] ?? ''
      if (token === ')') break
      if (token === '|') choices.push([])
      else if (token === '?') {
        const last = choices.at(-1)?.at(-1)
        if (!last || last.optional) throw new Error(`"${reader.source}": "?" follows nothing`)
        last.optional = true
      } else if (token.trim() !== '')
        choices.at(-1)?.push({ node: this.#node(token, reader), optional: false })
    }
    return choices.filter((choice, _, all) => {
      if (choice.length === 0 && all.length > 1)
        throw new Error(`"${reader.source}": an empty choice; use "?"`)
      return choice.length > 0
    })
  }

  #node(token: string, reader: Reader): Node {
    if (token === '(') {
      reader.at++
      const choices = this.#choices(reader)
      if (reader.tokens[reader.at] !== ')') throw new Error(`"${reader.source}": "(" without ")"`)
      return either(choices)
    }
    if (token.startsWith('{')) return this.#list(token.slice(1, -1), reader)
    if (token.startsWith('..')) {
      const words = token === '..' ? 3 : Number(token.slice(2))
      if (words < 1 || words > MOST_GAP)
        throw new Error(`"${reader.source}": a gap is 1 to ${MOST_GAP} words`)
      return { kind: 'gap', words }
    }
    if (token === '^' || token === '$') return { kind: 'edge', end: token === '$' }
    if (!/^[\p{L}\p{N}']/u.test(token)) throw new Error(`"${reader.source}": "${token}" has no meaning here`)
    return this.#word(token)
  }

  /** A word as a person's text would hold it: with accents dropped, and "ä" also written "ae". */
  #word(token: string): Node {
    const known = this.#words.get(token)
    if (known) return known
    const open = token.endsWith('*')
    const written = open ? token.slice(0, -1) : token
    const forms = new Set([written, written.replace(/[äöü]/gi, '$&e')].map((form) => this.#fold(form).trim()))
    const choices = [...forms].map((form) =>
      form.split(' ').map((word): Item => ({ node: { kind: 'word', word, open }, optional: false })),
    )
    const [only] = choices
    const [item] = only ?? []
    const node = choices.length === 1 && only?.length === 1 && item ? item.node : either(choices)
    this.#words.set(token, node)
    return node
  }

  #list(name: string, reader: Reader): Node {
    const known = this.#read.get(name)
    if (known) return known
    const list = this.#lists[name]
    if (!list || list.length === 0) throw new Error(`"${reader.source}": no list is called "${name}"`)
    const node = either(list.map((phrase) => this.#sequence(phrase, reader.depth + 1)))
    this.#read.set(name, node)
    return node
  }

  /** The words of the item that is rarest in calm text; null when everything may be missing. */
  #anchors(sequence: Sequence): Anchors | null {
    let best: Anchors | null = null
    for (const { node, optional } of sequence) {
      if (optional) continue
      const found = this.#anchorsOf(node)
      if (found && (best === null || found.weight < best.weight)) best = found
    }
    return best
  }

  #anchorsOf(node: Node): Anchors | null {
    if (node.kind === 'word') {
      const word = node.open ? `${node.word}*` : node.word
      return { words: [word], weight: this.#common.get(node.word) ?? rarity(node.word) }
    }
    if (node.kind !== 'either') return null
    const known = this.#anchorsRead.get(node)
    if (known !== undefined) return known
    const found = this.#anchorsOfChoices(node.choices)
    this.#anchorsRead.set(node, found)
    return found
  }

  #anchorsOfChoices(choices: readonly Sequence[]): Anchors | null {
    const words = new Set<string>()
    let weight = 0
    for (const choice of choices) {
      const found = this.#anchors(choice)
      if (!found) return null
      for (const word of found.words) words.add(word)
      weight += found.weight
    }
    return { words: [...words], weight }
  }
}

/** Longer words are rarer, in every language. */
const rarity = (word: string) => (word.length <= 2 ? 500 : word.length === 3 ? 60 : 40 / word.length)

/** Words of which one must be there, and how common they are together. */
interface Anchors {
  words: string[]
  weight: number
}

interface Reader {
  tokens: readonly string[]
  at: number
  source: string
  depth: number
}
