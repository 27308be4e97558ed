/** Local time through clock changes, journeys and names nobody knows. */
import { describe, expect, test } from 'vitest'
import { workDay } from '../../electron/core/presence/localMoment.ts'
import { zoneCalendar } from '../../electron/engine/calendar.ts'

const HOUR = 3_600_000
const at = (text: string) => Date.parse(text)
const dayNumber = (date: string) => at(`${date}T00:00Z`) / (24 * HOUR)
const clockOf = (zone: string, text: string) => {
  const { dayNumber: day, minuteOfDay } = zoneCalendar(() => zone).moment(at(text))
  const time = [Math.floor(minuteOfDay / 60), minuteOfDay % 60].map((part) => String(part).padStart(2, '0'))
  return `${new Date(day * 24 * HOUR).toISOString().slice(0, 10)} ${time.join(':')}`
}
const dayLength = (zone: string, date: string) => {
  const { fromMs, toMs } = zoneCalendar(() => zone).daySpan(dayNumber(date))
  return (toMs - fromMs) / HOUR
}

test.each([
  ['Europe/Berlin', '2026-03-29T00:59:59Z', '2026-03-29 01:59'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', '2026-03-29 03:00'],
  ['Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25 02:30'],
  ['Europe/Berlin', '2026-10-25T01:30:00Z', '2026-10-25 02:30'],
  ['Australia/Lord_Howe', '2026-04-04T14:45:00Z', '2026-04-05 01:45'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', '2026-04-05 01:30'],
  ['Australia/Lord_Howe', '2026-10-03T15:29:00Z', '2026-10-04 01:59'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', '2026-10-04 02:30'],
  ['Asia/Kathmandu', '2026-06-01T18:14:00Z', '2026-06-01 23:59'],
  ['America/St_Johns', '2026-06-01T02:29:00Z', '2026-05-31 23:59'],
  ['Pacific/Kiritimati', '2026-06-01T10:00:00Z', '2026-06-02 00:00'],
  ['UTC', '1969-12-31T23:59:59.999Z', '1969-12-31 23:59'],
])('%s at %s: %s', (zone, text, local) => expect(clockOf(zone, text)).toBe(local))

describe('days start at 04:00', () => {
  test.each([
    ['Europe/Berlin', '2026-06-01', 24],
    // The night of the change belongs to the evening before it.
    ['Europe/Berlin', '2026-03-28', 23],
    ['Europe/Berlin', '2026-03-29', 24],
    ['Europe/Berlin', '2026-10-24', 25],
    ['Australia/Lord_Howe', '2026-04-04', 24.5],
    ['Australia/Lord_Howe', '2026-10-03', 23.5],
    // Here the clock goes from 24:00 to 01:00, and in the southern autumn back.
    ['Africa/Cairo', '2026-04-23', 23],
    // A whole day was left out when Samoa changed sides of the date line.
    ['Pacific/Apia', '2011-12-29', 24],
    ['Pacific/Apia', '2011-12-30', 0],
  ])('%s, %s: %d hours', (zone, date, hours) => expect(dayLength(zone, date)).toBe(hours))

  test('its bounds are 04:00, the first in it and the last not', () => {
    const calendar = zoneCalendar(() => 'Europe/Berlin')
    const { fromMs, toMs } = calendar.daySpan(dayNumber('2026-03-28'))
    expect([fromMs, toMs]).toEqual([at('2026-03-28T03:00Z'), at('2026-03-29T02:00Z')])
    const days = [fromMs - 1, fromMs, toMs - 1, toMs].map((ms) => workDay(calendar.moment(ms)))
    expect(days.map((day) => day - dayNumber('2026-03-28'))).toEqual([-1, 0, 0, 1])
  })

  test('every moment lies in the span of its own day, through a year of clock changes', () => {
    for (const zone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']) {
      const calendar = zoneCalendar(() => zone)
      for (let ms = at('2026-01-01T00:07Z'); ms < at('2027-01-01T00:00Z'); ms += 97 * 60_000) {
        const { fromMs, toMs } = calendar.daySpan(workDay(calendar.moment(ms)))
        if (ms < fromMs || ms >= toMs) expect.fail(`${zone} at ${new Date(ms).toISOString()}`)
      }
    }
  })
})

test('who travels is asked for the zone each time, and no offset of the old one stays', () => {
  let zone = 'Europe/Berlin'
  const calendar = zoneCalendar(() => zone)
  const noon = at('2026-06-01T12:00Z')
  expect([calendar.zone(), calendar.moment(noon).minuteOfDay]).toEqual(['Europe/Berlin', 840])
  zone = 'Asia/Tokyo'
  expect([calendar.moment(noon).minuteOfDay, calendar.zone()]).toEqual([1260, 'Asia/Tokyo'])
  expect(calendar.daySpan(dayNumber('2026-06-01')).fromMs).toBe(at('2026-05-31T19:00Z'))
})

test.each(['', 'Mars/Olympus', 'undefined', '../etc'])('a zone named "%s" counts as UTC', (zone) => {
  const calendar = zoneCalendar(() => zone)
  expect(calendar.zone()).toBe('UTC')
  expect(calendar.moment(at('2026-06-01T12:34Z')).minuteOfDay).toBe(754)
})

test('asking for more quarter hours than are remembered changes no answer', () => {
  const calendar = zoneCalendar(() => 'Europe/Berlin')
  const first = calendar.moment(at('2026-01-01T12:00Z'))
  for (let day = 0; day < 60; day++) {
    for (let quarter = 0; quarter < 96; quarter++)
      calendar.moment(at('2026-03-01T00:00Z') + (day * 96 + quarter) * 900_000)
  }
  expect(calendar.moment(at('2026-01-01T12:00Z'))).toEqual(first)
})
