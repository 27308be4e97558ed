/** Nights, clock changes, journeys, sleep, restarts, and clocks that are set: the day stays honest. */
import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE, noticing, POLL_MS } from './noticing.ts'

const DAY = 24 * HOUR
const at = (text: string) => Date.parse(text)
const dayOf = (date: string) => at(`${date}T00:00Z`) / DAY

/** A probe that is there from the first moment. */
function world(options: Parameters<typeof noticing>[0]) {
  const one = noticing(options)
  one.sensors.hold('input', 'active')
  return one
}

function work(one: ReturnType<typeof noticing>, day: string) {
  return Math.round(one.service.days.day(dayOf(day)).sums.activeMs / MINUTE)
}

describe('the night', () => {
  test('worked through belongs to the day it began in', () => {
    const one = world({ at: '2026-06-03T20:00:00Z', zone: 'Europe/Berlin' })
    one.live('active', 7 * HOUR)
    expect(work(one, '2026-06-03')).toBeCloseTo(6 * 60, -1)
    expect(work(one, '2026-06-04')).toBeCloseTo(60, -1)
    const nights = one.rows('minutes').map((row) => [row.work_day, row.minute_of_day])
    expect(nights[239]).toEqual([dayOf('2026-06-03'), 119])
    expect(nights[359]).toEqual([dayOf('2026-06-03'), 239])
    expect(nights[360]).toEqual([dayOf('2026-06-04'), 240])
    const [first, second] = ['2026-06-03', '2026-06-04'].map((day) => one.service.days.day(dayOf(day)))
    const four = at('2026-06-04T02:00:00Z')
    expect([first?.spans.at(-1)?.toMs, second?.spans[0]?.fromMs]).toEqual([four, four])
    // The long stretch goes on, the day begins anew.
    expect(one.rhythm()?.activeMs).toBeCloseTo(7 * HOUR, -5)
    expect(one.rhythm()).toMatchObject({ workDay: dayOf('2026-06-04'), dayFromMs: four })
  })

  test('in which the clock is set forward has an hour less, and none is invented', () => {
    const one = world({ at: '2026-03-28T23:00:00Z', zone: 'Europe/Berlin' })
    one.live('active', 4 * HOUR)
    // 00:00 to 04:00 by the wall clock, which were three hours, and one hour of the next day.
    expect([work(one, '2026-03-28'), work(one, '2026-03-29')]).toEqual([180, 59])
    const minutes = one.rows('minutes').map((row) => row.minute_of_day)
    expect([minutes[59], minutes[60], minutes[119], minutes[120]]).toEqual([59, 60, 119, 180])
    expect(new Set(minutes).size).toBe(minutes.length)
  })

  test('in which the clock is set back has an hour more, and nothing is counted twice', () => {
    const one = world({ at: '2026-10-24T22:00:00Z', zone: 'Europe/Berlin' })
    one.live('active', 6 * HOUR)
    expect([work(one, '2026-10-24'), work(one, '2026-10-25')]).toEqual([300, 59])
    expect(one.told.setBacks).toEqual([])
    const atTwoThirty = one.rows('minutes').filter((row) => row.minute_of_day === 150)
    expect(atTwoThirty).toHaveLength(2)
  })

  test('at rest is no rest of either day', () => {
    const one = world({ at: '2026-06-03T20:00:00Z' })
    one.live('active', HOUR)
    one.live('idle', 10 * HOUR)
    one.live('active', HOUR)
    for (const day of ['2026-06-03', '2026-06-04']) {
      expect(one.service.days.day(dayOf(day)).sums).toMatchObject({ restMs: 0, realRests: 0 })
    }
  })
})

describe('a traveller', () => {
  test.each([
    // West over the Atlantic: the afternoon is lived twice by the wall clock. East: hours are missing.
    ['America/New_York', '2026-06-03', 8],
    ['Asia/Tokyo', '2026-06-03', 21],
  ])('to %s keeps the day and its hours', (zone, day, hourOfDay) => {
    const one = world({ at: '2026-06-03T10:00:00Z', zone: 'Europe/Berlin' })
    one.live('active', HOUR)
    one.clock.jump(HOUR)
    one.place.zone = zone
    one.live('active', HOUR)
    const rows = one.rows('minutes')
    expect(new Set(rows.map((row) => row.work_day))).toEqual(new Set([dayOf(day)]))
    expect(rows[30]).toMatchObject({ minute_of_day: 12 * 60 + 30 })
    expect(rows.at(-1)?.minute_of_day).toBe(hourOfDay * 60 + 58)
    expect(one.today().sums).toMatchObject({ realRests: 1 })
    expect(one.today().sums.activeMs / MINUTE).toBeCloseTo(119, -0.5)
  })

  test('who lands on an earlier day by the clock loses nothing', () => {
    const one = world({ at: '2026-06-03T22:00:00Z', zone: 'Pacific/Auckland' })
    one.live('active', HOUR)
    one.place.zone = 'Pacific/Honolulu'
    one.live('active', HOUR)
    expect([work(one, '2026-06-04'), work(one, '2026-06-03')]).toEqual([60, 59])
    const day = one.service.days.day(dayOf('2026-06-04'))
    expect(day.fromMs).toBeLessThanOrEqual(day.spans[0]?.fromMs ?? 0)
    expect(day.toMs).toBeGreaterThanOrEqual(day.spans.at(-1)?.toMs ?? 0)
  })
})

describe('sleep of the machine', () => {
  test('at lunch is a real rest', () => {
    const one = world({ at: '2026-06-03T08:00:00Z' })
    one.live('active', 3 * HOUR)
    one.clock.jump(45 * MINUTE)
    one.live('active', HOUR)
    expect(one.today().spans.map(({ kind }) => kind)).toEqual(['unknown', 'work', 'rest', 'work'])
    expect(one.today().sums).toMatchObject({ restMs: 45 * MINUTE + POLL_MS, realRests: 1 })
    expect(one.rhythm()?.activeMs).toBeLessThanOrEqual(HOUR)
    const effects = one.told.rhythms.flatMap((rhythm) => rhythm.effects.map(({ kind }) => kind))
    expect(effects).toEqual(['realRestReached', 'sessionEnded', 'rested'])
  })

  test('for a weekend is rest, and leaves no minutes', () => {
    const one = world({ at: '2026-06-05T14:00:00Z', zone: 'Europe/Berlin' })
    one.live('active', 2 * HOUR + 20_000)
    const before = one.rows('minutes').length
    one.clock.jump(2 * DAY + 15 * HOUR)
    one.live('active', HOUR)
    const rows = one.rows('minutes')
    const added = rows.slice(before)
    expect(new Set(added.map((row) => row.work_day))).toEqual(
      new Set([dayOf('2026-06-05'), dayOf('2026-06-08')]),
    )
    // The minute it fell asleep in, and the one it woke up in.
    expect(added[0]).toMatchObject({ work_seconds: 20, rest_seconds: 40 })
    expect(added[1]).toMatchObject({ rest_seconds: 25, minute_of_day: 9 * 60 })
    expect(one.service.days.days(dayOf('2026-06-01'), dayOf('2026-06-10')).map((day) => day.workDay)).toEqual(
      [dayOf('2026-06-05'), dayOf('2026-06-08')],
    )
    expect(one.service.days.day(dayOf('2026-06-06')).spans).toEqual([])
    expect(one.today().sums).toMatchObject({ firstWorkMs: one.clock.now() - HOUR + POLL_MS, realRests: 0 })
    expect(one.rhythm()?.activeMs).toBeLessThanOrEqual(HOUR)
  })

  test('ends what was said about it before', () => {
    const one = world({})
    one.live('active', MINUTE)
    one.report([{ fact: 'asleep', value: true }])
    expect(one.snapshot().activity.value).toBe('asleep')
    one.clock.jump(HOUR)
    one.clock.advance(2 * POLL_MS)
    expect(one.snapshot().activity.value).toBe('active')
  })

  test('with a call on is still sleep', () => {
    const one = world({})
    one.sensors.hold('inCall', true)
    one.live('active', 10 * MINUTE)
    one.clock.jump(HOUR)
    one.live('active', 10 * MINUTE)
    expect(one.today().sums).toMatchObject({ realRests: 1, calls: 2 })
  })
})

describe('the clock', () => {
  test('set back: told once, rest and work go on, and no stretch overlaps another', () => {
    const one = world({})
    one.live('active', 2 * HOUR)
    one.report([{ fact: 'locked', value: false }])
    one.clock.jump(-HOUR)
    one.live('active', 30 * MINUTE)
    expect(one.told.setBacks).toEqual([{ byMs: HOUR - POLL_MS, atMs: expect.any(Number) }])
    expect(one.rhythm()?.activeMs).toBeCloseTo(2.5 * HOUR, -5)
    one.live('idle', 90 * MINUTE)
    const spans = one.today().spans
    for (const [place, span] of spans.entries()) {
      expect(span.toMs).toBeGreaterThan(span.fromMs)
      expect(span.fromMs).toBeGreaterThanOrEqual(spans[place - 1]?.toMs ?? 0)
    }
    const minutes = one.rows('minutes')
    expect(new Set(minutes.map((row) => row.at)).size).toBe(minutes.length)
    for (const row of minutes) {
      const seconds = [row.work_seconds, row.rest_seconds, row.unknown_seconds].map((value) => value ?? 0)
      expect(seconds.reduce((sum, value) => sum + value)).toBeLessThanOrEqual(60)
    }
  })

  test('set back: what was said once is still known', () => {
    const one = noticing()
    one.sensors.say('locked', true, { how: 'event' })
    one.clock.advance(HOUR)
    one.clock.jump(-40 * HOUR)
    one.clock.advance(10 * MINUTE)
    expect(one.snapshot().activity.value).toBe('locked')
  })

  test('set forward is taken for sleep', () => {
    const one = world({})
    one.live('active', 30 * MINUTE)
    one.clock.jump(2 * HOUR)
    one.live('active', 30 * MINUTE)
    expect(one.today().sums).toMatchObject({ restMs: 2 * HOUR + POLL_MS, realRests: 1 })
  })

  test('moved by less than a second is nothing', () => {
    const one = world({})
    one.live('active', 10 * MINUTE)
    one.clock.jump(-900)
    one.live('active', 10 * MINUTE)
    one.clock.jump(900)
    one.live('active', 10 * MINUTE)
    expect(one.told.setBacks).toEqual([])
    expect(one.today().spans.map(({ kind }) => kind)).toEqual(['unknown', 'work'])
  })

  test('years ahead for a moment costs no minute', () => {
    const one = world({})
    one.live('active', HOUR)
    const before = one.rows('minutes').length
    one.clock.jump(20 * 365 * DAY)
    one.live('active', 5 * MINUTE)
    one.clock.jump(-20 * 365 * DAY)
    one.live('active', 5 * MINUTE)
    expect(one.rows('minutes').filter((row) => (row.at ?? 0) < at('2027-01-01')).length).toBeGreaterThan(
      before,
    )
  })
})
