/** The day begins at 04:00, and times of day are read as they are written. */
import { expect, it } from 'vitest'
import { ownDayStart } from '../../../../renderer/features/checkins/ownDay.ts'
import { minuteOf, timeOf } from '../../../../renderer/features/checkins/timesOfDay.ts'

const local = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime()

it.each([
  ['an afternoon', local(24, 15), local(24, 4)],
  ['04:00', local(24, 4), local(24, 4)],
  ['the night before it', local(24, 3, 59), local(23, 4)],
])('the day of %s began at 04:00', (_when, now, start) => {
  expect(ownDayStart(now)).toBe(start)
})

it.each([
  ['00:00', 0],
  ['14:05', 845],
  ['23:59', 1439],
  ['14:05:30', 845],
  ['24:00', null],
  ['7:00', null],
  ['', null],
])('%j is minute %j', (text, minute) => {
  expect(minuteOf(text)).toBe(minute)
})

it('are written as the person writes them', () => {
  expect(timeOf(845, 'en-GB')).toBe('14:05')
  expect(timeOf(0, 'de')).toBe('00:00')
})
