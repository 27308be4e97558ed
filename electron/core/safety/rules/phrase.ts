/** Looks for a phrase in the words of a clause: all ways at once, so that no phrase and no text can take more than linear time. */

export type Node =
  | { kind: 'word'; word: string; open: boolean }
  | { kind: 'either'; choices: readonly Sequence[]; table: Table }
  | { kind: 'gap'; words: number }
  | { kind: 'edge'; end: boolean }
export interface Item {
  node: Node
  optional: boolean
}
export type Sequence = readonly Item[]

/** Choices by the word they begin with; a list of hundreds costs one look. */
interface Table {
  single: ReadonlySet<string>
  byFirst: ReadonlyMap<string, readonly Sequence[]>
  /** Those whose first word is not one certain word. */
  rest: readonly Sequence[]
}

/** Where a phrase stands: from the word with index `start` up to, without, `end`. */
export interface Found {
  start: number
  end: number
}

export class Phrase {
  readonly #sequence: Sequence
  /** A clause without any of these words (or beginnings, when they end in `*`) cannot hold the phrase. */
  readonly anchors: readonly string[]

  constructor(sequence: Sequence, anchors: readonly string[]) {
    this.#sequence = sequence
    this.anchors = anchors
  }

  /** Words it may begin with, read when first needed; null when any word may stand there. */
  #beginnings: ReadonlySet<string> | null | undefined

  /** The first place at or after `from`, and the shortest way to be there. */
  find(words: readonly string[], from = 0): Found | null {
    if (this.#beginnings === undefined) {
      const found = new Set<string>()
      this.#beginnings = addBeginnings(this.#sequence, found) ? found : null
    }
    const beginnings = this.#beginnings
    for (let start = from; start < words.length; start++) {
      if (beginnings && !beginnings.has(words[start] ?? '')) continue
      const end = this.endFrom(words, start)
      if (end !== null) return { start, end }
    }
    return null
  }

  /** Where the phrase ends when it begins exactly at `start`. */
  endFrom(words: readonly string[], start: number): number | null {
    const ends = endsOf(this.#sequence, words, [start])
    return ends.length === 0 ? null : Math.min(...ends)
  }

  isIn(words: readonly string[]): boolean {
    return this.find(words) !== null
  }
}

export function either(choices: readonly Sequence[]): Node {
  const single = new Set<string>()
  const byFirst = new Map<string, Sequence[]>()
  const rest: Sequence[] = []
  const plain: Sequence[] = []
  // A list within a list is one list.
  for (const choice of choices) {
    const [only] = choice
    if (choice.length === 1 && only && !only.optional && only.node.kind === 'either')
      plain.push(...only.node.choices)
    else plain.push(choice)
  }
  for (const choice of plain) {
    const [first] = choice
    if (first && !first.optional && first.node.kind === 'word' && !first.node.open) {
      if (choice.length === 1) single.add(first.node.word)
      else byFirst.set(first.node.word, [...(byFirst.get(first.node.word) ?? []), choice])
    } else rest.push(choice)
  }
  return { kind: 'either', choices: plain, table: { single, byFirst, rest } }
}

/** @returns false when the sequence may begin with any word. */
function addBeginnings(sequence: Sequence, into: Set<string>): boolean {
  for (const { node, optional } of sequence) {
    if (node.kind === 'gap' || node.kind === 'edge') return false
    if (node.kind === 'word') {
      if (node.open) return false
      into.add(node.word)
    } else {
      for (const word of node.table.single) into.add(word)
      for (const word of node.table.byFirst.keys()) into.add(word)
      if (!node.table.rest.every((choice) => addBeginnings(choice, into))) return false
    }
    if (!optional) return true
  }
  return false
}

/** All places where the sequence may end, when it may begin at any of `starts`. */
function endsOf(sequence: Sequence, words: readonly string[], starts: readonly number[]): readonly number[] {
  let at = starts
  for (const { node, optional } of sequence) {
    const next = after(node, words, at)
    at = optional ? joined(at, next) : next
    if (at.length === 0) return at
  }
  return at
}

function joined(one: readonly number[], other: readonly number[]): readonly number[] {
  if (other.length === 0) return one
  return one.length === 0 ? other : [...new Set([...one, ...other])]
}

const nowhere: readonly number[] = []

function after(node: Node, words: readonly string[], at: readonly number[]): readonly number[] {
  const [place] = at
  // Nearly always there is one place, and then nothing can be found twice.
  if (at.length === 1 && place !== undefined) return afterPlace(node, words, place)
  const ends = new Set<number>()
  for (const one of at) for (const end of afterPlace(node, words, one)) ends.add(end)
  return [...ends]
}

function afterPlace(node: Node, words: readonly string[], place: number): readonly number[] {
  if (node.kind === 'edge') return place === (node.end ? words.length : 0) ? [place] : nowhere
  if (node.kind === 'gap') {
    const ends: number[] = []
    for (let end = place; end <= place + node.words && end <= words.length; end++) ends.push(end)
    return ends
  }
  const word = words[place]
  if (node.kind === 'word') {
    const isThere = word !== undefined && (node.open ? word.startsWith(node.word) : word === node.word)
    return isThere ? [place + 1] : nowhere
  }
  const { single, byFirst, rest } = node.table
  let ends = word !== undefined && single.has(word) ? [place + 1] : nowhere
  const longer = word === undefined ? undefined : byFirst.get(word)
  if (longer) for (const choice of longer) ends = joined(ends, endsOf(choice, words, [place]))
  for (const choice of rest) ends = joined(ends, endsOf(choice, words, [place]))
  return ends
}
