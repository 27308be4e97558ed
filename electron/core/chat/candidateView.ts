/** Takes a message and a candidate reply apart once, so that every rule looks at the same words. */
import { contentStems, mirroredWords, sharedInOrder, wordsOf } from './contentWords.ts'
import { type MessageKind, messageKind } from './messageKind.ts'
import { takeSentences } from './sentences.ts'

export interface Candidate {
  text: string
  /** Ended by itself, not at the limit. */
  whole: boolean
  /** The guard refused a sentence of it. */
  refused: boolean
}

export interface TalkSoFar {
  /** What is answered. */
  message: string
  /** Lull's replies in this talk, oldest first. */
  previousReplies: readonly string[]
}

/** Enough of a long message to compare with; the rest would only cost time. */
const MAX_COMPARED = 4000

/** What a person said and what is said back, taken apart once for all rules. */
export interface CandidateView {
  kind: MessageKind
  /** The person's words as Lull would say them. */
  mirror: string[]
  mirrorText: string
  messageStems: string[]
  message: string
  candidate: Candidate
  sentences: string[]
  /** Words of everything that is no question. */
  said: string[]
  saidText: string
  saidStems: string[]
  /** Said stems that stand in the message in the same order. */
  kept: number
  question: string | null
  questionText: string
  allText: string
  previous: readonly string[]
}

export const isQuestion = (sentence: string) => /\?["')]*$/.test(sentence)
/** Plain words with single spaces, to compare texts however they were typed. */
export const joined = (text: string) => wordsOf(text).join(' ')

function cutShort(text: string): string {
  return text.length <= MAX_COMPARED
    ? text
    : `${text.slice(0, MAX_COMPARED / 2)} ${text.slice(-MAX_COMPARED / 2)}`
}

export function viewOf(candidate: Candidate, talk: TalkSoFar): CandidateView {
  const message = cutShort(talk.message)
  const mirror = mirroredWords(wordsOf(message))
  const messageStems = contentStems(mirror)
  const sentences = takeSentences(candidate.text.trim(), true).sentences.map((sentence) => sentence.trim())
  const said = wordsOf(sentences.filter((sentence) => !isQuestion(sentence)).join(' '))
  const question = sentences.findLast(isQuestion) ?? null
  const saidStems = contentStems(said)
  return {
    kind: messageKind(message),
    mirror,
    mirrorText: ` ${mirror.join(' ')} `,
    messageStems,
    message,
    candidate,
    sentences,
    said,
    saidText: sentences.filter((sentence) => !isQuestion(sentence)).join(' '),
    saidStems,
    kept: sharedInOrder(saidStems, messageStems),
    question,
    questionText: question === null ? '' : joined(question),
    allText: sentences.map(joined).join(' . '),
    previous: talk.previousReplies,
  }
}

/** Whether a pattern is found in what is said back without having been in the person's own words. */
export function added(view: CandidateView, pattern: RegExp, where: string = view.allText): boolean {
  return [...where.matchAll(pattern)].some(([found]) => !view.mirrorText.includes(` ${found.trim()} `))
}

/** What is said back without the question after it, which a small model gets wrong more often; null when nothing is. */
export function withoutQuestion(text: string): string | null {
  const kept = takeSentences(text.trim(), true).sentences.filter((sentence) => !isQuestion(sentence.trim()))
  return kept.length === 0 ? null : kept.join('').trim()
}
