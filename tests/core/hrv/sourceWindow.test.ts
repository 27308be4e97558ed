/** A window of one source: from intervals, from heart rates, from neither. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cutIntoWindows,
  isStill,
  type SourceMessage,
  sourceWindow,
} from '../../../electron/core/hrv/sourceWindow.ts'

const beats = (count: number, rr = (n: number) => 800 + 20 * (n % 2)): SourceMessage[] => {
  let atMs = 0
  return Array.from({ length: count }, (_, n) => {
    atMs += rr(n)
    return { atMs, rrMs: [rr(n)] }
  })
}

describe('sourceWindow', () => {
  it('takes heart rate and variability from intervals', () => {
    const window = sourceWindow(beats(80), 0, 60_000)
    expect(window.refused).toEqual([])
    expect(window.hrBpm).toBeCloseTo(60_000 / 810, 1)
    expect(window.lnRmssd).toBeCloseTo(Math.log(20), 6)
  })

  it('knows no variability of a source that sends heart rates only', () => {
    const rates = Array.from({ length: 12 }, (_, n) => ({ atMs: n * 5000, hrBpm: 60 + n }))
    const window = sourceWindow(rates, 0, 60_000)
    expect(window).toMatchObject({ n: 12, hrBpm: 65.5, lnRmssd: null, coverage: 1, refused: [] })
  })

  it('tells moving from sitting by heart rates alone, where there are enough of them', () => {
    const climbing = (bpmPerMinute: number) =>
      Array.from({ length: 12 }, (_, n) => ({ atMs: n * 5000, hrBpm: 60 + (n * bpmPerMinute) / 12 }))
    expect(sourceWindow(climbing(4), 0, 60_000).steady).toBe(true)
    expect(sourceWindow(climbing(24), 0, 60_000).steady).toBe(false)
    const onceAMinute = sourceWindow([{ atMs: 59_000, hrBpm: 64 }], 0, 60_000)
    expect([onceAMinute.steady, isStill(onceAMinute)]).toEqual([null, true])
  })

  it('believes a heart rate for a minute, so that a sender of changes is heard', () => {
    expect(sourceWindow([{ atMs: 59_000, hrBpm: 64 }], 0, 60_000)).toMatchObject({ hrBpm: 64, coverage: 1 })
    expect(sourceWindow([{ atMs: 10_000, hrBpm: 64 }], 0, 300_000)).toMatchObject({
      hrBpm: null,
      refused: ['too_little_covered'],
    })
  })

  it("falls back to the strap's heart rate where its intervals are refused", () => {
    const odd = beats(80, (n) => (n % 4 === 0 ? 1600 : 750)).map((beat) => ({ ...beat, hrBpm: 71 }))
    const window = sourceWindow(odd, 0, 60_000)
    expect(window.refused.length).toBeGreaterThan(0)
    expect(window).toMatchObject({ hrBpm: 71, lnRmssd: null })
  })

  it('is unknown without any message', () => {
    expect(sourceWindow([], 0, 60_000)).toMatchObject({
      n: 0,
      hrBpm: null,
      lnRmssd: null,
      refused: ['no_beats'],
    })
  })
})

describe('cutIntoWindows', () => {
  it('counts each beat where it ended', () => {
    const rrMs = Array.from({ length: 100 }, () => 1000)
    const parts = cutIntoWindows({ atMs: 100_000, rrMs }, 0, 60_000)
    expect(parts.map(([window, part]) => [window, part.atMs, part.rrMs?.length])).toEqual([
      [0, 59_000, 59],
      [1, 100_000, 41],
    ])
  })

  it('loses and doubles no beat', () => {
    const interval = fc.option(fc.integer({ min: 1, max: 3000 }), { nil: null })
    fc.assert(
      fc.property(
        fc.array(interval, { maxLength: 300 }),
        fc.integer({ min: 10_000, max: 90_000 }),
        (rrMs, windowMs) => {
          const atMs = 1_000_000
          const parts = cutIntoWindows({ atMs, rrMs }, 500_000, windowMs)
          expect(parts.flatMap(([, part]) => [...(part.rrMs ?? [])])).toEqual(rrMs)
        },
      ),
    )
  })
})
