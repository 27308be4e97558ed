/** The quick learned layer: logistic regressions on hashed n-grams, for every message and without any other process. */
import type { Kind, Opinion } from '../tier.ts'
import {
  type Calibration,
  learnedKinds,
  learnedTiers,
  opinionOf,
  readCalibration,
  type WindowScore,
} from './calibration.ts'
import { foldText } from './foldText.ts'
import { HeadFields } from './headJson.ts'
import { eachNgram } from './ngrams.ts'
import { allWindowsOf } from './windows.ts'

/** Raised with every change of folding, n-grams, windows or shape: old weights would mean something else. */
export const NGRAM_FORMAT = 1

/** Several logistic regressions over one hash table. */
interface Table {
  /** Hashes are cut to this many bits. */
  bits: number
  /** `outputs` weights for each bucket, one after another, in units of the output's scale. */
  weights: Int8Array
  scales: Float64Array
  biases: Float64Array
}

export interface NgramModel {
  /** SHA-256 of the training part it was fitted on. */
  trainedOn: string
  tiers: Table
  kinds: Table
  /** Of the outputs of `kinds`, in their order. */
  kindNames: Kind[]
  calibration: Calibration
}

function readTable<Name extends string>(fields: HeadFields, names: readonly Name[]): Table {
  const bits = fields.whole('bits', 4, 20)
  const outputs = names.map((name) => fields.inside('outputs').inside(name))
  return {
    bits,
    weights: fields.signedBytes('weights', outputs.length * 2 ** bits),
    scales: Float64Array.from(outputs, (output) => output.number('scale', 0, 1000)),
    biases: Float64Array.from(outputs, (output) => output.number('bias', -1000, 1000)),
  }
}

/** @throws HeadError that names what is wrong. */
export function readNgramModel(json: unknown): NgramModel {
  const fields = new HeadFields('ngrams', json)
  fields.exactly('format', NGRAM_FORMAT)
  const kinds = fields.inside('kinds')
  const named = kinds.inside('outputs').names(learnedKinds)
  const kindNames = learnedKinds.filter((kind) => named.includes(kind))
  return {
    trainedOn: fields.text('trainedOn', /^[0-9a-f]{64}$/),
    tiers: readTable(fields.inside('tiers'), learnedTiers),
    kinds: readTable(kinds, kindNames),
    kindNames,
    calibration: readCalibration(fields.inside('calibration')),
  }
}

/** Log odds of each output for a folded text: weights times counts over the root of their number, and the bias. */
function tableScores({ bits, weights, scales, biases }: Table, folded: string): Float64Array {
  const outputs = biases.length
  const mask = 2 ** bits - 1
  const sums = new Float64Array(outputs)
  const count = eachNgram(folded, (hash) => {
    const bucket = (hash & mask) * outputs
    for (let at = 0; at < outputs; at++) {
      sums[at] = (sums[at] as number) + (weights[bucket + at] as number)
    }
  })
  const share = count === 0 ? 0 : 1 / Math.sqrt(count)
  return sums.map((sum, at) => sum * (scales[at] as number) * share + (biases[at] as number))
}

/** Scores of one window, as `allWindowsOf` cuts it. */
export function scoreWindow(model: NgramModel, window: string): WindowScore {
  const folded = foldText(window)
  return { tiers: tableScores(model.tiers, folded), kinds: () => tableScores(model.kinds, folded) }
}

/** What the n-grams of one message say: nothing or one opinion. Linear in the text. */
export function ngramOpinions(model: NgramModel, text: string): Opinion[] {
  const scores = allWindowsOf(text).map((window) => scoreWindow(model, window))
  return opinionOf('ngrams', model.calibration, model.kindNames, scores)
}

/** The encoder is slow: it reads at most so many windows of one message. */
export const MOST_ENCODED = 24
/** Of these, so many are the newest, whatever the n-grams think of them. */
const NEWEST = 4

/**
 * What the encoder is given of one message, in its order: all windows, or of a long text those where the n-grams hear
 * most, and its end. At most `MOST_ENCODED` windows of `WINDOW_WORDS` words of 40 characters. Linear in the text.
 */
export function windowsOf(model: NgramModel, text: string): string[] {
  const windows = allWindowsOf(text)
  if (windows.length <= MOST_ENCODED) return windows
  const older = windows.slice(0, -NEWEST).map((window, at) => ({
    at,
    score: Math.max(...scoreWindow(model, window).tiers),
  }))
  const loudest = older
    .toSorted((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, MOST_ENCODED - NEWEST)
    .toSorted((a, b) => a.at - b.at)
  return [...loudest.map(({ at }) => windows[at] as string), ...windows.slice(-NEWEST)]
}
