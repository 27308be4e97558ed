/** The deeper learned layer: what sentence vectors of a frozen encoder mean, by their likeness to known sentences. */
import type { Kind, Opinion } from '../tier.ts'
import {
  type Calibration,
  learnedKinds,
  learnedTiers,
  opinionOf,
  readCalibration,
  type WindowScore,
} from './calibration.ts'
import { HeadFields } from './headJson.ts'
import { type NgramModel, scoreWindow } from './ngramModel.ts'

/** Raised with every change of windows or shape. */
export const KERNEL_FORMAT = 1

export interface KernelHead {
  /** SHA-256 of the training part it was fitted on. */
  trainedOn: string
  /** Numbers in a sentence vector. */
  dimensions: number
  /** Likeness of two unit vectors is exp(-2 gamma (1 - inner product)). */
  gamma: number
  count: number
  /** `count` sentence vectors, one after another, of about unit length. */
  centres: Float32Array
  /** Per output (tiers, then kinds) one weight for each centre. */
  weights: Float64Array[]
  biases: Float64Array
  kindNames: Kind[]
  /** For the kernel by itself. */
  alone: Calibration
  /** For tier scores of the kernel plus `ngramShare` times those of the n-grams. */
  joined: Calibration
  ngramShare: number
}

const LARGEST = 4096

/** Bytes stand for numbers in steps of 1/512: no component of a unit sentence vector comes near 1/4. */
export const CENTRE_STEP = 1 / 512

/** @throws HeadError that names what is wrong. */
export function readKernelHead(json: unknown): KernelHead {
  const fields = new HeadFields('encoder', json)
  fields.exactly('format', KERNEL_FORMAT)
  const dimensions = fields.whole('dimensions', 1, LARGEST)
  const count = fields.whole('count', 1, LARGEST)
  const names = fields.inside('outputs').names([...learnedTiers, ...learnedKinds])
  const kindNames = learnedKinds.filter((kind) => names.includes(kind))
  const outputs = [...learnedTiers, ...kindNames].map((name) => fields.inside('outputs').inside(name))
  const flat = fields.floats('weights', outputs.length * count)
  return {
    trainedOn: fields.text('trainedOn', /^[0-9a-f]{64}$/),
    dimensions,
    gamma: fields.number('gamma', 0.01, 100),
    count,
    centres: Float32Array.from(
      fields.signedBytes('centres', count * dimensions),
      (step) => step * CENTRE_STEP,
    ),
    weights: outputs.map((_, at) => Float64Array.from(flat.subarray(at * count, (at + 1) * count))),
    biases: Float64Array.from(outputs, (output) => output.number('bias', -1000, 1000)),
    kindNames,
    alone: readCalibration(fields.inside('alone')),
    joined: readCalibration(fields.inside('joined')),
    ngramShare: fields.number('ngramShare', 0, 100),
  }
}

/** How like a vector is to each centre, 0–1. @throws RangeError for a vector of another encoder. */
function likeness(head: KernelHead, vector: Float32Array): Float64Array {
  if (vector.length !== head.dimensions) {
    throw new RangeError(
      `This head reads vectors of ${head.dimensions} numbers, and was given ${vector.length}.`,
    )
  }
  const { centres, dimensions } = head
  const like = new Float64Array(head.count)
  for (let centre = 0; centre < head.count; centre++) {
    const start = centre * dimensions
    let inner = 0
    for (let at = 0; at < dimensions; at++) inner += (centres[start + at] as number) * (vector[at] as number)
    like[centre] = Math.exp(-2 * head.gamma * (1 - inner))
  }
  return like
}

/** Log odds of each output for one vector of unit length: tiers, then kinds. */
export function scoreVector(head: KernelHead, vector: Float32Array): WindowScore {
  const like = likeness(head, vector)
  const output = (weights: Float64Array, at: number) => {
    let sum = head.biases[at] as number
    for (let centre = 0; centre < head.count; centre++)
      sum += (weights[centre] as number) * (like[centre] as number)
    return sum
  }
  const tiers = learnedTiers.length
  return {
    tiers: Float64Array.from(head.weights.slice(0, tiers), output),
    kinds: () => Float64Array.from(head.weights.slice(tiers), (weights, at) => output(weights, at + tiers)),
  }
}

/** The n-grams' view of the windows that the vectors stand for, one window a vector. */
export interface BesideVectors {
  ngrams: NgramModel
  windows: readonly string[]
}

/**
 * What the sentence vectors of one message say: nothing or one opinion.
 * @param vectors of unit length, of the windows `windowsOf` chose. @param beside hears better with it; leave it out
 * while n-grams are switched off. @throws RangeError when lengths do not fit.
 */
export function kernelOpinions(
  head: KernelHead,
  vectors: readonly Float32Array[],
  beside?: BesideVectors,
): Opinion[] {
  const scores = vectors.map((vector) => scoreVector(head, vector))
  if (!beside) return opinionOf('encoder', head.alone, head.kindNames, scores)
  if (beside.windows.length !== vectors.length) {
    throw new RangeError(`${vectors.length} vectors for ${beside.windows.length} windows.`)
  }
  const joined = scores.map(({ tiers, kinds }, at) => {
    const other = scoreWindow(beside.ngrams, beside.windows[at] as string).tiers
    return { tiers: tiers.map((score, tier) => score + head.ngramShare * (other[tier] as number)), kinds }
  })
  return opinionOf('encoder', head.joined, head.kindNames, joined)
}
