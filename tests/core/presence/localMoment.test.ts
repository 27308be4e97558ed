/** Days that start at four, over midnight and over the weekend. */
import { expect, test } from 'vitest'
import {
  isWeekend,
  isWithin,
  minuteOfWorkDay,
  minutesApart,
  workDay,
} from '../../../electron/core/presence/localMoment.ts'

const at = (dayNumber: number, minuteOfDay: number) => ({ atMs: 0, dayNumber, minuteOfDay })

test('the day starts at 04:00', () => {
  expect([workDay(at(10, 239)), workDay(at(10, 240)), workDay(at(10, 1439))]).toEqual([9, 10, 10])
  expect([minuteOfWorkDay(at(10, 239)), minuteOfWorkDay(at(10, 240))]).toEqual([1439, 0])
})

test('1970 began on a Thursday', () => {
  expect([0, 1, 2, 3, 4, -5, -4].map(isWeekend)).toEqual([false, false, true, true, false, true, true])
})

test('the short way round midnight', () => {
  expect([minutesApart(10, 1430), minutesApart(600, 660), minutesApart(0, 720)]).toEqual([20, 60, 720])
})

test('quiet hours may run over midnight', () => {
  const night = { startMinute: 1320, endMinute: 360 }
  expect([1319, 1320, 0, 359, 360].map((minute) => isWithin(night, minute))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
  expect(isWithin({ startMinute: 600, endMinute: 600 }, 600)).toBe(false)
})
