/** Turns the scores of a learned layer into chances, and chances into an opinion: the same way for both layers. */
import { type Kind, kinds, type Opinion } from '../tier.ts'
import type { HeadFields } from './headJson.ts'

/** A learned layer may say so much and no more: that somebody is about to act is for rules to hear. */
export const learnedTiers = ['concern', 'high'] as const

/** What can be told apart; plans count as suicide. */
export const learnedKinds = kinds.filter((kind) => kind !== 'suicide-plan' && kind !== 'grief')

/** How one score becomes a chance: fitted on pattern families that were left out of the training. */
export interface Scale {
  /** Per unit of the text's score. */
  slope: number
  /** Per unit of ln(windows): a long text has more places to be misread. At most 0. */
  perLogWindow: number
  offset: number
  /** From this chance on the tier is said, 0–1; high only of what is said to be a concern. */
  threshold: number
}

export type Calibration = Record<(typeof learnedTiers)[number], Scale>

/** Scores of one window, in log odds as fitted: one per learned tier, one per kind. */
export interface WindowScore {
  tiers: Float64Array
  kinds: () => Float64Array
}

export function readCalibration(fields: HeadFields): Calibration {
  const scale = (name: (typeof learnedTiers)[number]): Scale => {
    const inside = fields.inside(name)
    return {
      slope: inside.number('slope', 0, 1000),
      perLogWindow: inside.number('perLogWindow', -100, 0),
      offset: inside.number('offset', -1000, 1000),
      threshold: inside.number('threshold', 0, 1),
    }
  }
  return { concern: scale('concern'), high: scale('high') }
}

const logistic = (score: number) => 1 / (1 + Math.exp(-score))

/**
 * The score of a text: halfway from the mean of its windows to the highest. The highest alone is jumpy, the mean alone
 * goes blind on long texts. @param scores one for each window, at least one.
 */
export function textScore(scores: readonly number[]): number {
  let sum = 0
  let highest = Number.NEGATIVE_INFINITY
  for (const score of scores) {
    sum += score
    if (score > highest) highest = score
  }
  return (highest + sum / scores.length) / 2
}

/** @param score of the text, as `textScore` gives it. @returns the chance that it means at least this tier, 0–1. */
export function chance({ slope, perLogWindow, offset }: Scale, score: number, windows: number): number {
  return logistic(slope * score + perLogWindow * Math.log(windows) + offset)
}

/**
 * The opinion on one text, or none. It speaks where the chance of any risk reaches its threshold, and says `high` where
 * that is likely too.
 */
export function opinionOf(
  layer: Opinion['layer'],
  calibration: Calibration,
  names: readonly Kind[],
  scores: readonly WindowScore[],
): Opinion[] {
  const told = scores.reduce<WindowScore | undefined>(
    (best, one) => (best && (best.tiers[0] as number) >= (one.tiers[0] as number) ? best : one),
    undefined,
  )
  if (!told) return []
  const [concern, high] = learnedTiers.map((tier, at) =>
    chance(calibration[tier], textScore(scores.map(({ tiers }) => tiers[at] as number)), scores.length),
  ) as [number, number]
  if (concern < calibration.concern.threshold) return []
  const kinds = likelyKinds(names, told.kinds())
  return high < calibration.high.threshold
    ? [{ layer, tier: 'concern', kinds, probability: concern }]
    : [{ layer, tier: 'high', kinds, probability: high }]
}

/** The likeliest kind, and every other that is more likely than not. */
function likelyKinds(names: readonly Kind[], scores: Float64Array): Kind[] {
  let first = 0
  for (let at = 1; at < scores.length; at++) {
    if ((scores[at] as number) > (scores[first] as number)) first = at
  }
  const [likeliest] = names.slice(first, first + 1)
  const others = names.filter((_, at) => at !== first && (scores[at] as number) > 0)
  return likeliest ? [likeliest, ...others] : others
}
