/** The scripted talk: what is said when a session is serious, step by step, whether a model is there or not. */
import type { Question } from './crisis/careSteps.ts'
import { newCrisisState } from './crisis/crisisState.ts'
import type { CrisisInput, CrisisTurn, SafetyTexts } from './crisis/exchange.ts'
import { type HeardTurn, hearTurn } from './crisis/hearTurn.ts'
import type { Moment } from './crisis/moment.ts'
import { nextMove } from './crisis/nextMove.ts'
import { speak } from './crisis/speak.ts'
import { standingOf } from './crisis/standing.ts'
import { type Danger, reach, trackNow } from './crisis/tracks.ts'
import { askedDirectly } from './directAnswer.ts'
import { type SafetyText, wordingAt } from './safetyText.ts'
import { higherTier, type TriageResult } from './tier.ts'

export { type CrisisState, readCrisisState } from './crisis/crisisState.ts'
export type { CrisisInput, CrisisTurn, SafetyTexts } from './crisis/exchange.ts'

export function textFor(texts: SafetyTexts, language: string): SafetyText {
  return texts[language] ?? texts[language.split('-')[0] ?? ''] ?? texts.en
}

/** Asks how it is at the next opening. `times`: how often it was asked before, so that the words change. */
export function checkBackWords(texts: SafetyTexts, language: string, times: number): string {
  return wordingAt(textFor(texts, language).care.checkBack, times)
}

function momentOf(input: CrisisInput, heard: HeardTurn): Moment {
  const { turns, triage, fresh, previous, language } = input
  const turn = turns.filter(({ role }) => role === 'person').length
  const raised = previous?.raised ?? 'none'
  const danger: Danger = { tier: higherTier(triage.tier, raised), kinds: triage.kinds, fresh }
  const track = trackNow(danger, previous)
  const before = turns.findLast(({ role }) => role === 'lull')?.text ?? ''
  const justSaid = previous !== null && turn - previous.turn <= 1
  // The model may have asked it; anything else it asks has no next step here.
  const pending: Question | null =
    askedDirectly(before) === 'suicide' ? 'suicide' : justSaid ? previous.asked : null
  return {
    state: previous ?? newCrisisState(language, track),
    begins: previous === null,
    track,
    danger,
    heard,
    pending,
    turn,
    hasOwnPeople: input.own.some(({ professional }) => !professional),
  }
}

/**
 * What the newest turn adds: what it says alone, and all of the session when it is what made it rise ("the pills are in
 * front of me", two messages after the wish).
 * @param session after the newest turn; `alone` is triage of that turn by itself.
 */
export function freshDanger(session: TriageResult, alone: TriageResult): CrisisInput['fresh'] {
  const before = session.perTurn.at(-2) ?? 'none'
  const rose = reach(session.tier) > reach(before) && reach(session.tier) > reach(alone.tier)
  if (!rose) return { tier: alone.tier, kinds: alone.kinds }
  return { tier: session.tier, kinds: alone.kinds.length > 0 ? alone.kinds : session.kinds }
}

/** A short "ja" says nothing about the language of the talk; a grave sentence does. */
function languageOf({ previous, fresh, language }: CrisisInput): string {
  return previous !== null && fresh.tier === 'none' ? previous.language : language
}

/** As `crisisTurn`, for a turn that was heard before. */
export function crisisStep(input: CrisisInput, heard: HeardTurn): CrisisTurn | null {
  const { triage, fresh, previous } = input
  const grieves = triage.kinds.includes('grief') || fresh.kinds.includes('grief')
  if (previous === null && triage.tier === 'none' && !grieves) return null
  const at = momentOf(input, heard)
  const standing = standingOf(at)
  const next = nextMove({ ...at, danger: { ...at.danger, tier: standing.tier } })
  if (next === null) return null
  return speak(input, at, next, standing, textFor(input.texts, languageOf(input)))
}

/**
 * What to answer now, or null when nothing serious is in the session. Total: any texts, any kept state and any result of
 * triage give an answer that keeps the talk open; in danger right now it begins with whom to call. Time grows with the
 * newest turn alone.
 */
export function crisisTurn(input: CrisisInput): CrisisTurn | null {
  const newest = input.turns.findLast(({ role }) => role === 'person')
  if (!newest) return null
  const text: SafetyText = textFor(input.texts, languageOf(input))
  const { en } = input.texts
  const heard = hearTurn(newest.text, text === en ? [en] : [text, en], input.asksIdentity)
  return crisisStep(input, heard)
}
