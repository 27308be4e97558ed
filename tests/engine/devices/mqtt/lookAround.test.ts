/** Looking around: topics as they arrive, on a visit that leaves the mapped ones alone. */
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { HeardTopics } from '../../../../electron/engine/devices/mqtt/heardTopics.ts'
import { RecentMessages } from '../../../../electron/engine/devices/mqtt/recentMessages.ts'
import type { HeardTopic } from '../../../../electron/engine/ports/vitals.ts'
import { brokerForTest, deviceForTest, heartRate, publisherForTest } from './brokerTest.ts'
import { mosquittoTitle, noMosquitto } from './mosquitto.ts'

const everything = () => true
const bytes = (text: string) => Buffer.from(text)

describe('heard topics', () => {
  it('are at most three hundred, the latest, by name', () => {
    const heard = new HeardTopics()
    for (let number = 0; number < 1000; number++) heard.hear(`topic/${number}`, bytes('60'), number, false)
    const list = heard.list(everything)
    expect(list).toHaveLength(300)
    expect(list.some(({ topic }) => topic === 'topic/999')).toBe(true)
    expect(list.some(({ topic }) => topic === 'topic/1')).toBe(false)
    expect(list.map(({ topic }) => topic)).toEqual(list.map(({ topic }) => topic).sort())
  })

  it('show the beginning of what they said, or that it is no text', () => {
    const heard = new HeardTopics()
    heard.hear('long', bytes('ä'.repeat(100_000)), 1, true)
    heard.hear('picture', Uint8Array.of(0x89, 0x50, 0xff, 0xfe), 2, false)
    heard.hear('hr', bytes('60'), 3, false)
    heard.hear('hr', bytes('61'), 4, false)
    expect(heard.list(everything)).toEqual([
      { topic: 'hr', count: 2, lastAtMs: 4, retained: false, text: '61' },
      { topic: 'long', count: 1, lastAtMs: 1, retained: true, text: 'ä'.repeat(120) },
      { topic: 'picture', count: 1, lastAtMs: 2, retained: false, text: null },
    ])
  })
})

describe('recent messages', () => {
  it('are the last five of a topic, newest last', () => {
    const recent = new RecentMessages()
    for (let number = 0; number < 9; number++) recent.keep('hr', bytes(String(60 + number)), number, false)
    expect(recent.under('+').map(({ payload }) => payload.toString())).toEqual(
      ['64', '65', '66', '67', '68'].map((text) => Uint8Array.from(bytes(text)).toString()),
    )
  })

  it('never hold more than a few megabytes, and huge ones only in name', () => {
    const recent = new RecentMessages()
    for (let number = 0; number < 300; number++)
      recent.keep(`t/${number}`, new Uint8Array(60_000), number, false)
    expect(recent.under('t/0')).toEqual([])
    expect(recent.under('t/299')).toHaveLength(1)
    recent.keep('huge', new Uint8Array(10_000_000), 301, false)
    expect(recent.under('huge')[0]?.payload.length).toBe(64 * 1024 + 1)
    expect(recent.under('t/299')).toHaveLength(1)
  })
})

describe.skipIf(noMosquitto)(mosquittoTitle, () => {
  async function looking(filter: string) {
    const { port } = await brokerForTest()
    const device = deviceForTest({ host: '127.0.0.1', port }, [heartRate('strap/hr')])
    await vi.waitFor(() => expect(device.phases.at(-1)?.phase).toBe('connected'))
    const told: (readonly HeardTopic[])[] = []
    const leave = device.connection.explore(filter, (topics) => told.push(topics))
    onTestFinished(leave)
    const publisher = await publisherForTest(port)
    const shown = () => told.at(-1)?.map(({ topic }) => topic)
    await vi.waitFor(async () => {
      await publisher.publishAsync('kitchen/door', 'open')
      expect(shown()).toContain('kitchen/door')
    })
    return { device, publisher, told, shown, leave }
  }

  it('shows what arrives, nothing of the broker itself, and the mapped topic still counts once', async () => {
    const { device, publisher, shown } = await looking('#')
    await publisher.publishAsync('strap/hr', '61', { qos: 1 })
    await publisher.publishAsync('strap/hr', '62', { qos: 1 })
    await vi.waitFor(() => expect(shown()).toEqual(['kitchen/door', 'strap/hr']))
    await vi.waitFor(() => expect(device.readings).toHaveLength(2))
    expect(device.refused).toEqual({})
    const last = device.connection.lastMessages('strap/+')
    expect(last.map(({ payload }) => Buffer.from(payload).toString())).toEqual(['61', '62'])
    expect(device.connection.lastMessages('kitchen/#').length).toBeGreaterThan(0)
    expect(device.connection.lastMessages('#').some(({ topic }) => topic.startsWith('$'))).toBe(false)
  })

  it('tells at most four times a second', async () => {
    const { publisher, told } = await looking('kitchen/#')
    const startedAt = performance.now()
    const before = told.length
    await vi.waitFor(
      () => {
        for (let number = 0; number < 50; number++) publisher.publish(`kitchen/${number}`, 'open')
        expect(told.length).toBeGreaterThanOrEqual(before + 4)
      },
      { timeout: 5000, interval: 10 },
    )
    expect(told.length - before).toBeLessThanOrEqual((performance.now() - startedAt) / 250 + 1)
  })

  it('ends with the last who looks, and the mapped topics go on', async () => {
    const { device, publisher, told, leave } = await looking('#')
    leave()
    const count = told.length
    await publisher.publishAsync('kitchen/door', 'closed', { qos: 1 })
    await publisher.publishAsync('strap/hr', '61', { qos: 1 })
    await vi.waitFor(() => expect(device.readings).toHaveLength(1))
    expect(told).toHaveLength(count)
    expect(device.refused).toEqual({})
    // A page that turns to the form still finds what it was looking at.
    expect(device.connection.lastMessages('kitchen/door').length).toBeGreaterThan(0)
  })
})
