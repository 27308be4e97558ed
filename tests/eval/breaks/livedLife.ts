/** What a simulated life leaves behind: choices with their truth, what was taken, and what must never happen. */
import type { ChoiceRecord } from '../../../electron/core/breaks/breakEffects.ts'
import type { BreakSettings } from '../../../electron/core/breaks/breakSettings.ts'
import type { Likes } from './people.ts'

/** A choice with how likely every arm was to work, which only a simulator knows. */
export interface KnownChoice extends ChoiceRecord {
  day: number
  truth: Likes
  worked: boolean | null
}

export interface LivedLife {
  choices: KnownChoice[]
  offered: number
  taken: number
  natural: number
  /** Pauses that came due, and those followed by rest within 20 minutes. */
  due: number
  restedInTime: number
  /** Said in a call, a share or do not disturb; a ninth of a day or a fourth from strain; within half an hour. */
  violations: { hushed: number; caps: number; hurried: number }
  decisions: number
}

export interface LifeOptions {
  days: number
  seed: number
  settings?: Partial<BreakSettings>
}

export function nothingLived(): LivedLife {
  return {
    choices: [],
    ...{ offered: 0, taken: 0, natural: 0, due: 0, restedInTime: 0, decisions: 0 },
    violations: { hushed: 0, caps: 0, hurried: 0 },
  }
}
