/** "Are you human?": recognised before any model, so that the true answer never depends on one. */
import { asksInOtherLanguages, asksPlainly } from './identityPhrases.ts'
import { foldScript, normalise } from './normalise.ts'
import { type SafetyText, wordingAt } from './safetyText.ts'

/** A longer message is about something else; of one of middling length the first and last sentence count. */
const MAX_MESSAGE = 700
const MAX_WHOLE = 400
const MAX_SENTENCE = 140

function sentencesOf(plain: string): string[] {
  const all = (plain.match(/[^.!?\n]+[.!?]*/g) ?? []).map((one) => one.trim()).filter((one) => one !== '')
  // The last two belong together: "You type like a person. Are you one?"
  const together = all.slice(-2).join(' ')
  return plain.length <= MAX_WHOLE ? [...all, together] : [all[0] ?? '', all.at(-1) ?? '', together]
}

/** True when the person asks what Lull is, in any of the languages they may write to it. */
export function isIdentityQuestion(text: string): boolean {
  if (text.length > MAX_MESSAGE) return false
  const folded = foldScript(text)
  return (
    sentencesOf(normalise(text)).some((one) => one.length <= MAX_SENTENCE && asksPlainly(one)) ||
    sentencesOf(folded).some((one) => one.length <= MAX_SENTENCE && asksInOtherLanguages(one))
  )
}

/** The true answer; several wordings, chosen by the turn. */
export function identityAnswer(text: SafetyText, personTurns: number): string {
  return wordingAt(text.identity, personTurns)
}
