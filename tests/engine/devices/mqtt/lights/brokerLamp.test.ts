/** A lamp counts in steps: what it shows after a change must still be known as Lull's own. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSameBrightness } from '../../../../../electron/core/lights/lamp.ts'
import {
  LEAST_LEVELS,
  levelOf,
  percentOf,
  takenBy,
} from '../../../../../electron/engine/devices/mqtt/lights/brokerLamp.ts'

it('of any lamp that is dimmed, the brightness comes back as asked, and never as nothing', () => {
  const levels = fc.integer({ min: LEAST_LEVELS, max: 100_000 })
  const brightness = fc.double({ min: 0, max: 100, noNaN: true })
  fc.assert(
    fc.property(levels, brightness, (most, asked) => {
      const level = levelOf(asked, most)
      expect(level).toBeGreaterThanOrEqual(1)
      expect(level).toBeLessThanOrEqual(most)
      const least = percentOf(1, most)
      expect(isSameBrightness(percentOf(level, most), Math.max(asked, least))).toBe(true)
    }),
  )
})

it('a lamp takes what it can, and says when something is left', () => {
  const can = { dim: true, temperature: null, colour: null }
  expect(takenBy(can, { brightness: 5, fadeMs: 1 })).toEqual({ brightness: 5, leftOut: false })
  expect(takenBy(can, { brightness: 5, mirek: 300, fadeMs: 1 })).toEqual({ brightness: 5, leftOut: true })
  expect(takenBy(can, { xy: { x: 0.3, y: 0.3 }, fadeMs: 1 })).toEqual({ leftOut: true })
})
