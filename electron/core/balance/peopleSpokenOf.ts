/** How many different people someone spoke of, so that a life that grows lonelier can be seen by the one who lives it. Only the count is ever kept. */
import { type PeopleWords, peopleWords } from './peopleWords.ts'

/** UTF-16 units that are read of one message. */
const MOST_READ = 8000
/** Words between whose it is and who it is: "my very best friend". */
const MOST_BETWEEN = 2

const token = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*|[.!?,;:\n()"]/gu
const name = /^\p{Lu}[\p{Ll}\p{M}'’-]+$/u
const ligatures: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe' }
/** Lull is not one of them. */
const notAPerson = new Set(['lull'])

const foldedWord = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœ]/g, (letter) => ligatures[letter] ?? letter)
    .replaceAll('’', "'")

const withoutGenitive = (word: string): string => word.replace(/'s$/, '')

function roleOf(word: string, { roles, mineEnds }: PeopleWords, isMine: boolean): string | null {
  if (isMine) return roles.get(word) ?? roles.get(withoutGenitive(word)) ?? null
  const end = mineEnds.find((one) => word.endsWith(one))
  return end === undefined ? null : (roles.get(word.slice(0, -end.length)) ?? null)
}

interface Found {
  role: string
  /** Place after the last word that belongs to it. */
  next: number
}

/** Whoever is named at this place as one's own, in one language. */
function personAt(words: readonly string[], at: number, language: PeopleWords): Found | null {
  const word = words[at] ?? ''
  if (language.mine.has(word)) {
    for (let next = at + 1; next <= at + 1 + MOST_BETWEEN && /^\p{L}/u.test(words[next] ?? ''); next++) {
      const role = roleOf(words[next] ?? '', language, true)
      if (role !== null) return { role, next: next + 1 }
    }
  }
  const role = roleOf(word, language, false)
  if (role !== null) return { role, next: at + 1 }
  const isMineAfter = language.mineAfter.has(words[at + 1] ?? '')
  const before = isMineAfter ? roleOf(word, language, true) : null
  return before === null ? null : { role: before, next: at + 2 }
}

/**
 * Keys of the people a message speaks of: `sister`, or `sister:anna` where a name follows. Only for counting: keep
 * what `countPeople` makes of them, never the keys.
 */
export function peopleIn(text: string): string[] {
  const tokens = text.slice(0, MOST_READ).toWellFormed().match(token) ?? []
  const words = tokens.map(foldedWord)
  const found = new Set<string>()
  for (let at = 0; at < words.length; at++) {
    for (const language of peopleWords) {
      const person = personAt(words, at, language)
      if (person === null) continue
      const called = tokens[person.next] ?? ''
      const calledName = withoutGenitive(foldedWord(called))
      if (notAPerson.has(calledName)) continue
      found.add(name.test(called) ? `${person.role}:${calledName}` : person.role)
    }
  }
  return [...found]
}

/** Different people among such keys: someone with a name is not counted again without it. */
export function countPeople(keys: Iterable<string>): number {
  const all = new Set(keys)
  const named = [...all].filter((key) => key.includes(':'))
  const roles = new Set(named.map((key) => key.slice(0, key.indexOf(':'))))
  return named.length + [...all].filter((key) => !key.includes(':') && !roles.has(key)).length
}
