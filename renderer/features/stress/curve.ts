/** The scores of a day as lines: holes stay holes, and every minute can be found again. */

export interface ScorePoint {
  atMs: number
  need: number | null
  strain: number | null
  confidence: number
}

export type Measure = 'need' | 'strain'

/** Points are a minute apart; a longer way between two is a hole. */
const MOST_APART_MS = 150_000

/** Times and values as a chart wants them, with an empty value inside each hole, so that no line crosses it. */
export function lineWithHoles(
  points: readonly ScorePoint[],
  measure: Measure,
): [times: number[], values: (number | null)[]] {
  const times: number[] = []
  const values: (number | null)[] = []
  for (const point of points) {
    const before = times.at(-1)
    if (before !== undefined && point.atMs - before > MOST_APART_MS) {
      times.push((before + point.atMs) / 2)
      values.push(null)
    }
    times.push(point.atMs)
    values.push(point[measure])
  }
  return [times, values]
}

/** Places of values that stand alone, which no line would show. */
export function lonePlaces(values: readonly (number | null)[]): number[] {
  return values.flatMap((value, at) => {
    const isAlone = value !== null && (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null
    return isAlone ? [at] : []
  })
}

/** The point nearest to a moment, at most two minutes away; null where nothing was worked out. */
export function pointNear(points: readonly ScorePoint[], atMs: number): ScorePoint | null {
  let nearest: ScorePoint | null = null
  for (const point of points) {
    const isNearer = nearest === null || Math.abs(point.atMs - atMs) < Math.abs(nearest.atMs - atMs)
    if (isNearer) nearest = point
  }
  return nearest !== null && Math.abs(nearest.atMs - atMs) <= 2 * 60_000 ? nearest : null
}

export interface Highest {
  atMs: number
  value: number
}

export function highest(points: readonly ScorePoint[], measure: Measure): Highest | null {
  let top: Highest | null = null
  for (const point of points) {
    const value = point[measure]
    if (value !== null && (top === null || value > top.value)) top = { atMs: point.atMs, value }
  }
  return top
}

/** Minutes in which a measure was known. */
export function minutesKnown(points: readonly ScorePoint[], measure: Measure): number {
  return points.filter((point) => point[measure] !== null).length
}
