/** The statistics by hand, and their refusal to know anything about nothing. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mean, median, robustSpread, sampleSd } from '../../../electron/core/hrv/statistics.ts'

test('by hand', () => {
  expect(mean([1, 2, 6])).toBe(3)
  expect(sampleSd([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12)
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(robustSpread([1, 1, 2, 2, 4, 6, 9])).toEqual({ median: 2, mad: 1, count: 7 })
})

test('nothing is known about nothing', () => {
  expect([mean([]), median([]), robustSpread([]), sampleSd([]), sampleSd([5])]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})

test('one wild value moves neither median nor MAD far', () => {
  const values = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 5, maxLength: 60 })
  fc.assert(
    fc.property(values, (usual) => {
      const wild = robustSpread([...usual, 1e9])
      expect(wild?.median).toBeLessThanOrEqual(10)
      expect(wild?.mad).toBeLessThanOrEqual(10)
    }),
  )
})
