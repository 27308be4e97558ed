/** Whether a message in a talk asks for a softer light or for its own back: only where a whole sentence says just that. */
import { english, englishIt, type WishPatterns } from './softenWords.ts'
import { otherLanguages } from './softenWordsElsewhere.ts'

export type LightWish = 'soften' | 'back'

/** A longer message tells something; a wish in it is part of a story, or was pasted. */
const LONGEST = 300
const MOST_SENTENCES = 6

/** Somebody else's words, or words about words. */
const told =
  /\b(?:said|says|saying|told|tells|asked|asks|asking|shouted|shouts|yelled|whispered|wrote|writes|texted|goes|lyrics?|song|sing|singing|chorus|poem|novel|movie|film|title|titled|caption|translate|translation|rehears\w*|script|spell|phrase|sentence|quote|quoted|example|joke)\b/
/** After a wish it takes it back. */
const takenBack =
  /^(?:oh |ah |well |actually |hm+ )?(?:no|nope|nah|not|never ?mind|forget (?:it|that)|do not|just kidding|kidding|jk|as if|stop|cancel that|leave (?:it|them)|nein|nee|non|nao|tidak|jangan)\b/
const lightNamed = /\b(?:lights?|lamps?|lighting|bulbs?)\b/

const QUOTED = ' \u0001 '

/** Without accents and signs, English short forms written out; what stands in quotes becomes one sign that nothing matches. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*>.*$/gm, QUOTED)
    .replace(/```[\s\S]*?(?:```|$)|`[^`\n]*`/g, QUOTED)
    .replace(/[‘’‚‛`´ʼ′]/g, "'")
    .replace(/["“”„‟«»″][^"“”„‟«»″]*["“”„‟«»″]/g, QUOTED)
    .replace(/(^|[\s:(,])'[^']*[^'\s]'(?=$|[\s.,!?;:)])/g, `$1${QUOTED}`)
    .normalize('NFD')
    .replace(/\p{M}|\p{Cf}|\p{Extended_Pictographic}|[¿¡*_~]/gu, '')
    .replace(/[:;]-?[)(dp]+(?=\s|$)/g, '')
    .replace(/\s+[-‐‑‒–—―]+\s+/g, ', ')
    .replace(/\bi'd\b/g, 'i would')
    .replace(/\blet'?s\b/g, 'let us')
    .replace(
      /\b(it|that|this|they|he|she)'(s|re)\b/g,
      (_, who, end) => `${who} ${end === 's' ? 'is' : 'are'}`,
    )
    .replace(/\b(?:don'?t|do n't)\b/g, 'do not')
    .replace(/\b(?:u|ya)\b(?= (?:please|pls|just|maybe|soften|dim|turn|lower|make|bring|give|put))/g, 'you')
}

function sentencesOf(text: string): string[] {
  return text
    .split(/[.!?…;\n]+/)
    .map((part) =>
      part
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ,/g, ',')
        .replace(/^[, ]+|[, ]+$/g, ''),
    )
    .filter((part) => part !== '')
}

const says = (patterns: WishPatterns, wish: LightWish, sentence: string) =>
  patterns[wish].some((pattern) => pattern.test(sentence))

function wishOf(sentence: string, isLightNamed: boolean): LightWish | null {
  const known = [english, otherLanguages, ...(isLightNamed ? [englishIt] : [])]
  // To have it back comes first: "turn the lights back down" is about neither.
  for (const wish of ['back', 'soften'] as const) {
    if (known.some((patterns) => says(patterns, wish, sentence))) return wish
  }
  return null
}

/**
 * Pure. Careful rather than clever: what is not plainly a wish to Lull, now, is none. A negation, a condition, a story,
 * a quote or another's words have no place in the sentences that count.
 */
export function softenWish(text: string): LightWish | null {
  if (text.length > LONGEST) return null
  const plainText = plain(text)
  if (told.test(plainText)) return null
  const sentences = sentencesOf(plainText)
  if (sentences.length > MOST_SENTENCES) return null
  let wish: LightWish | null = null
  let isLightNamed = false
  for (const sentence of sentences) {
    if (wish !== null && takenBack.test(sentence)) wish = null
    wish = wishOf(sentence, isLightNamed || lightNamed.test(sentence)) ?? wish
    isLightNamed ||= lightNamed.test(sentence)
  }
  return wish
}
