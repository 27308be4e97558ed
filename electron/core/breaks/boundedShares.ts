/** Probabilities kept within bounds, so that no arm is ever lost from sight and none crowds out the rest. */
import type { Arm } from './kinds.ts'

/** Of every arm (work-pattern notes §5.2). */
export const LEAST_SHARE = 0.05
export const MOST_SHARE = 0.6
/** Of leaving a pause out, so that the effect of the others stays visible. */
export const LEAST_NOTHING = 0.1

export type Shares = Partial<Record<Arm, number>>

const leastOf = (arm: Arm) => (arm === 'nothing' ? LEAST_NOTHING : LEAST_SHARE)

function boundedBy(scale: number, arm: Arm, share: number): number {
  return Math.min(MOST_SHARE, Math.max(leastOf(arm), share * scale))
}

/** Halvings of the scale, enough for the last digit that is printed. */
const HALVINGS = 50

/**
 * Wins out of draws as shares that sum to 1 within their bounds: all are scaled by the same factor, and who meets a
 * bound stays there. Half a win is given to each, for none of 2,000 draws is not never. One arm alone gets all.
 */
export function boundedShares(wins: readonly (readonly [Arm, number])[]): Shares {
  const [only] = wins
  if (wins.length === 1 && only) return { [only[0]]: 1 }
  const given = wins.map(([arm, won]): [Arm, number] => [arm, won + 0.5])
  const whole = given.reduce((sum, [, won]) => sum + won, 0)
  let low = 0
  let high = (2 * whole * MOST_SHARE) / 0.5
  for (let halving = 0; halving < HALVINGS; halving++) {
    const scale = (low + high) / 2
    const sum = given.reduce((total, [arm, won]) => total + boundedBy(scale, arm, won / whole), 0)
    if (sum < 1) low = scale
    else high = scale
  }
  return Object.fromEntries(given.map(([arm, won]) => [arm, boundedBy(high, arm, won / whole)]))
}
