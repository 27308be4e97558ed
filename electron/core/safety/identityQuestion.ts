/** "Are you human?": recognised before any model, so that the true answer never depends on one. */
import { normalise } from './normalise.ts'
import { type SafetyText, wordingAt } from './safetyText.ts'

const being = String.raw`(?:a |an |actually |really |just |even |only |some kind of |like |secretly |truly )*(?:human(?: being)?|person|real(?: person| human| or (?:a |an )?(?:bot|ai|fake|robot))?|bot|robot|ai|a\.?i\.?|machine|computer(?: program)?|program|software|chat ?bot|llm|language model|alive|conscious|sentient|man or (?:a )?woman|someone real)`
const patterns = [
  new RegExp(
    String.raw`\b(?:are|r|is) (?:you|this|it|there|lull) ${being}(?: (?:or|on|at|behind|there|here|talking|typing|reading|answering|right now|lull|today|a|an|the|human|person|bot|ai|machine|robot|other|end|side|screen|of|this)){0,8} ?\??$`,
  ),
  new RegExp(
    String.raw`\b(?:am i|i'm) (?:\w+ )?(?:talking|speaking|chatting|writing|typing) (?:to|with) ${being}(?: or .{0,40})?(?:\?|$)`,
  ),
  /\bwhat (?:are|r) you(?: exactly| really| actually)? ?\?*$/,
  /\b(?:who|what) am i (?:\w+ )?(?:talking|speaking|chatting|writing) (?:to|with)\b/,
  /\b(?:you're|you are) (?:not |just |only )?(?:a |an )?(?:real|human|person|bot|robot|ai|machine|program|real person)(?:,)? ?(?:right|aren't you|are you|huh|isn't it)\b/,
  /\b(?:do you have|have you got) (?:real )?(?:feelings|emotions|a body|a soul|consciousness)(?: too| yourself| at all)? ?\?*$/,
  /\b(?:is (?:there|anyone|somebody|someone) (?:a )?(?:real )?(?:human|person|someone|anybody|anyone)?) ?(?:there|behind this|on the other (?:end|side)|reading this)\b/,
]

/** True when the person asks what Lull is. Only short sentences count: a long message is about something else. */
export function isIdentityQuestion(text: string): boolean {
  const sentences = normalise(text.slice(0, 2000)).match(/[^.!?\n]+[.!?]*/g) ?? []
  if (text.length > 400) return false
  return sentences.some((sentence) => {
    const plain = sentence.replace(/[.!?\s]+$/, '').trim()
    return plain.length <= 90 && patterns.some((pattern) => pattern.test(plain))
  })
}

/** The true answer; several wordings, chosen by the turn. */
export function identityAnswer(text: SafetyText, personTurns: number): string {
  return wordingAt(text.identity, personTurns)
}
