/** Strap messages in a row, with the holes the radio left. */
import { expect, test } from 'vitest'
import { rrChain } from '../../../electron/core/hrv/rrChain.ts'

test('messages join in time order, empty ones say nothing', () => {
  const chain = rrChain([
    { atMs: 3000, rrMs: [] },
    { atMs: 4000, rrMs: [820, 830] },
    { atMs: 2000, rrMs: [800, 810] },
  ])
  expect(chain).toEqual([800, 810, 820, 830])
})

test('time that no beat explains is a gap, a late message is none', () => {
  expect(
    rrChain([
      { atMs: 0, rrMs: [800] },
      { atMs: 2790, rrMs: [790] },
    ]),
  ).toEqual([800, 790])
  expect(
    rrChain([
      { atMs: 0, rrMs: [800] },
      { atMs: 2791, rrMs: [790] },
    ]),
  ).toEqual([800, null, 790])
  expect(
    rrChain([
      { atMs: 0, rrMs: [800] },
      { atMs: 800, rrMs: [null, 790] },
    ]),
  ).toEqual([800, null, 790])
})
