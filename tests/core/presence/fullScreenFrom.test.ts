/** The whole truth table: both where both are known, one where only one is, unknown where none is. */
import { expect, test } from 'vitest'
import { fullScreenFrom } from '../../../electron/core/presence/fullScreenFrom.ts'

test.each([
  // covers, kept awake → full screen, quality
  [true, true, true, 0.9],
  [true, false, false, 0.9],
  [false, true, false, 0.9],
  [false, false, false, 0.9],
  [true, null, true, 0.6],
  [false, null, false, 0.6],
  [null, true, true, 0.5],
  [null, false, false, 0.5],
  [null, null, null, 0],
])('covers %s, kept awake %s: %s', (covers, keptAwake, value, quality) => {
  expect(fullScreenFrom({ covers, keptAwake })).toEqual({ value, quality })
})
