/** Each formula against numbers worked out on paper, and the laws they must obey. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  hrvFeatures,
  lnRmssd,
  meanHeartRateBpm,
  nn50,
  pnn50Percent,
  rmssdMs,
  sd1Ms,
  sd2Ms,
  sdnnMs,
  successiveDifferencesMs,
} from '../../../electron/core/hrv/hrvFeatures.ts'

describe('by hand: 800 810 790 860 800, differences 10 −20 70 −60', () => {
  const runs = [[800, 810, 790, 860, 800]]
  test.each([
    ['mean heart rate', meanHeartRateBpm(runs), 60_000 / 812],
    ['SDNN', sdnnMs(runs), Math.sqrt(3080 / 4)],
    ['RMSSD', rmssdMs(runs), Math.sqrt(9000 / 4)],
    ['ln RMSSD', lnRmssd(runs), Math.log(Math.sqrt(2250))],
    ['NN50', nn50(runs), 2],
    ['pNN50', pnn50Percent(runs), 50],
    ['SD1', sd1Ms(runs), Math.sqrt(4500 / 3)],
    ['SD2', sd2Ms(runs), Math.sqrt(1300 / 3)],
  ])('%s', (_name, found, expected) => expect(found).toBeCloseTo(expected, 12))
})

test('a difference of exactly 50 ms does not count, 51 does', () => {
  expect(pnn50Percent([[800, 850, 799]])).toBe(50)
})

test('no difference is taken across a cut', () => {
  expect(successiveDifferencesMs([[800, 810], [1200], [900, 880]])).toEqual([10, -20])
  expect(rmssdMs([[800], [900], [1000]])).toBeNull()
})

test('what cannot be known is null, never zero and never infinite', () => {
  expect(Object.values(hrvFeatures([]))).toEqual(Array(9).fill(null))
  expect(rmssdMs([[800, 800, 800]])).toBe(0)
  expect(lnRmssd([[800, 800, 800]])).toBeNull()
  expect([sdnnMs([[800]]), sd1Ms([[800, 810]]), sd2Ms([[800, 810]])]).toEqual([null, null, null])
})

const run = fc.array(fc.double({ min: 300, max: 2000, noNaN: true }), { minLength: 4, maxLength: 80 })

test('twice the intervals: twice every length in ms, half the heart rate', () => {
  fc.assert(
    fc.property(run, fc.double({ min: 0.5, max: 3, noNaN: true }), (rr, factor) => {
      const before = hrvFeatures([rr])
      const after = hrvFeatures([rr.map((value) => value * factor)])
      for (const name of ['meanRrMs', 'sdnnMs', 'rmssdMs', 'sd1Ms', 'sd2Ms'] as const) {
        expect(after[name]).toBeCloseTo((before[name] ?? 0) * factor, 6)
      }
      expect(after.meanHrBpm).toBeCloseTo((before.meanHrBpm ?? 0) / factor, 6)
    }),
  )
})

test('a constant added changes no variability', () => {
  fc.assert(
    fc.property(run, (rr) => {
      const shifted = [rr.map((value) => value + 100)]
      expect(rmssdMs(shifted)).toBeCloseTo(rmssdMs([rr]) ?? 0, 6)
      expect(sdnnMs(shifted)).toBeCloseTo(sdnnMs([rr]) ?? 0, 6)
    }),
  )
})

test('the order of runs and the direction of time do not matter', () => {
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), (runs) => {
      const backwards = runs.toReversed().map((one) => one.toReversed())
      for (const [forward, backward] of [
        [rmssdMs(runs), rmssdMs(backwards)],
        [sdnnMs(runs), sdnnMs(backwards)],
        [sd2Ms(runs), sd2Ms(backwards)],
        [pnn50Percent(runs), pnn50Percent(backwards)],
      ]) {
        expect(backward).toBeCloseTo(forward ?? 0, 6)
      }
    }),
  )
})

test('RMSSD of several runs comes from their own differences only, however far apart the runs lie', () => {
  fc.assert(
    fc.property(run, run, fc.double({ min: 0, max: 900, noNaN: true }), (first, second, apart) => {
      const moved = second.map((value) => value + apart)
      expect(rmssdMs([first, moved])).toBeCloseTo(rmssdMs([first, second]) ?? 0, 6)
    }),
  )
})
