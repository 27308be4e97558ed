/** Fits logistic regressions the plain way: L2, weighted rows, L-BFGS; the same input gives the same bits. */

/** A matrix as fitting sees it, sparse or dense. */
export interface Design {
  rows: number
  columns: number
  /** into[row] += sum over columns of value * weights[column] */
  times(weights: Float64Array, into: Float64Array): void
  /** into[column] += sum over rows of value * by[row] */
  transposedTimes(by: Float64Array, into: Float64Array): void
}

/** Rows of hashed counts. */
export interface SparseRow {
  columns: Int32Array
  values: Float32Array
}

export function sparseDesign(rows: readonly SparseRow[], columns: number): Design {
  return {
    rows: rows.length,
    columns,
    times(weights, into) {
      rows.forEach((row, at) => {
        let sum = 0
        for (let k = 0; k < row.columns.length; k++)
          sum += (row.values[k] as number) * (weights[row.columns[k] as number] as number)
        into[at] = (into[at] as number) + sum
      })
    },
    transposedTimes(by, into) {
      rows.forEach((row, at) => {
        const factor = by[at] as number
        if (factor === 0) return
        for (let k = 0; k < row.columns.length; k++) {
          const column = row.columns[k] as number
          into[column] = (into[column] as number) + factor * (row.values[k] as number)
        }
      })
    },
  }
}

export function denseDesign(values: readonly Float32Array[], columns: number): Design {
  return {
    rows: values.length,
    columns,
    times(weights, into) {
      values.forEach((row, at) => {
        let sum = 0
        for (let k = 0; k < columns; k++) sum += (row[k] as number) * (weights[k] as number)
        into[at] = (into[at] as number) + sum
      })
    },
    transposedTimes(by, into) {
      values.forEach((row, at) => {
        const factor = by[at] as number
        if (factor === 0) return
        for (let k = 0; k < columns; k++) into[k] = (into[k] as number) + factor * (row[k] as number)
      })
    },
  }
}

export interface LogisticTask {
  design: Design
  /** 0 or 1 for each row. */
  labels: Float64Array
  /** 0 leaves a row out. */
  weights: Float64Array
  /** Strength of L2, per unit of total weight of the rows. */
  l2: number
  iterations?: number
}

export interface Logistic {
  weights: Float64Array
  bias: number
}

const HISTORY = 8

const dot = (a: Float64Array, b: Float64Array) => {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number)
  return sum
}

/** Mean weighted log loss plus L2 (the bias, last of `at`, is free); writes the gradient. */
function loss(task: LogisticTask, total: number, at: Float64Array, gradient: Float64Array): number {
  const { design, labels, weights, l2 } = task
  const scores = new Float64Array(design.rows).fill(at[design.columns] as number)
  design.times(at, scores)
  const residuals = new Float64Array(design.rows)
  let sum = 0
  let biasGradient = 0
  for (let row = 0; row < design.rows; row++) {
    const weight = (weights[row] as number) / total
    if (weight === 0) continue
    const score = scores[row] as number
    const label = labels[row] as number
    sum += weight * (Math.max(score, 0) - score * label + Math.log1p(Math.exp(-Math.abs(score))))
    residuals[row] = weight * (1 / (1 + Math.exp(-score)) - label)
    biasGradient += residuals[row] as number
  }
  gradient.fill(0)
  design.transposedTimes(residuals, gradient)
  for (let k = 0; k < design.columns; k++) {
    sum += 0.5 * l2 * (at[k] as number) ** 2
    gradient[k] = (gradient[k] as number) + l2 * (at[k] as number)
  }
  gradient[design.columns] = biasGradient
  return sum
}

interface Step {
  moved: Float64Array
  turned: Float64Array
  rho: number
}

function direction(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const toward = gradient.map((value) => -value)
  const alphas: number[] = []
  for (const step of steps.toReversed()) {
    const alpha = step.rho * dot(step.moved, toward)
    alphas.push(alpha)
    for (let k = 0; k < toward.length; k++)
      toward[k] = (toward[k] as number) - alpha * (step.turned[k] as number)
  }
  const last = steps.at(-1)
  if (last) {
    const scale = 1 / (last.rho * dot(last.turned, last.turned))
    for (let k = 0; k < toward.length; k++) toward[k] = (toward[k] as number) * scale
  }
  for (const step of steps) {
    const beta = (alphas.pop() ?? 0) - step.rho * dot(step.turned, toward)
    for (let k = 0; k < toward.length; k++)
      toward[k] = (toward[k] as number) + beta * (step.moved[k] as number)
  }
  return toward
}

/** Minimises the loss from zero; stops when the gradient is small or after `iterations` (150). */
export function fitLogistic(task: LogisticTask): Logistic {
  const { columns } = task.design
  const total = task.weights.reduce((sum, weight) => sum + weight, 0)
  let at = new Float64Array(columns + 1)
  let gradient = new Float64Array(columns + 1)
  let value = loss(task, total, at, gradient)
  let steps: Step[] = []
  for (let turn = 0; turn < (task.iterations ?? 150); turn++) {
    if (Math.sqrt(dot(gradient, gradient)) < 1e-6) break
    let toward = direction(gradient, steps)
    if (dot(toward, gradient) >= 0) {
      steps = []
      toward = gradient.map((one) => -one)
    }
    const slope = dot(toward, gradient)
    let length = steps.length === 0 ? 1 / Math.max(1e-9, Math.sqrt(dot(gradient, gradient))) : 1
    let next = at
    const nextGradient = new Float64Array(columns + 1)
    let nextValue = Number.POSITIVE_INFINITY
    for (let halving = 0; halving < 30; halving++, length /= 2) {
      next = at.map((one, k) => one + length * (toward[k] as number))
      nextValue = loss(task, total, next, nextGradient)
      if (nextValue <= value + 1e-4 * length * slope) break
    }
    if (!(nextValue < value)) break
    const moved = next.map((one, k) => one - (at[k] as number))
    const turned = nextGradient.map((one, k) => one - (gradient[k] as number))
    const curvature = dot(moved, turned)
    if (curvature > 1e-12) steps = [...steps.slice(1 - HISTORY), { moved, turned, rho: 1 / curvature }]
    at = next
    gradient = nextGradient
    value = nextValue
  }
  return { weights: at.slice(0, columns), bias: at[columns] as number }
}
