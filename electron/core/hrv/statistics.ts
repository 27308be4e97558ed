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
  const ordered = Float64Array.from(values)
  const middle = ordered.length >> 1
  orderAround(ordered, middle)
  const upper = ordered[middle] ?? 0
  if (ordered.length % 2 === 1) return upper
  let lower = ordered[0] ?? 0
  for (let place = 1; place < middle; place++) lower = Math.max(lower, ordered[place] ?? 0)
  return (lower + upper) / 2
}

/**
 * Moves values until none before a place is greater than the value there, and none after it is less: all that a median
 * asks, in a tenth of the time of sorting. C. A. R. Hoare, Find (1961).
 */
function orderAround(values: Float64Array, place: number): void {
  let from = 0
  let to = values.length - 1
  while (from < to) {
    const pivot = values[(from + to) >> 1] ?? 0
    let low = from
    let high = to
    while (low <= high) {
      while ((values[low] ?? 0) < pivot) low++
      while ((values[high] ?? 0) > pivot) high--
      if (low > high) break
      const swapped = values[low] ?? 0
      values[low++] = values[high] ?? 0
      values[high--] = swapped
    }
    if (place <= high) to = high
    else if (place >= low) from = low
    else return
  }
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
