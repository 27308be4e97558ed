/** A few of the person's own words, given back: only whole clauses of plain words about how it is, never about how or with what. */
import { normalise } from '../normalise.ts'

const MOST_WORDS = 8
const LEAST_WORDS = 3

/**
 * Every word has to be one of these. So no means, place, amount, name or order can come back, whatever was typed, and
 * nothing is said that is harder than what was written.
 */
const known = new Set(
  `a about above again all alone already always am an and any anymore anyone anything are as at awake away bad be been
  before being best better big broken can can't come could couldn't crying day days do does doesn't doing don't done dead
  die dying down each easier empty end ended even ever every everyone everything exhausted existing exist feel feeling
  feels felt fight fighting for forever from get gets getting give given go goes going gone had hard hardly has hate
  haven't have heavy help helps here hold holding hope hopeless how hurt hurts i i'd i'll i'm i've in inside is isn't it
  it'd it'll it's just keep keeps know last left less life like live living lonely lost made make makes many maybe me
  mean mind more morning much my myself need never night nights no nobody none not nothing numb of off on one only out
  over pain people point rather ready real reason same scared see seem seems should sick since sleep sleeping so
  someone something sometimes still stop stopped such suffering sure take taking than that that's the them then there
  there's they thing things this thought thoughts through time tired to today together tomorrow too trapped tried try
  trying until up used very wake waking want wanted wanting was wasn't way weak week weeks well were what whatever when
  where will wish wished with without won't work worse worst worth would wouldn't year years yet`.split(
    /\s+/,
  ),
)

/** Judgements on themselves are given back only as a feeling: "you feel worthless", never "you are worthless". */
const harsh = new Set(
  `ashamed awful burden failure guilty hated horrible invisible pathetic stupid terrible ugly unwanted useless worthless`.split(
    /\s+/,
  ),
)

/** How a clause may begin so that "You wrote that …" fits before it, and says no more than they did. */
const beginning =
  /^(?:(?:sometimes|lately|some days|maybe) )?(?:i|i'm|i've|i'd|i'll|it|it's|nothing|nobody|everything|life|my (?:life|head|mind)|all i|there's no|there is no|no one)\b/
const feeling = /^i (?:just |still |always |really )?(?:feel|felt)\b|^i'm feeling\b/
/** "If i die", "until i die": half of such a sentence would say more than the whole. */
const conditional = /\b(?:if|unless|until|when|whenever|whether|because of|used to|thought about whether)\b/
/** Said beside the clause they make it less than it looks: "sometimes, i want to die". */
const hedge =
  /\b(?:sometimes|maybe|perhaps|kind of|sort of|part of me|a bit|a little|almost|some days|not true|as if|lol|haha|joking|kidding)\b/
/** "I want them all dead" is no wish to give back. */
const othersDead =
  /\b(?:everyone|everything|people|them|they|someone|anyone|nobody|no one)\b.*\b(?:die|dying|dead|end|ended|gone|hurt)\b/
const otherVoice =
  /\b(?:said|says|say|saying|told|tells|wrote|writes|sang|sings|lyrics?|quote|he|she|friend|mum|mom|dad|brother|sister|you|your)\b/

const turned = new Map([
  ['i', 'you'],
  ["i'm", "you're"],
  ["i've", "you've"],
  ["i'd", "you'd"],
  ["i'll", "you'll"],
  ['me', 'you'],
  ['my', 'your'],
  ['myself', 'yourself'],
  ['am', 'are'],
])

function turn(words: readonly string[]): string {
  return words
    .map((word, place) => {
      const after = words[place - 1]
      if (after === 'i' && word === 'was') return 'were'
      if (after === 'i' && word === "wasn't") return "weren't"
      return turned.get(word) ?? word
    })
    .join(' ')
}

function wordsOf(clause: string, sentence: string): string[] | null {
  if (!beginning.test(clause) || conditional.test(clause) || othersDead.test(clause)) return null
  if (hedge.test(sentence) && !hedge.test(clause)) return null
  if (!/^[a-z' ]+$/.test(clause)) return null
  const words = clause.split(' ').filter((word) => word !== '')
  if (words.length < LEAST_WORDS || words.length > MOST_WORDS) return null
  const may = feeling.test(clause)
    ? (word: string) => known.has(word) || harsh.has(word)
    : (word: string) => known.has(word)
  return words.every(may) ? words : null
}

/** Sentences with their clauses; half a sentence is only given back where it stands by itself. */
function clausesOf(normalised: string): { clause: string; sentence: string }[] {
  return normalised
    .split(/[.!;\n]+/)
    .flatMap((sentence) =>
      sentence
        .split(/[,:()]| - | (?:but|because|and) /)
        .map((clause) => ({ clause: clause.replace(/^\s*(?:and|honestly) /, '').trim(), sentence })),
    )
}

/** How it is comes before what is wished: the pain is what the person wants seen. */
function weight(clause: string): number {
  if (feeling.test(clause)) return 3
  if (/\b(?:can't|tired|alone|hurts?|pain|numb|empty|scared|trapped|nothing|nobody|exhausted)\b/.test(clause))
    return 2
  return /\b(?:want|wish|die|live|living|life|worth|here|wake)\b/.test(clause) ? 1 : 0
}

/**
 * A phrase for "You wrote that …", pronouns turned, at most eight words; null when none is safe. English only: in other
 * languages turning pronouns turns verbs too, so authored words stand there.
 */
export function echoOf(text: string): string | null {
  if (text.includes('"') || /[“”«»?]/.test(text)) return null
  const normalised = normalise(text.slice(0, 4000))
  if (otherVoice.test(normalised)) return null
  let best: { words: string[]; weight: number } | null = null
  for (const { clause, sentence } of clausesOf(normalised)) {
    const words = wordsOf(clause, sentence)
    if (!words) continue
    const found = weight(words.join(' '))
    if (found > 0 && (best === null || found > best.weight)) best = { words, weight: found }
  }
  return best === null ? null : turn(best.words)
}
