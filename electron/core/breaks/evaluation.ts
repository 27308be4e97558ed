/** How well choosing works, from the person's own log: what another way of choosing would have brought, and how sure. */
import type { Shares } from './boundedShares.ts'
import type { Arm } from './kinds.ts'

/** A choice whose chances are known, with its outcome. Choices by rules had no chance and say nothing here. */
export interface LoggedChoice {
  arm: Arm
  probabilities: Shares
  worked: boolean
}

/** The chances another way of choosing would have given the same arms. */
export type Policy = (logged: LoggedChoice) => Shares

export interface Estimate {
  /** Share of pauses that worked, 0–1. */
  mean: number
  /** 95 % interval. */
  low: number
  high: number
  /** As many equally weighted choices would say as much: (Σw)² ÷ Σw². */
  effectiveN: number
  /** Choices that had a say. */
  n: number
}

const Z95 = 1.96
/** Fewer equally weighted choices than this say nothing worth reading. */
export const LEAST_EFFECTIVE_N = 20

/** Wilson's interval for a share of n; it stays honest at 0 and 1. */
export function wilsonInterval(mean: number, n: number): { low: number; high: number } {
  if (n <= 0) return { low: 0, high: 1 }
  const z2 = Z95 * Z95
  const middle = (mean + z2 / (2 * n)) / (1 + z2 / n)
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((mean * (1 - mean)) / n + z2 / (4 * n * n))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/**
 * Self-normalised inverse propensity: Σ w·worked ÷ Σ w with w = policy ÷ logged chance (Swaminathan and Joachims, 2015).
 * The interval is Wilson's at the effective n. Chances that followed earlier outcomes make it a little too narrow
 * (arXiv 2106.02029). Null when no choice had a say.
 */
export function snips(log: readonly LoggedChoice[], policy: Policy): Estimate | null {
  let sum = 0
  let squares = 0
  let worked = 0
  let n = 0
  for (const logged of log) {
    const chance = logged.probabilities[logged.arm] ?? 0
    const wanted = policy(logged)[logged.arm] ?? 0
    if (chance <= 0 || wanted <= 0) continue
    const weight = wanted / chance
    sum += weight
    squares += weight * weight
    worked += logged.worked ? weight : 0
    n++
  }
  if (sum === 0) return null
  const mean = worked / sum
  const effectiveN = (sum * sum) / squares
  return { mean, ...wilsonInterval(mean, effectiveN), effectiveN, n }
}

/** Every arm that could have been chosen, alike. */
export const evenly: Policy = ({ probabilities }) => {
  const arms = Object.keys(probabilities) as Arm[]
  return Object.fromEntries(arms.map((arm) => [arm, 1 / arms.length]))
}

/** Always this one. */
export function always(arm: Arm): Policy {
  return ({ probabilities }) => (probabilities[arm] === undefined ? {} : { [arm]: 1 })
}

/** Never left out, and otherwise as it was. */
export const neverLeftOut: Policy = ({ probabilities }) => {
  const rest = 1 - (probabilities.nothing ?? 0)
  const arms = Object.entries(probabilities).filter(([arm]) => arm !== 'nothing')
  return rest <= 0 ? {} : Object.fromEntries(arms.map(([arm, chance]) => [arm, chance / rest]))
}

export type OnOff =
  /** `missing`: equally weighted pauses left out, or said, that are still to come. */
  | { kind: 'not_enough'; n: number; missing: number }
  | {
      kind: 'known'
      /** Share of pauses taken where Lull spoke, and where it left one out on purpose. */
      spoke: Estimate
      leftOut: Estimate
      difference: number
      low: number
      high: number
      /** A smaller difference than this would not be seen with so few. */
      leastVisible: number
    }

/**
 * What speaking up changes, against the pauses left out by chance: a small trial on oneself. Only choices that could
 * have gone either way count. The interval of the difference is Newcombe's, from the two of the shares.
 */
export function compareOnOff(log: readonly LoggedChoice[]): OnOff {
  const open = log.filter(({ probabilities: { nothing } }) => nothing !== undefined && nothing < 1)
  const spoke = snips(open, neverLeftOut)
  const leftOut = snips(open, always('nothing'))
  const least = Math.min(spoke?.effectiveN ?? 0, leftOut?.effectiveN ?? 0)
  if (!spoke || !leftOut || least < LEAST_EFFECTIVE_N) {
    return { kind: 'not_enough', n: open.length, missing: Math.ceil(LEAST_EFFECTIVE_N - least) }
  }
  const difference = spoke.mean - leftOut.mean
  const below = Math.hypot(spoke.mean - spoke.low, leftOut.high - leftOut.mean)
  const above = Math.hypot(spoke.high - spoke.mean, leftOut.mean - leftOut.low)
  const leastVisible = Z95 * Math.sqrt(0.25 / spoke.effectiveN + 0.25 / leftOut.effectiveN)
  const interval = { low: Math.max(-1, difference - below), high: Math.min(1, difference + above) }
  return { kind: 'known', spoke, leftOut, difference, ...interval, leastVisible }
}
