/** A pause ends after an hour, at the next 04:00 by the person's clock, or when they say so. */
import { expect, it } from 'vitest'
import { pauseUntil } from '../../../electron/main/tray/pause.ts'

const local = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime()

it('of an hour is an hour', () => {
  expect(pauseUntil('hour', local(24, 13, 30))).toBe(local(24, 14, 30))
})

it.each([
  ['an afternoon', local(24, 13, 30), local(25, 4)],
  ['a late night, whose day is not over', local(25, 2), local(25, 4)],
  ['04:00 itself', local(25, 4), local(26, 4)],
  ['the last of a month', new Date(2026, 11, 31, 22).getTime(), new Date(2027, 0, 1, 4).getTime()],
])('until tomorrow from %s is until the next 04:00', (_when, now, until) => {
  expect(pauseUntil('tomorrow', now)).toBe(until)
})

it('without an end has none', () => {
  expect(pauseUntil('open', local(24, 13))).toBeNull()
})
