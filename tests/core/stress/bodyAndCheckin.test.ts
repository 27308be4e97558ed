/** The heart and the person's own word as signals: fresh, against their own usual, or not at all. */
import { describe, expect, test } from 'vitest'
import type { LiveBaseline } from '../../../electron/core/hrv/liveBaseline.ts'
import { type BodyWindow, bodyScore, bodySignals } from '../../../electron/core/stress/bodySignals.ts'
import { checkinSignal } from '../../../electron/core/stress/checkinSignal.ts'
import { smoothed } from '../../../electron/core/stress/smoothing.ts'

const MINUTE = 60_000
const known = (median: number, mad: number): LiveBaseline => ({
  known: true,
  median,
  mad,
  count: 100,
  days: 5,
})
const none: LiveBaseline = { known: false, reason: 'too_few_days', quietMinutes: 0, days: 0 }
const baselines = { hrBpm: known(65, 4), lnRmssd: known(3.6, 0.2) }
const beats = (atMs: number, hrBpm: number | null, lnRmssd: number | null): BodyWindow => ({
  atMs,
  hrBpm,
  lnRmssd,
  coverage: 0.95,
  rejectedShare: 0.05,
})

describe('body', () => {
  const heavy = bodySignals(beats(0, 90, 2.5), beats(MINUTE, 85, 2.6), baselines, 2 * MINUTE)
  test('a fast heart and little variation weigh', () => {
    expect(heavy.map((signal) => [signal.feature, signal.s > 0.5, signal.q])).toEqual([
      ['hrBpm', true, expect.closeTo(0.9)],
      ['lnRmssd', true, expect.closeTo(0.9)],
    ])
  })

  test.each([
    ['only one window', null, beats(MINUTE, 85, 2.6)],
    ['windows that are not neighbours', beats(-10 * MINUTE, 85, 2.6), beats(MINUTE, 85, 2.6)],
    ['an old window', beats(-10 * MINUTE, 85, 2.6), beats(-9 * MINUTE, 85, 2.6)],
    ['refused windows', beats(0, null, null), beats(MINUTE, null, null)],
  ])('%s say nothing', (_name, previous, current) => {
    expect(bodySignals(previous, current, baselines, 2 * MINUTE)).toEqual([])
  })

  test('one odd minute is no sign, and without a baseline there is none', () => {
    const [hr] = bodySignals(beats(0, 65, null), beats(MINUTE, 120, null), baselines, 2 * MINUTE)
    expect(hr?.s).toBe(0)
    const unknown = bodySignals(
      beats(0, 90, 2.5),
      beats(MINUTE, 90, 2.5),
      { hrBpm: none, lnRmssd: none },
      MINUTE,
    )
    expect(unknown).toEqual([])
  })

  test('one number for recordings', () => {
    expect([bodyScore(2.5, -1.5), bodyScore(null, -1.5), bodyScore(-3, 3), bodyScore(null, null)]).toEqual([
      0.75,
      0.5,
      0,
      null,
    ])
  })
})

describe('check-in', () => {
  const HOUR = 60 * MINUTE
  const earlier = [4, 4, 3, 5, 4].map((mood, day) => ({ mood, atMs: day * 24 * HOUR }))
  const latest = { mood: 2, atMs: 120 * HOUR }
  test('below the own usual weighs, half after an hour, gone after five', () => {
    const at = (hours: number) => checkinSignal([...earlier, latest], latest.atMs + hours * HOUR)
    expect(at(0)).toMatchObject({ value: 2, usual: 4, z: -3, s: 1, q: 1 })
    expect(at(1)?.q).toBe(0.5)
    expect(at(5.1)).toBeNull()
  })

  test('better than usual never weighs, and four answers are no usual', () => {
    expect(checkinSignal([...earlier, { ...latest, mood: 5 }], latest.atMs)?.s).toBe(0)
    expect(checkinSignal([...earlier.slice(1), latest], latest.atMs)).toBeNull()
    expect(checkinSignal([], 0)).toBeNull()
  })
})

describe('smoothing', () => {
  test('half the way in ten minutes, however often it is asked', () => {
    const once = smoothed({ value: 0, atMs: 0 }, 1, 10 * MINUTE)
    let often = smoothed(null, 0, 0)
    for (let minute = 1; minute <= 10; minute++) often = smoothed(often, 1, minute * MINUTE)
    expect(once?.value).toBeCloseTo(0.5, 12)
    expect(often?.value).toBeCloseTo(0.5, 12)
  })

  test('unknown leaves the state, a clock set back counts as no time', () => {
    const state = { value: 0.3, atMs: 1000 }
    expect(smoothed(state, null, 9000)).toBe(state)
    expect(smoothed(state, 1, 0)?.value).toBe(0.3)
  })
})
