/** Use is what lies between messages that are close together, clipped to the span and split by night. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  isNight,
  nightUse,
  reachedAtMs,
  stretchesOfUse,
  USE_GAP_MS,
  usedMs,
} from '../../../electron/core/care/useOfTime.ts'
import { zoneCalendar } from '../../../electron/engine/calendar.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const always = { fromMs: 0, toMs: 8e15 }
const at = (text: string) => Date.parse(text)
const every = (fromMs: number, toMs: number, stepMs = MINUTE) =>
  Array.from({ length: Math.floor((toMs - fromMs) / stepMs) + 1 }, (_, n) => fromMs + n * stepMs)
const inZone = (zone: string) => {
  const calendar = zoneCalendar(() => zone)
  return (atMs: number) => calendar.moment(atMs)
}

describe('use', () => {
  it.each([
    ['nothing', [], 0],
    ['one message', [5], 0],
    ['two at once', [5, 5], 0],
    ['two, three minutes apart', [0, 3 * MINUTE], 3 * MINUTE],
    ['two, five minutes apart', [0, USE_GAP_MS], USE_GAP_MS],
    ['two, a little more apart', [0, USE_GAP_MS + 1], 0],
    ['two talks with an hour between', [0, MINUTE, HOUR, HOUR + 2 * MINUTE], 3 * MINUTE],
  ])('of %s', (_what, times, ms) => {
    expect(usedMs(times, always)).toBe(ms)
  })

  it('is clipped to the span, on both sides', () => {
    const times = [0, 4 * MINUTE, 8 * MINUTE]
    expect(usedMs(times, { fromMs: MINUTE, toMs: 7 * MINUTE })).toBe(6 * MINUTE)
    expect(usedMs(times, { fromMs: 9 * MINUTE, toMs: 20 * MINUTE })).toBe(0)
  })

  it('tells when it came to a length', () => {
    const times = [0, 2 * MINUTE, HOUR, HOUR + 4 * MINUTE]
    expect(reachedAtMs(times, always, 3 * MINUTE)).toBe(HOUR + MINUTE)
    expect(reachedAtMs(times, always, 7 * MINUTE)).toBeNull()
  })

  const times = fc
    .array(fc.integer({ min: 0, max: 20 * HOUR }), { maxLength: 60 })
    .map((list) => list.toSorted((a, b) => a - b))

  it('never exceeds the span, nor five minutes a message', () => {
    fc.assert(
      fc.property(
        times,
        fc.integer({ min: 0, max: HOUR }),
        fc.integer({ min: 0, max: HOUR }),
        (list, from, length) => {
          const used = usedMs(list, { fromMs: from, toMs: from + length })
          expect(used).toBeGreaterThanOrEqual(0)
          expect(used).toBeLessThanOrEqual(Math.min(length, list.length * USE_GAP_MS))
        },
      ),
    )
  })

  it('adds up over parts of a span, and one more message never makes it less', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 20 * HOUR }), (list, cut) => {
        const whole = usedMs(list, always)
        expect(usedMs(list, { ...always, toMs: cut }) + usedMs(list, { ...always, fromMs: cut })).toBe(whole)
        expect(
          usedMs(
            [...list, cut].toSorted((a, b) => a - b),
            always,
          ),
        ).toBeGreaterThanOrEqual(whole)
        expect([...stretchesOfUse(list, always)].every(({ fromMs, toMs }) => fromMs < toMs)).toBe(true)
      }),
    )
  })
})

test('night is from 23:00 to 05:00', () => {
  expect([22 * 60 + 59, 23 * 60, 0, 4 * 60 + 59, 5 * 60].map(isNight)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
})

describe('use at night', () => {
  it('is what lies in it to the minute, and one night over midnight is one', () => {
    const berlin = inZone('Europe/Berlin')
    const times = every(at('2026-11-23T21:30:00Z'), at('2026-11-23T23:30:00Z'))
    expect(usedMs(times, always)).toBe(2 * HOUR)
    expect(nightUse(times, always, berlin)).toEqual({ nightMs: 1.5 * HOUR, nights: 1 })
  })

  it('begins and ends inside a gap between two messages', () => {
    const times = [at('2026-11-23T22:58:00Z'), at('2026-11-23T23:02:00Z')]
    expect(nightUse(times, always, inZone('UTC'))).toEqual({ nightMs: 2 * MINUTE, nights: 1 })
  })

  it('before five belongs to the evening before, after eleven to the same', () => {
    const nights = (...spans: [string, string][]) =>
      nightUse(
        spans.flatMap(([from, to]) => every(at(from), at(to))),
        always,
        inZone('UTC'),
      ).nights
    expect(
      nights(
        ['2026-11-23T23:10:00Z', '2026-11-23T23:20:00Z'],
        ['2026-11-24T04:30:00Z', '2026-11-24T04:40:00Z'],
      ),
    ).toBe(1)
    expect(
      nights(
        ['2026-11-24T04:30:00Z', '2026-11-24T04:40:00Z'],
        ['2026-11-24T23:10:00Z', '2026-11-24T23:20:00Z'],
      ),
    ).toBe(2)
  })

  it('is an hour longer when clocks go back, and an hour shorter when they go forward', () => {
    const berlin = inZone('Europe/Berlin')
    const night = (from: string, to: string) => nightUse(every(at(from), at(to)), always, berlin)
    expect(night('2026-10-24T20:00:00Z', '2026-10-25T06:00:00Z')).toEqual({ nightMs: 7 * HOUR, nights: 1 })
    expect(night('2027-03-27T20:00:00Z', '2027-03-28T06:00:00Z')).toEqual({ nightMs: 5 * HOUR, nights: 1 })
  })
})
