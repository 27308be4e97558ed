/** Cuts a normalised turn into sentences and clauses, and takes away what others wrote. */

/** Words in one clause at most: a text without stops is cut into pieces that overlap, and stays cheap. */
const MOST_WORDS = 60
const OVERLAP_WORDS = 14

/** Words in their order, and the same as text, made when a guard asks: ` like this `, spaces before and behind. */
export class Words {
  readonly words: readonly string[]
  #text: string | null = null

  constructor(words: readonly string[]) {
    this.words = words
  }

  get text(): string {
    this.#text ??= ` ${this.words.join(' ')} `
    return this.#text
  }
}

export interface Clause {
  clause: Words
  /** The sentence it belongs to; jokes and stories are told by the whole sentence. */
  sentence: Words
}

const word = /[\p{L}\p{N}'][\p{L}\p{N}']*/gu

export const wordsIn = (plain: string): readonly string[] => plain.match(word) ?? []
const endOfSentence = /[.!?;]+(?=[\s"]|$)|\n|[;!?]/
const endOfClause = /,|:| - |\(|\)|\.\.+| (?=(?:but|though|although|however|yet|except|because) )/

function pieces(words: readonly string[], most: number): (readonly string[])[] {
  if (words.length <= most) return [words]
  const parts: string[][] = []
  for (let start = 0; start + OVERLAP_WORDS < words.length; start += most - OVERLAP_WORDS)
    parts.push(words.slice(start, start + most))
  return parts
}

/** Sentences and their clauses: negation and person reach only as far as the clause they stand in. */
export function* clausesOf(plain: string): Generator<Clause> {
  for (const whole of plain.split(endOfSentence)) {
    if (whole.length === 0) continue
    const parts = whole.split(endOfClause).map(wordsIn)
    const all = parts.flat()
    const sentences = pieces(all, MOST_WORDS * 2).map((some) => new Words(some))
    let before = 0
    for (const words of parts) {
      if (words.length === 0) continue
      for (const piece of pieces(words, MOST_WORDS)) {
        const nth = Math.floor(before / (MOST_WORDS * 2 - OVERLAP_WORDS))
        const clause = new Words(piece)
        yield { clause, sentence: sentences[Math.min(nth, sentences.length - 1)] ?? clause }
        before += Math.min(piece.length, MOST_WORDS - OVERLAP_WORDS)
      }
    }
  }
}

const workBefore =
  /\b(?:song|album|track|film|movie|book|novel|title|titled|called|named|lyrics?|line|lines|verse|chorus|play|episode|series|show|band|game|ticket|error|poem|paper|headline|article|subject|slide|chapter|quote|quoted|quoting|caption|meme|sketch|joke|sign|sticker|tattoo|tagline|slogan|sings?|singing|goes like)\b[^"]{0,30}$/
const othersSay =
  /\b(?:he|she|they|someone|somebody|(?:my|our|his|her|their|the|a) \w+(?: \w+)?) (?:just |always |once |only )?(?:said|says|wrote|writes|texted|messaged|told me|keeps saying|posted|goes|sent)[^"]{0,20}$/
/** Who speaks is told behind the words, as books and songs are quoted. */
const quotedBehind =
  /^[.,]? ?(?:-|by|from|says|sings|wrote|said) ?(?:the (?:song|poem|book|film)|[a-z]+ [a-z]+$)/

/** Lines that were copied: quoted mail, verses behind a heading that says so, and what stands in a code fence. */
function withoutCopiedLines(plain: string): string {
  if (
    !/^ ?>|♪|♫|```|'''|\b(?:lyrics|verse|chorus|poem|quote|transcript|headline|article|abstract)\b[^\n]{0,40}:/m.test(
      plain,
    )
  )
    return plain
  let copying = false
  let fenced = false
  return plain
    .split('\n')
    .filter((line) => {
      if (/^ ?(?:```|''')/.test(line)) {
        fenced = !fenced
        return false
      }
      if (fenced || /^ ?>|♪|♫/.test(line)) return false
      if (line.trim() === '') copying = false
      if (copying) return false
      copying = /^[^.!?]{0,60}\b(?:lyrics|verse|chorus|poem|quote|transcript|abstract)\b[^\n]{0,40}: ?$/.test(
        line,
      )
      return true
    })
    .join('\n')
}

/**
 * Takes away quoted titles, verses and other people's quoted words; the person's own words in quotes stay, without the
 * marks. Other people's words come back as `reported`, since a friend's "I want to die" matters too.
 */
export function withoutQuotations(plain: string): { own: string; reported: string[] } {
  const lines = withoutCopiedLines(plain)
  // A pair of single quotes around several words is a quotation as well.
  const marked = lines.includes("'")
    ? lines.replace(
        /(?<=^|[\s:(])'([^'\n"]{3,200}(?:'[a-z]{1,2}\b[^'\n"]{0,200}){0,3})'(?=$|[\s.,;:!?)])/g,
        '"$1"',
      )
    : lines
  const parts = marked.split('"')
  if (parts.length < 3) return { own: marked, reported: [] }
  const own = [parts[0] ?? '']
  // Kept beside `own`, since looking back into a long text for every mark would cost its square.
  let lead = own[0]?.slice(-80) ?? ''
  const reported: string[] = []
  for (let index = 1; index < parts.length; index++) {
    const part = parts[index] ?? ''
    const isQuoted = index % 2 === 1 && index < parts.length - 1
    const isWork =
      isQuoted && (workBefore.test(lead) || quotedBehind.test((parts[index + 1] ?? '').slice(0, 60)))
    const isReported = isQuoted && !isWork && othersSay.test(lead)
    if (isReported) reported.push(part)
    const kept = isWork || isReported ? ' ' : part
    own.push(kept)
    lead = (lead + kept.slice(-80)).slice(-80)
  }
  return { own: own.join(''), reported }
}
