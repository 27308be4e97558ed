/** Fits a kernel head: a few windows stand for all (pivoted Cholesky), then logistic regressions on what they span. */

export interface KernelBasis {
  gamma: number
  /** Rows of the training vectors that became centres, in the order they were taken. */
  centres: number[]
  /** For each row its coordinates; inner products of two rows give their kernel, nearly. */
  coordinates: Float32Array[]
}

export function rbf(a: Float32Array, b: Float32Array, gamma: number): number {
  let inner = 0
  for (let k = 0; k < a.length; k++) inner += (a[k] as number) * (b[k] as number)
  return Math.exp(-2 * gamma * (1 - inner))
}

/**
 * Takes as next centre always the row the centres so far say least about.
 * @param vectors of unit length. @param rows which of them may become centres.
 */
export function kernelBasis(
  vectors: readonly Float32Array[],
  rows: readonly number[],
  { gamma, most, least = 0.02 }: { gamma: number; most: number; least?: number },
): KernelBasis {
  const coordinates = vectors.map(() => new Float32Array(most))
  const left = new Float64Array(vectors.length).fill(1)
  const centres: number[] = []
  while (centres.length < Math.min(most, rows.length)) {
    let pivot = rows[0] as number
    for (const row of rows) if ((left[row] as number) > (left[pivot] as number)) pivot = row
    const rest = left[pivot] as number
    if (rest < least) break
    const at = centres.length
    const root = Math.sqrt(rest)
    const own = coordinates[pivot] as Float32Array
    const ownVector = vectors[pivot] as Float32Array
    vectors.forEach((vector, row) => {
      const other = coordinates[row] as Float32Array
      let known = 0
      for (let k = 0; k < at; k++) known += (own[k] as number) * (other[k] as number)
      const value = (rbf(vector, ownVector, gamma) - known) / root
      other[at] = value
      left[row] = Math.max(0, (left[row] as number) - value * value)
    })
    left[pivot] = 0
    centres.push(pivot)
  }
  return { gamma, centres, coordinates }
}

/** Weights of coordinates as weights of centres: solves the triangle that the centres' own coordinates form. */
export function centreWeights(basis: KernelBasis, weights: Float64Array): Float64Array {
  const count = basis.centres.length
  const solved = new Float64Array(count)
  const triangle = basis.centres.map((row) => basis.coordinates[row] as Float32Array)
  for (let at = count - 1; at >= 0; at--) {
    let sum = weights[at] as number
    for (let below = at + 1; below < count; below++)
      sum -= (triangle[below]?.[at] as number) * (solved[below] as number)
    solved[at] = sum / (triangle[at]?.[at] as number)
  }
  return solved
}
