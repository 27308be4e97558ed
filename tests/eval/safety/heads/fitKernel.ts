/** Fits the kernel head and writes it as it is shipped: centres in eight bits, their weights as floats. */
import { learnedKinds, learnedTiers } from '../../../../electron/core/safety/learned/calibration.ts'
import { CENTRE_STEP, KERNEL_FORMAT } from '../../../../electron/core/safety/learned/kernelHead.ts'
import { rounded } from './fitNgrams.ts'
import { centreWeights, kernelBasis } from './kernelFit.ts'
import { denseDesign, fitLogistic, type Logistic } from './logistic.ts'
import type { TrainingSession } from './trainingLines.ts'
import { kindOf, labelled, type TrainingWindow } from './trainingWindows.ts'

const GAMMA = 1
const MOST_CENTRES = 900
const L2 = 1e-5
const ROUNDS = 2

export type KernelParts = ReturnType<typeof fitKernel>

/** Vectors as they come back from the shipped bytes: fitting sees what the head will see. */
function asShipped(vector: Float32Array): Int8Array {
  return Int8Array.from(vector, (one) => Math.max(-127, Math.min(127, Math.round(one / CENTRE_STEP))))
}

/** @param vectors one for each window. @returns the head without calibration. */
export function fitKernel(
  sessions: readonly TrainingSession[],
  windows: readonly TrainingWindow[],
  vectors: readonly Float32Array[],
) {
  const basis = kernelBasis(vectors, [...windows.keys()], { gamma: GAMMA, most: MOST_CENTRES })
  const count = basis.centres.length
  const design = denseDesign(basis.coordinates, count)
  let told: number[] = []
  const tierFits = learnedTiers.map((tier) => {
    let scores: Float64Array | null = null
    let fit: Logistic | null = null
    for (let round = 0; round < ROUNDS; round++) {
      const labels = labelled(sessions, windows, tier, scores)
      fit = fitLogistic({ design, ...labels, l2: L2 })
      scores = new Float64Array(windows.length)
      design.times(fit.weights, scores)
      if (tier === 'concern')
        told = [...windows.keys()].filter(
          (row) => labels.labels[row] === 1 && (labels.weights[row] as number) > 0,
        )
    }
    return fit as Logistic
  })
  const kindDesign = denseDesign(
    told.map((row) => basis.coordinates[row] as Float32Array),
    count,
  )
  const kindFits = learnedKinds.map((kind) =>
    fitLogistic({
      design: kindDesign,
      labels: Float64Array.from(told, (row) =>
        kindOf(sessions[windows[row]?.session ?? -1]) === kind ? 1 : 0,
      ),
      weights: new Float64Array(told.length).fill(1),
      l2: L2,
    }),
  )
  const fits = [...tierFits, ...kindFits]
  const centres = basis.centres.flatMap((row) => [...asShipped(vectors[row] as Float32Array)])
  const weights = fits.flatMap((fit) => [...centreWeights(basis, fit.weights)])
  return {
    format: KERNEL_FORMAT,
    dimensions: vectors[0]?.length ?? 0,
    gamma: GAMMA,
    count,
    outputs: Object.fromEntries(
      [...learnedTiers, ...learnedKinds].map((name, at) => [name, { bias: rounded(fits[at]?.bias ?? 0) }]),
    ),
    centres: Buffer.from(Int8Array.from(centres).buffer).toString('base64'),
    weights: Buffer.from(Float32Array.from(weights).buffer).toString('base64'),
  }
}
