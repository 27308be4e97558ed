/** Messages through a real broker: what is asked for, what comes, and what is left alone. */
import { describe, expect, it, vi } from 'vitest'
import type { Mapping, Reading } from '../../../../electron/core/readings/mapping.ts'
import { presets } from '../../../../electron/core/readings/presets.ts'
import { brokerForTest, deviceForTest, heartRate, publisherForTest, recordingContext } from './brokerTest.ts'
import { mosquittoTitle, noMosquitto } from './mosquitto.ts'
import { payloadZoo } from './payloadZoo.ts'
import { settledHeapBytes } from './settledHeap.ts'

type Device = ReturnType<typeof deviceForTest>

const connected = (device: Device) =>
  vi.waitFor(() => expect(device.phases.at(-1)?.phase).toBe('connected'), 5000)
const bpms = (readings: readonly Reading[]) =>
  readings.map((reading) => (reading.kind === 'hr' ? reading.bpm : null))

describe.skipIf(noMosquitto)(mosquittoTitle, () => {
  it('is asked for the mapped topics and no other', async () => {
    const { port } = await brokerForTest()
    const device = deviceForTest({ host: '127.0.0.1', port }, [heartRate('strap/+/hr')])
    await connected(device)
    const publisher = await publisherForTest(port)
    await publisher.publishAsync('secret/diary', '99', { qos: 1 })
    await publisher.publishAsync('strap/a/hr', '61', { qos: 1 })
    await vi.waitFor(() => expect(bpms(device.readings)).toEqual([61]))
    expect(device.refused).toEqual({})
    device.connection.setMappings([heartRate('watch/hr')])
    await vi.waitFor(async () => {
      await publisher.publishAsync('watch/hr', '62', { qos: 1 })
      expect(bpms(device.readings)).toContain(62)
    })
    await publisher.publishAsync('strap/a/hr', '63', { qos: 1 })
    await publisher.publishAsync('watch/hr', '64', { qos: 1 })
    await vi.waitFor(() => expect(bpms(device.readings)).toContain(64))
    expect(bpms(device.readings)).not.toContain(63)
    expect(device.refused.topic_not_mapped).toBeUndefined()
  })

  it('sends a message once where two mappings overlap', async () => {
    const { port } = await brokerForTest()
    const device = deviceForTest({ host: '127.0.0.1', port }, [
      heartRate('strap/#', { id: 'all' }),
      heartRate('strap/hr', { id: 'one' }),
    ])
    await connected(device)
    const publisher = await publisherForTest(port)
    await publisher.publishAsync('strap/hr', '61', { qos: 1 })
    await publisher.publishAsync('strap/end', '70', { qos: 1 })
    await vi.waitFor(() => expect(device.readings).toHaveLength(3))
    expect(device.readings.map(({ source }) => source)).toEqual(['all', 'one', 'all'])
    expect(device.refused).toEqual({})
  })

  it('keeps what is sent during a short absence and gives it once', async () => {
    const { port } = await brokerForTest()
    const settings = { host: '127.0.0.1', port }
    const first = deviceForTest(settings, [heartRate('hr', { discrete: true })])
    await connected(first)
    await first.connection.close()
    const publisher = await publisherForTest(port)
    await publisher.publishAsync('hr', '61', { qos: 1 })
    const second = deviceForTest(settings, [heartRate('hr', { discrete: true })])
    await vi.waitFor(() => expect(bpms(second.readings)).toEqual([61]))
  })

  it.each(['5', '3.1.1'])('keeps nothing while a device is switched off (%s)', async (version) => {
    const { port } = await brokerForTest()
    const settings = { host: '127.0.0.1', port, version }
    const mappings = [heartRate('hr', { discrete: true })]
    const publisher = await publisherForTest(port)
    const first = deviceForTest(settings, mappings)
    await connected(first)
    await first.connection.close(true)
    await publisher.publishAsync('hr', '61', { qos: 1 })
    const second = deviceForTest(settings, mappings)
    await connected(second)
    await vi.waitFor(async () => {
      await publisher.publishAsync('hr', '62', { qos: 1 })
      expect(second.readings.length).toBeGreaterThan(0)
    })
    expect(bpms(second.readings)).not.toContain(61)
    // Put away without forgetting, and taken up as new: what came meanwhile is dropped, and the session lasts again.
    await second.connection.close()
    await publisher.publishAsync('hr', '63', { qos: 1 })
    const third = deviceForTest(settings, mappings, { fresh: true })
    await connected(third)
    await vi.waitFor(async () => {
      await publisher.publishAsync('hr', '64', { qos: 1 })
      expect(third.readings.length).toBeGreaterThan(0)
    })
    await third.connection.close()
    await publisher.publishAsync('hr', '65', { qos: 1 })
    const fourth = deviceForTest(settings, mappings)
    await vi.waitFor(() => expect(bpms(fourth.readings)).toContain(65))
    expect(bpms(third.readings)).not.toContain(63)
  })

  it('forgets topics of an earlier run that are no longer mapped', async () => {
    const { port } = await brokerForTest()
    const settings = { host: '127.0.0.1', port }
    const first = deviceForTest(settings, [heartRate('old/hr')])
    await connected(first)
    await first.connection.close()
    const publisher = await publisherForTest(port)
    const second = deviceForTest(settings, [heartRate('new/hr')])
    await connected(second)
    await publisher.publishAsync('old/hr', '60', { qos: 1 })
    await vi.waitFor(() => expect(second.refused.topic_not_mapped).toBe(1))
    await vi.waitFor(async () => {
      await publisher.publishAsync('old/hr', '60', { qos: 1 })
      await publisher.publishAsync('new/hr', '61', { qos: 1 })
      expect(second.connections.length).toBe(2)
      expect(second.readings.length).toBeGreaterThan(0)
    })
    await publisher.publishAsync('new/hr', '62', { qos: 1 })
    await vi.waitFor(() => expect(bpms(second.readings)).toContain(62))
    const unasked = second.refused.topic_not_mapped
    await publisher.publishAsync('old/hr', '60', { qos: 1 })
    await publisher.publishAsync('new/hr', '63', { qos: 1 })
    await vi.waitFor(() => expect(bpms(second.readings)).toContain(63))
    expect(second.refused.topic_not_mapped).toBe(unasked)
  })

  it('reads retained messages without taking them for now', async () => {
    const { port } = await brokerForTest()
    const publisher = await publisherForTest(port)
    await publisher.publishAsync('hr', '61', { qos: 1, retain: true })
    await publisher.publishAsync('night', '42', { qos: 1, retain: true })
    const night: Mapping = { ...heartRate('night'), id: 'night', kind: 'rmssd', unit: 'ms' }
    const device = deviceForTest({ host: '127.0.0.1', port }, [heartRate('hr'), night])
    await vi.waitFor(() => expect(device.readings).toMatchObject([{ ms: 42, notLive: 'discrete' }]))
    expect(device.refused).toEqual({ retained_without_time: 1 })
  })

  it('says nothing about a forbidden topic: connected and silent', async () => {
    const { port } = await brokerForTest({
      users: { mira: 'sea-salt', strap: 'beat' },
      acl: ['user mira', 'topic read open/#', 'user strap', 'topic readwrite #'],
    })
    const login = { username: 'mira', password: 'sea-salt' }
    const device = deviceForTest({ host: '127.0.0.1', port, ...login }, [
      heartRate('closed/hr', { id: 'closed' }),
      heartRate('open/hr', { id: 'open' }),
    ])
    await connected(device)
    const strap = await publisherForTest(port, { username: 'strap', password: 'beat' })
    await strap.publishAsync('closed/hr', '60', { qos: 1 })
    await strap.publishAsync('open/hr', '61', { qos: 1 })
    await vi.waitFor(() => expect(bpms(device.readings)).toEqual([61]))
    expect(device.phases.at(-1)?.phase).toBe('connected')
    expect([...device.heard.keys()]).toEqual(['open'])
  })

  it('may send a hundred thousand malformed messages in a row', async () => {
    const { port } = await brokerForTest()
    const device = deviceForTest({ host: '127.0.0.1', port }, [heartRate('hr/+')])
    await connected(device)
    const publisher = await publisherForTest(port)
    const small = payloadZoo.map(([, payload]) => Buffer.from(payload)).filter(({ length }) => length < 1000)
    const burst = async (messages: number) => {
      for (let sent = 0; sent < messages; sent += 1000) {
        const asked = Array.from({ length: 1000 }, (_, at) =>
          publisher.publishAsync(`hr/${at}`, small[(sent + at) % small.length] ?? '', { qos: 1 }),
        )
        await Promise.all(asked)
      }
    }
    const counted = () => Object.values(device.refused).reduce((sum, count) => sum + count, 0)
    await burst(10_000)
    await vi.waitFor(() => expect(counted()).toBe(10_000), 10_000)
    const before = await settledHeapBytes()
    await burst(90_000)
    await vi.waitFor(() => expect(counted()).toBe(100_000), 20_000)
    expect((await settledHeapBytes()) - before).toBeLessThan(4_000_000)
    expect(Object.keys(device.refused).sort()).toEqual(
      [
        ...new Set(payloadZoo.filter(([, payload]) => payload.length < 1000).map(([, , reason]) => reason)),
      ].sort(),
    )
    await publisher.publishAsync('hr/good', '61', { qos: 1 })
    await vi.waitFor(() => expect(bpms(device.readings)).toEqual([61]))
  }, 60_000)

  it.each(['5', '3.1.1'])(
    'may hold a message of many megabytes: it is never read, and the next is (%s)',
    async (version) => {
      const { port } = await brokerForTest()
      const device = deviceForTest({ host: '127.0.0.1', port, version }, [heartRate('hr')])
      await connected(device)
      const publisher = await publisherForTest(port)
      const before = await settledHeapBytes()
      const huge = Buffer.alloc(30_000_000, 'x')
      await publisher.publishAsync('hr', huge, { qos: 1 })
      await vi.waitFor(async () => {
        await publisher.publishAsync('hr', '61', { qos: 1 })
        expect(bpms(device.readings)).toContain(61)
      }, 10_000)
      expect(device.phases.at(-1)?.phase).toBe('connected')
      expect((await settledHeapBytes()) - before - huge.length).toBeLessThan(4_000_000)
    },
    20_000,
  )

  it('delivers every preset as its sender writes it', async () => {
    const { port } = await brokerForTest()
    const publisher = await publisherForTest(port)
    const now = Date.now()
    const iso = (atMs: number) => `${new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')} +0000`
    const sent = {
      polar_sensor_logger: [
        'psl/hr',
        { clientId: 'p1', deviceId: '1A2B3C4D', sessionId: 17, timeStamp: now, hr: 66, rr: [905, 912] },
      ],
      plain_number: ['HeartRate', 72],
      home_assistant_statestream: ['homeassistant/sensor/watch_pulse/state', 61],
      health_auto_export: [
        'phone/export',
        {
          data: {
            metrics: [
              {
                name: 'heart_rate_variability',
                units: 'ms',
                data: [{ qty: 48.2, date: iso(now - 3_600_000) }],
              },
              {
                name: 'heart_rate',
                units: 'bpm',
                data: [{ date: iso(now - 3_600_000), Min: 58, Avg: 61, Max: 66 }],
              },
            ],
          },
        },
      ],
      esphome: ['bedroom/sensor/strap_pulse/state', 64],
    } as const
    for (const { id, usualTopicFilter, mappings } of presets) {
      const [topic, payload] = sent[id]
      const device = deviceForTest(
        { host: '127.0.0.1', port, username: id },
        mappings(usualTopicFilter ?? topic),
      )
      await connected(device)
      await vi.waitFor(async () => {
        await publisher.publishAsync(topic, JSON.stringify(payload), { qos: 1 })
        expect(device.readings.length).toBeGreaterThan(0)
      })
      expect(device.readings.slice(0, expectedOf[id].length)).toMatchObject(expectedOf[id])
      await device.connection.close(true)
    }
  })

  it('is left without a word when the device is closed, and nothing comes after', async () => {
    const { port } = await brokerForTest()
    const record = recordingContext()
    const device = { ...deviceForTest({ host: '127.0.0.1', port }, [heartRate('hr')], record.context) }
    await vi.waitFor(() => expect(record.phases.at(-1)?.phase).toBe('connected'))
    await device.connection.close(true)
    const phases = record.phases.length
    const publisher = await publisherForTest(port)
    await publisher.publishAsync('hr', '61', { qos: 1 })
    device.connection.retry()
    await publisher.publishAsync('hr', '62', { qos: 1 })
    expect(record.readings).toEqual([])
    expect(record.phases).toHaveLength(phases)
  })
})

const expectedOf = {
  polar_sensor_logger: [
    {
      kind: 'rr',
      source: 'polar_sensor_logger.rr/1A2B3C4D',
      rrMs: [905, 912],
      notLive: null,
      timeFrom: 'payload',
    },
    { kind: 'hr', source: 'polar_sensor_logger.hr/1A2B3C4D', bpm: 66, notLive: null },
  ],
  plain_number: [{ kind: 'hr', source: 'plain_number.hr', bpm: 72, notLive: null, timeFrom: 'arrival' }],
  home_assistant_statestream: [{ kind: 'hr', source: 'home_assistant_statestream.hr/watch_pulse', bpm: 61 }],
  health_auto_export: [
    { kind: 'sdnn', source: 'health_auto_export.sdnn', ms: 48.2, notLive: 'discrete', timeFrom: 'payload' },
    { kind: 'hr', source: 'health_auto_export.hr', bpm: 61, notLive: 'discrete' },
  ],
  esphome: [{ kind: 'hr', source: 'esphome.hr/bedroom', bpm: 64, notLive: null }],
}
