/** Counts a text as hashed n-grams: three to five characters across words, one and two words. */

/** Distinguishes word hashes from character hashes of the same letters. */
const WORD_SEED = 0x5bd1e995
const CHAR_SEED = 0x811c9dc5

function mixed(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * Calls `visit` with the 32-bit hash of every n-gram of a folded text, as often as it occurs.
 * @param folded as `foldText` gives it: words between single spaces, one at either end.
 * @returns how many there were. Linear in the text.
 */
export function eachNgram(folded: string, visit: (hash: number) => void): number {
  let count = 0
  let word = WORD_SEED
  let before = 0
  for (let start = 0; start < folded.length; start++) {
    let hash = CHAR_SEED
    const end = Math.min(folded.length, start + 5)
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193)
      if (at - start < 2) continue
      visit(mixed(hash + at - start))
      count++
    }
    const code = folded.charCodeAt(start)
    if (code !== 32) {
      word = Math.imul(word ^ code, 0x01000193)
      continue
    }
    if (word === WORD_SEED) continue
    visit(mixed(word))
    visit(mixed(Math.imul(before, 31) + word))
    count += 2
    before = word
    word = WORD_SEED
  }
  return count
}
