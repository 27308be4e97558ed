/** Cuts a stream of text into sentences as it comes, so that each can be reviewed before it is shown. */

const abbreviations = new Set(
  'mr mrs ms mx dr prof st jr sr vs e.g i.e eg ie cf approx no nr fig vol dept est inc ltd co gen gov capt lt col rev hon ca p pp ed al'.split(
    ' ',
  ),
)
/** These may end a sentence: they do so when a capital follows. */
const mayEnd = new Set(['etc', 'a.m', 'p.m', 'am', 'pm', 'u.s', 'u.k', 'u.n'])

const closers = /[)\]"'”’»*_`]/u
const isSpace = (char: string | undefined) => char !== undefined && /\s/u.test(char)
const cjkStop = /[。！？｡]/u

function wordBefore(text: string, stop: number): string {
  let start = stop
  while (start > 0 && stop - start < 12 && /[\p{L}\p{N}.'’]/u.test(text[start - 1] ?? '')) start--
  return text.slice(start, stop).toLowerCase()
}

/** True when the stop at `stop`, in a sentence that begins at `from`, only shortens a word, numbers a list, or opens a trailing thought. */
function isInnerStop(text: string, from: number, stop: number, next: string | undefined): boolean {
  const word = wordBefore(text, stop)
  const nextIsLower = next !== undefined && /\p{Ll}/u.test(next)
  if (text[stop - 1] === '.' || text[stop] === '…') return nextIsLower
  if (abbreviations.has(word)) return true
  if (mayEnd.has(word)) return next === undefined || !/\p{Lu}/u.test(next)
  // An initial ("J. Smith"), though not the pronoun.
  if (/^[a-z]$/.test(word) && word !== 'i') return true
  // "1." at the start of a line, or of what is left to read, numbers a list.
  if (/^\d{1,3}$/.test(word)) {
    let lineStart = stop - word.length
    while (lineStart > from && (text[lineStart - 1] === ' ' || text[lineStart - 1] === '\t')) lineStart--
    return lineStart === from || text[lineStart - 1] === '\n'
  }
  return false
}

/** Where the next sentence begins; `wait`: what comes next decides; `no`: no sentence ends here. */
type Cut = number | 'wait' | 'no'

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text[at])) at++
  return at
}

/** Emoji set after a stop belong to what they follow: "Well done! 🎉 What next?" */
function skipEmoji(text: string, from: number): number {
  const run = /^(?:\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u200d|\ufe0f)*)+(?=\s|$)/u.exec(
    text.slice(from, from + 40),
  )
  return run ? skipSpace(text, from + run[0].length) : from
}

function cutAfterStop(text: string, from: number, stop: number, ended: boolean): Cut {
  let at = stop + 1
  let lastStop = stop
  for (; at < text.length; at++) {
    if (/[.!?…]/u.test(text[at] ?? '')) lastStop = at
    else if (!closers.test(text[at] ?? '')) break
  }
  if (at >= text.length) return ended ? at : 'wait'
  if (!isSpace(text[at])) return 'no'
  const next = skipSpace(text, at)
  if (next >= text.length) return ended ? next : 'wait'
  const isPoint = text[lastStop] === '.' || text[lastStop] === '…'
  if (isPoint && isInnerStop(text, from, lastStop, text[next])) return 'no'
  // Half of an emoji at the end: its other half decides what it is.
  if (!ended && /[\ud800-\udbff]$/.test(text)) return 'wait'
  const afterEmoji = skipEmoji(text, next)
  return afterEmoji >= text.length && !ended ? 'wait' : afterEmoji
}

/** A line end closes what stands before it; whether more follow is known once something else does. */
function cutAfter(text: string, from: number, ended: boolean): Cut {
  return from >= text.length && !ended ? 'wait' : from
}

function nextCut(text: string, from: number, ended: boolean): Cut {
  let hasWords = false
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? ''
    if (char === '\n' && hasWords) return cutAfter(text, skipSpace(text, at), ended)
    if (!isSpace(char)) hasWords = true
    if (cjkStop.test(char)) {
      let next = at + 1
      while (next < text.length && /[。！？｡」』”’）\s]/u.test(text[next] ?? '')) next++
      return cutAfter(text, next, ended)
    }
    if (/[.!?…]/u.test(char)) {
      const cut = cutAfterStop(text, from, at, ended)
      if (cut !== 'no') return cut
      while (/[.!?…]/u.test(text[at + 1] ?? '')) at++
    }
  }
  return 'no'
}

/**
 * Whole sentences at the start of `buffer`, each with the whitespace around it, and what is not yet whole.
 * `sentences.join('') + rest === buffer`, always. With `ended` the rest is empty.
 */
export function takeSentences(buffer: string, ended: boolean): { sentences: string[]; rest: string } {
  const sentences: string[] = []
  let from = 0
  while (from < buffer.length) {
    const cut = nextCut(buffer, from, ended)
    if (cut === 'wait' || cut === 'no') break
    sentences.push(buffer.slice(from, cut))
    from = cut
  }
  const rest = buffer.slice(from)
  if (!ended || rest === '') return { sentences, rest }
  return { sentences: [...sentences, rest], rest: '' }
}
