/** How well an exercise is supported in general, as a number to sort by. */
import type { Evidence } from './exercise.ts'

const RANK: Record<Evidence['strength'], number> = { some: 0, little: 1, none: 2 }

/** The best supported first. */
export function evidenceRank({ evidence }: { evidence: Pick<Evidence, 'strength'> }): number {
  return RANK[evidence.strength]
}
