/** Fits the n-gram head and writes it as it is shipped: eight bits a weight. */
import {
  type Calibration,
  learnedKinds,
  learnedTiers,
} from '../../../../electron/core/safety/learned/calibration.ts'
import { foldText } from '../../../../electron/core/safety/learned/foldText.ts'
import { NGRAM_FORMAT } from '../../../../electron/core/safety/learned/ngramModel.ts'
import { eachNgram } from '../../../../electron/core/safety/learned/ngrams.ts'
import { fitLogistic, type Logistic, type SparseRow, sparseDesign } from './logistic.ts'
import type { TrainingSession } from './trainingLines.ts'
import { kindOf, type Labels, labelled, type TrainingWindow } from './trainingWindows.ts'

const TIER_BITS = 15
const KIND_BITS = 13
const L2 = 1e-4
const ROUNDS = 2

/** What every fit starts from: one row a window. */
export interface NgramRows {
  tiers: SparseRow[]
  kinds: SparseRow[]
}

function hashedRow(text: string, bits: number): SparseRow {
  const mask = 2 ** bits - 1
  const counts = new Map<number, number>()
  const total = eachNgram(foldText(text), (hash) => {
    counts.set(hash & mask, (counts.get(hash & mask) ?? 0) + 1)
  })
  const share = total === 0 ? 0 : 1 / Math.sqrt(total)
  return {
    columns: Int32Array.from(counts.keys()),
    values: Float32Array.from(counts.values(), (count) => count * share),
  }
}

export function ngramRows(windows: readonly TrainingWindow[]): NgramRows {
  return {
    tiers: windows.map(({ text }) => hashedRow(text, TIER_BITS)),
    kinds: windows.map(({ text }) => hashedRow(text, KIND_BITS)),
  }
}

function fitRows(rows: readonly SparseRow[], { labels, weights }: Labels, bits: number): Logistic {
  return fitLogistic({ design: sparseDesign(rows, 2 ** bits), labels, weights, l2: L2 })
}

/** Signed bytes, one scale an output, outputs of a bucket side by side. */
function table(bits: number, names: readonly string[], fits: readonly Logistic[]) {
  const scales = fits.map(
    ({ weights }) =>
      Math.max(
        1e-9,
        weights.reduce((most, one) => Math.max(most, Math.abs(one)), 0),
      ) / 127,
  )
  const weights = new Int8Array(fits.length * 2 ** bits)
  fits.forEach((fit, output) => {
    fit.weights.forEach((weight, bucket) => {
      weights[bucket * fits.length + output] = Math.round(weight / (scales[output] as number))
    })
  })
  return {
    bits,
    outputs: Object.fromEntries(
      fits.map(({ bias }, at) => [names[at], { scale: rounded(scales[at] as number), bias: rounded(bias) }]),
    ),
    weights: Buffer.from(weights.buffer).toString('base64'),
  }
}

/** Six digits say all there is, and are the same on every processor. */
export const rounded = (value: number) => Number(value.toPrecision(6))

export type NgramParts = Omit<ReturnType<typeof fitNgrams>, 'told'>

/** @param sessions only these lend their labels. @returns the head without calibration, and which windows told. */
export function fitNgrams(
  sessions: readonly TrainingSession[],
  windows: readonly TrainingWindow[],
  rows: NgramRows,
) {
  let told: Labels = labelled(sessions, windows, 'concern', null)
  const fits = learnedTiers.map((tier) => {
    let scores: Float64Array | null = null
    let fit: Logistic | null = null
    for (let round = 0; round < ROUNDS; round++) {
      const labels = labelled(sessions, windows, tier, scores)
      fit = fitRows(rows.tiers, labels, TIER_BITS)
      scores = new Float64Array(windows.length)
      sparseDesign(rows.tiers, 2 ** TIER_BITS).times(fit.weights, scores)
      if (tier === 'concern') told = labels
    }
    return fit as Logistic
  })
  const telling = [...windows.keys()].filter(
    (row) => told.labels[row] === 1 && (told.weights[row] as number) > 0,
  )
  const kindRows = telling.map((row) => rows.kinds[row] as SparseRow)
  const kindFits = learnedKinds.map((kind) => {
    const labels = Float64Array.from(telling, (row) =>
      kindOf(sessions[windows[row]?.session ?? -1]) === kind ? 1 : 0,
    )
    return fitRows(kindRows, { labels, weights: new Float64Array(telling.length).fill(1) }, KIND_BITS)
  })
  return {
    format: NGRAM_FORMAT,
    tiers: table(TIER_BITS, learnedTiers, fits),
    kinds: table(KIND_BITS, learnedKinds, kindFits),
    told,
  }
}

/** For reading a head before its calibration is known: everything is said from a chance of one on. */
export const uncalibrated: Calibration = {
  concern: { slope: 1, perLogWindow: 0, offset: 0, threshold: 1 },
  high: { slope: 1, perLogWindow: 0, offset: 0, threshold: 1 },
}
