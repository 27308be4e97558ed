/** Colours turned into one another: against published vectors, and back again. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  colourFor,
  isCooler,
  kelvinToMirek,
  mirekToKelvin,
  mirekToXy,
  xyToMirek,
} from '../../../electron/core/lights/colour.ts'
import { HUE_GAMUTS, intoGamut, isInGamut } from '../../../electron/core/lights/gamut.ts'
import type { Gamut } from '../../../electron/core/lights/lamp.ts'
import { lamp } from './room.ts'

const gamutC = HUE_GAMUTS.C as Gamut

describe('white light', () => {
  test.each([
    [447, 0.5016, 0.4153],
    [500, 0.5269, 0.4133],
    [370, 0.4591, 0.4106],
    [346, 0.4445, 0.4067],
    [233, 0.3684, 0.3688],
    [156, 0.3149, 0.325],
  ])('%i mirek is at %f, %f', (mirek, x, y) => {
    const xy = mirekToXy(mirek)
    expect(xy.x).toBeCloseTo(x, 3)
    expect(xy.y).toBeCloseTo(y, 3)
  })
  test.each([
    [2237, 447],
    [2890, 346],
    [4292, 233],
    [6410, 156],
  ])('%i K is %i mirek', (kelvin, mirek) => {
    expect(kelvinToMirek(kelvin)).toBe(mirek)
    expect(Math.abs(mirekToKelvin(mirek) - kelvin)).toBeLessThan(12)
  })
  test('there and back within two in a hundred over all lamps can show', () => {
    for (let mirek = 153; mirek <= 500; mirek++) {
      expect(Math.abs((xyToMirek(mirekToXy(mirek)) ?? 0) / mirek - 1)).toBeLessThan(0.02)
    }
  })
  test('illuminants of the standard: A is 2856 K, D65 is 6504 K', () => {
    expect(1e6 / (xyToMirek({ x: 0.44757, y: 0.40745 }) ?? 1)).toBeCloseTo(2856, -1.3)
    expect(1e6 / (xyToMirek({ x: 0.31271, y: 0.32902 }) ?? 1)).toBeCloseTo(6504, -1.3)
  })
  test.each([
    ['red', { x: 0.69, y: 0.308 }],
    ['green', { x: 0.17, y: 0.7 }],
    ['blue', { x: 0.153, y: 0.048 }],
    ['no colour', { x: 0, y: 0 }],
    ['nonsense', { x: Number.NaN, y: 0.3 }],
  ])('%s has no temperature', (_, xy) => expect(xyToMirek(xy)).toBeNull())
})

describe('warmth', () => {
  test('more mirek is warmer, in either form', () => {
    const warm = { kind: 'xy', ...mirekToXy(447) } as const
    expect(isCooler({ kind: 'temperature', mirek: 300 }, warm)).toBe(true)
    expect(isCooler(warm, { kind: 'temperature', mirek: 300 })).toBe(false)
  })
  test('nobody can say of a colour', () => {
    const green = { kind: 'xy', x: 0.17, y: 0.7 } as const
    expect(isCooler(green, { kind: 'temperature', mirek: 300 })).toBeNull()
  })
})

describe('what a lamp can show', () => {
  test('points inside stay, points outside come to the nearest edge', () => {
    expect(intoGamut({ x: 0.35, y: 0.35 }, gamutC)).toEqual({ x: 0.35, y: 0.35 })
    expect(intoGamut({ x: 0.9, y: 0.1 }, gamutC)).toEqual(gamutC.red)
    const edge = intoGamut({ x: 0.1, y: 0.3 }, gamutC)
    expect(edge.x).toBeCloseTo(0.1607, 2)
    expect(isInGamut(edge, gamutC)).toBe(true)
  })
  test('no point of the triangle is nearer', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(unit, unit, unit, unit, (x, y, a, b) => {
        const found = intoGamut({ x, y }, gamutC)
        const [s, t] = a + b > 1 ? [1 - a, 1 - b] : [a, b]
        const { red, green, blue } = gamutC
        const other = {
          x: red.x + s * (green.x - red.x) + t * (blue.x - red.x),
          y: red.y + s * (green.y - red.y) + t * (blue.y - red.y),
        }
        const far = (one: { x: number; y: number }) => Math.hypot(one.x - x, one.y - y)
        return far(found) <= far(other) + 1e-9
      }),
    )
  })
  test('mirek is kept within the lamp, and told as a colour where it has only colours', () => {
    const old = lamp('a', {
      can: { dim: true, temperature: { leastMirek: 153, mostMirek: 454 }, colour: null },
    })
    expect(colourFor(old, { kind: 'temperature', mirek: 490 })).toEqual({ mirek: 454 })
    expect(colourFor(old, { kind: 'xy', ...mirekToXy(370) })?.mirek).toBeGreaterThan(360)
    expect(colourFor(old, { kind: 'xy', x: 0.17, y: 0.7 })).toBeNull()
    const bloom = lamp('b', { can: { dim: true, temperature: null, colour: { gamut: gamutC } } })
    expect(colourFor(bloom, { kind: 'temperature', mirek: 447 })).toEqual({ xy: mirekToXy(447) })
    const white = lamp('c', { can: { dim: true, temperature: null, colour: null } })
    expect(colourFor(white, { kind: 'temperature', mirek: 447 })).toBeNull()
  })
})
