/** Binds core's decisions on a talk to the prompts and reviewed texts in resources/. */
import { buildPrompt, type HistoryTurn } from '../../../core/chat/buildPrompt.ts'
import {
  authoredQuestion,
  authoredReply,
  candidateSeed,
  seedOf,
  triesFor,
} from '../../../core/chat/candidates.ts'
import type { Message } from '../../../core/chat/conversation.ts'
import { extractiveSummary, planSummary, summaryPrompt } from '../../../core/chat/planSummary.ts'
import { choosePromptFile, isSmallModel, type PromptFile } from '../../../core/chat/promptFile.ts'
import { rankCandidates } from '../../../core/chat/rankCandidates.ts'
import { takeSentences } from '../../../core/chat/sentences.ts'
import { titleOf } from '../../../core/chat/title.ts'
import { careCard } from '../../../core/safety/careCard.ts'
import { careSaid, planCare } from '../../../core/safety/careReply.ts'
import { guardSentence, guardStart } from '../../../core/safety/guardReply.ts'
import { identityAnswer, isIdentityQuestion } from '../../../core/safety/identityQuestion.ts'
import type { SafetyText } from '../../../core/safety/safetyText.ts'
import type { CountryHelp, Helpline, TriageResult } from '../../../core/safety/tier.ts'
import { triage } from '../../../core/safety/triage.ts'
import type { Candidates, CareDecision, Decisions, Fullness, SummaryPlan } from './decisions.ts'
import { sentenceReview } from './sentenceReview.ts'

export interface DecisionParts {
  promptFiles: readonly PromptFile[]
  safetyText: SafetyText
  /** Lines of the country in use now; null when it is unknown or has none. */
  help: () => CountryHelp | null
  /** Where to find a line when the country is unknown. */
  directory: readonly Helpline[]
}

const turnsOf = (messages: readonly Message[]): HistoryTurn[] =>
  messages.map((message) => ({ role: message.author, text: message.text }))
const personTurns = (messages: readonly Message[]) =>
  messages.filter((message) => message.author === 'person').length

export function coreDecisions(parts: DecisionParts): Decisions {
  const fileFor = (parameters: number | null) => {
    const file = choosePromptFile(parts.promptFiles, parameters)
    if (!file)
      throw new Error('no prompt file fits any model: resources/prompts needs one from zero parameters')
    return file
  }
  const policyFor = (parameters: number | null, turn: number) => ({
    ...fileFor(parameters).policy,
    text: parts.safetyText,
    turn,
  })
  return {
    triage: (messages) => triage(turnsOf(messages)),
    care: (result, messages, parameters) => care(parts, result, messages, parameters),
    unchecked(messages) {
      const wordings = parts.safetyText.care.unchecked
      return {
        source: 'scripted',
        text: wordings[personTurns(messages) % wordings.length] ?? '',
        care: careCard('concern', ['suicide'], parts.help(), parts.directory),
        reasons: ['triage.failed'],
      }
    },
    review: (messages, _triage, parameters) => sentenceReview(policyFor(parameters, personTurns(messages))),
    prompt({ messages, summary, note, parameters }) {
      const file = fileFor(parameters)
      const turns = buildPrompt({
        file,
        history: turnsOf(messages),
        summary,
        careNote: note,
        newestNote: null,
      })
      const { temperature, minP, maxTokens } = file.candidates ?? file.sampling
      return { turns, sampling: { ...file.sampling, temperature, minP, maxTokens, seed: null } }
    },
    candidates: (messages, replaced, parameters) => candidates(fileFor(parameters), messages, replaced),
    title: titleOf,
    summary: (talk) => summaryPlan(fileFor(talk.parameters), parts.safetyText, talk),
  }
}

function candidates(
  { candidates: settings }: PromptFile,
  messages: readonly Message[],
  replaced: string | null,
): Candidates | null {
  if (!settings) return null
  const message = messages.findLast((one) => one.author === 'person')?.text ?? ''
  const replies = messages.filter((one) => one.author === 'lull').map((one) => one.text)
  const previousReplies = replaced === null ? replies : [...replies, replaced]
  const turn = personTurns(messages)
  const own = seedOf(`${message}\n${replaced ?? ''}`)
  return {
    count: triesFor(message, settings.count),
    seed: (nth, first) => candidateSeed(first ?? own, nth),
    rank: (written) => rankCandidates(written, { message, previousReplies }),
    question: authoredQuestion(settings.questions, message, turn, previousReplies),
    authored: authoredReply(settings.authored, message, turn, previousReplies),
  }
}

function care(
  parts: DecisionParts,
  result: TriageResult,
  messages: readonly Message[],
  parameters: number | null,
): CareDecision {
  const { safetyText: text } = parts
  const plan = planCare({
    turns: turnsOf(messages),
    triage: result,
    previous: careSaid(messages, text),
    help: parts.help(),
    directory: parts.directory,
    text,
    smallModel: isSmallModel(parameters),
  })
  const none: CareDecision = { answer: null, note: null, card: null, withoutModel: null }
  if (plan?.answerFrom === 'scripted') {
    return {
      ...none,
      answer: { source: 'scripted', text: plan.text, care: plan.card, reasons: ['care.scripted'] },
    }
  }
  const newest = messages.findLast((message) => message.author === 'person')
  if (newest && isIdentityQuestion(newest.text)) {
    const answer = identityAnswer(text, personTurns(messages))
    return { ...none, answer: { source: 'guided', text: answer, care: null, reasons: ['identity.fixed'] } }
  }
  if (!plan) return none
  return { answer: null, note: plan.modelNote, card: plan.card, withoutModel: plan.text }
}

function summaryPlan(file: PromptFile, text: SafetyText, talk: Fullness): SummaryPlan | null {
  const messages = talk.messages.map((message) => ({
    id: message.id,
    role: message.author,
    text: message.text,
  }))
  const plan = planSummary({ ...talk, messages })
  const untilMessageId = plan?.fold.at(-1)
  if (!plan || untilMessageId === undefined) return null
  const folded = messages.filter((message) => plan.fold.includes(message.id))
  const writing = {
    turns: summaryPrompt(file, folded, talk.summary),
    sampling: { ...file.sampling, maxTokens: file.summary.maxTokens, seed: null },
  }
  return {
    untilMessageId,
    extract: extractiveSummary(folded, talk.summary),
    writing: file.summary.by === 'model' ? writing : null,
    reviewed: (written) => reviewedSummary(written, text),
  }
}

/** A summary is read by the model in every later turn, so one refused sentence is reason enough to drop it. */
function reviewedSummary(written: string, text: SafetyText): string | null {
  let state = guardStart({ maxSentences: 8, maxQuestions: 0, text, turn: 0 })
  let kept = ''
  for (const sentence of takeSentences(written, true).sentences) {
    const guarded = guardSentence(state, sentence)
    state = guarded.state
    if (guarded.rule !== null && guarded.rule !== 'limit') return null
    kept += guarded.show ?? ''
  }
  return kept.trim() === '' ? null : kept.trim()
}
