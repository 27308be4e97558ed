/** Brokers that go, refuse or were never there, and everything a stranger may leave on one. */
import { createServer } from 'node:net'
import { Aedes } from 'aedes'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { mqttLights } from '../../../../../electron/engine/devices/mqtt/lights/index.ts'
import { brokerForTest, checked, fasterClock, publisherForTest } from '../brokerTest.ts'
import { mosquittoTitle, noMosquitto } from '../mosquitto.ts'
import { announcedForTest, DEVICE_ID, lightsForTest, zigbeeForTest } from './lightsForTest.ts'

const unreachable = { phase: 'failed', failure: 'unreachable', retrying: true }

describe('a broker', () => {
  it('that is not set up, or comes back later, is told as that', async () => {
    let broker: object | null = null
    const lights = lightsForTest(0, { broker: () => (broker === null ? null : checked(broker)) })
    expect(lights.connection.state()).toEqual({
      phase: { phase: 'failed', failure: 'no_broker', retrying: false },
      snapshot: null,
    })
    expect(await lights.connection.refresh()).toBe(false)
    expect(await lights.connection.write({ lamps: [{ lampId: 'mqttLights:z:0x1', fadeMs: 1 }] })).toEqual([
      { id: 'mqttLights:z:0x1', outcome: 'unreachable' },
    ])
    if (noMosquitto) return
    broker = { host: '127.0.0.1', port: (await brokerForTest()).port }
    lights.connection.retry()
    await lights.connected()
    broker = null
    lights.connection.retry()
    expect(lights.connection.state().phase).toMatchObject({ failure: 'no_broker' })
  })

  it('with settings that do not fit is refused before anything is said', () => {
    const driver = mqttLights({ installId: '0123456789ab', broker: () => null })
    const check = (rest: object) => driver.checkSettings({ deviceId: DEVICE_ID, zigbeeTopic: null, ...rest })
    expect(check({ zigbeeTopic: 'home/zigbee/', discoveryTopic: '' })).toEqual({
      ok: true,
      settings: { deviceId: DEVICE_ID, zigbeeTopic: 'home/zigbee', discoveryTopic: null },
    })
    expect(check({})).toEqual({ ok: false, field: 'zigbeeTopic', problem: 'missing' })
    expect(check({ zigbeeTopic: 'zigbee/#' })).toMatchObject({ field: 'zigbeeTopic', problem: 'not_a_topic' })
    expect(check({ discoveryTopic: '$SYS' })).toMatchObject({
      field: 'discoveryTopic',
      problem: 'not_a_topic',
    })
    expect(check({ zigbeeTopic: 'z', deviceId: 'mine' })).toMatchObject({ field: 'deviceId' })
    expect(() => driver.connect({ deviceId: 'mine' }, {} as never)).toThrow()
  })

  it('that closes every topic waits for the person; one that closes some brings the rest', async () => {
    const aedes = await Aedes.createBroker({
      authorizeSubscribe: (_client, subscription, done) =>
        done(null, subscription.topic.startsWith('homeassistant') ? null : subscription),
    })
    const server = createServer(aedes.handle)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    onTestFinished(async () => {
      await new Promise<void>((done) => aedes.close(done))
      server.close()
    })
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const none = lightsForTest(port, { zigbeeTopic: null })
    const phase = { phase: 'failed', failure: 'broker_refused', retrying: false }
    await vi.waitFor(() => expect(none.connection.state().phase).toEqual(phase))
    const publisher = await publisherForTest(port, { protocolVersion: 4 })
    await publisher.publishAsync('zigbee2mqtt/bridge/devices', '[]', { retain: true })
    const some = lightsForTest(port)
    await some.connected()
    expect(some.connection.state().snapshot).toMatchObject({ lamps: [], unreadCount: 4 })
  })
})

describe.skipIf(noMosquitto)(`bad days with ${mosquittoTitle}`, () => {
  it('a wrong password waits for the person', async () => {
    const { port } = await brokerForTest({ users: { mira: 'sea-salt' } })
    const lights = lightsForTest(port, { settings: { username: 'mira', password: 'other' } })
    const phase = { phase: 'failed', failure: 'broker_refused', retrying: false }
    await vi.waitFor(() => expect(lights.connection.state().phase).toEqual(phase))
    expect(lights.notes).toEqual(['mqttLightsLost'])
  })

  it('the broker goes in the middle of a look: writes end, all is unknown, and everything is read anew', async () => {
    const broker = await brokerForTest()
    await zigbeeForTest(broker.port, (zigbee) => zigbee.add('Desk'))
    const light = await announcedForTest(broker.port, { id: 'board', schema: 'json' })
    const lights = lightsForTest(broker.port, { clock: fasterClock(4) })
    await lights.ready()
    const writing = lights.connection.write({
      lamps: lights.lamps().flatMap(({ id }) => [{ lampId: id, brightness: 40, fadeMs: 1000 }]),
    })
    await broker.stop('SIGKILL')
    for (const { outcome } of await writing) expect(['unreachable', 'written']).toContain(outcome)
    await vi.waitFor(() => expect(lights.connection.state().phase).toEqual(unreachable))
    expect(lights.lamps().map(({ isReachable }) => isReachable)).toEqual([null, null])
    expect(await lights.write('Desk', { brightness: 20 })).toBe('unreachable')
    await broker.start()
    const again = await zigbeeForTest(broker.port, (zigbee) => {
      zigbee.add('Desk', { level: 50, isOn: false })
      zigbee.add('New')
    })
    await lights.connected()
    await vi.waitFor(() => expect(lights.lamp('Desk')).toMatchObject({ isOn: false, isReachable: true }))
    // The board has not come back, and how it stood is nothing to go by.
    expect(lights.lamps().map(({ name }) => name)).toEqual(['Desk', 'New'])
    expect(await lights.write('Desk', { brightness: 20 })).toBe('refused')
    expect(again.sets).toEqual([])
    expect(light.faults).toEqual([])
  }, 30_000)

  it('a broker that closes the way to the lamps: refused, and said', async () => {
    const { port } = await brokerForTest({
      users: { mira: 'sea-salt', bridge: 'beat' },
      acl: [
        ...['user mira', 'topic read zigbee2mqtt/#', 'topic write zigbee2mqtt/+/get'],
        ...['user bridge', 'topic readwrite #'],
      ],
    })
    const lights = lightsForTest(port, { settings: { username: 'mira', password: 'sea-salt' } })
    const { FakeZigbee2mqtt } = await import('../../../../fakes/fakeZigbee2mqtt.ts')
    const zigbee = new FakeZigbee2mqtt(await publisherForTest(port, { username: 'bridge', password: 'beat' }))
    zigbee.add('Desk')
    await zigbee.start()
    await lights.connected()
    await vi.waitFor(() => expect(lights.lamp('Desk').isReachable).toBe(true))
    expect(await lights.write('Desk', { brightness: 20 })).toBe('refused')
    expect(zigbee.sets).toEqual([])
  })

  it('a broker that stands still: no answer, and nothing that waits for ever', async () => {
    const broker = await brokerForTest()
    await zigbeeForTest(broker.port, (zigbee) => zigbee.add('Desk'))
    const lights = lightsForTest(broker.port, { clock: fasterClock(4) })
    await lights.ready()
    broker.freeze()
    expect(await lights.connection.refresh()).toBe(false)
    expect(lights.lamp('Desk').isReachable).toBeNull()
    expect(await lights.write('Desk', { brightness: 20 })).toBe('unreachable')
  })

  it('keeps out of the way of the readings’ client and of a second source', async () => {
    const { port } = await brokerForTest()
    const sources = [
      lightsForTest(port),
      lightsForTest(port, { zigbeeTopic: 'other' }),
      lightsForTest(port, { discoveryTopic: null }),
    ]
    for (const lights of sources) await lights.connected()
    const phases = sources.map(({ phases: all }) => all.map(({ phase }) => phase))
    expect(phases).toEqual([['connected'], ['connected'], ['connected']])
  })

  it('anything may be left on a broker: nothing of it harms, and it is counted', async () => {
    const { port } = await brokerForTest()
    const publisher = await publisherForTest(port)
    const keep = (topic: string, payload: string) =>
      publisher.publishAsync(topic, payload, { qos: 1, retain: true })
    await zigbeeForTest(port, (zigbee) => zigbee.add('Desk'))
    const garbage = [
      ...[
        '',
        '{',
        '[1,2',
        'null',
        '"light"',
        '{"__proto__":{"state_topic":"a","command_topic":"b"}}',
        '[[[['.repeat(50),
      ],
      ...[`{"name":"${'x'.repeat(70_000)}"}`, '{"cmps":[1]}', '{"cmps":{"a":{"p":"light"},"b":7}}', '\u0000'],
      ...[
        '{"name":"A","stat_t":"#","cmd_t":"$SYS/x","schema":"json"}',
        '{"name":"\u202e","stat_t":"a","cmd_t":"b"}',
      ],
    ]
    for (const [place, payload] of garbage.entries()) {
      await keep(`homeassistant/light/g${place}/config`, payload)
      await keep(`homeassistant/device/g${place}/config`, payload)
    }
    await keep('zigbee2mqtt/bridge/groups', '{"not":"a list"}')
    await keep('zigbee2mqtt/Desk', 'garbage')
    await keep('zigbee2mqtt/Desk/availability', '{"state":"perhaps"}')
    const lights = lightsForTest(port)
    await lights.connected()
    await vi.waitFor(() => expect(lights.lamp('Desk').isReachable).toBe(true))
    expect(lights.lamps()).toHaveLength(1)
    expect(lights.connection.state().snapshot?.unreadCount).toBeGreaterThan(15)
    expect(await lights.write('Desk', { brightness: 40 })).toBe('written')
    await publisher.publishAsync('zigbee2mqtt/Desk', '{"state":7,"brightness":99999,"color_temp":"warm"}')
    await vi.waitFor(() =>
      expect(lights.lamp('Desk')).toMatchObject({ isOn: null, brightness: null, colour: null }),
    )
    expect(await lights.write('Desk', { brightness: 20 })).toBe('refused')
    expect(Object.hasOwn(Object.prototype, 'state_topic')).toBe(false)
  })

  it('closing asks no lamp any more, however many were still to be asked', async () => {
    const { port } = await brokerForTest()
    const zigbee = await zigbeeForTest(port, (one) => {
      for (let n = 0; n < 40; n++) one.add(`Lamp ${n}`, { isCut: true })
    })
    const lights = lightsForTest(port)
    await lights.connected()
    const refreshing = lights.connection.refresh()
    await vi.waitFor(() => expect(zigbee.gets).toHaveLength(8))
    const fromMs = performance.now()
    await lights.connection.close()
    expect(await refreshing).toBe(false)
    expect(performance.now() - fromMs).toBeLessThan(2000)
    expect(zigbee.gets).toHaveLength(8)
  })

  it('five hundred lamps are the most, and a thousand announcements do not make it slow', async () => {
    const { port } = await brokerForTest()
    const publisher = await publisherForTest(port)
    const config = (n: number) => ({
      ...{ schema: 'json', name: `Lamp ${n}`, uniq_id: `lamp${n}`, brightness: true },
      ...{ stat_t: `l/${n}`, cmd_t: `l/${n}/set`, avty_t: `l/${n}/there` },
    })
    const all = Array.from({ length: 700 }, (_, n) =>
      publisher.publishAsync(`homeassistant/light/n${n}/config`, JSON.stringify(config(n)), {
        ...{ qos: 1, retain: true },
      }),
    )
    await Promise.all(all)
    const lights = lightsForTest(port)
    await lights.connected()
    expect(lights.lamps()).toHaveLength(500)
    expect(lights.connection.state().snapshot?.unreadCount).toBe(200)
  }, 20_000)
})
