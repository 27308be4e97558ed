/** Words that a slip of a finger or a missing space hides. */

/** Words worth finding behind one slip of a finger: a letter missing, doubled, wrong or in the wrong place. */
const worthFinding = [
  'suicide',
  'suicidal',
  'myself',
  'overdose',
  'overdosed',
  'goodbye',
  'tonight',
  'anymore',
  'forever',
  'swallowed',
  'strangle',
  'unconscious',
  'bleeding',
  'breathing',
]
const nearButMeant = new Set([
  'suicides',
  'overdone',
  'overdoes',
  'overdoses',
  'breeding',
  'breathings',
  'bleedings',
  'leeding',
  'pleading',
  'blending',
  'fortnight',
  'knight',
  'strangled',
  'strangler',
  'stranger',
  'swallower',
  'conscious',
  'themself',
  'strange',
  'swallows',
  'swallow',
  'treating',
  'wreathing',
  'himself',
  'itself',
  'oneself',
  'yourself',
  'overdosing',
  'feeding',
  'beading',
  'needing',
  'reading',
  'leading',
  'tonights',
  "tonight's",
  'goodbyes',
  'heeding',
  'seeding',
  'weeding',
  'breathin',
  'breaching',
])

const without = (word: string) => [...word].map((_, at) => word.slice(0, at) + word.slice(at + 1))
const slips = new Map([
  ...worthFinding.flatMap((word) => without(word).map((slip) => [slip, word] as const)),
  // Last, since a word may be another one without a letter.
  ...worthFinding.map((word) => [word, word] as const),
])

/** @returns the word worth finding that this one is a slip of. */
export function slipped(word: string): string | undefined {
  if (word.length < 5 || word.length > 12 || nearButMeant.has(word)) return undefined
  const direct = slips.get(word)
  if (direct) return direct
  // A wrong letter, or two that changed places: without one letter both are the same.
  for (const shorter of without(word)) {
    const found = slips.get(shorter)
    if (found && Math.abs(found.length - word.length) <= 1 && found[0] === word[0]) return found
  }
  return undefined
}

const glued = [
  'anymore',
  'myself',
  'killing',
  'suicide',
  'wanna',
  'alive',
  "don't",
  "can't",
  'dont',
  'cant',
  'kill',
  'want',
  'dead',
  'hang',
  'hurt',
  'life',
  'live',
  'here',
  'done',
  'gone',
  'this',
  'with',
  'just',
  'help',
  'need',
  'wish',
  'die',
  'end',
  'not',
  'all',
  'cut',
  'was',
  'go',
  'on',
  'my',
  'be',
  'to',
  'me',
  'it',
  'im',
  'i',
]
const gluedWorth =
  /die|kill|dead|alive|mylife|tolive|hurtm|^iwant|^ineed|^iwish|suicid|endit|endmy|cutm|hangm|gone/
const gluedMeant = new Set([
  'dietitian',
  'diet',
  'soldier',
  'soldiers',
  'audience',
  'alive',
  'killing',
  'deadline',
  'deadlines',
])

/** Words written without spaces, as in tags and as in letters written apart; null when it is none of them. */
export function unglued(word: string): string[] | null {
  if (word.length < 5 || word.length > 40 || gluedMeant.has(word) || !gluedWorth.test(word)) return null
  // From each place the longest known word is tried first; a place that leads nowhere is not tried twice.
  const dead = new Set<number>()
  const from = (at: number): string[] | null => {
    if (at === word.length) return []
    if (dead.has(at)) return null
    for (const part of glued) {
      if (!word.startsWith(part, at)) continue
      const rest = from(at + part.length)
      if (rest) return [part, ...rest]
    }
    dead.add(at)
    return null
  }
  const parts = from(0)
  return parts && parts.length >= 2 ? parts : null
}
