/** A day in a few figures. */
import { describe, expect, test } from 'vitest'
import type { DaySpan } from '../../../electron/core/presence/dayLedger.ts'
import { daySums, type MinuteTotals } from '../../../electron/core/presence/daySums.ts'

const MINUTE = 60_000
const unknown: MinuteTotals = {
  minutes: 0,
  callSeconds: null,
  sharingSeconds: null,
  lateMinutes: null,
  switches: null,
  categorySeconds: null,
  keys: null,
  clicks: null,
  cpuShare: null,
  temperatureC: null,
}
const spans = (...parts: [DaySpan['kind'], number, number][]): DaySpan[] =>
  parts.map(([kind, from, to]) => ({ kind, workDay: 7, fromMs: from * MINUTE, toMs: to * MINUTE }))

test('work, rest between work, and what nobody could tell', () => {
  const day = spans(
    ['rest', 0, 60],
    ['work', 60, 100],
    ['rest', 100, 104],
    ['work', 104, 110],
    ['unknown', 110, 112],
    ['rest', 112, 130],
    ['rest', 130, 160],
    ['work', 160, 161],
    ['rest', 161, 400],
  )
  expect(daySums(7, day, { ...unknown, minutes: 400 })).toMatchObject({
    activeMs: 47 * MINUTE,
    // Neither the night before nor the evening after.
    restMs: 52 * MINUTE,
    unknownMs: 2 * MINUTE,
    realRests: 1,
    firstWorkMs: 60 * MINUTE,
    lastWorkMs: 161 * MINUTE,
    longestStretchMs: 40 * MINUTE,
    minutes: 400,
  })
})

describe('unknown stays unknown', () => {
  test('a day without anything has no times and no counts', () => {
    expect(daySums(7, spans(['unknown', 0, 600]), unknown)).toEqual({
      workDay: 7,
      activeMs: 0,
      restMs: 0,
      unknownMs: 600 * MINUTE,
      realRests: 0,
      callMs: null,
      calls: null,
      sharingMs: null,
      lateMs: 0,
      firstWorkMs: null,
      lastWorkMs: null,
      longestStretchMs: 0,
      switches: null,
      categorySeconds: null,
      keys: null,
      clicks: null,
      cpuShare: null,
      temperatureC: null,
      minutes: 0,
    })
  })

  test('no call is zero, and a sensor that could not tell is null', () => {
    expect(daySums(7, [], { ...unknown, callSeconds: 0 })).toMatchObject({ callMs: 0, calls: 0 })
    const day = spans(['work', 0, 50], ['call', 10, 20], ['call', 30, 40])
    expect(daySums(7, day, { ...unknown, callSeconds: 1200, lateMinutes: 5 })).toMatchObject({
      callMs: 20 * MINUTE,
      calls: 2,
      lateMs: 5 * MINUTE,
      activeMs: 50 * MINUTE,
    })
  })
})
