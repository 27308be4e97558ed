/** What earlier outcomes have left behind: older ones fade, for people change. */
import { ARMS, type Arm } from './kinds.ts'

/** Strain × need, low or high. */
export const BUCKETS = ['lowLow', 'lowHigh', 'highLow', 'highHigh'] as const
export type Bucket = (typeof BUCKETS)[number]

/** Faded successes and failures. */
export interface Tally {
  a: number
  b: number
}
type Tallies = Readonly<Record<Arm, Tally>>

export interface ArmMemory {
  /** Outcomes so far. */
  outcomes: number
  /** Place in the fixed rotation. */
  rotation: number
  overall: Tallies
  buckets: Readonly<Record<Bucket, Tallies>>
  /** Not faded, for "why this?". */
  counts: Readonly<Record<Arm, { tried: number; worked: number }>>
}

/** γ: half of what was learnt is gone after 34 outcomes, about a week (work-pattern notes §5.2). */
export const DISCOUNT = 0.98
/** The arm's posterior over all buckets counts as so many outcomes in each of them (§5.2). */
export const PRIOR_WORTH = 4

const eachArm = <Value>(value: (arm: Arm) => Value) =>
  Object.fromEntries(ARMS.map((arm) => [arm, value(arm)])) as Record<Arm, Value>

const emptyTallies: Tallies = eachArm(() => ({ a: 0, b: 0 }))

export const emptyArmMemory: ArmMemory = {
  outcomes: 0,
  rotation: 0,
  overall: emptyTallies,
  buckets: { lowLow: emptyTallies, lowHigh: emptyTallies, highLow: emptyTallies, highHigh: emptyTallies },
  counts: eachArm(() => ({ tried: 0, worked: 0 })),
}

/** B counts as high when a pause is due; unknown strain and unknown need count as low. */
export function bucketOf(strainRaised: boolean, need: number | null): Bucket {
  const isDue = need !== null && need >= 1
  if (strainRaised) return isDue ? 'highHigh' : 'highLow'
  return isDue ? 'lowHigh' : 'lowLow'
}

function faded(tallies: Tallies, arm: Arm | null, worked: boolean): Tallies {
  return eachArm((one) => {
    const { a, b } = tallies[one]
    const [success, failure] = one !== arm ? [0, 0] : worked ? [1, 0] : [0, 1]
    return { a: DISCOUNT * a + success, b: DISCOUNT * b + failure }
  })
}

/** a, b ← γa, γb for all arms, then +1 for the one that had an outcome. */
export function withOutcome(memory: ArmMemory, bucket: Bucket, arm: Arm, worked: boolean): ArmMemory {
  const count = memory.counts[arm]
  return {
    ...memory,
    outcomes: memory.outcomes + 1,
    overall: faded(memory.overall, arm, worked),
    buckets: {
      lowLow: faded(memory.buckets.lowLow, bucket === 'lowLow' ? arm : null, worked),
      lowHigh: faded(memory.buckets.lowHigh, bucket === 'lowHigh' ? arm : null, worked),
      highLow: faded(memory.buckets.highLow, bucket === 'highLow' ? arm : null, worked),
      highHigh: faded(memory.buckets.highHigh, bucket === 'highHigh' ? arm : null, worked),
    },
    counts: {
      ...memory.counts,
      [arm]: { tried: count.tried + 1, worked: count.worked + (worked ? 1 : 0) },
    },
  }
}

/** What is believed about an arm in a bucket: a Beta distribution. */
export function posterior(memory: ArmMemory, bucket: Bucket, arm: Arm): Tally {
  const overall = memory.overall[arm]
  const mean = (1 + overall.a) / (2 + overall.a + overall.b)
  const own = memory.buckets[bucket][arm]
  return { a: PRIOR_WORTH * mean + own.a, b: PRIOR_WORTH * (1 - mean) + own.b }
}

/** How often it is believed to work, 0–1. */
export function posteriorMean(memory: ArmMemory, bucket: Bucket, arm: Arm): number {
  const { a, b } = posterior(memory, bucket, arm)
  return a / (a + b)
}
