/** The shape of the reviewed texts in `resources/safety/`, one file a language, and how they are filled in. */
import type { CareNote, CareStep, PhraseList } from './crisis/careSteps.ts'

export { careNotes, careSteps, phraseLists } from './crisis/careSteps.ts'

/** Rules of the guard that put an authored sentence in place of the model's. */
export const replacedRules = [
  'link',
  'digits',
  'method',
  'delusion',
  'secrecy',
  'attachment',
  'medical',
  'flattery',
  'acts',
  'moralising',
  'minimising',
  'human',
  'advice',
] as const
export type ReplacedRule = (typeof replacedRules)[number]

export interface SafetyText {
  language: string
  version: string
  review: { on: string; by: string; note: string }
  care: Record<CareStep, string[]>
  /** What is listened for in an answer: plain phrases, as people type them. */
  hears: Record<PhraseList, string[]>
  /** Whom the card names beside a line. */
  card: { professional: string; trusted: string }
  /** For the model, in its newest turn; never shown to the person. */
  notes: Record<CareNote, string>
  /** To "are you human?". */
  identity: string[]
  guard: Record<ReplacedRule, string[]>
  /** Shown when nothing of a reply is left. */
  reflection: string[]
  /** Used in place of a number when the country is unknown. */
  unknownEmergency: string
}

/** A wording with its placeholders filled; unknown placeholders stay as they are. */
export function filled(wording: string, values: Record<string, string>): string {
  return wording.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all)
}

/** One of the wordings, by a number that grows with the talk: the same place gives the same words. */
export function wordingAt(wordings: readonly string[], index: number): string {
  return wordings[Math.abs(Math.trunc(index)) % Math.max(1, wordings.length)] ?? ''
}
