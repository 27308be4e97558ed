/** Lamps on a screen: warm is warm, nothing is garish, and whatever a lamp says can be drawn. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { glowOf, type Paint, paintOf } from '../../../electron/core/lights/lampPaint.ts'

const white = (mirek: number) => paintOf({ kind: 'temperature', mirek })
const xy = (x: number, y: number) => paintOf({ kind: 'xy', x, y })
const parts = ({ red, green, blue }: Paint) => [red, green, blue]

describe('white light', () => {
  test('warm lamps are amber, cool ones a little blue, and between them lies white', () => {
    const [candle, day] = [white(500), white(156)]
    expect(candle.red).toBe(255)
    expect(candle.green).toBeGreaterThan(candle.blue)
    expect(day.blue).toBe(255)
    expect(day.green).toBeGreaterThan(day.red)
    expect(Math.min(...parts(white(200)))).toBeGreaterThan(225)
  })
  test('each mirek more is at least as warm as the one before', () => {
    const warmth = ({ red, blue }: Paint) => red - blue
    for (let mirek = 154; mirek <= 500; mirek++) {
      expect(warmth(white(mirek))).toBeGreaterThanOrEqual(warmth(white(mirek - 1)) - 1)
    }
  })
  test('the warmest is softer than the bare colour of such a body', () => {
    // At 2000 K that would be about 255, 137, 14.
    expect(white(500).blue).toBeGreaterThan(70)
    expect(white(500).green).toBeGreaterThan(150)
  })
  test('the same light is drawn the same, however it is said', () => {
    const [a, b] = [white(447), xy(0.5016, 0.4153)]
    expect(Math.abs(a.green - b.green)).toBeLessThanOrEqual(2)
    expect(Math.abs(a.blue - b.blue)).toBeLessThanOrEqual(2)
  })
})

describe('colours', () => {
  test.each([
    ['red', xy(0.69, 0.308), 0],
    ['green', xy(0.17, 0.7), 1],
    ['blue', xy(0.153, 0.048), 2],
  ] as const)('%s is seen as such, and not at its harshest', (_, paint, which) => {
    const all = parts(paint)
    expect(all[which]).toBe(255)
    expect(Math.min(...all)).toBeGreaterThan(90)
  })
  test('nobody knows which: an ordinary bulb', () => expect(paintOf(null)).toEqual(white(370)))
})

test('anything a lamp may say is a colour of the screen', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const colour = fc.oneof(
    fc.record({
      kind: fc.constant('temperature' as const),
      mirek: fc.double({ min: 50, max: 1000, noNaN: true }),
    }),
    fc.record({ kind: fc.constant('xy' as const), x: share, y: share }),
  )
  fc.assert(
    fc.property(colour, (one) => {
      for (const part of parts(paintOf(one))) {
        expect(Number.isInteger(part) && part >= 0 && part <= 255).toBe(true)
      }
    }),
  )
})

describe('the glow', () => {
  test('is none for what is off or unknown', () => {
    expect(glowOf(false, 80)).toBe(0)
    expect(glowOf(null, 80)).toBe(0)
  })
  test('grows with the brightness, and the dimmest is still seen', () => {
    expect(glowOf(true, 1)).toBeGreaterThan(0.15)
    expect(glowOf(true, 1)).toBeLessThan(glowOf(true, 40))
    expect(glowOf(true, 100)).toBe(1)
    expect(glowOf(true, 400)).toBe(1)
    expect(glowOf(true, null)).toBeGreaterThan(0.5)
  })
})
