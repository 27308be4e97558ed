/** Which exercises a pause can hold: by what was chosen, the kind of pause and its length, the best supported first. */
import type { Arm, BreakKind } from '../breaks/kinds.ts'
import { evidenceRank } from './evidenceRank.ts'
import type { Exercise } from './exercise.ts'
import { planWithin } from './exercisePlan.ts'

export interface PauseToFill {
  /** Null: whatever suits. */
  arm: Arm | null
  kind: BreakKind
  lengthMs: number
}

/** In an order that stays the same; empty when nothing fits, and then the pause is for doing nothing. */
export function fittingExercises(all: readonly Exercise[], { arm, kind, lengthMs }: PauseToFill): Exercise[] {
  return all
    .filter((one) => (arm === null || one.arm === arm) && one.suits.includes(kind))
    .filter((one) => planWithin(one, lengthMs) !== null)
    .toSorted((a, b) => evidenceRank(a) - evidenceRank(b) || (a.id < b.id ? -1 : 1))
}
