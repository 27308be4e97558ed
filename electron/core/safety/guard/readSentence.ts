/** Takes the disguise off a sentence of a model: markdown, look-alike letters, foreign digits, leet, letters apart. */
import { foldScript, normalise } from '../normalise.ts'

export interface ReadSentence {
  written: string
  /** Plain English-like forms: as written first, then with each disguise taken off that was found. */
  forms: readonly string[]
  /** Lower case and without markdown, otherwise as written: for addresses. */
  asWritten: string
  /** Lower case without accents and otherwise as written, for languages other than English. */
  folded: string
  isQuestion: boolean
}

/** A decimal digit of any script as 0–9: digits of a script stand in runs of ten, zero first. */
function asciiDigit(digit: string): string {
  let code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code--
    value++
  }
  return String(value)
}

const cjkDigits = '〇一二三四五六七八九'

/** Figures of every script as 0–9, compatibility forms unfolded. */
function plainFigures(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[❶-❾➀-➈➊-➒]/g, (one) => String((((one.codePointAt(0) ?? 0x2776) - 0x2776) % 10) + 1))
    .replace(/\p{Nd}/gu, (one) => (one <= '9' ? one : asciiDigit(one)))
    .replace(/[零〇一二三四五六七八九]{3,}/g, (run) =>
      [...run].map((one) => (one === '零' ? '0' : cjkDigits.indexOf(one))).join(''),
    )
}

/** Emphasis, headings, quotes and code marks carry no words. */
function withoutMarkdown(text: string): string {
  return text
    .replace(/\*\*|__|~~|`+/g, '')
    .replace(/(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/(?<=\p{L})_(?=\p{L})/gu, ' ')
    .replace(/^[\s#>]+/, '')
}

const shorter: readonly [RegExp, string][] = [
  [/\b(you|we|they) are\b/g, "$1're"],
  [/\b(it|that|there|he|she|what|who|here) is\b/g, "$1's"],
  [/\b(you|we|they|he|she|it|that|this) will\b/g, "$1'll"],
  [/\b(should|would|could|has|had|have|is|was|were|are|need|must)(?: not|nt)\b/g, "$1n't"],
  [/\blet us\b/g, "let's"],
  [/\b(you|we|they) have (?=been|had|got|just|already|never|always|lost|only)/g, "$1've "],
  [/\bi had better\b/g, "i'd better"],
]

const contracted = (plain: string) =>
  shorter.reduce((text, [long, short]) => text.replace(long, short), plain)

const keepTabs = (written: string, plain: string) =>
  /\btabs\b/i.test(written) &&
  !/\btablets\b/i.test(written) &&
  !/pills|drug|swallow|take|took|meds/i.test(written)
    ? plain.replace(/\btablets\b/g, 'tabs')
    : plain

const leet: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const mixedWord = /(?<![a-z0-9@$!])(?=[a-z@$!]*[0134578@$][a-z@$!]*[a-z])[a-z0-9@$!]{3,20}(?![a-z0-9])/g
/** "2nd", "9am", "mp3", "5k", "covid19": digits that are meant. */
const meantDigits = /^(?:\d+[a-z]{1,4}|[a-z]+\d+)$/
const interrupted = /(?<=[a-z])[.\-_·|/\\+~^*]+(?=[a-z])/g

/** Linear in the length of the sentence. */
export function readSentence(sentence: string): ReadSentence {
  const written = withoutMarkdown(plainFigures(sentence))
  // "999 tabs open": a listener reads tablets there, a model means a browser.
  const plain = keepTabs(written, contracted(normalise(written))).trim()
  const forms = [plain]
  const add = (form: string) => {
    if (!forms.includes(form)) forms.push(form)
  }
  const lowered = written.toLowerCase()
  if (lowered.match(mixedWord)?.some((word) => !meantDigits.test(word)))
    add(
      contracted(
        normalise(
          lowered.replace(mixedWord, (word) => word.replace(/[0134578@$!]/g, (one) => leet[one] ?? one)),
        ),
      ).trim(),
    )
  if (plain.search(interrupted) >= 0) add(plain.replace(interrupted, ''))
  const folded = foldScript(written)
  return {
    written: sentence,
    asWritten: written.toLowerCase(),
    forms,
    folded,
    isQuestion: isQuestion(sentence),
  }
}

export const isQuestion = (sentence: string) => /[?？](?=[\s"'”’»)*_]*$)/u.test(sentence.trimEnd())
