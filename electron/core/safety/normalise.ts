/** Makes written words comparable, so that a rule reads "kill myself" however it was typed. */
import { respell } from './rules/spellings.ts'

/** Letters of other alphabets, and signs, that are read as Latin ones. */
const lookalikes: Record<string, string> = Object.fromEntries(
  [
    'аaаaбbвbгrеeзzиuіiїiјjкkӏlмmнhоoпnрpсcтtуyхxчyѕsԁdԛqԝwһhьbъbэeюuяr',
    'αaβbγyδdεeηnιiκkνvοoρpσoςcτtυuχxωw',
    'ıiɪiɡgɑaəeɴnʀrʟlʏyʜhᴀaʙbᴄcᴅdᴇeᴊjᴋkᴍmᴏoᴘpᴛtᴜuᴠvᴡwᴢzꜱsɢgøoðdłlđd',
    'աwոnսuօoհhցgզqկyղnտmяr',
  ].flatMap((pairs) => {
    const letters = [...pairs]
    return letters.flatMap((letter, at) => (at % 2 === 0 ? [[letter, letters[at + 1] ?? '']] : []))
  }),
)
const lookalike = new RegExp(`[${Object.keys(lookalikes).join('')}]`, 'g')

/** Letters of one writing that stand for two of another. */
const ligatures: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' }

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

/** Signs that say a word. A skull alone is laughter; after "to" it is a verb. */
const signs: [RegExp, string][] = [
  [/\b(to|gonna|wanna|and|i|would|should|just|i'll|i could)\s*[💀☠⚰🪦]/gu, '$1 die '],
  [/🔫/gu, ' gun '],
  [/[🔪🗡]/gu, ' knife '],
  [/💊/gu, ' pills '],
  [/🪢/gu, ' rope '],
  [/🪒/gu, ' razor '],
  [/🩸/gu, ' bleed '],
]

/** Words whose doubled letter belongs there, so that "killlll" does not become "kil". */
const doubled = new Set(
  `kill killed killing all pill pills will well feel need needs sleep keep off too call tell hell still cliff bottle
  goodbye miss happy swallow swallowed need needed see seen been free feet deep weep seek fall worry sorry really
  hurry hurricane letter better add pass miss less useless hopeless worthless helpless guess mess stress boss loss cross
  food blood good room school door floor soon noose moon took look book poor shoot foot drown bleed bleeding bleeds
  knee week three tree street meet speed agree fee mee baddd running drunk stopping cutting hitting beating suffer
  suffering tonight anything scarred starved purge stuff alley belly`.split(/\s+/),
)

/** Text that was encoded for machines: nobody speaks in it, and letters in it mean nothing. */
const encoded =
  /(?:data:[\w/+.-]{1,60};base64,)?(?<![\w+/=-])(?=[\w+/=-]{0,200}[A-Z])(?=[\w+/=-]{0,200}[a-z])(?=[\w+/=-]{0,200}\d)[\w+/=-]{32,}/g

/** Right-to-left override shows its text backwards: it is read as it is shown. */
const turnedRound = /\u202e([^\u202a-\u202e\u2066-\u2069\n]*)/g

function unfolded(text: string): string {
  let plain = text
    .toWellFormed()
    .replace(turnedRound, (_, run: string) => [...run].reverse().join(''))
    .normalize('NFKC')
    // Letters in filled circles and squares have no plain form of their own.
    .replace(/[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu, (sign) => {
      const at = sign.codePointAt(0) ?? 0
      return String.fromCharCode(97 + at - (at < 0x1f170 ? 0x1f150 : 0x1f170))
    })
    .replace(/\p{Cf}|\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’‚‛`´ʼ′＇]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/…/g, '...')
    .replace(/[^\S\n]|(?!\n)\p{Cc}/gu, ' ')
    .replace(/[ßæœþ]/g, (letter) => ligatures[letter] ?? letter)
  for (const [sign, word] of signs) plain = plain.replace(sign, word)
  return latin(plain)
}

const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u

/** Look-alikes become Latin in mixed words, and everywhere when the text is otherwise Latin. */
function latin(text: string): string {
  if (text.search(lookalike) < 0) return text
  const rest = text.replace(lookalike, '')
  const isLatin = !foreign.test(rest) && (/[a-z]/.test(rest) || !foreign.test(text))
  return text.replace(/\S+/g, (word) =>
    isLatin || /[a-z]/.test(word) ? word.replace(lookalike, (letter) => lookalikes[letter] ?? letter) : word,
  )
}

/** A letter held down. */
const run = /([a-z])\1\1/

/** Four or more single letters in a row, apart by spaces, dots, dashes, stars or underscores. */
const spacedOut = /(?<![a-z0-9'])[a-z](?:[ .*_-]{1,3}[a-z](?![a-z0-9'])){3,}/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is meant
const ascii = /^[\x00-\x7f]*$/

/**
 * What no language owns: compatibility forms unfolded, invisible characters gone, accents dropped, quotes and dashes
 * made plain, look-alike letters and simple leet replaced inside words, long runs shortened, letters written apart
 * joined. Lower case; line ends stay. Linear in the length of the text.
 */
export function foldScript(text: string): string {
  const spoken = text.length > 32 ? text.replace(encoded, ' ') : text
  let plain = ascii.test(spoken) ? spoken.toLowerCase().replace(/`/g, "'") : unfolded(spoken)
  plain = plain
    .replace(/(?<=[a-z])[013457@$!|](?=[a-z])/g, (sign) => leet[sign] ?? sign)
    .replace(/[^\S\n]|(?!\n)\p{Cc}/gu, ' ')
    .replace(/ {3,}/g, '  ')
  if (run.test(plain)) plain = plain.replace(/[a-z]+/g, (word) => (run.test(word) ? shortened(word) : word))
  return plain
    .replace(spacedOut, (run) =>
      // A wider gap is where a word ended.
      run
        .replace(/[ .*_-]{2,}/g, '\n')
        .replace(/[ .*_-]/g, '')
        .replaceAll('\n', ' '),
    )
    .replace(/ {2,}/g, ' ')
}

function shortened(word: string): string {
  const twice = word.replace(/([a-z])\1{2,}/g, '$1$1')
  return doubled.has(twice) ? twice : word.replace(/([a-z])\1{2,}/g, '$1')
}

/** English as rules read it: `foldScript`, and chat spellings, dialects and slips written out. */
export function normalise(text: string): string {
  return respell(foldScript(text))
}
