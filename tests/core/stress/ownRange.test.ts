/** The middle half of one's own time, by hand and by law. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { middleHalf, type TimeByHundredth, withTime } from '../../../electron/core/stress/ownRange.ts'

const hour = 3_600_000
const day = (scores: number[]) =>
  scores.reduce<TimeByHundredth>((times, score) => withTime(times, score, hour), {})

test('time adds up by hundredths, the last of them for 1', () => {
  expect(withTime(withTime({}, 0.631, 10), 0.639, 5)).toEqual({ 63: 15 })
  expect(withTime({}, 1, 7)).toEqual({ 100: 7 })
  expect(withTime({}, 0.29, 1)).toEqual({ 29: 1 })
  expect(withTime({ 5: 1 }, 0.5, 0)).toEqual({ 5: 1 })
})

test('from a quarter to three quarters of the time', () => {
  const scores = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]
  expect(middleHalf([day(scores), day(scores), day(scores)])).toEqual({ low: 0.2, high: 0.61 })
})

test('unknown before three days with time', () => {
  const one = day([0.5])
  expect(middleHalf([one, one])).toBeNull()
  expect(middleHalf([one, one, {}])).toBeNull()
  expect(middleHalf([one, one, one])).toEqual({ low: 0.5, high: 0.51 })
  expect(middleHalf([day([1]), day([1]), day([1])])).toEqual({ low: 1, high: 1 })
})

test('lies within what was seen, and the ends are in order', () => {
  const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(fc.array(scores, { minLength: 3, maxLength: 14 }), (days) => {
      const range = middleHalf(days.map(day))
      const all = days.flat()
      expect(range?.low).toBeGreaterThanOrEqual(Math.min(...all) - 0.01)
      expect(range?.high).toBeLessThanOrEqual(Math.max(...all) + 0.01)
      expect(range?.low).toBeLessThanOrEqual(range?.high ?? 0)
    }),
  )
})
