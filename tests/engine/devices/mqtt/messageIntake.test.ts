/** The way of a message without a broker: a still clock, and every kind of rubbish. */
import { describe, expect, it } from 'vitest'
import type { Mapping } from '../../../../electron/core/readings/mapping.ts'
import { presets } from '../../../../electron/core/readings/presets.ts'
import { MessageIntake } from '../../../../electron/engine/devices/mqtt/messageIntake.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { heartRate, recordingContext } from './brokerTest.ts'
import { payloadZoo } from './payloadZoo.ts'
import { settledHeapBytes } from './settledHeap.ts'

const beat: Mapping = {
  id: 'strap.rr',
  topicFilter: 'rr',
  valuePath: '$.rr',
  kind: 'rr_list',
  unit: 'ms',
  time: { path: '$.at', unit: 'ms' },
}

function intakeForTest(mappings: readonly Mapping[]) {
  const clock = new FakeClock()
  const record = recordingContext({ clock })
  const intake = new MessageIntake(record.context)
  intake.setMappings(mappings)
  intake.onConnected(false, Number.POSITIVE_INFINITY)
  let messageId = 0
  const send = (
    topic: string,
    payload: unknown,
    how: { retained?: boolean; again?: boolean; id?: number } = {},
  ) =>
    intake.take({
      topic,
      payload:
        payload instanceof Uint8Array
          ? payload
          : Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload)),
      retained: how.retained ?? false,
      again: how.again ?? false,
      messageId: how.id ?? ++messageId,
    })
  const flushed = () => {
    clock.advance(50)
    return record
  }
  return { clock, intake, send, flushed, ...record }
}

describe('a message', () => {
  it('gives its readings within fifty milliseconds, many in one go', () => {
    const { send, clock, readings, heard } = intakeForTest([heartRate('hr/+')])
    for (let number = 0; number < 40; number++) send(`hr/${number}`, String(60 + number))
    expect(readings).toHaveLength(0)
    clock.advance(50)
    expect(readings).toHaveLength(40)
    expect(heard.get('strap.hr')).toBe(clock.now() - 50)
    expect(clock.pending).toBe(0)
  })

  it('of a topic that nobody mapped is counted and not looked at', () => {
    const { intake, send, flushed } = intakeForTest([heartRate('hr')])
    expect(send('other', '60')).toBe(false)
    expect(flushed().refused).toEqual({ topic_not_mapped: 1 })
    expect(intake.lastMessages('#')).toEqual([])
  })

  it('serves every mapping that reaches it', () => {
    const psl = presets.find(({ id }) => id === 'polar_sensor_logger')?.mappings('psl/hr') ?? []
    const { send, flushed, clock } = intakeForTest(psl)
    send('psl/hr', { deviceId: '1A2B3C4D', timeStamp: clock.now(), hr: 66, rr: [905, 912] })
    expect(flushed().readings.map(({ source }) => source)).toEqual([
      'polar_sensor_logger.rr/1A2B3C4D',
      'polar_sensor_logger.hr/1A2B3C4D',
    ])
  })
})

describe('the payload zoo', () => {
  it.each(payloadZoo)('%s', (_name, payload, reason) => {
    const { send, flushed } = intakeForTest([{ ...heartRate('hr'), valuePath: '$' }])
    send('hr', payload)
    const { readings, refused } = flushed()
    expect({ readings, refused }).toEqual({ readings: [], refused: { [reason]: 1 } })
  })

  it('members named like the language itself are members', () => {
    const { send, flushed } = intakeForTest([{ ...heartRate('hr'), valuePath: '$.__proto__.hr' }])
    send('hr', '{"__proto__":{"hr":66}}')
    expect(flushed().readings).toMatchObject([{ bpm: 66 }])
    expect({}).not.toHaveProperty('hr')
  })

  it('a hundred thousand in a row are each counted, hold no memory, and the next good one is taken', async () => {
    const { send, clock, readings, refused } = intakeForTest([beat])
    const zoo = payloadZoo
      .filter(([, , reason]) => reason !== 'out_of_range')
      .map(([, payload]) => Buffer.from(payload))
    const round = (messages: number) => {
      for (let number = 0; number < messages; number++) {
        send('rr', zoo[number % zoo.length])
        clock.advance(25)
      }
    }
    round(5000)
    const before = await settledHeapBytes()
    round(100_000)
    const grownBytes = (await settledHeapBytes()) - before
    expect(grownBytes).toBeLessThan(2_000_000)
    expect(Object.values(refused).reduce((sum, count) => sum + count, 0)).toBe(105_000)
    expect(Object.keys(refused).length).toBeGreaterThan(6)
    expect(refused.over_rate).toBeUndefined()
    send('rr', { rr: [812, 805], at: clock.now() })
    clock.advance(50)
    expect(readings).toMatchObject([{ rrMs: [812, 805], notLive: null }])
  }, 60_000)
})

describe('too much', () => {
  it('of one topic is counted beyond fifty a second, other topics go on', () => {
    const { send, flushed } = intakeForTest([heartRate('hr/+')])
    for (let number = 0; number < 80; number++) send('hr/loud', '60')
    send('hr/quiet', '61')
    const { readings, refused } = flushed()
    expect(readings).toHaveLength(51 - repeatsOf(refused))
    expect(refused.over_rate).toBe(30)
  })

  it('of topics is forgotten, not remembered', () => {
    const { send, clock, intake } = intakeForTest([heartRate('#')])
    for (let number = 0; number < 20_000; number++) {
      send(`hr/${number}`, '60')
      clock.advance(1)
    }
    expect(intake.lastMessages('#')).toHaveLength(5)
    expect(intake.lastMessages('hr/0')).toHaveLength(0)
  })
})

it('a topic longer than any sensor has is not read', () => {
  const { send, flushed, intake } = intakeForTest([heartRate('#')])
  expect(send(`hr/${'x'.repeat(1000)}`, '60')).toBe(false)
  expect(flushed().refused).toEqual({ topic_not_mapped: 1 })
  expect(intake.lastMessages('#')).toEqual([])
})

/** Readings without a time of their own differ by arrival: in one millisecond the same value is a repeat. */
const repeatsOf = (refused: Record<string, number>) => refused.duplicate ?? 0

describe('what was sent before', () => {
  it('a repeat with its own time counts once, also out of order', () => {
    const { send, flushed, clock } = intakeForTest([beat])
    const at = clock.now()
    for (const seconds of [3, 1, 3, 2, 1]) send('rr', { rr: [800 + seconds], at: at - seconds * 1000 })
    const { readings, refused } = flushed()
    expect(readings.map((reading) => at - reading.atMs)).toEqual([3000, 1000, 2000])
    expect(refused).toEqual({ duplicate: 2 })
  })

  it('a delivery that is repeated after a lost acknowledgement counts once, even without a time', () => {
    const { send, clock, flushed, intake } = intakeForTest([heartRate('hr')])
    send('hr', '61', { id: 7 })
    clock.advance(5000)
    intake.onConnected(true, 5000)
    send('hr', '61', { id: 7, again: true })
    send('hr', '62', { id: 8, again: true })
    const { readings, refused } = flushed()
    expect(readings).toMatchObject([{ bpm: 61 }, { bpm: 62 }])
    expect(refused).toEqual({ duplicate: 1 })
  })

  it('in a new session the same number is another message', () => {
    const { send, clock, flushed, intake } = intakeForTest([heartRate('hr')])
    send('hr', '61', { id: 7 })
    clock.advance(5000)
    intake.onConnected(false, 5000)
    send('hr', '61', { id: 7, again: true })
    expect(flushed().readings).toHaveLength(2)
  })

  it('what the broker retains is read once, however often it is subscribed', () => {
    const nightly: Mapping = { ...heartRate('night'), kind: 'rmssd', unit: 'ms' }
    const { send, clock, flushed } = intakeForTest([nightly])
    send('night', '42', { retained: true })
    clock.advance(60_000)
    send('night', '42', { retained: true })
    send('night', '43', { retained: true })
    expect(flushed().readings).toMatchObject([
      { ms: 42, notLive: 'discrete' },
      { ms: 43, notLive: 'discrete' },
    ])
  })
})

describe('time', () => {
  it('retained, future and year-old beats are never live', () => {
    const { send, clock, flushed } = intakeForTest([beat, heartRate('hr')])
    const now = clock.now()
    send('rr', { rr: [800], at: now - 1000 }, { retained: true })
    send('rr', { rr: [801], at: now + 5 * 60_000 })
    send('rr', { rr: [802], at: now - 365 * 24 * 60 * 60_000 })
    send('rr', { rr: [803], at: now - 3 * 365 * 24 * 60 * 60_000 })
    send('hr', '61', { retained: true })
    const { readings, refused } = flushed()
    expect(readings).toMatchObject([
      { rrMs: [800], notLive: 'retained' },
      { rrMs: [802], notLive: 'old' },
    ])
    expect(refused).toEqual({ future: 1, too_old: 1, retained_without_time: 1 })
  })
})

describe('what waited at the broker', () => {
  it('comes in one rush and is let in', () => {
    const { send, clock, flushed, intake } = intakeForTest([beat])
    clock.advance(120_000)
    intake.onConnected(true, 120_000)
    const at = clock.now()
    for (let second = 120; second > 0; second--) send('rr', { rr: [800], at: at - second * 1000 })
    const { readings, refused } = flushed()
    expect(readings).toHaveLength(120)
    expect(refused).toEqual({})
  })

  it('is of nobody knows when without a time of its own, until the rush is over', () => {
    const { send, clock, flushed, intake } = intakeForTest([heartRate('hr')])
    clock.advance(3_600_000)
    intake.onConnected(true, 3_600_000)
    for (let number = 0; number < 10; number++) {
      send('hr', String(60 + number))
      clock.advance(10)
    }
    clock.advance(2500)
    send('hr', '75')
    const { readings, refused } = flushed()
    expect(readings).toMatchObject([{ bpm: 75, notLive: null }])
    expect(refused).toEqual({ retained_without_time: 10 })
  })

  it('after a moment away is taken as of now', () => {
    const { send, flushed, intake } = intakeForTest([heartRate('hr')])
    intake.onConnected(true, 3000)
    send('hr', '61')
    expect(flushed().readings).toMatchObject([{ bpm: 61, notLive: null }])
  })
})
