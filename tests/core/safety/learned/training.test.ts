/** Training gives the same heads from the same sentences, and what it works with is right where a hand can check it. */
import { describe, expect, it } from 'vitest'
import { readKernelHead, scoreVector } from '../../../../electron/core/safety/learned/kernelHead.ts'
import { readNgramModel } from '../../../../electron/core/safety/learned/ngramModel.ts'
import type { Tier } from '../../../../electron/core/safety/tier.ts'
import { seededRandom } from '../../../../electron/core/stress/seededRandom.ts'
import { fitKernel } from '../../../eval/safety/heads/fitKernel.ts'
import { centreWeights, kernelBasis, rbf } from '../../../eval/safety/heads/kernelFit.ts'
import { denseDesign, fitLogistic } from '../../../eval/safety/heads/logistic.ts'
import { foldsOf, NEVER_LEFT_OUT } from '../../../eval/safety/heads/outOfFold.ts'
import { thresholdFor } from '../../../eval/safety/heads/thresholds.ts'
import { train } from '../../../eval/safety/heads/train.ts'
import type { TrainingSession } from '../../../eval/safety/heads/trainingLines.ts'
import { labelled, windowsOfSessions } from '../../../eval/safety/heads/trainingWindows.ts'

const session = (at: number, tier: Tier, ...said: string[]): TrainingSession => ({
  id: `s-${at}`,
  family: `family-${at >> 1}`,
  kind: tier === 'none' ? 'everyday' : 'suicide',
  tier,
  group: 'general',
  language: 'en',
  said,
})

const moods = ['grey', 'cold', 'heavy', 'long', 'loud']
const miniSet: TrainingSession[] = Array.from({ length: 40 }, (_, at) =>
  at % 4 === 0
    ? session(at, at % 8 === 0 ? 'high' : 'concern', `The ${moods[at % 5]} days leave no door open for me.`)
    : session(at, 'none', `The ${moods[at % 5]} meeting was moved to room ${at}.`),
)

/** Stands in for the encoder: a direction for each text, near for texts that share words. */
async function fakeVectors(texts: readonly string[]): Promise<Float32Array[]> {
  return texts.map((text) => {
    const vector = new Float32Array(64)
    for (const word of text.split(' ')) {
      const draw = seededRandom(
        [...word].reduce((sum, char) => sum * 31 + (char.codePointAt(0) ?? 0), 7) % 65_521,
      )
      for (let at = 0; at < 64; at++) vector[at] = (vector[at] as number) + draw() - 0.5
    }
    const length = Math.hypot(...vector)
    return vector.map((one) => one / length)
  })
}

describe('training', () => {
  it('gives the same bytes twice, which the readers take', async () => {
    const older = { ...session(40, 'high', 'No door is open any more.'), family: null }
    const part = { sessions: [...miniSet, older], sha256: 'c'.repeat(64) }
    const [first, second] = [await train(part, fakeVectors, 2), await train(part, fakeVectors, 2)]
    const heads = first.heads()
    expect(second.heads(), 'something draws lots or reads a clock').toEqual(heads)
    expect(readNgramModel(JSON.parse(heads.ngrams)).trainedOn).toBe(part.sha256)
    expect(readKernelHead(JSON.parse(heads.encoder)).trainedOn).toBe(part.sha256)
  })

  it('writes a kernel head that scores as the fit did', async () => {
    const windows = windowsOfSessions(miniSet)
    const vectors = await fakeVectors(windows.map(({ text }) => text))
    const calibration = {
      concern: { slope: 1, perLogWindow: 0, offset: 0, threshold: 1 },
      high: { slope: 1, perLogWindow: 0, offset: 0, threshold: 1 },
    }
    const head = readKernelHead({
      ...fitKernel(miniSet, windows, vectors),
      trainedOn: 'c'.repeat(64),
      alone: calibration,
      joined: calibration,
      ngramShare: 0,
    })
    const scores = vectors.map((vector) => scoreVector(head, vector).tiers[0] as number)
    const of = (tiers: Tier[]) => scores.filter((_, at) => tiers.includes(miniSet[at]?.tier as Tier))
    expect(Math.min(...of(['concern', 'high']))).toBeGreaterThan(Math.max(...of(['none'])))
  })
})

describe('folds', () => {
  it('never split a family, and spread each kind', () => {
    const folds = foldsOf(miniSet, 4)
    miniSet.forEach((one, at) => {
      miniSet.forEach((other, otherAt) => {
        if (one.family === other.family) expect(folds[at]).toBe(folds[otherAt])
      })
    })
    expect(new Set(folds).size).toBe(4)
    expect(foldsOf(miniSet.toReversed(), 4).toReversed(), 'the order of lines must not matter').toEqual(folds)
  })

  it('leave out nothing whose family is unknown', () => {
    const older = { ...session(40, 'high', 'No door is open any more.'), family: null }
    expect(foldsOf([...miniSet, older], 4)).toEqual([...foldsOf(miniSet, 4), NEVER_LEFT_OUT])
  })
})

describe('labels of windows', () => {
  const long = (text: string) => `${text} ${'word '.repeat(35)}.`

  it('share the weight of a quiet session among all its windows', () => {
    const sessions = [session(0, 'none', long('a'), long('b'), long('c'), long('d'))]
    const { labels, weights } = labelled(sessions, windowsOfSessions(sessions), 'concern', null)
    expect([...labels]).toEqual([0, 0, 0, 0])
    expect([...weights]).toEqual([0.5, 0.5, 0.5, 0.5])
  })

  it('are certain for one window of several only when scores say which, and never for "yes"', () => {
    const sessions = [session(0, 'high', long('a'), long('b'), 'yes')]
    const windows = windowsOfSessions(sessions)
    expect([...labelled(sessions, windows, 'high', null).weights]).toEqual([0, 0, 0])
    const { labels, weights } = labelled(sessions, windows, 'high', Float64Array.of(0.1, 0.2, 0.9))
    expect([...labels]).toEqual([0, 1, 0])
    expect([...weights]).toEqual([0, 1, 0])
  })
})

describe('logistic regression', () => {
  it('finds the log odds of what it saw', () => {
    // Of four rows with 1, three are 1; of four with 0, one is 1: odds 3 and 1/3.
    const design = denseDesign(
      [1, 1, 1, 1, 0, 0, 0, 0].map((one) => Float32Array.of(one)),
      1,
    )
    const labels = Float64Array.of(1, 1, 1, 0, 1, 0, 0, 0)
    const { weights, bias } = fitLogistic({ design, labels, weights: new Float64Array(8).fill(1), l2: 1e-9 })
    expect(bias).toBeCloseTo(Math.log(1 / 3), 3)
    expect(weights[0]).toBeCloseTo(Math.log(9), 3)
  })

  it('leaves out rows of no weight', () => {
    const design = denseDesign([Float32Array.of(0), Float32Array.of(0), Float32Array.of(0)], 1)
    const { bias } = fitLogistic({
      design,
      labels: Float64Array.of(1, 0, 1),
      weights: Float64Array.of(1, 1, 0),
      l2: 1e-9,
    })
    expect(bias).toBeCloseTo(0, 4)
  })
})

describe('kernel basis', () => {
  it('keeps every likeness while all may be centres, and weighs centres as it weighs coordinates', async () => {
    const vectors = await fakeVectors(['one two', 'two three', 'three four', 'five'])
    const basis = kernelBasis(vectors, [0, 1, 2, 3], { gamma: 1, most: 4, least: 1e-6 })
    const inner = (a: Float32Array, b: Float32Array) =>
      a.reduce((sum, one, at) => sum + one * (b[at] as number), 0)
    const [a, b] = [vectors[0] as Float32Array, vectors[1] as Float32Array]
    expect(inner(basis.coordinates[0] as Float32Array, basis.coordinates[1] as Float32Array)).toBeCloseTo(
      rbf(a, b, 1),
      5,
    )
    const weights = Float64Array.of(0.3, -0.2, 0.5, 0.1)
    const byCentre = centreWeights(basis, weights)
    const asKernel = basis.centres.reduce(
      (sum, row, at) => sum + (byCentre[at] as number) * rbf(a, vectors[row] as Float32Array, 1),
      0,
    )
    expect(asKernel).toBeCloseTo(inner(basis.coordinates[0] as Float32Array, Float32Array.from(weights)), 5)
  })
})

describe('thresholds', () => {
  const quiet = Array.from({ length: 100 }, (_, at) => at)
  const rising = Float64Array.from(quiet, (at) => at / 100)

  it('let through as many quiet sessions as allowed', () => {
    const threshold = thresholdFor(rising, quiet, 0.05)
    expect(threshold).toBeCloseTo(0.945, 6)
    expect(thresholdFor(rising, quiet, 0)).toBeCloseTo(0.995, 6)
  })

  it('count what another layer flags already', () => {
    expect(thresholdFor(rising, quiet, 0.05, (at) => at < 3)).toBeCloseTo(0.975, 6)
    expect(thresholdFor(rising, quiet, 0.05, (at) => at >= 97)).toBeCloseTo(0.945, 6)
    expect(thresholdFor(rising, quiet, 0.05, (at) => at < 50)).toBeCloseTo(0.995, 6)
  })
})
