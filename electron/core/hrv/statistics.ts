/** The few statistics everything here rests on; each gives null rather than a number it cannot know. */

/** 1.4826·MAD estimates the standard deviation of normally distributed values. */
export const MAD_TO_SD = 1.4826

/** Arithmetic mean; null for no values. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

/** Sample standard deviation, divisor n−1 (sensing notes §4.1: sample sd everywhere); null below two values. */
export function sampleSd(values: readonly number[]): number | null {
  const centre = mean(values)
  if (centre === null || values.length < 2) return null
  let squares = 0
  for (const value of values) squares += (value - centre) ** 2
  return Math.sqrt(squares / (values.length - 1))
}

/** Median, the mean of the middle two for an even count; null for no values. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** Centre and spread that a few odd values cannot move. */
export interface RobustSpread {
  median: number
  /** Median absolute deviation from the median, unscaled. */
  mad: number
  count: number
}

/** Median and unscaled MAD; null for no values. */
export function robustSpread(values: readonly number[]): RobustSpread | null {
  const centre = median(values)
  if (centre === null) return null
  const mad = median(values.map((value) => Math.abs(value - centre))) ?? 0
  return { median: centre, mad, count: values.length }
}
