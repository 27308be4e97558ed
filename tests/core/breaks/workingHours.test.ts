/** Hours by weekday, in several ranges, with breaks in them, over midnight, and not on holidays. */
import { describe, expect, test } from 'vitest'
import {
  type DayHours,
  hoursAt,
  lastHoursEnd,
  type WorkingHours,
  weekdayOf,
} from '../../../electron/core/breaks/workingHours.ts'
import { moment, TUESDAY, timeOn } from './desk.ts'

const none: DayHours = { ranges: [], breaks: [] }
const span = (from: number, to: number) => ({ startMinute: from * 60, endMinute: to * 60 })
const office = { ranges: [span(8, 12), span(13, 17)], breaks: [span(10, 10.25)] }
const night = { ranges: [span(22, 6)], breaks: [span(2, 2.5), span(23, 23.25)] }
const week = (monday: DayHours, tuesday: DayHours): WorkingHours => ({
  weekdays: [none, monday, tuesday, none, none, none, none],
  holidays: [],
})
const at = (hours: WorkingHours, clock: string, day = TUESDAY) => hoursAt(hours, moment(timeOn(day, clock)))

test('the day of the tests is a Tuesday', () => {
  expect(weekdayOf(TUESDAY)).toBe(2)
  expect(new Date(TUESDAY * 86_400_000).getUTCDay()).toBe(2)
})

test('without hours it is always time', () => expect(hoursAt(null, moment(0))).toBe('inside'))

test.each([
  ['07:59', 'outside'],
  ['08:00', 'inside'],
  ['10:00', 'break'],
  ['10:15', 'inside'],
  ['11:59', 'inside'],
  ['12:00', 'outside'],
  ['13:00', 'inside'],
  ['17:00', 'outside'],
])('an office day at %s is %s', (clock, state) => expect(at(week(none, office), clock)).toBe(state))

describe('a night shift', () => {
  const hours = week(none, night)
  test.each([
    ['21:59', 0, 'outside'],
    ['22:00', 0, 'inside'],
    ['23:10', 0, 'break'],
    ['00:00', 1, 'inside'],
    ['02:10', 1, 'break'],
    ['05:59', 1, 'inside'],
    ['06:00', 1, 'outside'],
    ['02:10', 0, 'outside'],
  ])('at %s, day %d: %s', (clock, later, state) => expect(at(hours, clock, TUESDAY + later)).toBe(state))
  test('goes on into a holiday, and does not begin on one', () => {
    const wednesday = { ...hours, holidays: [{ fromDay: TUESDAY + 1, toDay: TUESDAY + 1 }] }
    expect([at(wednesday, '03:00', TUESDAY + 1), at(wednesday, '12:00', TUESDAY + 1)]).toEqual([
      'inside',
      'holiday',
    ])
    const tuesday = { ...hours, holidays: [{ fromDay: TUESDAY, toDay: TUESDAY }] }
    expect([at(tuesday, '23:00'), at(tuesday, '03:00', TUESDAY + 1)]).toEqual(['holiday', 'holiday'])
  })
  test('ends in the morning, and that is the end of the evening before', () => {
    expect(lastHoursEnd(hours, moment(timeOn(TUESDAY + 1, '06:20')))).toEqual({
      dayNumber: TUESDAY,
      minutesAgo: 20,
    })
  })
})

test('the last end is of the last range, not of the one before lunch', () => {
  const end = (clock: string) => lastHoursEnd(week(none, office), moment(timeOn(TUESDAY, clock)))
  expect([end('12:30'), end('14:00'), end('17:30')]).toEqual([
    null,
    null,
    { dayNumber: TUESDAY, minutesAgo: 30 },
  ])
})

test('equal ends mean never, a whole day is written 0–1440, missing weekdays are free', () => {
  const never = week(none, { ranges: [span(9, 9)], breaks: [] })
  expect(at(never, '09:00')).toBe('outside')
  expect(at(week(none, { ranges: [span(0, 24)], breaks: [] }), '23:59')).toBe('inside')
  expect(at({ weekdays: [], holidays: [] }, '10:00')).toBe('outside')
})
