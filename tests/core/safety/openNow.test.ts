/** When a line answers, in its own time zone and across midnight. */
import { expect, test } from 'vitest'
import { openNow } from '../../../electron/core/safety/openNow.ts'

const all = [1, 2, 3, 4, 5, 6, 7]
const daily = (from: string, to: string, zone = 'Europe/Lisbon') => ({
  alwaysOpen: false,
  opening: { zone, spans: [{ days: all, from, to }] },
})
const at = (utc: string) => Date.parse(`${utc}:00Z`)

test.each([
  ['before it opens', '2026-01-15T15:29', false],
  ['as it opens', '2026-01-15T15:30', true],
  ['after midnight', '2026-01-16T00:29', true],
  ['as it closes', '2026-01-16T00:30', false],
  ['in summer, by the clock of the place', '2026-07-15T14:30', true],
])('half past three to half past midnight: %s', (_, utc, isOpen) => {
  expect(openNow(daily('15:30', '00:30'), at(utc))).toBe(isOpen)
})

test('to midnight means to the last minute of the day', () => {
  expect(openNow(daily('09:00', '24:00'), at('2026-01-15T23:59'))).toBe(true)
  expect(openNow(daily('09:00', '24:00'), at('2026-01-16T00:00'))).toBe(false)
})

test('a night that began on a day of the list goes on into the next', () => {
  const sundayNight = {
    alwaysOpen: false,
    opening: { zone: 'UTC', spans: [{ days: [7], from: '20:00', to: '06:00' }] },
  }
  expect(openNow(sundayNight, at('2026-11-23T05:00'))).toBe(true)
  expect(openNow(sundayNight, at('2026-11-22T05:00'))).toBe(false)
})

test('day and night is open at any moment, a clock wrong by years included', () => {
  expect(openNow({ alwaysOpen: true }, at('1971-01-01T00:00'))).toBe(true)
  expect(openNow({ alwaysOpen: true }, Number.NaN)).toBe(true)
})

test('what cannot be known is not claimed', () => {
  expect(openNow({ alwaysOpen: false }, at('2026-01-15T12:00'))).toBeNull()
  expect(openNow(daily('09:00', '17:00', 'Nowhere/At_All'), at('2026-01-15T12:00'))).toBeNull()
  expect(openNow(daily('09:00', '17:00'), Number.NaN)).toBeNull()
})
