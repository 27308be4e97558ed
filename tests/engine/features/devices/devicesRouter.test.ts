/** Devices over the contract, from the form to the bus: a fake driver for the shapes, a real broker for the whole way. */
import { createRouterClient } from '@orpc/server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { DeviceView } from '../../../../electron/contract/devices.ts'
import { presets } from '../../../../electron/core/readings/presets.ts'
import { drivers } from '../../../../electron/engine/devices/index.ts'
import { devicesRouter } from '../../../../electron/engine/features/devices/devicesRouter.ts'
import { systemClock } from '../../../../electron/hosts/systemClock.ts'
import { brokerForTest, publisherForTest } from '../../devices/mqtt/brokerTest.ts'
import { mosquittoTitle, noMosquitto } from '../../devices/mqtt/mosquitto.ts'
import { ID, serviceForTest } from './devicesForTest.ts'

function connected(options: Parameters<typeof serviceForTest>[0] = {}) {
  const test = serviceForTest(options)
  test.service.start()
  const router = { devices: devicesRouter(test.service, test.bus) }
  const { devices } = createRouterClient(router, { context: { role: 'window', report: () => {} } })
  return { ...test, client: devices }
}

const form = {
  id: ID,
  driver: 'fake',
  title: ' Chest strap ',
  enabled: true,
  settings: { host: 'broker', password: 'sea-salt' },
}

describe('the contract', () => {
  it('shows what can be added and draws its form', async () => {
    const { client } = connected({ drivers: drivers() })
    const offered = (await client.drivers()).drivers
    expect(offered.map(({ id, hasTopics, secrets }) => ({ id, hasTopics, secrets }))).toEqual([
      { id: 'mqtt', hasTopics: true, secrets: ['password'] },
      { id: 'simulator', hasTopics: false, secrets: [] },
    ])
    for (const { settingsSchema } of offered) expect(settingsSchema).toMatchObject({ type: 'object' })
  })

  it('saves, watches, removes and brings back', async () => {
    const { client, clock, last } = connected()
    const watched = await client.watch()
    onTestFinished(() => void watched.return?.())
    expect(await watched.next()).toMatchObject({ value: { devices: [] } })
    expect(await client.save(form)).toMatchObject({ title: 'Chest strap', secretsSet: ['password'] })
    last().context.phase({ phase: 'connected', protocol: '5' })
    clock.advance(500)
    const shown = await watched.next()
    expect(shown.value).toMatchObject({ devices: [{ id: ID, phase: { phase: 'connected', protocol: '5' } }] })
    expect(await client.remove({ id: ID })).toEqual({ undoSeconds: 10 })
    expect(await client.restore({ id: ID })).toEqual({ restored: true })
    expect(await client.test({ ...form, id: ID })).toEqual({ phase: 'connected', protocol: '5' })
    await expect(client.retry({ id: ID })).resolves.toEqual({})
  })

  it('shows topics as they come and a mapping on the last messages', async () => {
    const { client, last } = connected()
    await client.save(form)
    const topics = await client.watchTopics({ id: ID, topicFilter: '#' })
    expect(await topics.next()).toMatchObject({ value: { topics: [] } })
    const next = topics.next()
    const topic = { topic: 'hr', count: 3, lastAtMs: 5, retained: true, text: null }
    last().explorers.get('#')?.([topic])
    expect((await next).value).toEqual({ topics: [topic] })
    await topics.return?.()
    expect(last().explorers.size).toBe(0)
    const mapping = { id: 'rr', topicFilter: 'rr', valuePath: '$', kind: 'rr_list', unit: 'ms' } as const
    last().messages = [{ topic: 'rr', payload: '[800,"x",810]', arrivedAtMs: 5, retained: false }]
    expect(await client.preview({ id: ID, mapping })).toEqual({
      problem: null,
      messages: [
        {
          topic: 'rr',
          arrivedAtMs: 5,
          text: '[800,"x",810]',
          readings: [
            { kind: 'rr', source: 'rr', atMs: 5, timeFrom: 'arrival', notLive: null, rrMs: [800, null, 810] },
          ],
          refused: [{ reason: 'not_a_number', count: 1 }],
        },
      ],
    })
    expect(await client.setMappings({ id: ID, mappings: [mapping] })).toMatchObject({
      mappings: [{ mapping }],
    })
  })

  it('answers with the codes the page has words for', async () => {
    const { client } = connected()
    await expect(client.save({ ...form, settings: {} })).rejects.toMatchObject({
      code: 'DEVICE_SETTINGS',
      data: { field: 'host', problem: 'missing' },
    })
    await expect(client.remove({ id: ID })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(
      client.watchTopics({ id: ID, topicFilter: '#' }).then((topics) => topics.next()),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('the simulator', () => {
  it('is a device like any other', async () => {
    const { client, clock, readings } = connected({ drivers: drivers() })
    await client.save({ ...form, driver: 'simulator', settings: { day: 'heavy' } })
    clock.advance(10_000)
    expect(readings.length).toBeGreaterThan(8)
    expect(readings.every(({ source }) => source === 'simulator/heavy')).toBe(true)
    await client.remove({ id: ID })
    const count = readings.length
    clock.advance(10_000)
    expect(readings).toHaveLength(count)
  })
})

describe.skipIf(noMosquitto)(mosquittoTitle, () => {
  it('from an address to readings on the bus, and on after a restart', async () => {
    const { port } = await brokerForTest({ users: { mira: 'sea-salt' } })
    const login = { username: 'mira', password: 'sea-salt' }
    const settings = { host: '127.0.0.1', port, ...login }
    const first = connected({ drivers: drivers(), clock: systemClock })
    const { client } = first
    expect(await client.test({ id: null, driver: 'mqtt', settings })).toEqual({
      phase: 'connected',
      protocol: '5',
    })
    const wrong = { ...settings, password: 'sea-sand' }
    expect(await client.test({ id: null, driver: 'mqtt', settings: wrong })).toMatchObject({
      failure: 'credentials_refused',
    })
    await client.save({ ...form, driver: 'mqtt', settings })

    const publisher = await publisherForTest(port, login)
    const strap = setInterval(() => {
      const beat = { deviceId: '1A2B', timeStamp: Date.now(), hr: 66, rr: [905, 912] }
      publisher.publish('psl/hr', JSON.stringify(beat), { qos: 1 })
    }, 40)
    onTestFinished(() => clearInterval(strap))
    const topics = await client.watchTopics({ id: ID, topicFilter: '#' })
    for await (const shown of topics) if (shown.topics.some(({ topic }) => topic === 'psl/hr')) break

    const mappings = presets.find(({ id }) => id === 'polar_sensor_logger')?.mappings('psl/hr') ?? []
    const [intervals] = mappings
    if (!intervals) throw new Error('the preset is gone')
    const preview = await client.preview({ id: ID, mapping: intervals })
    expect(preview.messages[0]?.readings).toMatchObject([{ kind: 'rr', rrMs: [905, 912] }])
    await client.setMappings({ id: ID, mappings })
    await vi.waitFor(() => expect(first.readings.length).toBeGreaterThan(3), 5000)
    const view = (): DeviceView | undefined => first.service.snapshot().devices[0]
    expect(view()?.mappings[0]?.accepted).toBeGreaterThan(1)
    expect(view()?.mappings.every(({ silent, lastMessageMs }) => !silent && lastMessageMs !== null)).toBe(
      true,
    )
    expect(first.peers).toContain(`127.0.0.1:${port} devices answered`)
    expect(JSON.stringify(first.logLines)).not.toMatch(/psl|sea-salt|127\.0\.0\.1|905/)
    await first.service.stop()

    const second = connected({ drivers: drivers(), clock: systemClock, store: first.store })
    await vi.waitFor(() => expect(second.readings.length).toBeGreaterThan(1), 5000)
  }, 20_000)
})
