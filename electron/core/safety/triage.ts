/** How serious a session is, read from the person's own words before any model sees them. */
import { type Asked, askedDirectly } from './directAnswer.ts'
import { calm, follow } from './follow.ts'
import { type Heard, hear } from './hear.ts'
import { english } from './rules/english.ts'
import type { RuleSet } from './rules/ruleSet.ts'
import type { Layer, Opinion, Tier, TriageResult, Turn } from './tier.ts'

export interface Ways {
  /** Each can be switched off; one that is missing here is on. */
  layers?: Partial<Record<Layer, boolean>>
  /** Languages beside English, from `languageRules`. */
  languages?: readonly RuleSet[]
  /** Quick opinions on one turn of the person; null when there is no such model. */
  ngrams?: ((text: string) => readonly Opinion[]) | null
}

/** Reads whole sessions; turns seen before cost nothing, so one more message costs one message. */
export type Triager = (
  turns: readonly Turn[],
  /** What slower layers have said so far of the turn with this index, if anything. */
  slower?: (turnIndex: number) => readonly Opinion[],
) => TriageResult

const MOST_REMEMBERED = 12_000
const MOST_CHARACTERS = 4_000_000

/** Remembers by text, and forgets the oldest. */
function remembered<Value>(make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  let characters = 0
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = make(text)
    known.set(text, value)
    characters += text.length
    for (const oldest of known.keys()) {
      if (known.size <= MOST_REMEMBERED && characters <= MOST_CHARACTERS) break
      known.delete(oldest)
      characters -= oldest.length
    }
    return value
  }
}

const nothing: Heard = { tier: 'none', kinds: [], reasons: [], marks: [], answer: null, language: null }

function read(
  turns: readonly Turn[],
  hearTurn: (text: string) => Heard,
  asked: (lullText: string) => Asked,
  opinions: (turn: Turn, index: number) => readonly Opinion[],
): TriageResult {
  let state = calm
  let lullBefore: string | null = null
  const perTurn: Tier[] = []
  for (const [index, turn] of turns.entries()) {
    if (turn.role === 'person') {
      const question = lullBefore === null ? null : asked(lullBefore)
      state = follow(state, { text: turn.text, asked: question, opinions: opinions(turn, index) }, hearTurn)
      lullBefore = null
    } else lullBefore = turn.text
    perTurn.push(state.tier)
  }
  return {
    tier: state.tier,
    kinds: [...state.kinds],
    reasons: [...state.reasons],
    perTurn,
    language: state.language,
  }
}

/** Listens in every way it is given. What the slower layers say joins whenever it is there. */
export function triager({ layers = {}, languages = [], ngrams = null }: Ways = {}): Triager {
  const isOn = (layer: Layer) => layers[layer] !== false
  const ruleSets = () => [english(), ...languages]
  const hearTurn = remembered((text) => {
    const heard = hear(text, ruleSets())
    // Answers to direct questions are always understood.
    return isOn('rules') ? heard : { ...nothing, answer: heard.answer }
  })
  const quick = remembered((text) => (ngrams && isOn('ngrams') ? ngrams(text) : []))
  const asked = remembered((text): { asked: Asked } => {
    for (const set of ruleSets()) {
      const found = set.asked(text)
      if (found) return { asked: found }
    }
    return { asked: null }
  })
  return (turns, slower) =>
    read(
      turns,
      hearTurn,
      (text) => asked(text).asked,
      (turn, index) => {
        const slow = slower?.(index).filter(({ layer }) => isOn(layer)) ?? []
        const fast = quick(turn.text)
        return slow.length === 0 ? fast : [...fast, ...slow]
      },
    )
}

/** Reads all rules now, so that the first message does not wait for it. */
export function prepare(): void {
  english()
}

/** English rules alone. Total: any strings give a result. Time grows linearly with the text. */
export function triage(turns: readonly Turn[]): TriageResult {
  return read(
    turns,
    (text) => hear(text, [english()]),
    askedDirectly,
    () => [],
  )
}
