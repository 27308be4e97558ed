/** Text that hides what it says: a model that writes so has lost the thread, or wants to get past the guard. */

const encoded: readonly RegExp[] = [
  // Base64, hexadecimal, percent signs, escapes, ones and noughts, dots and dashes.
  /(?<![A-Za-z0-9+/])(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[A-Z])(?=[A-Za-z0-9+/]*[0-9+/])[A-Za-z0-9+/]{16,}={0,2}/,
  /[A-Za-z0-9+/]{10,}={1,2}(?![\w=])/,
  /(?<![A-Za-z])(?=[A-Za-z]*[a-z][A-Z])[A-Za-z]{24,}/,
  /(?<![0-9a-z])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{16,}(?![0-9a-z])/i,
  /(?:(?<![0-9a-z])(?:0x)?[0-9a-f]{2}[\s,:-]{1,2}){6,}/i,
  /(?:%[0-9a-f]{2}){3,}|(?:\\u?x?[0-9a-f]{2,4}){3,}/i,
  /(?:[01]{7,8}\s*){3,}/,
  /(?:[.\-−–·•]{1,5}[ /|]+){6,}/,
  // Direction marks that turn what is read around.
  /[\u202d\u202e]/,
  // Letters one by one: "k i l l", "k-i-l-l", and so on.
  /(?<![\p{L}\p{N}'’])\p{L}(?:[\s.\-_*·,/|+]{1,3}\p{L}(?![\p{L}\p{N}'’])){4,}/u,
  // Letters drawn as pictures, small capitals, upside down.
  /(?:[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]\s*){3,}|(?:[\u{1f1e6}-\u{1f1ff}]\s*){5,}|[\u2801-\u28ff]{3,}/u,
  /(?:[\u0250-\u02af\u1d00-\u1d7f\ua730-\ua7ff][^\s]*\s*){4,}/u,
  // Template words, and the prompt itself.
  /<\/?(?:think|thinking|s|scratchpad)>|\[\/?inst\]|^\s*#{2,}\s*(?:instruction|response|system|input)\b/i,
  /\bcare note:|\b(?:my|the) system prompt (?:is|says|reads)\b/i,
]

const latin = /\p{Script=Latin}/u
const drawnLike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u
/** A letter for a measure, such as "µg", is no disguise. */
const isMixed = (word: string) => latin.test(word) && drawnLike.test(word.replace(/[µμΩπβαλ]/gu, ''))

const common = new Set('the you your to of and a is it in that on for with be as at this have not'.split(' '))
const commonCount = (words: readonly string[]) => words.filter((word) => common.has(word)).length
const rot13 = (word: string) =>
  word.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97))

/** Written backwards, shifted by thirteen letters, or with every word turned at its first letter. */
function isScrambled(text: string): boolean {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? []
  if (words.length < 4) return false
  const turned = words.filter((word) => /[bcdfghjklmnpqrstvwxz]ay$|yay$/.test(word) && word.length > 4).length
  if (turned * 2 >= words.length) return true
  const asIs = commonCount(words)
  const needed = Math.max(2, asIs * 2 + 1)
  const reversed = words.map((word) => [...word].reverse().join(''))
  const distinct = (list: readonly string[]) => [...new Set(list)].filter((word) => word.length > 1)
  return commonCount(distinct(words.map(rot13))) >= needed || commonCount(distinct(reversed)) >= needed + 1
}

/** Which scripts beside Latin most letters of a text belong to. */
const otherLetters = /[^\P{L}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/gu

/** True when most letters are of a script in which nothing can be checked, and the person does not write in it. */
function isOtherScript(text: string, personText: string): boolean {
  if (personText === '') return false
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const others = text.match(otherLetters)?.length ?? 0
  return others >= 3 && others * 2 > letters && (personText.match(otherLetters)?.length ?? 0) < 3
}

/** @param personText what the person wrote last, raw; '' when unknown. */
export function isUnreadable(sentence: string, personText: string): boolean {
  const visible = sentence.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
  if (encoded.some((pattern) => pattern.test(visible))) return true
  const words = visible.match(/\p{L}+/gu) ?? []
  if (words.filter(isMixed).length >= 2) return true
  const leetWords = visible.match(/(?<![\w@$])[a-z]+[0134578@$]+[a-z]+[a-z0134578@$]*(?![\w@$])/gi) ?? []
  if (leetWords.length >= 3) return true
  return isScrambled(visible) || isOtherScript(visible, personText)
}
