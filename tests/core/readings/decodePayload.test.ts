/** Whole messages through whole mappings, as their senders write them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Decoded, decodePayload } from '../../../electron/core/readings/decodePayload.ts'
import type { Mapping } from '../../../electron/core/readings/mapping.ts'
import { mappingProblem } from '../../../electron/core/readings/mappingProblem.ts'
import { presets } from '../../../electron/core/readings/presets.ts'

const now = Date.UTC(2026, 0, 1, 12)
const preset = (id: string, topicFilter: string): Mapping[] =>
  presets.find((one) => one.id === id)?.mappings(topicFilter) ?? []

function throughAll(
  mappings: Mapping[],
  topic: string,
  payload: unknown,
  at = now,
  retained = false,
): Decoded[] {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload)
  return mappings.map((mapping) => decodePayload(mapping, topic, text, at, retained))
}

describe('presets', () => {
  test('each is a good mapping', () => {
    for (const one of presets) {
      for (const mapping of one.mappings(one.usualTopicFilter ?? 'x'))
        expect(mappingProblem(mapping)).toBeNull()
    }
  })

  test('Polar Sensor Logger', () => {
    const payload = {
      clientId: 'p1',
      deviceId: '1A2B',
      sessionId: 17,
      timeStamp: now - 500,
      hr: 66,
      rr: [905, 912],
    }
    const origin = { atMs: now - 500, timeFrom: 'payload', notLive: null }
    expect(throughAll(preset('polar_sensor_logger', 'psl/hr'), 'psl/hr', payload)).toEqual([
      {
        readings: [{ kind: 'rr', source: 'polar_sensor_logger.rr/1A2B', ...origin, rrMs: [905, 912] }],
        refused: [],
      },
      { readings: [{ kind: 'hr', source: 'polar_sensor_logger.hr/1A2B', ...origin, bpm: 66 }], refused: [] },
    ])
    expect(throughAll(preset('polar_sensor_logger', 'psl/hr'), 'psl/ecg', payload)[0]?.refused).toEqual([
      { reason: 'topic_not_mapped', count: 1 },
    ])
  })

  test('a message without beats gives none and refuses none', () => {
    const payload = { deviceId: '1A2B', timeStamp: now, hr: 66, rr: [] }
    expect(throughAll(preset('polar_sensor_logger', 'psl/hr'), 'psl/hr', payload)[0]).toEqual({
      readings: [],
      refused: [],
    })
  })

  test('a plain number', () => {
    expect(throughAll(preset('plain_number', 'HeartRate'), 'HeartRate', '72')[0]?.readings).toEqual([
      { kind: 'hr', source: 'plain_number.hr', atMs: now, timeFrom: 'arrival', notLive: null, bpm: 72 },
    ])
  })

  test('Home Assistant, with a value and without', () => {
    const mappings = preset('home_assistant_statestream', 'ha/sensor/+/state')
    const topic = 'ha/sensor/watch_heart_rate/state'
    expect(throughAll(mappings, topic, '61.0')[0]?.readings[0]).toMatchObject({
      bpm: 61,
      source: 'home_assistant_statestream.hr/watch_heart_rate',
    })
    expect(throughAll(mappings, topic, 'unavailable')[0]).toEqual({
      readings: [],
      refused: [{ reason: 'unavailable', count: 1 }],
    })
  })

  test('a batch of Health Auto Export, each value with its own time and never live', () => {
    const payload = {
      data: {
        metrics: [
          {
            name: 'heart_rate_variability',
            units: 'ms',
            data: [
              { qty: 48.2, date: '2026-01-01 08:30:00 +0100' },
              { date: '2026-01-01 09:30:00 +0100' },
              { qty: 51, date: '2026-01-01 10:30:00 +0100' },
            ],
          },
          {
            name: 'heart_rate',
            units: 'bpm',
            data: [{ date: '2026-01-01 12:59:00 +0100', Min: 58, Avg: 61, Max: 66 }],
          },
        ],
      },
    }
    const [sdnn, hr] = throughAll(preset('health_auto_export', 'export'), 'export', payload)
    expect(sdnn?.readings).toMatchObject([
      { kind: 'sdnn', ms: 48.2, atMs: Date.UTC(2026, 0, 1, 7, 30), notLive: 'discrete' },
      { kind: 'sdnn', ms: 51, atMs: Date.UTC(2026, 0, 1, 9, 30), notLive: 'discrete' },
    ])
    expect(hr?.readings).toMatchObject([{ bpm: 61, atMs: Date.UTC(2026, 0, 1, 11, 59), notLive: 'discrete' }])
  })

  test('ESPHome names its node', () => {
    const read = throughAll(preset('esphome', '+/sensor/+/state'), 'strap/sensor/pulse/state', '72')
    expect(read[0]?.readings[0]).toMatchObject({ source: 'esphome.hr/strap', bpm: 72 })
  })
})

const bridge: Mapping = {
  id: 'bridge',
  topicFilter: 'hr',
  valuePath: '$.rr_ms',
  kind: 'rr',
  unit: 'ms',
  time: { path: '$.ts', unit: 's' },
}
const read = (payload: unknown, over: Partial<Mapping> = {}, retained = false) =>
  decodePayload({ ...bridge, ...over }, 'hr', JSON.stringify(payload), now, retained)

describe('a home-made bridge', () => {
  test('one interval a message', () => {
    expect(read({ hr: 72, rr_ms: 850.5, ts: now / 1000 }).readings).toMatchObject([
      { rrMs: [850.5], atMs: now },
    ])
  })

  test('no beat is no reading, and is counted', () => {
    expect(read({ hr: 72, rr_ms: null, ts: now / 1000 })).toEqual({
      readings: [],
      refused: [{ reason: 'no_value', count: 1 }],
    })
  })

  test('an unreadable interval leaves a hole, so that the chain breaks there', () => {
    const { readings, refused } = read(
      { rr: [800, 'x', 810, null], ts: now / 1000 },
      { kind: 'rr_list', valuePath: '$.rr' },
    )
    expect(readings).toMatchObject([{ rrMs: [800, null, 810, null] }])
    expect(refused).toEqual([
      { reason: 'not_a_number', count: 1 },
      { reason: 'no_value', count: 1 },
    ])
  })

  test('seconds are told from milliseconds', () => {
    expect(read({ rr_ms: 0.85, ts: now / 1000 }).readings).toMatchObject([{ rrMs: [850] }])
  })

  test('each item of a list may bring its own time', () => {
    const beats = {
      beats: [
        { rr: 800, at: now - 900 },
        { rr: 810, at: now },
      ],
    }
    const over: Partial<Mapping> = { valuePath: '$.beats[*].rr', time: { path: '$.beats[*].at', unit: 'ms' } }
    expect(read(beats, over).readings).toMatchObject([
      { rrMs: [800], atMs: now - 900 },
      { rrMs: [810], atMs: now },
    ])
  })
})

describe('time', () => {
  const at = (atMs: number, retained = false) => read({ rr_ms: 800, ts: atMs / 1000 }, {}, retained)
  const minutes = 60_000
  test.each([
    ['now', 0, null],
    ['a clock a little ahead', -2 * minutes, null],
    ['ten minutes ago', 10 * minutes, null],
    ['longer ago', 10 * minutes + 1000, 'old'],
    ['a year ago', 365 * 24 * 60 * minutes, 'old'],
  ])('%s', (_name, agoMs, notLive) => expect(at(now - agoMs).readings).toMatchObject([{ notLive }]))

  test.each([
    ['the future', now + 3 * minutes, 'future'],
    ['a clock never set', 0, 'too_old'],
  ])('%s is refused', (_name, atMs, reason) =>
    expect(at(atMs)).toEqual({ readings: [], refused: [{ reason, count: 1 }] }),
  )

  test('a time that is none, or is not there, is no reason to guess', () => {
    expect(read({ rr_ms: 800, ts: 'soon' }).refused).toEqual([{ reason: 'bad_time', count: 1 }])
    expect(read({ rr_ms: 800 }).refused).toEqual([{ reason: 'time_missing', count: 1 }])
  })

  test('retained is never live, and without a time of its own only a nightly value is kept', () => {
    expect(at(now, true).readings).toMatchObject([{ notLive: 'retained' }])
    const plain = { id: 'x', topicFilter: 'hr', valuePath: '$', unit: 'bpm', kind: 'hr' } as const
    expect(decodePayload(plain, 'hr', '72', now, true).refused).toEqual([
      { reason: 'retained_without_time', count: 1 },
    ])
    const nightly = { ...plain, kind: 'rmssd', unit: 'ms' } as const
    expect(decodePayload(nightly, 'hr', '42', now, true).readings).toMatchObject([
      { ms: 42, notLive: 'discrete' },
    ])
  })
})

test('RMSSD and SDNN are never live', () => {
  for (const kind of ['rmssd', 'sdnn'] as const) {
    expect(read({ rr_ms: 42, ts: now / 1000 }, { kind }).readings).toMatchObject([
      { kind, notLive: 'discrete' },
    ])
  }
})

test('a mapping with a problem refuses everything as that', () => {
  expect(read({ rr_ms: 800 }, { valuePath: 'rr' }).refused).toEqual([{ reason: 'bad_mapping', count: 1 }])
  expect(read({ rr_ms: 800 }, { unit: 'bpm' }).refused).toEqual([{ reason: 'bad_mapping', count: 1 }])
})

test('one message cannot bring more than 4096 values', () => {
  const { readings, refused } = read(
    { rr: Array(5000).fill(800), ts: now / 1000 },
    { kind: 'rr_list', valuePath: '$.rr' },
  )
  expect(readings).toMatchObject([{ rrMs: { length: 4096 } }])
  expect(refused).toEqual([{ reason: 'too_many_values', count: 904 }])
})

test('whatever comes, readings are finite, in time, and never live when retained', () => {
  const value = fc.oneof(fc.jsonValue(), fc.double(), fc.constantFrom(800, 0.8, '800', 'NaN', null))
  const payload = fc.record({ rr: fc.oneof(value, fc.array(value)), ts: fc.oneof(fc.constant(now), value) })
  fc.assert(
    fc.property(payload, fc.boolean(), (sent, retained) => {
      const over: Partial<Mapping> = {
        kind: 'rr_list',
        valuePath: '$.rr',
        time: { path: '$.ts', unit: 'ms' },
      }
      for (const reading of read(sent, over, retained).readings) {
        expect(reading.atMs).toBeLessThanOrEqual(now + 120_000)
        if (reading.kind === 'rr') {
          for (const rrMs of reading.rrMs) expect(rrMs === null || (rrMs >= 0 && rrMs <= 10_000)).toBe(true)
        }
        if (retained) expect(reading.notLive).toBe('retained')
      }
    }),
  )
})
