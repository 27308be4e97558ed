/** What a reply asks of core: the pure decisions, bound once to the texts and prompts in resources/. */

import type { Candidate } from '../../../core/chat/candidateView.ts'
import type { Message } from '../../../core/chat/conversation.ts'
import type { PromptTurn, Sampling } from '../../../core/chat/prompt.ts'
import type { Ranking } from '../../../core/chat/rankCandidates.ts'
import type { CrisisState, CrisisTurn } from '../../../core/safety/crisisTalk.ts'
import type { GuardCut } from '../../../core/safety/guardReply.ts'
import type { CareCard, Opinion, Tier, TriageResult } from '../../../core/safety/tier.ts'

/** An answer that needs no model: reviewed care, or a fixed text such as "are you human?". */
export interface AuthoredAnswer {
  source: 'scripted' | 'guided'
  text: string
  care: CareCard | null
  /** Codes for "why this reply". */
  reasons: string[]
}

export interface CareDecision {
  /** Null lets the model answer. */
  answer: AuthoredAnswer | null
  /** What the model is told about care in this session; null = nothing. */
  note: string | null
  /** People to call, shown under the model's reply; null when they are on screen already. */
  card: CareCard | null
  /** Reviewed words for when no model can speak in a session that is serious; null = say that it failed. */
  withoutModel: string | null
  /**
   * Where the scripted talk stands once its text was shown: `state` is kept with that message, and given back as
   * `previous`. When the model's own words were shown, the state before stays. Null while nothing is serious.
   */
  talk: CrisisTurn | null
}

/** Follows one reply as it is written and lets through what passed the guard. */
export interface Review {
  /** @returns what may be shown now, ready to append. */
  take(delta: string): string
  /**
   * The model is done. `whole`: what is left is a sentence too, not one that broke off. Says something authored
   * when nothing of the model's words was left.
   */
  end(whole: boolean): string
  /** As `end`, without the authored words. */
  rest(whole: boolean): string
  /** True once nothing more may follow, so that the model can be stopped. */
  readonly full: boolean
  /** Rules that replaced a sentence. */
  readonly rules: string[]
  /** Every sentence that was not shown, also those past the limit: its rule, and its place in what the model wrote. */
  readonly cuts: readonly GuardCut[]
}

/** How several short replies of a very small model are written, and which one is shown. */
export interface Candidates {
  /** Most that are written. */
  count: number
  /** Of the n-th, from 0; `first` overrides where they start. */
  seed(nth: number, first: number | null): number
  rank(written: readonly Candidate[]): Ranking
  /** Put after what one of them said back well, when its own question went wrong. */
  question: string
  /** Said when none will do. */
  authored: string
}

export interface PromptRequest {
  /** Messages after the summary, oldest first; the last one is the person's when a reply is wanted. */
  messages: readonly Message[]
  summary: string | null
  note: string | null
  /** Parameters of the model, or null when unknown. */
  parameters: number | null
}

export interface Prompt {
  turns: PromptTurn[]
  sampling: Sampling
}

/** How full a talk has become. */
export interface Fullness {
  /** Messages after the summary, oldest first. */
  messages: readonly Message[]
  /** Summary so far, or null. */
  summary: string | null
  usedTokens: number
  /** Of the prompt before the talk. */
  fixedTokens: number
  contextTokens: number
  parameters: number | null
}

/** Which messages a new summary covers, and how it is made. */
export interface SummaryPlan {
  /** Id of the last message it covers. */
  untilMessageId: string
  /** The person's own first sentences: always there, invents nothing. */
  extract: string
  /** For models that can be trusted to write one; null = keep the extract. */
  writing: Prompt | null
  /** What a model wrote, or null when the guard would not have let it through. */
  reviewed(written: string): string | null
}

/** A session as it was listened to, and what its newest turn says by itself. */
export interface Listened extends TriageResult {
  fresh: Pick<TriageResult, 'tier' | 'kinds'>
}

export interface Decisions {
  /** @param opinions of the slower ways of listening, by message id, as far as they are there. */
  triage(messages: readonly Message[], opinions: ReadonlyMap<string, readonly Opinion[]>): Listened
  /**
   * @param parameters of the model that would answer; null when there is none or its size is unknown.
   * @param previous kept with the last message of the scripted talk; null when there was none.
   */
  care(
    triage: Listened,
    messages: readonly Message[],
    parameters: number | null,
    previous: CrisisState | null,
  ): CareDecision
  /** For a session that could not be looked at: no model answers it, and people to call are shown. */
  unchecked(messages: readonly Message[], previous: CrisisState | null): AuthoredAnswer
  review(messages: readonly Message[], triage: TriageResult, parameters: number | null): Review
  prompt(request: PromptRequest): Prompt
  /**
   * Null for models that get it right at once.
   * @param replaced the reply that "try again" is to better: it does not come again.
   */
  candidates(
    messages: readonly Message[],
    replaced: string | null,
    parameters: number | null,
  ): Candidates | null
  title(firstText: string, tier: Tier): string
  /** Null while there is room. */
  summary(talk: Fullness): SummaryPlan | null
}
