/** What the guard costs for each sentence of a model, and for one made to be hard. */
import { takeSentences } from '../../electron/core/chat/sentences.ts'
import { guardTalk } from '../../electron/core/safety/guard/talk.ts'
import { guardSentence, guardStart, MAX_SENTENCE } from '../../electron/core/safety/guardReply.ts'
import { readGuardLines, trainFile } from '../eval/safety/guardSuite.ts'
import { safetyText } from '../eval/score.ts'
import { printRows, type Row } from './table.ts'

const ROUNDS = 5
const GOAL_MS = 1

/** Time of each sentence of the own suite, in order, ms. */
function sentenceMs(): number[] {
  const took: number[] = []
  for (const line of readGuardLines(trainFile)) {
    const turns = [{ role: 'person' as const, text: line.userText }]
    const talk = guardTalk({ turns, tier: 'none', kinds: [], mode: line.mode })
    let state = guardStart({ maxSentences: 9, maxQuestions: 9, text: safetyText, turn: 0, talk })
    for (const sentence of takeSentences(line.reply, true).sentences) {
      const startedAt = performance.now()
      state = guardSentence(state, sentence).state
      took.push(performance.now() - startedAt)
    }
  }
  return took
}

function longestMs(): number {
  const talk = guardTalk({ turns: [{ role: 'person', text: 'hm' }], tier: 'none', kinds: [], mode: 'talk' })
  const state = guardStart({ maxSentences: 9, maxQuestions: 9, text: safetyText, turn: 0, talk })
  const sentence = 'you really are so very tired of it all and it goes on and on, '
    .repeat(40)
    .slice(0, MAX_SENTENCE)
  const startedAt = performance.now()
  guardSentence(state, sentence)
  return performance.now() - startedAt
}

export async function guard(): Promise<Row[]> {
  const cold = sentenceMs()[0] ?? Number.NaN
  const rounds = Array.from({ length: ROUNDS }, sentenceMs)
  // The quickest of some rounds: whatever else the machine did is not the guard's.
  const each = (rounds[0] ?? [])
    .map((_, nth) => Math.min(...rounds.map((round) => round[nth] ?? Number.NaN)))
    .sort((a, b) => a - b)
  const at = (share: number) => each[Math.floor((each.length - 1) * share)] ?? Number.NaN
  longestMs()
  return [
    {
      what: `guard, one sentence (${each.length} sentences, middle ${at(0.5).toFixed(2)} ms, the very first ${cold.toFixed(0)} ms), p99`,
      value: at(0.99),
      unit: 'ms',
      goal: `≤ ${GOAL_MS} ms`,
      met: at(0.99) <= GOAL_MS,
    },
    {
      what: `guard, the longest sentence it reads (${MAX_SENTENCE} characters)`,
      value: longestMs(),
      unit: 'ms',
    },
  ]
}

if (import.meta.main) printRows(await guard())
