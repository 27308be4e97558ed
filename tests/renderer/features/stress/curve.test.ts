/** Scores as lines: holes stay holes, lone minutes are found, and each moment leads to its point. */
import { describe, expect, it } from 'vitest'
import {
  highest,
  lineWithHoles,
  lonePlaces,
  minutesKnown,
  pointNear,
  type ScorePoint,
} from '../../../../renderer/features/stress/curve.ts'

const minute = 60_000
const point = (at: number, need: number | null, strain: number | null = null): ScorePoint => ({
  atMs: at * minute,
  need,
  strain,
  confidence: 0.5,
})
const points = [point(0, 0.1), point(1, 0.2, 0.4), point(2, null), point(10, 0.5, 0.6), point(11, 0.6)]

describe('a line', () => {
  it('has an empty value in each hole, and keeps unknown minutes empty', () => {
    const [times, values] = lineWithHoles(points, 'need')
    expect(values).toEqual([0.1, 0.2, null, null, 0.5, 0.6])
    expect(times).toEqual([0, 1, 2, 6, 10, 11].map((at) => at * minute))
  })
  it('has increasing times, as a chart needs them', () => {
    const [times] = lineWithHoles(points, 'strain')
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })
  it('knows the minutes that stand alone', () => {
    expect(lonePlaces([null, 0.4, null, 0.1, 0.2, null, 0.6])).toEqual([1, 6])
    expect(lonePlaces([])).toEqual([])
  })
})

describe('a moment', () => {
  it('leads to its nearest point, at most two minutes away', () => {
    expect(pointNear(points, 1.4 * minute)?.need).toBe(0.2)
    expect(pointNear(points, 12.9 * minute)?.need).toBe(0.6)
    expect(pointNear(points, 6 * minute)).toBeNull()
    expect(pointNear([], 0)).toBeNull()
  })
})

describe('the whole', () => {
  it('has a highest point and counts its known minutes', () => {
    expect(highest(points, 'strain')).toEqual({ atMs: 10 * minute, value: 0.6 })
    expect(highest([point(0, 0)], 'strain')).toBeNull()
    expect([minutesKnown(points, 'need'), minutesKnown(points, 'strain')]).toEqual([4, 2])
  })
})
