/** Does it do anything for me: looks withheld by chance in half of the raised moments, and what came of both halves. */
import { LEAST_EFFECTIVE_N } from '../breaks/evaluation.ts'
import { mean, sampleSd } from '../hrv/statistics.ts'

/** The chance that a look is shown, kept with every draw. */
export const PROPENSITY = 0.5
/** What is looked at is fixed beforehand, so that nobody can pick what pleases. */
export const OUTCOMES = ['mood', 'heartRate'] as const
export type Outcome = (typeof OUTCOMES)[number]
export const HEART_RATE_AFTER_MS = 10 * 60_000
/** A later check-in says more about what came between. */
export const CHECKIN_WITHIN_MS = 4 * 60 * 60_000

export type TrialArm = 'look' | 'withheld'

/** A raised moment that was drawn, with what was seen after it; null: nobody answered, or nothing was measured. */
export interface TrialMoment {
  atMs: number
  arm: TrialArm
  /** The chance that it was this arm, 0–1. */
  propensity: number
  /** Of the next check-in, 1–5. */
  mood: number | null
  /** Ten minutes later, against the moment itself, beats a minute. */
  heartRateChange: number | null
}

/** @param random gives 0–1. */
export function drawnArm(random: () => number): TrialArm {
  return random() < PROPENSITY ? 'look' : 'withheld'
}

export interface ArmMean {
  mean: number
  n: number
}

export type TrialResult =
  /** `missing`: moments of the rarer half that are still to come. */
  | { kind: 'not_enough'; n: number; missing: number }
  | {
      kind: 'known'
      n: number
      look: ArmMean
      withheld: ArmMean
      /** With the look against without: mood, more is better; heart rate, less. */
      difference: number
      /** 95 % interval; one that holds zero may be chance. */
      low: number
      high: number
    }

/** Of each half; a difference of fewer moments is mostly the days they fell on. */
export const LEAST_EACH = LEAST_EFFECTIVE_N / 2

function outcomeOf({ mood, heartRateChange }: TrialMoment, outcome: Outcome): number | null {
  if (outcome === 'mood') return mood !== null && mood >= 1 && mood <= 5 ? mood : null
  return heartRateChange !== null && Math.abs(heartRateChange) <= 100 ? heartRateChange : null
}

function valuesOf(moments: readonly TrialMoment[], arm: TrialArm, outcome: Outcome): number[] {
  return moments
    .filter((one) => one.arm === arm && one.propensity > 0 && one.propensity < 1)
    .flatMap((one) => outcomeOf(one, outcome) ?? [])
}

/** 97.5 % point of Student's t: Cornish and Fisher's expansion about the normal, good to .01 from four degrees on. */
function tQuantile(degrees: number): number {
  const z = 1.959964
  const first = (z ** 3 + z) / 4
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384
  return z + first / degrees + second / degrees ** 2 + third / degrees ** 3
}

/** Half of Welch's interval: the halves may differ in size and in spread. */
function halfInterval(one: readonly number[], other: readonly number[]): number {
  const a = (sampleSd(one) ?? 0) ** 2 / one.length
  const b = (sampleSd(other) ?? 0) ** 2 / other.length
  if (a + b === 0) return 0
  const degrees = (a + b) ** 2 / (a ** 2 / (one.length - 1) + b ** 2 / (other.length - 1))
  return tQuantile(degrees) * Math.sqrt(a + b)
}

/** Every draw had the same chance, so plain means compare fairly. */
export function compareTrial(moments: readonly TrialMoment[], outcome: Outcome): TrialResult {
  const look = valuesOf(moments, 'look', outcome)
  const withheld = valuesOf(moments, 'withheld', outcome)
  const n = look.length + withheld.length
  const least = Math.min(look.length, withheld.length)
  if (least < LEAST_EACH) return { kind: 'not_enough', n, missing: LEAST_EACH - least }
  const lookMean = mean(look) ?? 0
  const withheldMean = mean(withheld) ?? 0
  const difference = lookMean - withheldMean
  const half = halfInterval(look, withheld)
  return {
    kind: 'known',
    n,
    look: { mean: lookMean, n: look.length },
    withheld: { mean: withheldMean, n: withheld.length },
    difference,
    low: difference - half,
    high: difference + half,
  }
}
