/** Cuts a message into the short stretches that both learned layers judge: a whole long post says nothing sharply. */

/** A window holds whole sentences up to this many words; a longer sentence is cut. */
export const WINDOW_WORDS = 40
/** What is longer than this is no word; it counts as several, so that no window grows long. */
const WORD_CHARS = 40

const wordOrLineBreak = /[^\s]+|[\r\n]+/g
const sentenceEnd = /[.!?…。！？]["'”’)\]*]{0,3}$/u

/**
 * Every window of a message in its order, words between single spaces; none for text without a word. A sentence ends
 * with its stop or its line. Linear in the text.
 */
export function allWindowsOf(text: string, mostWords = WINDOW_WORDS): string[] {
  const windows: string[] = []
  /** Whole sentences, then the words of the one that is not over. */
  let held: string[] = []
  let whole = 0
  const take = (count: number) => {
    if (count > 0) windows.push(held.slice(0, count).join(' '))
    held = held.slice(count)
    whole = 0
  }
  for (const [found] of text.matchAll(wordOrLineBreak)) {
    if (found.startsWith('\n') || found.startsWith('\r')) {
      whole = held.length
      continue
    }
    for (let at = 0; at < found.length; at += WORD_CHARS) {
      if (held.length === mostWords) take(whole === 0 ? mostWords : whole)
      held.push(found.slice(at, at + WORD_CHARS))
    }
    if (sentenceEnd.test(found.slice(-4))) whole = held.length
  }
  take(held.length)
  return windows
}
