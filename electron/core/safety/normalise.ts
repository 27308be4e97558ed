/** Makes written English comparable, so that a rule reads "kill myself" however it was typed. */

const lookalikes: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  ԁ: 'd',
  κ: 'k',
  ο: 'o',
  α: 'a',
  ι: 'i',
  ν: 'v',
  ı: 'i',
}

const leet: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
}

/** Whole words that have a plainer spelling; read after lower-casing and after runs are shortened. */
const spellings = new Map<string, string>([
  ['wanna', 'want to'],
  ['gonna', 'going to'],
  ['gotta', 'got to'],
  ['tryna', 'trying to'],
  ['finna', 'going to'],
  ['im', "i'm"],
  ['ive', "i've"],
  ['ill', "i'll"],
  ['dont', "don't"],
  ['doesnt', "doesn't"],
  ['didnt', "didn't"],
  ['cant', "can't"],
  ['cannot', "can't"],
  ['wont', "won't"],
  ['isnt', "isn't"],
  ['wasnt', "wasn't"],
  ['arent', "aren't"],
  ['wouldnt', "wouldn't"],
  ['shouldnt', "shouldn't"],
  ['havent', "haven't"],
  ['hes', "he's"],
  ['shes', "she's"],
  ['theyre', "they're"],
  ['u', 'you'],
  ['ur', 'your'],
  ['rn', 'right now'],
  ['tn', 'tonight'],
  ['tonite', 'tonight'],
  ['2nite', 'tonight'],
  ['2night', 'tonight'],
  ['bc', 'because'],
  ['cuz', 'because'],
  ['anymor', 'anymore'],
  ['myslef', 'myself'],
  ['mysef', 'myself'],
  ['meself', 'myself'],
  ['kil', 'kill'],
  ['kiling', 'killing'],
  ['sucide', 'suicide'],
  ['suicde', 'suicide'],
  ['suiside', 'suicide'],
  ['sewerslide', 'suicide'],
  ['sewercide', 'suicide'],
  ['sucidal', 'suicidal'],
  ['suicidle', 'suicidal'],
  ['tabs', 'tablets'],
  ['od', 'overdose'],
  ["od'd", 'overdosed'],
  ['oded', 'overdosed'],
])

/** Letters that were written apart lose their spaces; these are the phrases worth finding again. */
const squeezed: [RegExp, string][] = [
  [/killmyself/g, 'kill myself'],
  [/hangmyself/g, 'hang myself'],
  [/cutmyself/g, 'cut myself'],
  [/hurtmyself/g, 'hurt myself'],
  [/endmylife/g, 'end my life'],
  [/wanttodie/g, 'want to die'],
  [/^i(?=want|kill|end|cut|hang)/g, 'i '],
  [/(?<=i )want(?=to)/g, 'want '],
]

function joinSpacedLetters(text: string): string {
  // Four or more single letters in a row, apart by spaces, dots, dashes, stars or underscores.
  return text.replace(/(?<![a-z0-9'])[a-z](?:[ .*_-]{1,3}[a-z](?![a-z0-9'])){3,}/g, (run) => {
    // A wider gap is where a word ended.
    let words = run
      .replace(/[ .*_-]{2,}/g, '\n')
      .replace(/[ .*_-]/g, '')
      .replaceAll('\n', ' ')
    for (const [pattern, phrase] of squeezed) words = words.replace(pattern, phrase)
    return words
  })
}

/**
 * Lower-case ASCII-like text: compatibility forms unfolded, invisible characters gone, accents dropped, quotes and
 * dashes made plain, look-alike letters and simple leet replaced inside words, long runs shortened, common chat
 * spellings written out. Line ends stay. Linear in the length of the text.
 */
export function normalise(text: string): string {
  let plain = text
    .toWellFormed()
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’‚‛`´ʼ′]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[^\S\n]|(?!\n)\p{Cc}/gu, ' ')
  plain = plain.replace(/\S+/g, (word) =>
    /[a-z]/.test(word) ? word.replace(/[^\p{ASCII}]/gu, (c) => lookalikes[c] ?? c) : word,
  )
  plain = plain
    .replace(/(?<=[a-z])[013457@$!|](?=[a-z])/g, (c) => leet[c] ?? c)
    // A masked vowel: "k*ll", "su*cide".
    .replace(/\bk[*#.]ll/g, 'kill')
    .replace(/\bs[*#]{1,2}[i1]?c[i*#]de\b|\bsu[*#]c[i*#]de\b|\bsui[*#]+\b/g, 'suicide')
    .replace(/\bd[*#]e\b/g, 'die')
    .replace(/([a-z])\1{2,}/g, '$1')
    .replace(/ {3,}/g, '  ')
  plain = joinSpacedLetters(plain).replace(/ {2,}/g, ' ')
  return plain
    .replace(/[a-z0-9][a-z0-9']*/g, (word) => spellings.get(word) ?? word)
    .replace(/\bi am\b/g, "i'm")
    .replace(/\bi have (?=been|had|taken|just|already|never|lost|decided|got|written|tried)/g, "i've ")
    .replace(/\bi(?: wi)ll\b/g, "i'll")
    .replace(/\bi would\b/g, "i'd")
    .replace(/\bdo not\b/g, "don't")
    .replace(/\bdoes not\b/g, "doesn't")
    .replace(/\bdid not\b/g, "didn't")
    .replace(/\bcan not\b/g, "can't")
    .replace(/\bwill not\b/g, "won't")
}

/** Longest stretch a rule looks at; longer ones are cut at spaces, so that a text without stops stays cheap. */
const MAX_CLAUSE = 320
const OVERLAP = 80

export interface Clause {
  text: string
  /** Which sentence of the turn it belongs to; guards about jokes and stories look at the whole sentence. */
  sentence: string
}

function windows(text: string, size: number): string[] {
  if (text.length <= size) return [text]
  const parts: string[] = []
  for (let start = 0; start < text.length; start += size - OVERLAP)
    parts.push(text.slice(start, start + size))
  return parts
}

/** Sentences and their clauses: negation and person reach only as far as the clause they stand in. */
export function clausesOf(normalised: string): Clause[] {
  const clauses: Clause[] = []
  for (const whole of normalised.split(/[.!?;]{1,4}(?=\s|"|$)|\n|[;!?]/)) {
    for (const sentence of windows(whole.trim(), MAX_CLAUSE * 2)) {
      if (sentence === '') continue
      for (const part of sentence.split(
        /,|:| - |\(|\)| (?:but|though|although|however|yet|except|because|so) /,
      )) {
        for (const text of windows(part.trim(), MAX_CLAUSE)) if (text !== '') clauses.push({ text, sentence })
      }
    }
  }
  return clauses
}

const workBefore =
  /\b(?:song|album|track|film|movie|book|novel|title|titled|called|named|lyrics?|chorus|play|episode|series|show|band|game|ticket|error|poem|paper|headline|article|subject|slide|chapter|quote|caption|meme|sketch|joke)\b[^"]{0,30}$/
const othersSay =
  /\b(?:he|she|they|someone|somebody|(?:my|our|his|her|their|the|a) \w+(?: \w+)?) (?:just |always |once |only )?(?:said|says|wrote|writes|texted|messaged|told me|keeps saying|posted|goes)[^"]{0,20}$/

/**
 * Takes away quoted titles and other people's quoted words; the person's own words in quotes stay, without the marks.
 * Other people's words come back as `reported`, since a friend's "I want to die" matters too.
 */
export function withoutQuotations(normalised: string): { own: string; reported: string[] } {
  const pieces = normalised.split('"')
  if (pieces.length < 3) return { own: normalised, reported: [] }
  let own = pieces[0] ?? ''
  const reported: string[] = []
  for (let index = 1; index < pieces.length; index++) {
    const piece = pieces[index] ?? ''
    const isQuoted = index % 2 === 1 && index < pieces.length - 1
    const lead = own.slice(-80)
    if (isQuoted && workBefore.test(lead)) own += ' '
    else if (isQuoted && othersSay.test(lead)) {
      reported.push(piece)
      own += ' '
    } else own += piece
  }
  return { own, reported }
}
