/** Reviews every sentence of a model before it is shown: passes it, replaces it by an authored one, or ends the reply. */
import { guardRules } from './guardRules.ts'
import { normalise } from './normalise.ts'
import { type ReplacedRule, type SafetyText, wordingAt } from './safetyText.ts'

export interface GuardPolicy {
  maxSentences: number
  maxQuestions: number
  text: Pick<SafetyText, 'guard' | 'reflection'>
  /** Grows with the talk, so that replacements differ from reply to reply. */
  turn: number
}

export interface GuardState {
  policy: GuardPolicy
  sentences: number
  questions: number
  replaced: number
  /** Rules that refused a sentence of this reply, in order. */
  rules: string[]
  /** What was shown so far, plain, to notice a model going round in circles. */
  shown: string[]
  ended: boolean
}

export interface Guarded {
  state: GuardState
  /** What to show, whitespace of the sentence kept; null for nothing. */
  show: string | null
  rule: ReplacedRule | 'limit' | 'repeat' | 'marker' | null
  /** True when nothing more may follow: the model should be stopped. */
  end: boolean
}

/** A refused sentence is replaced at most this often in one reply; the next refusal ends it. */
const MAX_REPLACED = 2

export function guardStart(policy: GuardPolicy): GuardState {
  return { policy, sentences: 0, questions: 0, replaced: 0, rules: [], shown: [], ended: false }
}

// A model that begins to write the other side of the talk, or its own template, has lost the thread.
const strayMarker =
  /<\|?(?:im_start|im_end|start_of_turn|end_of_turn|turn|eot_id|assistant|user|system)\b|^\s*(?:\*\*)?(?:user|assistant|person|lull|human|ai|system|bot)(?:\*\*)?\s*:/i

const isQuestion = (sentence: string) => /[?？](?=[\s"'”’)*_]*$)/u.test(sentence.trimEnd())
const hasWords = (sentence: string) => /[\p{L}\p{N}]/u.test(sentence)

function end(state: GuardState, rule: Guarded['rule']): Guarded {
  return { state: { ...state, ended: true }, show: null, rule, end: true }
}

function shown(state: GuardState, text: string, plain: string, rule: Guarded['rule']): Guarded {
  const next: GuardState = {
    ...state,
    sentences: state.sentences + 1,
    questions: state.questions + (isQuestion(text) ? 1 : 0),
    shown: [...state.shown, plain],
  }
  const full = next.sentences >= state.policy.maxSentences
  return { state: { ...next, ended: full }, show: text, rule, end: full }
}

function replacement(state: GuardState, rule: ReplacedRule, sentence: string): Guarded {
  const counted = { ...state, rules: [...state.rules, rule], replaced: state.replaced + 1 }
  if (counted.replaced > MAX_REPLACED) return end(counted, rule)
  const wordings = state.policy.text.guard[rule]
  const fresh = wordings.filter((wording) => !state.shown.includes(normalise(wording)))
  // The same thing is not said twice in one reply: the refused sentence is left out.
  if (fresh.length === 0) return { state: counted, show: null, rule, end: false }
  const text = wordingAt(fresh, state.policy.turn)
  const before = sentence.match(/^\s*/)?.[0] ?? ''
  const after = sentence.slice(before.length).match(/\s*$/)?.[0] ?? ''
  return shown(counted, `${before}${text}${after}`, normalise(text), rule)
}

/** One sentence of the model, as `takeSentences` cuts them. */
export function guardSentence(state: GuardState, sentence: string): Guarded {
  if (state.ended) return { state, show: null, rule: 'limit', end: true }
  // Whitespace, a lone list mark or an emoji says nothing by itself and counts for nothing.
  if (!hasWords(sentence)) return { state, show: sentence, rule: null, end: false }
  if (strayMarker.test(sentence)) return end({ ...state, rules: [...state.rules, 'marker'] }, 'marker')
  const plain = normalise(sentence).trim()
  const refused = guardRules.find((rule) => rule.refuses(sentence, plain))
  if (refused) return replacement(state, refused.rule, sentence)
  if (state.shown.includes(plain)) return end(state, 'repeat')
  if (state.sentences >= state.policy.maxSentences) return end(state, 'limit')
  if (isQuestion(sentence) && state.questions >= state.policy.maxQuestions) return end(state, 'limit')
  return shown(state, sentence, plain, null)
}

/** What to show when the model is done and nothing was left of it; null when something was shown. */
export function guardFinish(state: GuardState): string | null {
  return state.shown.length > 0 ? null : wordingAt(state.policy.text.reflection, state.policy.turn)
}
