/** What a rule of the guard is, and the one way in which rules look for words. */
import type { ReplacedRule } from '../safetyText.ts'
import type { ReadSentence } from './readSentence.ts'
import type { GuardTalk } from './talk.ts'

export interface GuardRule {
  rule: ReplacedRule
  /** Given one plain form of a sentence (see `readSentence`) and what is known of the talk. Pure, linear in the text. */
  refuses: (plain: string, talk: GuardTalk, sentence: SentenceFacts) => boolean
  /** True when something said in two sentences counts as said in one: "Take thirty. Of those pills." */
  spans: boolean
}

/** What a rule may know of the sentence beside its words. */
export interface SentenceFacts extends Pick<ReadSentence, 'written' | 'asWritten' | 'isQuestion'> {
  /** True when an earlier sentence of this reply said back what the person feels or lives through. */
  reflectedBefore: boolean
}

/** Left where words were set aside, so that what stood on both sides does not become a phrase. */
const GAP = ' … '

/** The text without phrases that only look like what a rule looks for. Patterns need the `g` flag. */
export function setAside(plain: string, innocent: readonly RegExp[]): string {
  return innocent.reduce((text, pattern) => text.replace(pattern, GAP), plain)
}

/** True when one of the patterns is found in what is left after the innocent phrases are set aside. */
export function finds(
  patterns: readonly RegExp[],
  innocent: readonly RegExp[] = [],
): (plain: string) => boolean {
  return (plain) => {
    if (!patterns.some((pattern) => pattern.test(plain))) return false
    if (innocent.length === 0) return true
    const left = setAside(plain, innocent)
    return left === plain || patterns.some((pattern) => pattern.test(left))
  }
}

/** What somebody said, thinks or feels, told by Lull: "You said nobody understands you", "She told you to cheer up". */
export const reported: readonly RegExp[] = [
  /[^.;:!?…]{0,90}, (?:you|she|he|they)(?: say| says| said| wrote| write| tell yourself| told yourself| keep saying| think| thinks)\b|[^.;:!?…]{0,90}\b(?:how|what|as) (?:you|she|he|they) (?:put|puts|call|calls|called) it\b/g,
  /\b(?:you|he|she|they|who|someone|somebody|people|everyone|everybody|nobody|(?:your|the|a|his|her|their) [\w'-]+(?: (?!i\b|me\b|you\b)[\w'-]+)?) (?:(?:also|just|even|once|always|often|never|keep|kept|still|really|already|have|has|had|been|only) )*(?:said|say|says|saying|told|tell|tells|telling|wrote|write|writes|writing|texted|mentioned|think|thinks|thought|thinking|believe|believes|believed|feel|feels|felt|feeling|call|calls|called|calling|heard|hear|hears|wonder|wonders|wondered|worry|worries|worried|fear|fears|feared|wish|wishes|wished|asked|ask|asks|asking|described|describe|put it|imagine|imagined|expect|expects|expected|convinced|afraid|scared|certain)\b[^,.;:!?…]{0,90}/g,
  /\byou(?:'re|'ve been) (?:\w+ )?(?:told|asked|afraid|scared|convinced|worried|certain|sure|thinking|saying|telling|feeling|wondering|hearing)\b[^,.;:!?…]{0,90}/g,
  /\b(?:as|like) (?:you|she|he|they) (?:put|said|say|wrote|call|called|told)\b[^,.;:!?…]{0,60}/g,
  /\b(?:the|that|this|a|your) (?:feeling|sense|thought|idea|fear|belief|worry|voice|sentence|word|words|part of you) (?:that|of|says|saying|in you)\b[^,.;:!?…]{0,90}/g,
]

/** Words in quotation marks beside other words, or a draft that was asked for: not what Lull says of itself. */
const quotation = /"[^"\n]{0,160}"/g
export function withoutQuotations(plain: string, talk: GuardTalk): string {
  const closed = plain.replace(quotation, GAP)
  // A draft of several sentences opens its marks in the first.
  const rest = talk.asksDraft ? closed.replace(/"[^"]*$/, GAP) : closed
  const isAllQuoted = !talk.asksDraft && !/[a-z]{2}/.test(rest)
  const isOwnVoice = /\bi (?:say|whisper|murmur|tell you|reply|answer)\b/.test(rest)
  return isAllQuoted || isOwnVoice ? plain : rest
}

/** A rule of plain phrases in which Lull speaks for itself: what others are told to have said does not count. */
export function spoken(
  rule: ReplacedRule,
  patterns: readonly RegExp[],
  innocent: readonly RegExp[] = [],
): GuardRule {
  const found = finds(patterns, [...reported, ...innocent])
  return { rule, spans: false, refuses: (plain, talk) => found(withoutQuotations(plain, talk)) }
}
