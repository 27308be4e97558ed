/** Keeps a long talk within the model's memory: which messages are folded into a summary, and what the summary says. */
import type { HistoryTurn } from './buildPrompt.ts'
import { harmless } from './buildPrompt.ts'
import type { PromptTurn } from './prompt.ts'
import type { PromptFile } from './promptFile.ts'
import { takeSentences } from './sentences.ts'

export interface SummaryMessage extends HistoryTurn {
  id: string
}

export interface SummaryPlan {
  fold: string[]
  keep: string[]
}

/** Folding begins here; what stays should fill no more than half, so that it is rare. */
const FULL_FRACTION = 0.7
const KEPT_FRACTION = 0.5
/** The person's last turns that stay word for word, with Lull's answers; fewer only when they alone are too long. */
const KEPT_TURNS = 4

/**
 * Null while there is room. `usedTokens` is the length of the whole prompt; `fixedTokens` of its part before the talk.
 */
export function planSummary(talk: {
  messages: readonly SummaryMessage[]
  usedTokens: number
  fixedTokens: number
  contextTokens: number
}): SummaryPlan | null {
  if (talk.usedTokens < talk.contextTokens * FULL_FRACTION) return null
  const personAt = talk.messages.flatMap((message, index) => (message.role === 'person' ? [index] : []))
  const lengths = talk.messages.map((message) => message.text.length)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const tokensPerUnit = total === 0 ? 0 : Math.max(0, talk.usedTokens - talk.fixedTokens) / total
  for (let turns = Math.min(KEPT_TURNS, personAt.length); turns >= 1; turns--) {
    const from = personAt.at(-turns) ?? 0
    const kept = lengths.slice(from).reduce((sum, length) => sum + length, 0) * tokensPerUnit
    const fits = kept + talk.fixedTokens <= talk.contextTokens * KEPT_FRACTION
    if (from === 0 || (!fits && turns > 1)) continue
    return {
      fold: talk.messages.slice(0, from).map((message) => message.id),
      keep: talk.messages.slice(from).map((message) => message.id),
    }
  }
  return null
}

const EXTRACT_LENGTH = 700
const SENTENCE_LENGTH = 140

function firstSentence(text: string): string {
  const [first = ''] = takeSentences(harmless(text).slice(0, 2000), true).sentences
  const line = first.replace(/\s+/gu, ' ').trim()
  if (line.length <= SENTENCE_LENGTH) return line
  return `${line.slice(0, line.lastIndexOf(' ', SENTENCE_LENGTH) + 1 || SENTENCE_LENGTH).trim()}…`
}

/**
 * A summary that cannot invent anything: the first sentence of each of the person's messages, newest kept when the
 * room ends. `previous` is the summary so far and gives way first.
 */
export function extractiveSummary(messages: readonly HistoryTurn[], previous: string | null = null): string {
  const lines = messages
    .filter((message) => message.role === 'person')
    .map((message) => firstSentence(message.text))
  const earlier = previous === null ? [] : [previous.trim()]
  const kept: string[] = []
  let length = 0
  for (const line of [...earlier, ...lines.filter((text) => text !== '')].reverse()) {
    const room = EXTRACT_LENGTH - length
    if (line.length > room) {
      // What is left of an older summary ends at a word, from its newer end.
      const tail = line.slice(line.length - room)
      if (kept.length < 2 && room > 40) kept.push(tail.slice(tail.indexOf(' ') + 1))
      break
    }
    kept.push(line)
    length += line.length + 1
  }
  return kept.reverse().join(' ')
}

/** The prompt with which a larger model writes the summary. */
export function summaryPrompt(
  file: PromptFile,
  messages: readonly HistoryTurn[],
  previous: string | null,
): PromptTurn[] {
  const talk = messages.map(({ role, text }) => `${role === 'person' ? 'Person' : 'Lull'}: ${harmless(text)}`)
  const earlier = previous === null ? [] : [`Summary so far: ${harmless(previous)}`]
  return [
    { role: 'system', text: file.summary.instruction },
    { role: 'user', text: [...earlier, ...talk].join('\n\n') },
  ]
}
