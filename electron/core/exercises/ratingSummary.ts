/** What a person's own ratings before and after say about an exercise, with how sure that is. */
import type { Rated } from './exercise.ts'

/** Both from 0 to 10. */
export interface RatingPair {
  before: number
  after: number
}

export type RatingSummary =
  | { kind: 'too_few'; n: number; missing: number }
  | {
      kind: 'known'
      n: number
      /** Mean change, positive for better; with its 95 % bootstrap interval. */
      change: number
      low: number
      high: number
      better: number
      same: number
      worse: number
    }

/** Fewer say more about the day than about the exercise. */
export const LEAST_RATINGS = 5
const RESAMPLES = 1000
const LESS_IS_BETTER: ReadonlySet<Rated> = new Set(['tension', 'intensity'])

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function isRating(value: number): boolean {
  return Number.isFinite(value) && value >= 0 && value <= 10
}

function bootstrap(changes: readonly number[], random: () => number): { low: number; high: number } {
  const means = Array.from({ length: RESAMPLES }, () =>
    mean(changes.map((change) => changes[Math.floor(random() * changes.length)] ?? change)),
  ).sort((a, b) => a - b)
  return {
    low: means[Math.floor(0.025 * RESAMPLES)] ?? 0,
    high: means[Math.ceil(0.975 * RESAMPLES) - 1] ?? 0,
  }
}

/**
 * People who rate before and after tend to feel better after anything, so this compares exercises with one another and
 * proves none of them. Pairs outside 0–10 are left out. `random` gives 0–1.
 */
export function ratingSummary(
  pairs: readonly RatingPair[],
  rated: Rated,
  random: () => number,
): RatingSummary {
  const sign = LESS_IS_BETTER.has(rated) ? -1 : 1
  const sound = pairs.filter(({ before, after }) => isRating(before) && isRating(after))
  const changes = sound.map(({ before, after }) => (after - before) * sign)
  const n = changes.length
  if (n < LEAST_RATINGS) return { kind: 'too_few', n, missing: LEAST_RATINGS - n }
  const better = changes.filter((change) => change > 0).length
  const worse = changes.filter((change) => change < 0).length
  return {
    kind: 'known',
    n,
    change: mean(changes),
    ...bootstrap(changes, random),
    better,
    same: n - better - worse,
    worse,
  }
}
