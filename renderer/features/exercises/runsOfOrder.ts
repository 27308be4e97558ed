/** The list in stretches that share a reason for their place, in the order the engine gave. */
import type { ListedExercise } from '../../../electron/contract/exercises.ts'

export interface OrderRun {
  placedBy: ListedExercise['placedBy']
  exercises: ListedExercise[]
}

export function runsOfOrder(listed: readonly ListedExercise[]): OrderRun[] {
  const runs: OrderRun[] = []
  for (const one of listed) {
    const last = runs.at(-1)
    if (last?.placedBy === one.placedBy) last.exercises.push(one)
    else runs.push({ placedBy: one.placedBy, exercises: [one] })
  }
  return runs
}
