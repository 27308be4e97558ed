/** The daily line: a week, a band, and silence until there are enough days. */
import { expect, test } from 'vitest'
import { type DailyValue, dailyLine } from '../../../electron/core/hrv/dailyBaseline.ts'

const values = (days: number[], lnMs: (day: number) => number, source = 'night'): DailyValue[] =>
  days.map((dayNumber) => ({ source, dayNumber, lnMs: lnMs(dayNumber) }))
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => from + place)

test('three days in seven make a week, two do not', () => {
  expect(
    dailyLine(
      values([94, 97, 100], (day) => day / 10),
      'night',
      100,
    ),
  ).toMatchObject({
    weekMean: (9.4 + 9.7 + 10) / 3,
    validDaysThisWeek: 3,
    weekCvPercent: null,
    unknown: ['too_few_days_for_a_band'],
  })
  expect(
    dailyLine(
      values([93, 97, 100], () => 4),
      'night',
      100,
    ),
  ).toMatchObject({
    weekMean: null,
    validDaysThisWeek: 2,
  })
})

test('the band is mean ± 0.5 sd of the days before, from thirty days on', () => {
  const alternating = (day: number) => (day % 2 === 0 ? 3.9 : 4.1)
  expect(dailyLine(values(range(71, 100), alternating), 'night', 100).band).toBeNull()
  const line = dailyLine(values(range(70, 100), alternating), 'night', 100)
  const sd = Math.sqrt((30 * 0.01) / 29)
  expect(line.band?.mean).toBeCloseTo(4, 12)
  expect(line.band?.low).toBeCloseTo(4 - sd / 2, 12)
  expect(line.band?.high).toBeCloseTo(4 + sd / 2, 12)
  expect(line.side).toBe('within')
  expect(line.weekCvPercent).toBeGreaterThan(0)
})

test('a heavy week lies below', () => {
  const line = dailyLine(
    values(range(40, 100), (day) => (day > 93 ? 3.5 : 4 + (day % 3) / 10)),
    'night',
    100,
  )
  expect(line.side).toBe('below')
})

test('other sources, the future and days beyond sixty change nothing', () => {
  const own = values(range(50, 100), (day) => 4 + (day % 3) / 10)
  const before = dailyLine(own, 'night', 100)
  const foreign = [
    ...values(range(60, 100), () => 9, 'apple-sdnn'),
    ...values([101, 39], () => 9),
    ...values([99], () => Number.NaN),
  ]
  expect(dailyLine([...foreign, ...own], 'night', 100)).toEqual(before)
})

test('several values of a day count once, by their median', () => {
  const line = dailyLine([...values([98, 99, 100], () => 4), ...values([100, 100], () => 4.6)], 'night', 100)
  expect(line.weekMean).toBeCloseTo((4 + 4 + 4.6) / 3, 12)
})
