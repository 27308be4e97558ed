/** Which exercise fills a pause: one this person rated well, else the well supported ones by turns. */
import { evidenceRank } from './evidenceRank.ts'
import type { Exercise } from './exercise.ts'
import { fittingExercises, type PauseToFill } from './fittingExercises.ts'
import { ownEffect } from './ownEffect.ts'
import type { RatingSummary } from './ratingSummary.ts'

export interface BreakToFill extends PauseToFill {
  /** The same number gives the same exercise, also when the offer comes back. */
  nudgeId: number
}

/** What helped; else what is best supported of that which did not make it worse; else nothing in particular. */
function candidates(
  fitting: readonly Exercise[],
  helped: (exercise: Exercise) => RatingSummary,
): readonly Exercise[] {
  const effects = new Map(fitting.map((one) => [one, ownEffect(helped(one))]))
  const better = fitting.filter((one) => effects.get(one) === 'better')
  if (better.length > 0) return better
  const others = fitting.filter((one) => effects.get(one) !== 'worse')
  const best = Math.min(...others.map(evidenceRank))
  return others.filter((one) => evidenceRank(one) === best)
}

/** Null: nothing fits, or all that fits made it worse for this person. */
export function exerciseForBreak(
  all: readonly Exercise[],
  { nudgeId, ...pause }: BreakToFill,
  helped: (exercise: Exercise) => RatingSummary,
): Exercise | null {
  const among = candidates(fittingExercises(all, pause), helped)
  const turn = Number.isSafeInteger(nudgeId) ? Math.abs(nudgeId) : 0
  return among[turn % Math.max(1, among.length)] ?? null
}
