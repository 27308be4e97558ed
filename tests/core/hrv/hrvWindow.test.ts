/** A window is computed or refused, with every reason and without a middle way. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hrvWindow } from '../../../electron/core/hrv/hrvWindow.ts'
import { syntheticRr } from '../../fixtures/rr/syntheticRr.ts'

const minute = syntheticRr(1, { lengthMs: 60_000 })
const features = (window: ReturnType<typeof hrvWindow>) => [
  window.meanHrBpm,
  window.rmssdMs,
  window.pnn50,
  window.sd2Ms,
]

test('a clean minute is computed', () => {
  const window = hrvWindow(minute, { spanMs: 60_000 })
  expect(window).toMatchObject({
    refused: [],
    n: minute.length,
    kept: minute.length,
    rejectedShare: 0,
    coverage: 1,
  })
  expect(features(window)).not.toContain(null)
})

test('below sixty seconds it is refused', () => {
  const window = hrvWindow(minute, { spanMs: 59_999 })
  expect(window.refused).toEqual(['too_short'])
  expect(features(window)).toEqual([null, null, null, null])
})

test('one bad beat in twenty passes, one more does not', () => {
  const beats = (bad: number) =>
    Array.from({ length: 100 }, (_, at) => (at % 10 === 5 && at < bad * 10 ? 0 : 800))
  expect(hrvWindow(beats(5)).refused).toEqual([])
  expect(hrvWindow(beats(6)).refused).toEqual(['too_many_bad_beats'])
})

test('below four fifths of its time it is refused', () => {
  const beats = Array.from({ length: 100 }, () => 800)
  expect(hrvWindow(beats, { spanMs: 100_000 })).toMatchObject({ coverage: 0.8, refused: [] })
  expect(hrvWindow(beats, { spanMs: 100_001 }).refused).toEqual(['too_little_covered'])
})

test('rubbish is refused for each of its faults', () => {
  expect(hrvWindow([]).refused).toEqual(['no_beats', 'too_short', 'too_little_covered', 'no_differences'])
  expect(hrvWindow(Array(200).fill(0), { spanMs: 60_000 })).toMatchObject({
    n: 200,
    kept: 0,
    rejectedShare: 1,
    refused: ['no_beats', 'too_many_bad_beats', 'too_little_covered', 'no_differences'],
  })
})

test('raw neither cleans nor refuses', () => {
  const window = hrvWindow([800, 1700, 800], { raw: true })
  expect(window.refused).toEqual([])
  expect(window.rmssdMs).toBe(900)
})

test('a refused window has no feature, an accepted one has them all', () => {
  const beat = fc.oneof(
    { weight: 30, arbitrary: fc.double({ min: 700, max: 900, noNaN: true }) },
    fc.constantFrom(null, 0, 2500),
  )
  fc.assert(
    fc.property(fc.array(beat, { maxLength: 140 }), (rr) => {
      const window = hrvWindow(rr, { spanMs: 60_000 })
      const known = features(window).filter((value) => value !== null)
      expect(known).toHaveLength(window.refused.length === 0 ? 4 : 0)
      expect(window.coverage).toBeLessThanOrEqual(1)
    }),
  )
})
