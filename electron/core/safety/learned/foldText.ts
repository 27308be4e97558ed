/** One spelling for what people type in many: both learned layers count n-grams of folded text, in training as in use. */

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\p{M}\p{Cc}]/gu
const longRun = /(\p{L})\1{2,}/gu
const digit = /\p{N}+/gu
const notWord = /[^\p{L}0'\p{Extended_Pictographic}!?]+/gu

/**
 * Lower case, without accents, invisible and control characters; runs of a letter cut to two, numbers to one `0`, all
 * that is neither letter, number, apostrophe, emoji, `!` nor `?` to one space. Begins and ends with a space. Linear.
 */
export function foldText(text: string): string {
  const folded = text
    .replace(/\s+/g, ' ')
    .normalize('NFKD')
    .replace(invisible, '')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(longRun, '$1$1')
    .replace(digit, '0')
    .replace(notWord, ' ')
    .trim()
  return ` ${folded} `
}
