/** Sunrise and sunset against an astronomer's ephemeris, and where there is neither. */
import { describe, expect, test } from 'vitest'
import { isAfterSunset, type Place, sunDay, sunHeight } from '../../../electron/core/lights/sun.ts'
import type { LocalMoment } from '../../../electron/core/presence/localMoment.ts'
import { HOUR, MINUTE, moment } from './room.ts'

/** The wall clock at an instant, some hours off UTC. */
function at(iso: string, hoursEast: number): LocalMoment {
  const atMs = Date.parse(iso)
  return { ...moment(atMs + hoursEast * HOUR), atMs }
}

/**
 * By PyEphem 4.2 (VSOP87): the sun's upper edge at the horizon, 34' of refraction, as the US Naval Observatory defines
 * rise and set. Date line, southern half and the far north among them.
 */
const ephemeris: [string, number, number, number, string, string, string][] = [
  ['equator', 0, 0, 0, '2026-03-20', '2026-03-20T06:04:10Z', '2026-03-20T18:10:41Z'],
  ['equator', 0, 0, 0, '2026-06-21', '2026-06-21T05:58:09Z', '2026-06-21T18:05:28Z'],
  ['equator', 0, 0, 0, '2026-09-23', '2026-09-23T05:49:08Z', '2026-09-23T17:55:36Z'],
  ['equator', 0, 0, 0, '2026-12-21', '2026-12-21T05:54:17Z', '2026-12-21T18:01:49Z'],
  ['Berlin', 52.52, 13.405, 1, '2026-03-20', '2026-03-20T05:09:15Z', '2026-03-20T17:19:26Z'],
  ['Berlin', 52.52, 13.405, 1, '2026-06-21', '2026-06-21T02:43:08Z', '2026-06-21T19:33:14Z'],
  ['Berlin', 52.52, 13.405, 1, '2026-09-23', '2026-09-23T04:53:48Z', '2026-09-23T17:02:41Z'],
  ['Berlin', 52.52, 13.405, 1, '2026-12-21', '2026-12-21T07:14:52Z', '2026-12-21T14:53:58Z'],
  ['Oslo', 59.9139, 10.7522, 1, '2026-03-20', '2026-03-20T05:18:56Z', '2026-03-20T17:31:18Z'],
  ['Oslo', 59.9139, 10.7522, 1, '2026-06-21', '2026-06-21T01:53:48Z', '2026-06-21T20:43:47Z'],
  ['Oslo', 59.9139, 10.7522, 1, '2026-09-23', '2026-09-23T05:03:24Z', '2026-09-23T17:13:59Z'],
  ['Oslo', 59.9139, 10.7522, 1, '2026-12-21', '2026-12-21T08:18:03Z', '2026-12-21T14:12:00Z'],
  ['Singapore', 1.3521, 103.8198, 8, '2026-03-20', '2026-03-19T23:09:00Z', '2026-03-20T11:15:29Z'],
  ['Singapore', 1.3521, 103.8198, 8, '2026-06-21', '2026-06-20T23:00:28Z', '2026-06-21T11:12:28Z'],
  ['Singapore', 1.3521, 103.8198, 8, '2026-09-23', '2026-09-22T22:53:57Z', '2026-09-23T11:00:24Z'],
  ['Singapore', 1.3521, 103.8198, 8, '2026-12-21', '2026-12-20T23:01:13Z', '2026-12-21T11:04:03Z'],
  ['Apia', -13.8333, -171.7667, 13, '2026-03-20', '2026-03-19T17:30:57Z', '2026-03-20T05:38:09Z'],
  ['Apia', -13.8333, -171.7667, 13, '2026-06-21', '2026-06-20T17:49:29Z', '2026-06-21T05:08:02Z'],
  ['Apia', -13.8333, -171.7667, 13, '2026-09-23', '2026-09-22T17:16:24Z', '2026-09-23T05:23:02Z'],
  ['Apia', -13.8333, -171.7667, 13, '2026-12-21', '2026-12-20T16:56:27Z', '2026-12-21T05:53:17Z'],
  ['Reykjavik', 64.1466, -21.9426, 0, '2026-03-20', '2026-03-20T07:28:37Z', '2026-03-20T19:43:25Z'],
  ['Reykjavik', 64.1466, -21.9426, 0, '2026-06-21', '2026-06-21T02:55:19Z', '2026-06-22T00:03:50Z'],
  ['Reykjavik', 64.1466, -21.9426, 0, '2026-09-23', '2026-09-23T07:13:33Z', '2026-09-23T19:25:03Z'],
  ['Reykjavik', 64.1466, -21.9426, 0, '2026-12-21', '2026-12-21T11:22:16Z', '2026-12-21T15:29:26Z'],
  ['Tromso', 69.6492, 18.9553, 1, '2026-03-20', '2026-03-20T04:43:54Z', '2026-03-20T17:01:31Z'],
  ['Tromso', 69.6492, 18.9553, 1, '2026-09-23', '2026-09-23T04:27:52Z', '2026-09-23T16:43:07Z'],
  ['Sydney', -33.8688, 151.2093, 10, '2026-03-20', '2026-03-19T19:57:57Z', '2026-03-20T08:06:56Z'],
  ['Sydney', -33.8688, 151.2093, 10, '2026-06-21', '2026-06-20T20:59:58Z', '2026-06-21T06:53:47Z'],
  ['Sydney', -33.8688, 151.2093, 10, '2026-09-23', '2026-09-22T19:43:57Z', '2026-09-23T07:51:55Z'],
  ['Sydney', -33.8688, 151.2093, 10, '2026-12-21', '2026-12-20T18:40:37Z', '2026-12-21T09:05:25Z'],
  ['Anchorage', 61.2181, -149.9003, -9, '2026-03-20', '2026-03-20T15:59:55Z', '2026-03-21T04:15:22Z'],
  ['Anchorage', 61.2181, -149.9003, -9, '2026-06-21', '2026-06-21T12:20:21Z', '2026-06-22T07:42:37Z'],
  ['Anchorage', 61.2181, -149.9003, -9, '2026-09-23', '2026-09-23T15:46:52Z', '2026-09-24T03:55:20Z'],
  ['Anchorage', 61.2181, -149.9003, -9, '2026-12-21', '2026-12-21T19:14:19Z', '2026-12-22T00:41:25Z'],
]

const tromso: Place = { latitude: 69.6492, longitude: 18.9553 }

describe('by coordinates', () => {
  test.each(ephemeris)(
    '%s (%f, %f, UTC%i) on %s: %s to %s',
    (_, latitude, longitude, zone, date, rise, set) => {
      for (const clock of ['00:30', '12:00', '23:30']) {
        const moment = at(`${date}T${clock}:00${zoneText(zone)}`, zone)
        const day = sunDay({ latitude, longitude }, moment)
        if (day.kind !== 'times') throw new Error(day.kind)
        expect(Math.abs(day.sunriseAtMs - Date.parse(rise))).toBeLessThan(2 * MINUTE)
        expect(Math.abs(day.sunsetAtMs - Date.parse(set))).toBeLessThan(2 * MINUTE)
      }
    },
  )

  test.each(ephemeris)(
    '%s (%f, %f, UTC%i) on %s: dark before %s and after %s',
    (_, latitude, longitude, zone, __, rise, set) => {
      const dark = (iso: string, byMs: number) =>
        isAfterSunset(
          { kind: 'place', latitude, longitude },
          at(new Date(Date.parse(iso) + byMs).toISOString(), zone),
        )
      expect(dark(rise, -2 * MINUTE)).toBe(true)
      expect(dark(rise, 2 * MINUTE)).toBe(false)
      expect(dark(set, -2 * MINUTE)).toBe(false)
      expect(dark(set, 2 * MINUTE)).toBe(true)
    },
  )

  test('in the polar summer the sun stays up, and the clock says when it is evening', () => {
    const source = { kind: 'place', ...tromso } as const
    expect(sunDay(tromso, at('2026-06-21T12:00:00+02:00', 2))).toEqual({ kind: 'polarDay' })
    expect(sunHeight(tromso, Date.parse('2026-06-21T22:45:00Z'))).toBeGreaterThan(2)
    expect(isAfterSunset(source, at('2026-06-21T12:00:00+02:00', 2))).toBe(false)
    expect(isAfterSunset(source, at('2026-06-21T23:00:00+02:00', 2))).toBe(true)
  })
  test('in the polar winter it stays down, and it is after sunset all day', () => {
    const noon = at('2026-12-21T12:00:00+01:00', 1)
    expect(sunDay(tromso, noon)).toEqual({ kind: 'polarNight' })
    expect(isAfterSunset({ kind: 'place', ...tromso }, noon)).toBe(true)
  })
  test('the poles and the date line have an answer too', () => {
    for (const latitude of [-90, 90]) {
      const kinds = [3, 9].map(
        (month) => sunDay({ latitude, longitude: 0 }, at(`2026-0${month}-21T12:00:00Z`, 0)).kind,
      )
      expect(kinds.every((kind) => kind === 'polarDay' || kind === 'polarNight')).toBe(true)
    }
    for (const longitude of [-180, 180]) {
      expect(sunDay({ latitude: 0, longitude }, at('2026-03-20T00:00:00Z', 12)).kind).toBe('times')
    }
  })
})

describe('by the clock', () => {
  const source = { kind: 'clock', sunsetMinute: 18 * 60, sunriseMinute: 7 * 60 } as const
  test.each([
    ['06:59', true],
    ['07:00', false],
    ['17:59', false],
    ['18:00', true],
    ['00:00', true],
  ])('%s', (clock, isDark) => {
    expect(isAfterSunset(source, at(`2026-03-20T${clock}:00Z`, 0))).toBe(isDark)
  })
  test('a place that is none falls back on the clock', () => {
    const nowhere = { kind: 'place', latitude: 123, longitude: Number.NaN } as const
    expect(isAfterSunset(nowhere, at('2026-03-20T20:00:00Z', 0))).toBe(true)
    expect(isAfterSunset(nowhere, at('2026-03-20T12:00:00Z', 0))).toBe(false)
  })
})

function zoneText(hours: number): string {
  return `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`
}
