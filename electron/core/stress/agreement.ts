/** How well does this know me? The strain score against the person's own answers, with its uncertainty said aloud. */
import { resampledSpearman } from './resampledSpearman.ts'
import { spearman } from './spearman.ts'

/** S as it stood before the answer, and the answer itself. */
export interface ScoredCheckin {
  strain: number
  /** 1 (worst) to 5 (best). */
  mood: number
}

export type Agreement =
  | { kind: 'too_few'; n: number; missing: number }
  /** Answers or scores never changed, so nothing can be compared. */
  | { kind: 'no_variation'; n: number }
  | {
      kind: 'known'
      n: number
      /** Spearman's ρ between S and worse mood: positive when Lull sees what the person feels. */
      rho: number
      /** 95 % percentile bootstrap interval. */
      low: number
      high: number
      /** Whether Lull should propose to switch strain off: the interval does not lie above 0. */
      proposeOff: boolean
    }

export const LEAST_CHECKINS = 40
const RESAMPLES = 2000

function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1)
  const below = sorted[Math.floor(at)] ?? 0
  const above = sorted[Math.ceil(at)] ?? below
  return below + (above - below) * (at - Math.floor(at))
}

/**
 * Spearman's ρ, n and a bootstrap interval (work-pattern notes §4.4). `random` gives 0–1; with a fixed seed the same
 * answers give the same interval. Leave the check-in out of the S it is compared with, or the score judges itself.
 */
export function agreement(checkins: readonly ScoredCheckin[], random: () => number): Agreement {
  const n = checkins.length
  if (n < LEAST_CHECKINS) return { kind: 'too_few', n, missing: LEAST_CHECKINS - n }
  const pairs = checkins.map(({ strain, mood }): [number, number] => [strain, -mood])
  const rho = spearman(pairs)
  if (rho === null) return { kind: 'no_variation', n }
  const drawn: number[] = []
  const draw = resampledSpearman(pairs, random)
  for (let drawing = 0; drawing < RESAMPLES; drawing++) {
    const value = draw()
    if (value !== null) drawn.push(value)
  }
  drawn.sort((a, b) => a - b)
  const low = quantile(drawn, 0.025)
  return { kind: 'known', n, rho, low, high: quantile(drawn, 0.975), proposeOff: low <= 0 }
}
