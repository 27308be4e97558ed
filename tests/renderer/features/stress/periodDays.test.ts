/** Weeks and months: unknown days stay empty, sums are sums, and the nights around a day are left out. */
import { describe, expect, it } from 'vitest'
import type { DaySums } from '../../../../electron/contract/presence.ts'
import {
  type DailySeries,
  dayBar,
  isRestDay,
  longestDayMs,
  mainSeries,
  periodDays,
  periodSentence,
  restWithinMs,
} from '../../../../renderer/features/stress/periodDays.ts'
import { emptySums } from '../../fakePlans.ts'
import { hourMs, plain, wordsOf } from './wordsOf.ts'

const words = wordsOf()
const sums = (workDay: number, part: Partial<DaySums> = {}): DaySums => ({
  ...emptySums(workDay),
  activeMs: 6 * hourMs,
  restMs: 12 * hourMs,
  callMs: hourMs,
  calls: 2,
  realRests: 3,
  firstWorkMs: 0,
  lastWorkMs: 8 * hourMs,
  ...part,
})
const series = (kind: DailySeries['kind'], days: number[]): DailySeries => ({
  source: 'watch',
  kind,
  values: days.map((workDay) => ({ workDay, value: 40 + workDay })),
  weekMean: null,
  band: null,
  side: null,
})
const sources = { fromDay: 1, toDay: 7, sums: [sums(2), sums(5)], scores: [], checkins: [], nightly: null }

describe('the days of a period', () => {
  it('are all there, newest first, and unknown ones are empty', () => {
    const days = periodDays(sources)
    expect(days.map((day) => day.workDay)).toEqual([7, 6, 5, 4, 3, 2, 1])
    expect(days.filter((day) => day.sums !== null).map((day) => day.workDay)).toEqual([5, 2])
    expect(days[0]).toEqual({ workDay: 7, sums: null, scores: null, moods: [], nightly: null })
  })
  it('are days of rest where nobody worked and minutes could tell', () => {
    const rest = sums(3, { activeMs: 0, restMs: 0, unknownMs: hourMs, minutes: 20 * 60 })
    const known = periodDays({ ...sources, sums: [rest] }).filter((day) => day.sums !== null)
    expect(known.map(({ workDay, sums: kept }) => [workDay, kept && isRestDay(kept)])).toEqual([[3, true]])
  })
  it('count a row in which nobody could tell as unknown', () => {
    const blank = sums(3, { activeMs: 0, restMs: 0, unknownMs: 9 * hourMs })
    expect(periodDays({ ...sources, sums: [blank] }).every((day) => day.sums === null)).toBe(true)
  })
  it('hold the answers and the night of each day', () => {
    const checkins = [2, 5, 5].map((workDay, at) => ({ workDay, mood: at + 1 }) as never)
    const days = periodDays({ ...sources, checkins, nightly: series('rmssd', [5]) })
    expect(days.find((day) => day.workDay === 5)).toMatchObject({ moods: [2, 3], nightly: 45 })
    expect(days.find((day) => day.workDay === 2)).toMatchObject({ moods: [1], nightly: null })
  })
})

describe('a bar', () => {
  it('shows rest only between the first and the last work', () => {
    expect(restWithinMs(sums(1))).toBe(2 * hourMs)
    expect(restWithinMs(sums(1, { unknownMs: hourMs }))).toBe(hourMs)
    expect(restWithinMs(sums(1, { firstWorkMs: null }))).toBe(0)
  })
  it('is a part of the longest day, of at least eight hours', () => {
    expect(longestDayMs(periodDays(sources))).toBe(8 * hourMs)
    expect(dayBar(sums(1), 8 * hourMs)).toEqual({ work: 5 / 8, call: 1 / 8, rest: 2 / 8 })
    expect(dayBar(sums(1, { callMs: null }), 8 * hourMs).call).toBe(0)
  })
})

describe('the daily line', () => {
  it('is RMSSD before SDNN before heart rate, and never an empty one', () => {
    expect(mainSeries([series('hr', [1, 2]), series('sdnn', [1])])?.kind).toBe('sdnn')
    expect(mainSeries([series('rmssd', []), series('hr', [1])])?.kind).toBe('hr')
    expect(mainSeries([])).toBeNull()
  })
})

describe('the sentence', () => {
  const say = (rows: DaySums[]) => plain(periodSentence(periodDays({ ...sources, sums: rows }), words))
  it('sums up what is known, and says how much is not', () => {
    expect(say([sums(2), sums(5)])).toBe(
      'In these seven days you were at it for 12 h, with four calls and six real rests. Nothing is known of five of them.',
    )
    expect(say([sums(2, { calls: null, realRests: 0, activeMs: 1.5 * hourMs })])).toBe(
      'In these seven days you were at it for 1 h 30 min, with no real rest. Nothing is known of six of them.',
    )
  })
  it('says nothing where nothing is known', () =>
    expect(say([])).toBe('Nothing is known of these seven days.'))
})
