/** How candidates come about and what stands in for them: seeds that repeat, and authored words that do not. */

import { wordingAt } from '../safety/safetyText.ts'
import { type MessageKind, messageKind } from './messageKind.ts'

/** Greetings, thanks and goodbyes have few good answers: what two tries do not give, authored words do. */
const SOCIAL_TRIES = 2
const social: readonly MessageKind[] = ['greeting', 'howAreYou', 'thanks', 'goodbye']

export function triesFor(message: string, count: number): number {
  return social.includes(messageKind(message)) ? Math.min(count, SOCIAL_TRIES) : count
}

/** FNV-1a: the same words, the same number. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Seed of the n-th candidate (from 0); far apart, since close seeds may begin alike. */
export const candidateSeed = (first: number, nth: number) => (first + Math.imul(nth, 0x9e3779b1)) >>> 0

/**
 * An authored reply to a message.
 * @param turn grows with the talk. Words already said in `previousReplies` come again only when all have been.
 */
export function authoredReply(
  authored: Record<MessageKind, readonly string[]>,
  message: string,
  turn: number,
  previousReplies: readonly string[],
): string {
  return leastWorn(authored[messageKind(message)], message, turn, previousReplies)
}

/** A question to put after what was said back, not one of the last replies'. */
export function authoredQuestion(
  questions: readonly string[],
  message: string,
  turn: number,
  previousReplies: readonly string[],
): string {
  return leastWorn(questions, message, turn, previousReplies.slice(-3))
}

function leastWorn(
  wordings: readonly string[],
  message: string,
  turn: number,
  previousReplies: readonly string[],
): string {
  const fresh = (replies: readonly string[]) =>
    wordings.filter((wording) => !replies.some((reply) => reply.endsWith(wording)))
  const unsaid = fresh(previousReplies)
  // Without the message every talk would begin with the same one.
  return wordingAt(unsaid.length > 0 ? unsaid : fresh(previousReplies.slice(-1)), turn + seedOf(message))
}
