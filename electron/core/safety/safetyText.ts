/** The shape of the reviewed texts in `resources/safety/`, and how they are filled in and found again. */

/** Every authored step of a care answer. Each holds several wordings of the same thing. */
export const careSteps = [
  'reflect.concern',
  'reflect.high',
  'reflect.selfHarm',
  'ask',
  'ask.now',
  'people',
  'open',
  'answer.yes',
  'answer.no',
  'again',
  'listen',
  'imminent.first',
  'imminent.stay',
  'overdose.first',
  'overdose.stay',
  'harm.first',
  'harm.now',
  'harm.stay',
  'helper.first',
  'helper.now',
  'helper.stay',
  'unchecked',
] as const
export type CareStep = (typeof careSteps)[number]

/** Rules of the guard that put an authored sentence in place of the model's. */
export const replacedRules = [
  'digits',
  'human',
  'acts',
  'medical',
  'pleading',
  'secrecy',
  'link',
  'method',
  'minimising',
] as const
export type ReplacedRule = (typeof replacedRules)[number]

export interface SafetyText {
  language: string
  version: string
  review: { on: string; by: string; note: string }
  care: Record<CareStep, string[]>
  /** For the model, in its newest turn; never shown to the person. */
  notes: { concern: string; high: string; harm: string; helper: string }
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

/** Whether a stored message holds a wording, whatever its placeholders were filled with. */
export function holds(message: string, wording: string): boolean {
  let from = 0
  for (const part of wording.split(/\{\w+\}/)) {
    const at = message.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}

/** One of the wordings, by a number that grows with the talk: the same place gives the same words. */
export function wordingAt(wordings: readonly string[], index: number): string {
  return wordings[Math.abs(Math.trunc(index)) % Math.max(1, wordings.length)] ?? ''
}
