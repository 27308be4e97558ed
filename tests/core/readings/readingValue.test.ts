/** Units, ranges and the things that only look like numbers. */
import { expect, test } from 'vitest'
import { readingValue } from '../../../electron/core/readings/readingValue.ts'

test.each([
  [812, 'rr', 'ms', 812],
  ['812', 'rr', 'ms', 812],
  [0.812, 'rr', 's', 812],
  [0.812, 'rr_list', 'ms', 812],
  [2, 'rr', 'ms', 2000],
  [2.1, 'rr', 'ms', 2.1],
  [832, 'rr', '1/1024 s', 812.5],
  [0, 'rr', 'ms', 0],
  [72, 'hr', 'bpm', 72],
  [48.2, 'sdnn', 'ms', 48.2],
  [0.0482, 'rmssd', 's', 48.2],
] as const)('%j as %s in %s', (raw, kind, unit, value) => {
  const read = readingValue(raw, kind, unit)
  expect('value' in read ? read.value : read.refused).toBeCloseTo(value, 9)
})

test.each([
  [null, 'rr', 'ms', 'no_value'],
  [Number.POSITIVE_INFINITY, 'rr', 'ms', 'not_finite'],
  ['NaN', 'rr', 'ms', 'not_finite'],
  ['unknown', 'hr', 'bpm', 'unavailable'],
  ['72 bpm', 'hr', 'bpm', 'not_a_number'],
  ['0x50', 'hr', 'bpm', 'not_a_number'],
  [true, 'hr', 'bpm', 'not_a_number'],
  [[72], 'hr', 'bpm', 'not_a_number'],
  [{}, 'hr', 'bpm', 'not_a_number'],
  [-1, 'rr', 'ms', 'out_of_range'],
  [10_001, 'rr', 'ms', 'out_of_range'],
  [0, 'hr', 'bpm', 'out_of_range'],
  [241, 'hr', 'bpm', 'out_of_range'],
  [0, 'rmssd', 'ms', 'out_of_range'],
] as const)('%j as %s in %s is refused', (raw, kind, unit, refused) => {
  expect(readingValue(raw, kind, unit)).toEqual({ refused })
})
