/** The person's own usual: by part of the week, with a fall-back, three weeks deep, and unknown before that. */
import { describe, expect, test } from 'vitest'
import { baselineCell } from '../../../electron/core/stress/baselineCell.ts'
import {
  daysKnown,
  usualOf,
  type WorkBaseline,
  withWindow,
} from '../../../electron/core/stress/workBaseline.ts'
import { type MinuteRow, type WorkWindow, workWindow } from '../../../electron/core/stress/workWindow.ts'

const DAY_MS = 86_400_000
const at = (dayNumber: number, minuteOfDay: number) => ({
  dayNumber,
  minuteOfDay,
  atMs: dayNumber * DAY_MS + minuteOfDay * 60_000,
})
const unknown = workWindow([])
const window = (switchesPerMinute: number): WorkWindow => ({
  ...unknown,
  switchesPerMinute: { value: switchesPerMinute, quality: 1 },
})
/** Day 4 was a Monday. */
const MONDAY = 4

function filled(
  days: number[],
  perDay: number,
  minuteOfDay: number,
  value: (place: number) => number,
): WorkBaseline {
  return days
    .flatMap((day) => Array.from({ length: perDay }, (_, place) => ({ day, place })))
    .reduce<WorkBaseline>(
      (baseline, { day, place }) =>
        withWindow(baseline, window(value(place)), at(day, minuteOfDay + place * 10)),
      [],
    )
}
const week = [0, 1, 2, 3, 4].map((day) => MONDAY + day)
const usual = (baseline: WorkBaseline, day: number, minute: number) =>
  usualOf(baseline, 'switchesPerMinute', at(day, minute))

test('cells: weekday or weekend by four hours, from four in the morning', () => {
  expect(baselineCell(at(MONDAY, 600))).toEqual({ days: 'weekday', block: 1 })
  expect(baselineCell(at(MONDAY + 5, 480))).toEqual({ days: 'weekend', block: 1 })
  expect(baselineCell(at(MONDAY + 5, 60)), 'Friday night').toEqual({ days: 'weekday', block: 5 })
})

describe('twenty windows over five days', () => {
  test('are enough for the cell itself', () => {
    expect(
      usual(
        filled(week, 4, 600, (place) => place),
        MONDAY + 7,
        600,
      ),
    ).toEqual({
      known: true,
      level: 'cell',
      cell: { days: 'weekday', block: 1 },
      days: 5,
      median: 1.5,
      mad: 1,
      count: 20,
    })
  })

  test('one window or one day less is unknown', () => {
    expect(usual(filled(week, 4, 600, (place) => place).slice(1), MONDAY + 7, 600)).toEqual({
      known: false,
      reason: 'too_few_windows',
      windows: 19,
      days: 5,
    })
    expect(
      usual(
        filled(week.slice(1), 10, 600, () => 1),
        MONDAY + 7,
        600,
      ),
    ).toMatchObject({ reason: 'too_few_days' })
  })
})

test('a thin cell falls back to the same hours of all days, then to the week', () => {
  const baseline = filled(week, 6, 600, () => 3)
  expect(usual(baseline, MONDAY + 5, 600)).toMatchObject({ level: 'hours' })
  expect(usual(baseline, MONDAY + 7, 1200)).toMatchObject({ level: 'week' })
})

test('three weeks, and never its own future', () => {
  const baseline = filled(week, 6, 600, () => 3)
  expect([baseline.length, daysKnown(baseline)]).toEqual([30, 5])
  expect(usual(baseline, MONDAY + 21, 600)).toMatchObject({ known: true })
  expect(usual(baseline, MONDAY + 23, 600)).toMatchObject({ known: false })
  expect(usual(baseline, MONDAY, 600)).toMatchObject({ known: false, windows: 0 })
  expect(withWindow(baseline, window(1), at(MONDAY + 40, 600))).toHaveLength(1)
})

test('windows in which nothing is known leave no row', () => {
  expect(withWindow([], unknown, at(MONDAY, 600))).toEqual([])
})

describe('workWindow', () => {
  const minute: MinuteRow = {
    activeSeconds: 60,
    switches: 3,
    commsSeconds: 15,
    keys: 100,
    deletes: 8,
    pauses: 10,
    shortPauses: 7,
    clicks: 4,
    pathPx: 2000,
    lateMinutes: 0,
    daySpanHours: 2,
    loopLagMs: 4,
    temperatureC: null,
  }
  const minutes = (over: Partial<MinuteRow>[] = []) =>
    Array.from({ length: 10 }, (_, place) => ({ ...minute, ...over[place] }))

  test('by hand', () => {
    expect(workWindow(minutes())).toEqual({
      switchesPerMinute: { value: 3, quality: 1 },
      dwellSeconds: { value: 600 / 31, quality: 1 },
      commsShare: { value: 0.25, quality: 1 },
      deleteShare: { value: 0.08, quality: 1 },
      shortPauseShare: { value: 0.7, quality: 1 },
      pathPerClickPx: { value: 500, quality: 1 },
      lateMinutes: { value: 0, quality: 1 },
      daySpanHours: { value: 2, quality: 1 },
      loopLagMs: { value: 4, quality: 1 },
      temperatureC: null,
    })
  })

  test('minutes that do not know lower the quality and do not count as zero', () => {
    const half = Array.from({ length: 5 }, () => ({ switches: null }))
    expect(workWindow(minutes(half)).switchesPerMinute).toEqual({ value: 3, quality: 0.5 })
  })

  test('too little work, too few keys or clicks say nothing', () => {
    const still = Array.from({ length: 10 }, () => ({ activeSeconds: 17 }))
    expect(Object.values(workWindow(minutes(still)))).toEqual(Array(10).fill(null))
    const quiet = Array.from({ length: 10 }, () => ({ keys: 4, clicks: 0 }))
    expect(workWindow(minutes(quiet))).toMatchObject({
      deleteShare: null,
      pathPerClickPx: null,
      commsShare: {},
    })
  })
})
