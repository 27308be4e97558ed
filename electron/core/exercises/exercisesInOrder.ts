/** The list in this person's own order: what has helped them first, what has not last, the rest by what is known of it. */
import { evidenceRank } from './evidenceRank.ts'
import type { Exercise } from './exercise.ts'
import { leastEffect, ownEffect } from './ownEffect.ts'
import type { RatingSummary } from './ratingSummary.ts'

export interface HelpedExercise {
  exercise: Exercise
  helped: RatingSummary
}

export type PlacedExercise<One extends HelpedExercise> = One & {
  /** Why it stands where it stands. */
  placedBy: 'ratings' | 'evidence'
}

/** Ratings that may be chance place nothing: an exercise must not sink below one that was never tried for them. */
const PLACE = { better: 0, unclear: 1, worse: 2 } as const

function byRatings(a: HelpedExercise, b: HelpedExercise): number {
  return (leastEffect(b.helped) ?? 0) - (leastEffect(a.helped) ?? 0)
}

function byEvidence(a: HelpedExercise, b: HelpedExercise): number {
  return evidenceRank(a.exercise) - evidenceRank(b.exercise)
}

/** By code unit, so that the order is the same on every machine. */
function byName(a: HelpedExercise, b: HelpedExercise): number {
  const [one, other] = [a.exercise, b.exercise].map(({ text, id }) => `${text.title.toLowerCase()} ${id}`)
  return (one ?? '') < (other ?? '') ? -1 : 1
}

export function exercisesInOrder<One extends HelpedExercise>(all: readonly One[]): PlacedExercise<One>[] {
  return all
    .toSorted((a, b) => {
      const [effect, other] = [ownEffect(a.helped), ownEffect(b.helped)]
      if (effect !== other) return PLACE[effect] - PLACE[other]
      return (effect === 'unclear' ? byEvidence(a, b) : byRatings(a, b)) || byName(a, b)
    })
    .map((one) => ({ ...one, placedBy: ownEffect(one.helped) === 'unclear' ? 'evidence' : 'ratings' }))
}
