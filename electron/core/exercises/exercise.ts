/** What an exercise is, as its files say: timings and cautions in one, words in the other. */
import type { BreakKind, Invitation } from '../breaks/kinds.ts'

/** A new kind needs code; a new exercise needs none. */
export const EXERCISE_KINDS = ['pacer', 'steps', 'tenseRelease', 'bodyScan'] as const
export type ExerciseKind = (typeof EXERCISE_KINDS)[number]

/** What to leave it for, said in full by the text. */
export const CAUTIONS = ['dizzy', 'pregnant', 'heart_or_lungs', 'pain_or_injury', 'hard_memories'] as const
export type Caution = (typeof CAUTIONS)[number]

/** Whom it may suit, as the person would say it. */
export const MOMENTS = [
  'tense',
  'restless',
  'overwhelmed',
  'tired',
  'stiff',
  'sad',
  'self_critical',
  'cannot_sleep',
  'any',
] as const
export type Moment = (typeof MOMENTS)[number]

/** What is asked from 0 to 10 before and after; less is better for the first two, more for the others. */
export const RATED = ['tension', 'intensity', 'energy', 'ease'] as const
export type Rated = (typeof RATED)[number]

export interface Source {
  /** Such as "Balban 2023". */
  name: string
  /** DOI or another lasting name. */
  id: string
}

export interface Evidence {
  /** `none`: nobody was found who tried it in a trial, and the text says so. */
  strength: 'some' | 'little' | 'none'
  sources: readonly Source[]
}

/** A part of a breath: the level goes from 0, empty, to 1, full. A part without change is a hold. */
export interface BreathPart {
  id: string
  seconds: number
  from: number
  to: number
}

export interface TimedStep {
  id: string
  seconds: number
}

/** A part of the body with its share of the time. */
export interface Region {
  id: string
  weight: number
}

export type ExerciseTimings =
  | { kind: 'pacer'; parts: readonly BreathPart[] }
  | { kind: 'steps'; steps: readonly TimedStep[] }
  | {
      kind: 'tenseRelease'
      groups: readonly string[]
      tenseSeconds: number
      releaseSeconds: number
      rounds: number
    }
  | { kind: 'bodyScan'; regions: readonly Region[] }

/** What a person reads. */
export interface ExerciseText {
  title: string
  summary: string
  /** Whom and when it may suit. */
  when: string
  before: string
  after: string
  evidence: string
  cautions: string
  /** By the id of a part, step, group or region; and `release`. */
  labels: Readonly<Record<string, string>>
}

export interface Exercise {
  id: string
  timings: ExerciseTimings
  /** What it counts as when a pause is filled; null: only by the person's own choice. */
  arm: Invitation | null
  /** Lengths to choose from, seconds, the usual one first; empty where the steps make the length. */
  lengthsSeconds: readonly number[]
  suits: readonly BreakKind[]
  moments: readonly Moment[]
  /** May be opened by the panic door. */
  forPanic: boolean
  cautions: readonly Caution[]
  evidence: Evidence
  rated: Rated
  text: ExerciseText
}

/** One thing wrong in a file, and where. */
export interface Problem {
  /** Such as `parts[2].seconds` or `en.md`. */
  at: string
  what: string
}

export type Parsed<Value> = { ok: true; value: Value } | { ok: false; problems: readonly Problem[] }
