/** How wide the line of a difference is drawn: the same to both sides, so that zero stays in the middle. */
import type { Outcome } from '../../../../electron/core/lights/trial.ts'

/** Narrower would make a small difference look like a large one: a face, ten beats a minute. */
const leastReach: Record<Outcome, number> = { mood: 1, heartRate: 10 }
const STEPS = [1, 2, 5]

/** The next round number that holds the interval. */
export function reachOf({ low, high }: { low: number; high: number }, outcome: Outcome): number {
  const needed = Math.max(Math.abs(low), Math.abs(high), leastReach[outcome])
  const power = 10 ** Math.floor(Math.log10(needed))
  const step = STEPS.find((one) => one * power >= needed - 1e-9)
  return (step ?? 10) * power
}

/** From 0 at the left end to 1 at the right. */
export const placeOf = (value: number, reach: number): number =>
  Math.max(0, Math.min(1, (value / reach + 1) / 2))
