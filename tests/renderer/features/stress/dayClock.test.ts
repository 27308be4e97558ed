/** Where the line of a day begins and ends, which hours it names, and what a typed time means. */
import { describe, expect, it } from 'vitest'
import { minuteOfTimeField } from '../../../../renderer/design/clock.ts'
import { hourTicks, lineWindow, momentOfDay, shareOf } from '../../../../renderer/features/stress/dayClock.ts'
import { at, hourMs, minuteMs, tuesday, wordsOf } from './wordsOf.ts'

const bounds = { fromMs: at(4), toMs: at(28) }
const span = (kind: 'work' | 'rest' | 'unknown' | 'call', from: number, to: number) => ({
  kind,
  fromMs: at(from),
  toMs: at(to),
})

describe('the window of the line', () => {
  const day = [span('rest', 4, 8.7), span('work', 8.7, 12), span('call', 12, 13), span('rest', 13, 28)]

  it('goes from the first to the last work of a day that is over; the nights around it are left out', () => {
    expect(lineWindow({ bounds, spans: day, moments: [], nowMs: null })).toEqual({
      fromMs: at(8.7),
      toMs: at(13),
    })
  })
  it('goes until now today', () => {
    expect(lineWindow({ bounds, spans: day, moments: [], nowMs: at(15) }).toMs).toBe(at(15))
  })
  it('holds check-ins before and after work', () => {
    expect(lineWindow({ bounds, spans: day, moments: [at(7), at(20)], nowMs: null })).toEqual({
      fromMs: at(7),
      toMs: at(20),
    })
  })
  it('shows a day of rest alone', () => {
    const rest = [span('rest', 9, 18)]
    expect(lineWindow({ bounds, spans: rest, moments: [], nowMs: null })).toEqual({
      fromMs: at(9),
      toMs: at(18),
    })
  })
  it('is never shorter than an hour: a day that is over stays inside itself, today ends now', () => {
    const spans = [span('work', 4.1, 4.2)]
    expect(lineWindow({ bounds, spans, moments: [], nowMs: null })).toEqual({ fromMs: at(4), toMs: at(5) })
    const begun = lineWindow({ bounds, spans, moments: [], nowMs: at(4.2) })
    expect(begun).toEqual({ fromMs: at(3.2), toMs: at(4.2) })
  })
  it('has hours also where nothing is known', () => {
    expect(lineWindow({ bounds, spans: [], moments: [], nowMs: null })).toEqual({
      fromMs: at(8),
      toMs: at(20),
    })
    expect(lineWindow({ bounds, spans: [], moments: [], nowMs: at(9) })).toEqual({
      fromMs: at(8),
      toMs: at(9),
    })
  })
  it('places moments as shares, clamped', () => {
    const window = { fromMs: at(8), toMs: at(12) }
    expect([at(7), at(8), at(9), at(13)].map((one) => shareOf(window, one))).toEqual([0, 0, 0.25, 1])
  })
})

describe('full hours', () => {
  const { minuteOfDay } = wordsOf()
  const rule = { most: 7, endsNow: true }

  it('are few, and keep away from the words at both ends', () => {
    const ticks = hourTicks({ fromMs: at(8.7), toMs: at(18.1) }, minuteOfDay, rule)
    expect(ticks).toEqual([at(10), at(12), at(14), at(16)])
  })
  it('are those of the zone, also where it is half an hour off', () => {
    const kolkata = wordsOf('Asia/Kolkata')
    const window = { fromMs: Date.UTC(2026, 4, 12, 3, 30), toMs: Date.UTC(2026, 4, 12, 7, 30) }
    const ticks = hourTicks(window, kolkata.minuteOfDay, rule)
    expect(ticks.map((one) => kolkata.minuteOfDay(one) % 60)).toEqual(ticks.map(() => 0))
    expect(ticks.length).toBeGreaterThan(1)
  })
})

describe('a typed time', () => {
  it('means a moment of the day that begins at four', () => {
    const { minuteOfDay } = wordsOf()
    const of = (text: string) => momentOfDay(bounds, minuteOfTimeField(text) ?? 0, minuteOfDay)
    expect(of('09:05')).toBe(at(9) + 5 * minuteMs)
    expect(of('23:59')).toBe(at(24) - minuteMs)
    expect(of('02:30')).toBe(at(26.5))
    expect(of('04:00')).toBe(at(4))
  })
  it('is right on the days the clock changes', () => {
    const { minuteOfDay } = wordsOf()
    // Saturday, 28 March 2026: at 02:00 of the night it becomes 03:00.
    const spring = { fromMs: Date.UTC(2026, 2, 28, 3), toMs: Date.UTC(2026, 2, 29, 2) }
    expect(momentOfDay(spring, 3 * 60 + 30, minuteOfDay)).toBe(Date.UTC(2026, 2, 29, 1, 30))
    // Saturday, 24 October 2026: 02:30 comes twice, and the first one counts.
    const autumn = { fromMs: Date.UTC(2026, 9, 24, 2), toMs: Date.UTC(2026, 9, 25, 3) }
    expect(momentOfDay(autumn, 2 * 60 + 30, minuteOfDay)).toBe(Date.UTC(2026, 9, 25, 0, 30))
    expect(momentOfDay(autumn, 3 * 60 + 30, minuteOfDay)).toBe(Date.UTC(2026, 9, 25, 2, 30))
  })
})

describe('the words of a clock', () => {
  it('follow the language of the person', () => {
    expect(wordsOf('Europe/Berlin', 'en-GB').clock(at(14.1))).toBe('14:06')
    expect(wordsOf('Europe/Berlin', 'en-US').clock(at(14.1)).replaceAll(/\s/g, ' ')).toBe('2:06 PM')
    expect(wordsOf('Europe/Berlin', 'de').date(tuesday)).toBe('Dienstag, 12. Mai')
  })
  it('say lengths in words', () => {
    const { duration } = wordsOf()
    const said = [8000, 59 * minuteMs, hourMs, 80 * minuteMs].map((ms) => duration(ms).replaceAll(/\s/g, ' '))
    expect(said).toEqual(['8 s', '59 min', '1 h', '1 h 20 min'])
  })
  it('know the part of a day', () => {
    const { part } = wordsOf()
    expect([5, 11.9, 12, 16.9, 17, 21.9, 22, 27].map((hour) => part(at(hour)))).toEqual([
      'morning',
      'morning',
      'afternoon',
      'afternoon',
      'evening',
      'evening',
      'night',
      'night',
    ])
  })
  it('take a zone nobody knows for UTC', () => expect(wordsOf('Nowhere/At_All').minuteOfDay(at(2))).toBe(0))
})
