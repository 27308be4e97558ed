/** The score by hand, and the laws it must keep whatever comes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loudest, strainParts } from '../../../electron/core/stress/explainStrain.ts'
import {
  defaultWeights,
  FAMILIES,
  FEATURE_IDS,
  FEATURES,
  isSensorOn,
  type Weights,
} from '../../../electron/core/stress/families.ts'
import { heavierZ, type Signal, signalOf, signedZ, strainPart } from '../../../electron/core/stress/signal.ts'
import { steadyStrainScore, withHeard } from '../../../electron/core/stress/silentSignals.ts'
import { strainScore } from '../../../electron/core/stress/strainScore.ts'

const signal = (feature: Signal['feature'], s: number, q = 1): Signal => ({
  feature,
  value: 0,
  usual: 0,
  spread: 1,
  z: 2 * s + 0.5,
  s,
  q,
})

describe('z and s', () => {
  test('by hand', () => {
    expect(signedZ(14.826, 0, 5, 0.5)).toBeCloseTo(2, 12)
    expect(signedZ(1, 0, 0, 0.5)).toBe(2)
    expect([signedZ(100, 0, 1, 1), signedZ(-100, 0, 1, 1)]).toEqual([3, -3])
    expect([0.5, 1.5, 2.5, 3, -3].map(strainPart)).toEqual([0, 0.5, 1, 1, 0])
  })

  test('only the heavier direction counts', () => {
    expect([heavierZ('hrBpm', 2), heavierZ('lnRmssd', 2), heavierZ('dwellSeconds', -2)]).toEqual([2, -2, 2])
    expect(signalOf('lnRmssd', 3, { median: 4, mad: 0.2 }, 1).s).toBe(1)
    expect(signalOf('lnRmssd', 5, { median: 4, mad: 0.2 }, 1)).toMatchObject({ z: 3, s: 0 })
  })
})

describe('S and confidence by hand', () => {
  test('weights, qualities and what is absent', () => {
    const score = strainScore([signal('hrBpm', 0.8, 0.5), signal('commsShare', 0.2)], defaultWeights, 10)
    expect(score.strain).toBeCloseTo((0.25 * 0.8 * 0.5 + 0.1 * 0.2) / (0.25 * 0.5 + 0.1), 12)
    expect(score.confidence).toBeCloseTo(0.225, 12)
    expect(score.families.map((part) => part.share)).toEqual([
      expect.closeTo(0.1 / 0.12),
      expect.closeTo(0.02 / 0.12),
    ])
  })

  test('two measures of a family share its weight', () => {
    const score = strainScore([signal('hrBpm', 1), signal('lnRmssd', 0)], defaultWeights, 10)
    expect(score).toMatchObject({ strain: 0.5, families: [{ family: 'body', w: 0.25, s: 0.5 }] })
  })

  test('the weights add up to 1, and days count up to ten', () => {
    expect(FAMILIES.reduce((sum, family) => sum + defaultWeights[family], 0)).toBeCloseTo(1, 12)
    expect(strainScore([signal('checkin', 1)], defaultWeights, 5).confidence).toBeCloseTo(0.15, 12)
    expect(strainScore([signal('checkin', 1)], defaultWeights, 99).confidence).toBeCloseTo(0.3, 12)
  })

  test('nothing at hand is unknown, not calm', () => {
    expect(strainScore([], defaultWeights, 10)).toEqual({ strain: null, confidence: 0, families: [] })
    expect(strainScore([signal('hrBpm', 1, 0)], defaultWeights, 10).strain).toBeNull()
  })

  test('weight 0 is off: neither score nor confidence knows of it', () => {
    const off: Weights = { ...defaultWeights, body: 0 }
    expect(isSensorOn(off, 'body')).toBe(false)
    const score = strainScore([signal('hrBpm', 1), signal('commsShare', 0.5)], off, 10)
    expect(score.strain).toBe(0.5)
    expect(score.confidence).toBeCloseTo(0.1 / 0.75, 12)
  })
})

const part = fc.double({ min: 0, max: 1, noNaN: true })
const anySignals = fc
  .tuple(
    ...FEATURE_IDS.map((feature) =>
      fc.option(fc.tuple(part, part), { nil: null }).map((sq) => [feature, sq] as const),
    ),
  )
  .map((rows) => rows.flatMap(([feature, sq]) => (sq === null ? [] : [signal(feature, sq[0], sq[1])])))
const anyWeights = fc.record(
  Object.fromEntries(FAMILIES.map((family) => [family, part])),
) as fc.Arbitrary<Weights>

test('S and confidence stay between 0 and 1', () => {
  fc.assert(
    fc.property(anySignals, anyWeights, fc.nat(30), (signals, weights, days) => {
      const { strain, confidence, families } = strainScore(signals, weights, days)
      if (strain !== null) expect(strain).toBeGreaterThanOrEqual(0)
      expect(strain ?? 0).toBeLessThanOrEqual(1 + 1e-12)
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1 + 1e-12)
      const shares = families.reduce((sum, one) => sum + one.share, 0)
      if ((strain ?? 0) > 0) expect(shares).toBeCloseTo(1, 6)
    }),
  )
})

test('S grows with each s', () => {
  fc.assert(
    fc.property(anySignals, anyWeights, fc.nat(20), part, (signals, weights, at, raisedTo) => {
      fc.pre(signals.length > 0)
      const place = at % signals.length
      const heavier = signals.map((one, index) =>
        index === place ? { ...one, s: Math.max(one.s, raisedTo) } : one,
      )
      const before = strainScore(signals, weights, 10).strain ?? 0
      expect(strainScore(heavier, weights, 10).strain ?? 0).toBeGreaterThanOrEqual(before - 1e-12)
      const heard = withHeard({}, signals.slice(1))
      const steadyBefore = steadyStrainScore(signals, heard, weights, 10).strain ?? 0
      expect(steadyStrainScore(heavier, heard, weights, 10).strain ?? 0).toBeGreaterThanOrEqual(
        steadyBefore - 1e-12,
      )
    }),
  )
})

test('a sensor that falls silent never raises S', () => {
  fc.assert(
    fc.property(
      anySignals,
      anyWeights,
      fc.array(fc.boolean(), { minLength: 13, maxLength: 13 }),
      (signals, weights, gone) => {
        const before = strainScore(signals, weights, 10)
        const heard = withHeard({}, signals)
        const left = signals.filter((one, place) => FEATURES[one.feature].family === 'self' || !gone[place])
        const after = steadyStrainScore(left, heard, weights, 10)
        expect(after.strain ?? 0).toBeLessThanOrEqual((before.strain ?? 0) + 1e-12)
      },
    ),
  )
})

test('a sensor that thins out before it falls silent never raises S', () => {
  const thinned = fc.array(part, { minLength: 13, maxLength: 13 })
  fc.assert(
    fc.property(anySignals, anyWeights, thinned, thinned, (signals, weights, first, second) => {
      const isSensor = (one: Signal) => FEATURES[one.feature].family !== 'self'
      const at = (shares: readonly number[]) =>
        signals.map((one, place) => (isSensor(one) ? { ...one, q: one.q * (shares[place] ?? 0) } : one))
      const before = strainScore(signals, weights, 10)
      let heard = withHeard({}, signals)
      for (const shares of [first, second]) {
        const left = at(shares).filter((one) => one.q > 0)
        const after = steadyStrainScore(left, heard, weights, 10)
        expect(after.strain ?? 0).toBeLessThanOrEqual((before.strain ?? 0) + 1e-12)
        heard = withHeard(heard, left)
      }
    }),
  )
})

test('reasons: at most three, the loudest first, none that does not speak', () => {
  fc.assert(
    fc.property(anySignals, anyWeights, (signals, weights) => {
      const { families } = strainScore(signals, weights, 10)
      const reasons = loudest(strainParts(signals, families, weights))
      expect(reasons.length).toBeLessThanOrEqual(3)
      expect(reasons.map((one) => one.share)).toEqual(
        reasons.map((one) => one.share).toSorted((a, b) => b - a),
      )
      for (const reason of reasons) {
        expect(reason.s).toBeGreaterThan(0)
        expect(weights[reason.family]).toBeGreaterThan(0)
        expect(reason.direction).toBe(FEATURES[reason.feature].heavier)
      }
    }),
  )
})
