/** What a screen reader is told of a reply: whole sentences once each, never every change. */

const enders = /[.!?…。！？]["'”’)\]]*\s|\n/g

/** How much of the text consists of whole sentences; all of it once the reply has ended. */
export function spokenLength(text: string, hasEnded: boolean): number {
  if (hasEnded) return text.length
  let end = 0
  for (const match of text.matchAll(enders)) end = match.index + match[0].length
  return end
}
