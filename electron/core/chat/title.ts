/** Names a talk after its first words, and says nothing on screen that others should not read. */
import type { Tier } from '../safety/tier.ts'
import { harmless } from './buildPrompt.ts'

const MAX_TITLE = 48
/** Someone may look over a shoulder: what is grave, or has no words, gets this name. */
export const DISCREET_TITLE = 'A quiet talk'

/** At most 48 characters, cut at a word. `tier` is the session's after the first message. */
export function titleOf(firstMessage: string, tier: Tier): string {
  if (tier !== 'none') return DISCREET_TITLE
  const line = harmless(firstMessage.slice(0, 2000))
    .replace(/^[\s>#*\-–•`_~]+/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line)) return DISCREET_TITLE
  const sentence = /^.{12,48}?[.!?](?=\s|$)/u.exec(line)?.[0] ?? line
  const whole = sentence.replace(/[.,;:\s]+$/u, '')
  if (whole.length <= MAX_TITLE) return whole
  const space = whole.lastIndexOf(' ', MAX_TITLE - 1)
  // A word without an end is cut where a character ends, not within one.
  const cut =
    space > MAX_TITLE / 3
      ? whole.slice(0, space)
      : [...whole]
          .slice(0, MAX_TITLE - 1)
          .join('')
          .slice(0, MAX_TITLE - 1)
  return `${cut.toWellFormed().replace(/[\ufffd\p{P}\s]+$/u, '')}…`
}
