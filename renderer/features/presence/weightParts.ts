/** Weights as whole parts, which people read better than fractions, and what a weight of nothing switches off. */
import type { FamilyId, Weights } from '../../../electron/core/stress/families.ts'

/** 25 for .25. */
export const partsOf = (weight: number): number => Math.round(weight * 100)
export const weightOf = (parts: number): number => Math.round(parts) / 100

/** Families that share one sensor: it stops only when all of them weigh nothing. */
const sharing: Partial<Record<FamilyId, readonly FamilyId[]>> = {
  body: ['body'],
  fragmentation: ['fragmentation', 'comms'],
  comms: ['fragmentation', 'comms'],
  typing: ['typing', 'pointer'],
  pointer: ['typing', 'pointer'],
  machine: ['machine'],
}

/** What a weight of 0 does: nothing to say, left out, or left out with its sensor stopped. */
export function silences(weights: Weights, family: FamilyId): 'zero' | 'zeroSensor' | null {
  if (weights[family] > 0) return null
  const families = sharing[family]
  return families?.every((one) => weights[one] === 0) ? 'zeroSensor' : 'zero'
}
