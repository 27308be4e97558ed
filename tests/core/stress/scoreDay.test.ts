/** The sums of a day: means by time, one source of beats, and unknown where nothing was. */
import { expect, test } from 'vitest'
import {
  type DayWindow,
  meansOfDay,
  noScoresYet,
  sourceOfDay,
  withBeatWindow,
  withMoment,
  withRaised,
} from '../../../electron/core/stress/scoreDay.ts'

const moment = { need: 0.4, strain: 0.2, confidence: 0.5, isRaised: false, coversMs: 10_000 }
const window: DayWindow = { hasIntervals: true, hrBpm: 60, lnRmssd: Math.log(40), isAccepted: true }

test('an empty day knows nothing', () => {
  expect(meansOfDay(noScoresYet)).toEqual({
    ...{ needMost: null, strainMean: null, strainKnownMs: 0, raisedMs: 0, raisedTimes: 0 },
    ...{ confidenceMean: null, hrBpm: null, rmssdMs: null, windowsAccepted: 0, windowsRefused: 0 },
  })
})

test('means go by time, and what was unknown does not count', () => {
  let day = withMoment(noScoresYet, moment)
  day = withMoment(day, { ...moment, need: 0.7, strain: 0.5, isRaised: true, coversMs: 20_000 })
  day = withMoment(day, { ...moment, need: null, strain: null, confidence: 0.2, coversMs: 30_000 })
  day = withMoment(day, { ...moment, need: 0.1, strain: null, confidence: null, coversMs: 5000 })
  const means = meansOfDay(withRaised(day))
  expect(means).toMatchObject({ needMost: 0.7, strainKnownMs: 30_000, raisedMs: 20_000, raisedTimes: 1 })
  expect(means.strainMean).toBeCloseTo(0.4, 12)
  expect(means.confidenceMean).toBeCloseTo((0.5 * 30 + 0.2 * 30) / 60, 12)
  expect(day.strainTimes).toEqual({ 20: 10_000, 50: 20_000 })
  expect(day.needTimes).toEqual({ 40: 10_000, 70: 20_000, 10: 5000 })
})

test('sources are never added up: the one with intervals speaks', () => {
  let day = withBeatWindow(noScoresYet, 'strap', window)
  day = withBeatWindow(day, 'strap', { ...window, hrBpm: 70, lnRmssd: Math.log(10) })
  day = withBeatWindow(day, 'strap', { ...window, hrBpm: null, lnRmssd: null, isAccepted: false })
  for (let n = 0; n < 9; n++) {
    day = withBeatWindow(day, 'watch', { hasIntervals: false, hrBpm: 99, lnRmssd: null, isAccepted: true })
  }
  expect(sourceOfDay(day)).toBe('strap')
  const means = meansOfDay(day)
  expect(means).toMatchObject({ hrBpm: 65, windowsAccepted: 2, windowsRefused: 1 })
  expect(means.rmssdMs).toBeCloseTo(20, 9)
})
