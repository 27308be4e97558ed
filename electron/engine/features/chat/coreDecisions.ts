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
import {
  type CrisisState,
  crisisTurn,
  freshDanger,
  type SafetyTexts,
  textFor,
} from '../../../core/safety/crisisTalk.ts'
import { guardTalk, noTalk } from '../../../core/safety/guard/talk.ts'
import { guardSentence, guardStart } from '../../../core/safety/guardReply.ts'
import { identityAnswer, isIdentityQuestion } from '../../../core/safety/identityQuestion.ts'
import { type SafetyText, wordingAt } from '../../../core/safety/safetyText.ts'
import type { CountryHelp, Helpline, Layer, OwnHelp } from '../../../core/safety/tier.ts'
import { type Triager, triager, type Ways } from '../../../core/safety/triage.ts'
import type {
  AuthoredAnswer,
  Candidates,
  CareDecision,
  Decisions,
  Fullness,
  Listened,
  SummaryPlan,
} from './decisions.ts'
import { sentenceReview } from './sentenceReview.ts'

export interface DecisionParts {
  promptFiles: readonly PromptFile[]
  safetyText: SafetyText
  /** Reviewed texts by language, `safetyText` among them. */
  safetyTexts: SafetyTexts
  /** Lines of the country in use now; null when it is unknown or has none. */
  help: () => CountryHelp | null
  /** Where to find a line when the country is unknown. */
  directory: readonly Helpline[]
  /** People the person wants to see first. */
  own: () => readonly OwnHelp[]
  /** Languages and quick opinions beside the English rules, and which ways of listening are on. */
  listening: { ways: Omit<Ways, 'layers'>; layers: () => Record<Layer, boolean> }
}

const turnsOf = (messages: readonly Message[]): HistoryTurn[] =>
  messages.map((message) => ({ role: message.author, text: message.text }))
const personTurns = (messages: readonly Message[]) =>
  messages.filter((message) => message.author === 'person').length

export function coreDecisions(parts: DecisionParts): Decisions {
  const listen = listener(parts.listening)
  const fileFor = (parameters: number | null) => {
    const file = choosePromptFile(parts.promptFiles, parameters)
    if (!file)
      throw new Error('no prompt file fits any model: resources/prompts needs one from zero parameters')
    return file
  }
  return {
    triage(messages, opinions) {
      const of = (index: number) => opinions.get(messages[index]?.id ?? '') ?? []
      const session = listen()(turnsOf(messages), of)
      const newest = messages.findLastIndex((message) => message.author === 'person')
      const alone = newest < 0 ? [] : turnsOf(messages.slice(newest, newest + 1))
      return {
        ...session,
        fresh: freshDanger(
          session,
          listen()(alone, () => of(newest)),
        ),
      }
    },
    care: (result, messages, parameters, previous) => care(parts, result, messages, parameters, previous),
    unchecked: (messages, previous) => unchecked(parts, messages, previous),
    review: (messages, { tier, kinds }, parameters) =>
      sentenceReview({
        ...fileFor(parameters).policy,
        text: parts.safetyText,
        turn: personTurns(messages),
        talk: guardTalk({ turns: turnsOf(messages), tier, kinds, mode: 'talk' }),
      }),
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

/** Remembers what each message said by itself, so that a long talk costs one message a turn. */
function listener({ ways, layers }: DecisionParts['listening']): () => Triager {
  let heard = { layers: '', listen: triager(ways) }
  return () => {
    const on = layers()
    const now = JSON.stringify(on)
    if (heard.layers !== now) heard = { layers: now, listen: triager({ ...ways, layers: on }) }
    return heard.listen
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

function unchecked(
  parts: DecisionParts,
  messages: readonly Message[],
  previous: CrisisState | null,
): AuthoredAnswer {
  const text = textFor(parts.safetyTexts, previous?.language ?? 'en')
  const [help, directory, own] = [parts.help(), parts.directory, parts.own()]
  const atMs = messages.at(-1)?.at
  return {
    source: 'scripted',
    text: wordingAt(text.care.unchecked, personTurns(messages)),
    care: careCard({ tier: 'concern', kinds: ['suicide'], help, directory, own, text, atMs }),
    reasons: ['triage.failed'],
  }
}

function care(
  parts: DecisionParts,
  result: Listened,
  messages: readonly Message[],
  parameters: number | null,
  previous: CrisisState | null,
): CareDecision {
  const newest = messages.findLast((message) => message.author === 'person')
  const asksIdentity = newest !== undefined && isIdentityQuestion(newest.text)
  const talk = crisisTurn({
    turns: turnsOf(messages),
    triage: result,
    fresh: result.fresh,
    previous,
    help: parts.help(),
    directory: parts.directory,
    own: parts.own(),
    texts: parts.safetyTexts,
    language: result.language,
    asksIdentity,
    smallModel: isSmallModel(parameters),
    atMs: newest?.at,
  })
  const none: CareDecision = { answer: null, note: null, card: null, withoutModel: null, talk }
  if (talk?.answerFrom === 'scripted') {
    const { language, version } = textFor(parts.safetyTexts, talk.state.language)
    const steps = talk.steps.map((step) => `care.step.${step}`)
    const reasons = ['care.scripted', `care.text.${language}.${version}`, ...steps]
    return { ...none, answer: { source: 'scripted', text: talk.text, care: talk.card, reasons } }
  }
  if (asksIdentity) {
    const answer = identityAnswer(parts.safetyText, personTurns(messages))
    return { ...none, answer: { source: 'guided', text: answer, care: null, reasons: ['identity.fixed'] } }
  }
  return talk ? { ...none, note: talk.modelNote, card: talk.card, withoutModel: talk.text } : none
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
  let state = guardStart({ maxSentences: 8, maxQuestions: 0, text, turn: 0, talk: noTalk })
  let kept = ''
  for (const sentence of takeSentences(written, true).sentences) {
    const guarded = guardSentence(state, sentence)
    state = guarded.state
    if (guarded.rule !== null && guarded.rule !== 'limit') return null
    kept += guarded.show ?? ''
  }
  return kept.trim() === '' ? null : kept.trim()
}
