/** Reviews every sentence of a model before it is shown: passes it, replaces it by an authored one, or ends the reply. */
import { takeSentences } from '../chat/sentences.ts'
import { saysSomethingBack } from './guard/advice.ts'
import { refusedElsewhere } from './guard/otherLanguages.ts'
import { type ReadSentence, readSentence } from './guard/readSentence.ts'
import type { SentenceFacts } from './guard/rule.ts'
import { guardRules } from './guard/rules.ts'
import type { GuardTalk } from './guard/talk.ts'
import { isUnreadable } from './guard/unreadable.ts'
import { type ReplacedRule, type SafetyText, wordingAt } from './safetyText.ts'

export interface GuardPolicy {
  maxSentences: number
  maxQuestions: number
  text: Pick<SafetyText, 'guard' | 'reflection'>
  /** Grows with the talk, so that replacements differ from reply to reply. */
  turn: number
  /** What is known of the talk: `guardTalk` reads it, `noTalk` stands for none. */
  talk: GuardTalk
}

export type GuardRuleCode = ReplacedRule | 'limit' | 'repeat' | 'marker'

/** One sentence of the model that was not shown. */
export interface GuardCut {
  rule: GuardRuleCode
  /** Its place among the sentences the model wrote, from 0. */
  sentence: number
}

export interface GuardState {
  policy: GuardPolicy
  /** Written by the model so far, whatever became of them. */
  taken: number
  /** Shown so far. */
  sentences: number
  questions: number
  replaced: number
  /** Rules that refused a sentence of this reply, in order. */
  rules: string[]
  cuts: GuardCut[]
  /** What was shown so far, plain, to notice a model going round in circles. */
  shown: string[]
  /** The last words shown, and the last of the model's own, without stops: a sentence is read with those before it. */
  tails: { shown: string; own: string }
  /** True once a sentence said something back. */
  reflected: boolean
  ended: boolean
}

export interface Guarded {
  state: GuardState
  /** What to show, whitespace of the sentence kept; null for nothing. */
  show: string | null
  rule: GuardRuleCode | null
  /** True when nothing more may follow: the model should be stopped. */
  end: boolean
}

/** A refused sentence is replaced at most this often in one reply; the next refusal ends it. */
const MAX_REPLACED = 2
/** A sentence longer than this, with the space around it, is none; characters. */
export const MAX_SENTENCE = 1500
/** As much of what stands before a sentence is read with it; characters. */
const TAIL = 140
/** After these a model is not listened to any longer in this reply: what follows belongs to what was refused. */
const lastWord: ReadonlySet<ReplacedRule> = new Set<ReplacedRule>(['method', 'delusion', 'flattery'])

export function guardStart(policy: GuardPolicy): GuardState {
  return {
    policy,
    taken: 0,
    sentences: 0,
    questions: 0,
    replaced: 0,
    rules: [],
    cuts: [],
    shown: [],
    tails: { shown: '', own: '' },
    reflected: false,
    ended: false,
  }
}

// A model that begins to write the other side of the talk, or its own template, has lost the thread.
const strayMarker =
  /<\|?(?:im_start|im_end|start_of_turn|end_of_turn|turn|eot_id|assistant|user|system)\b|^\s*(?:\*\*)?(?:user|assistant|person|lull|human|ai|system|bot)(?:\*\*)?\s*:/i

const hasWords = (sentence: string) => /[\p{L}\p{N}]/u.test(sentence)

function end(state: GuardState, rule: GuardRuleCode): Guarded {
  const cuts = [...state.cuts, { rule, sentence: state.taken - 1 }]
  return { state: { ...state, cuts, ended: true }, show: null, rule, end: true }
}

const tailOf = (before: string, plain: string) =>
  `${before} ${plain.replace(/[.!?…,;:]+/g, ' ').trim()}`.slice(-TAIL)

function shown(state: GuardState, text: string, read: ReadSentence, rule: ReplacedRule | null): Guarded {
  const [plain = ''] = read.forms
  const sentences = state.sentences + 1
  const full = sentences >= state.policy.maxSentences || (rule !== null && lastWord.has(rule))
  const next: GuardState = {
    ...state,
    sentences,
    questions: state.questions + (read.isQuestion ? 1 : 0),
    shown: [...state.shown, plain],
    tails: {
      shown: tailOf(state.tails.shown, plain),
      own: rule === null ? tailOf(state.tails.own, plain) : state.tails.own,
    },
    reflected: state.reflected || saysSomethingBack(plain, read.isQuestion),
    ended: full,
  }
  return { state: next, show: text, rule, end: full }
}

function replacement(state: GuardState, rule: ReplacedRule, sentence: string): Guarded {
  const counted: GuardState = {
    ...state,
    rules: [...state.rules, rule],
    cuts: [...state.cuts, { rule, sentence: state.taken - 1 }],
    replaced: state.replaced + 1,
  }
  if (counted.replaced > MAX_REPLACED)
    return { state: { ...counted, ended: true }, show: null, rule, end: true }
  const asksNoMore = state.questions >= state.policy.maxQuestions
  const fresh = state.policy.text.guard[rule].filter((wording) => {
    const read = readSentence(wording)
    return !state.shown.includes(read.forms[0] ?? '') && !(asksNoMore && read.isQuestion)
  })
  // The same thing is not said twice in one reply, nor a question too many: the refused sentence is left out.
  if (fresh.length === 0 || state.rules.includes(rule)) {
    const ended = lastWord.has(rule)
    return { state: { ...counted, ended }, show: null, rule, end: ended }
  }
  const text = wordingAt(fresh, state.policy.turn)
  const before = sentence.match(/^\s*/)?.[0] ?? ''
  const after = sentence.slice(before.length).match(/\s*$/)?.[0] ?? ''
  return shown(counted, `${before}${text}${after}`, readSentence(text), rule)
}

/** Reviewed sentences of ours, which pass whoever writes them. */
const ours = new WeakMap<GuardPolicy['text'], ReadonlySet<string>>()
function isOurs(text: GuardPolicy['text'], sentence: string): boolean {
  let known = ours.get(text)
  if (!known) {
    const wordings = [...Object.values(text.guard).flat(), ...text.reflection]
    known = new Set(wordings.flatMap((one) => takeSentences(one, true).sentences.map((part) => part.trim())))
    ours.set(text, known)
  }
  return known.has(sentence.trim())
}

/** The rule a sentence breaks by itself or together with what was shown before it, or null. */
function refusedBy(read: ReadSentence, state: GuardState): ReplacedRule | null {
  const { talk } = state.policy
  const facts: SentenceFacts = { ...read, reflectedBefore: state.reflected }
  const befores = [...new Set([state.tails.shown, state.tails.own])].filter((tail) => tail !== '')
  for (const rule of guardRules) {
    if (read.forms.some((plain) => rule.refuses(plain, talk, facts))) return rule.rule
    if (!rule.spans) continue
    const [plain = ''] = read.forms
    for (const before of befores)
      if (rule.refuses(`${before} ${plain}`, talk, facts) && !rule.refuses(before, talk, facts))
        return rule.rule
  }
  return refusedElsewhere(read.folded)
}

/** One sentence of the model, as `takeSentences` cuts them. */
export function guardSentence(before: GuardState, sentence: string): Guarded {
  if (before.ended) return { state: before, show: null, rule: 'limit', end: true }
  // Whitespace, a lone list mark or an emoji says nothing by itself and counts for nothing.
  if (sentence.length <= MAX_SENTENCE && !hasWords(sentence))
    return { state: before, show: sentence, rule: null, end: false }
  const state = { ...before, taken: before.taken + 1 }
  if (sentence.length > MAX_SENTENCE) return end(state, 'limit')
  if (strayMarker.test(sentence) || isUnreadable(sentence, state.policy.talk.personText))
    return end({ ...state, rules: [...state.rules, 'marker'] }, 'marker')
  const read = readSentence(sentence)
  const refused = isOurs(state.policy.text, sentence) ? null : refusedBy(read, state)
  if (refused) return replacement(state, refused, sentence)
  if (state.shown.includes(read.forms[0] ?? '')) return end(state, 'repeat')
  if (state.sentences >= state.policy.maxSentences) return end(state, 'limit')
  if (read.isQuestion && state.questions >= state.policy.maxQuestions) return end(state, 'limit')
  return shown(state, sentence, read, null)
}

/** What to show when the model is done and nothing was left of it; null when something was shown. */
export function guardFinish(state: GuardState): string | null {
  return state.shown.length > 0 ? null : wordingAt(state.policy.text.reflection, state.policy.turn)
}
