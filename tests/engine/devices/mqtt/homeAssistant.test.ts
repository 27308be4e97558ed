/** The whole feature at a real broker: what Home Assistant finds there, asks for, and is left with. */
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { connectAnnouncer } from '../../../../electron/engine/devices/mqtt/announcer.ts'
import type { Clock } from '../../../../electron/engine/ports/clock.ts'
import { deviceMessageSchema, olderSchemas } from '../../../core/homeAssistant/documentedMembers.ts'
import { homeForTest, ID } from '../../features/homeAssistant/homeForTest.ts'
import { keptAt, watcherForTest } from './announcerForTest.ts'
import { brokerForTest, checked, fasterClock, publisherForTest } from './brokerTest.ts'
import { type BrokerOptions, mosquittoTitle, noMosquitto } from './mosquitto.ts'

const DEVICE = `homeassistant/device/${ID}/config`
const set = (what: string) => `lull/${ID}/${what}/set`
const stateOf = (what: string) => `lull/${ID}/${what}/state`
const START = {
  [stateOf('break_due')]: 'OFF',
  [stateOf('on_break')]: 'OFF',
  [stateOf('paused')]: 'OFF',
  [stateOf('calm')]: 'OFF',
  [`lull/${ID}/status`]: 'online',
}

async function homeAtBroker(
  settings: Parameters<typeof homeForTest>[0]['settings'] = {},
  {
    broker: options = {},
    login = {},
    clock = fasterClock(10),
  }: {
    broker?: BrokerOptions
    login?: object
    clock?: Clock
  } = {},
) {
  const broker = await brokerForTest(options)
  const saved = checked({ host: '127.0.0.1', port: broker.port, ...login })
  const home = homeForTest({
    clock,
    connect: connectAnnouncer,
    settings: { on: true, ...settings },
    brokers: { home: saved },
  })
  home.service.start()
  const kept = () => keptAt(broker.port, login)
  return { ...home, broker, kept, isUp: () => expect(home.service.state().link.phase).toBe('connected') }
}

const wait = { timeout: 8000, interval: 30 }

describe.skipIf(noMosquitto)(mosquittoTitle, () => {
  it('has the discovery and the states retained, and the values not', async () => {
    const { kept, broker, service, peers } = await homeAtBroker()
    const watcher = await watcherForTest(broker.port)
    await vi.waitFor(async () => expect(Object.keys(await kept())).toContain(stateOf('paused')), wait)
    const { [DEVICE]: discovery, ...states } = await kept()
    const { cmps } = deviceMessageSchema.parse(JSON.parse(discovery ?? ''))
    expect(states).toEqual(START)
    await vi.waitFor(() =>
      expect(watcher.lines()).toContain(`lull/${ID}/state {"strain":"usual","next_break":null}`),
    )
    for (const component of Object.values(cmps)) {
      // What an entity listens to is what is told.
      if ('state_topic' in component && component.p !== 'sensor') {
        expect(Object.keys(states)).toContain(component.state_topic)
      }
    }
    await vi.waitFor(() => expect(service.state().published).toBe(7))
    expect(peers).toEqual([`127.0.0.1:${broker.port} Home Assistant answered`])
  })

  it('has one form or the other, never both', async () => {
    const { kept, change, broker } = await homeAtBroker()
    const watcher = await watcherForTest(broker.port)
    const configs = async () => Object.keys(await kept()).filter((topic) => topic.endsWith('/config'))
    await vi.waitFor(async () => expect(await configs()).toEqual([DEVICE]), wait)
    change({ form: 'older' })
    await vi.waitFor(async () => expect(await configs()).toHaveLength(6), wait)
    change({ form: 'device' })
    await vi.waitFor(async () => expect(await configs()).toEqual([DEVICE]), wait)
    // Followed message by message: at no moment both were there.
    const now = new Set<string>()
    for (const { topic, text } of watcher.seen.filter((one) => one.topic.endsWith('/config'))) {
      if (text === '') now.delete(topic)
      else now.add(topic)
      expect(now.has(DEVICE) && now.size > 1).toBe(false)
    }
  }, 20_000)

  it('the older form is what older versions read', async () => {
    const { kept } = await homeAtBroker({ form: 'older', commands: true })
    await vi.waitFor(async () => expect(Object.keys(await kept())).toContain(stateOf('paused')), wait)
    const configs = Object.entries(await kept()).filter(([topic]) => topic.endsWith('/config'))
    expect(configs.map(([topic]) => topic.split('/')[1])).toEqual(
      expect.arrayContaining(['sensor', 'binary_sensor', 'switch']),
    )
    for (const [topic, text] of configs) {
      olderSchemas[topic.split('/')[1] as keyof typeof olderSchemas].parse(JSON.parse(text))
    }
  })

  it('keeps nothing once it is switched off', async () => {
    for (const form of ['device', 'older'] as const) {
      const { kept, change, isUp, service } = await homeAtBroker({ form, commands: true })
      await vi.waitFor(isUp, wait)
      await vi.waitFor(async () => expect(Object.keys(await kept())).toContain(stateOf('paused')), wait)
      change({ on: false })
      await vi.waitFor(async () => expect(await kept()).toEqual({}), wait)
      expect(service.state().link).toEqual({ phase: 'off' })
    }
  }, 20_000)

  it('keeps what is known, as offline, when Lull ends', async () => {
    const { kept, service } = await homeAtBroker()
    await vi.waitFor(async () => expect(Object.keys(await kept())).toContain(stateOf('paused')), wait)
    await service.stop()
    expect(await kept()).toMatchObject({ ...START, [`lull/${ID}/status`]: 'offline' })
    expect(Object.keys(await kept())).toContain(DEVICE)
  })

  it('is freed of the other form that an earlier run left', async () => {
    const broker = await brokerForTest()
    const before = await publisherForTest(broker.port)
    const old = `homeassistant/switch/${ID}/paused_switch/config`
    await before.publishAsync(old, '{"name":"x"}', { qos: 1, retain: true })
    const home = homeForTest({
      clock: fasterClock(10),
      connect: connectAnnouncer,
      settings: { on: true },
      brokers: { home: checked({ host: '127.0.0.1', port: broker.port }) },
    })
    home.service.start()
    await vi.waitFor(async () => expect(Object.keys(await keptAt(broker.port))).toContain(DEVICE), wait)
    expect(Object.keys(await keptAt(broker.port))).not.toContain(old)
  })

  it('passes commands on, and the answer back', async () => {
    const { broker, breaks, kept, service } = await homeAtBroker({ commands: true })
    await vi.waitFor(async () => expect(Object.keys(await kept())).toContain(stateOf('paused')), wait)
    const assistant = await watcherForTest(broker.port)
    await assistant.client.publishAsync(set('paused'), 'ON', { qos: 1 })
    await vi.waitFor(() => expect(assistant.lines()).toContain(`${stateOf('paused')} ON`))
    await assistant.client.publishAsync(set('on_break'), 'ON', { qos: 1 })
    await assistant.client.publishAsync(set('on_break'), 'OFF', { qos: 1 })
    await assistant.client.publishAsync(set('paused'), 'OFF', { qos: 1 })
    await vi.waitFor(() => expect(breaks.asked).toEqual(['pause 60', 'start', 'finish', 'resume']))
    await vi.waitFor(async () => expect(await kept()).toMatchObject(START))
    for (const text of ['on', 'OFF ', '{"state":"ON"}', 'x'.repeat(1_000_000)]) {
      await assistant.client.publishAsync(set('paused'), text, { qos: 1 })
    }
    await assistant.client.publishAsync(set('paused'), 'ON', { qos: 1, retain: true })
    await vi.waitFor(() => expect(service.state().commands).toEqual({ obeyed: 4, refused: 5 }))
    expect(breaks.asked).toHaveLength(4)
  })

  it('softens the lights when asked, and not because it once was', async () => {
    const { broker, lights, kept, service } = await homeAtBroker({ commands: true })
    await vi.waitFor(async () => expect(Object.keys(await kept())).toContain(stateOf('calm')), wait)
    const assistant = await watcherForTest(broker.port)
    await assistant.client.publishAsync(set('calm'), 'ON', { qos: 1, retain: true })
    await vi.waitFor(() => expect(service.state().commands).toEqual({ obeyed: 0, refused: 1 }))
    expect(lights.asked).toEqual([])
    for (const is of ['ON', 'OFF']) {
      await assistant.client.publishAsync(set('calm'), is, { qos: 1 })
      await vi.waitFor(async () => expect((await kept())[stateOf('calm')]).toBe(is), wait)
    }
    lights.isForbidden = true
    await assistant.client.publishAsync(set('calm'), 'ON', { qos: 1 })
    await vi.waitFor(() => expect(service.state().commands).toEqual({ obeyed: 2, refused: 2 }))
    expect((await kept())[stateOf('calm')]).toBe('OFF')
    expect(lights.asked).toEqual(['soften', 'back', 'soften'])
  })

  it('a storm of ten thousand commands is obeyed six times and answered as often', async () => {
    const { broker, breaks, kept, service } = await homeAtBroker(
      { commands: true },
      { clock: fasterClock(1) },
    )
    await vi.waitFor(async () => expect(Object.keys(await kept())).toContain(stateOf('paused')), wait)
    const hostile = await watcherForTest(broker.port)
    hostile.client.removeAllListeners('message')
    const answers: string[] = []
    hostile.client.on('message', (topic, payload) => {
      if (topic === stateOf('paused')) answers.push(String(payload))
    })
    for (let number = 0; number < 10_000; number++) {
      hostile.client.publish(set('paused'), number % 2 ? 'ON' : 'OFF', { qos: 0 })
      if (number % 200 === 0) await new Promise((next) => setImmediate(next))
    }
    await vi.waitFor(() => expect(service.state().commands).toEqual({ obeyed: 6, refused: 9994 }), {
      timeout: 15_000,
    })
    expect(breaks.asked.length).toBeLessThanOrEqual(6)
    expect(answers.length).toBeLessThanOrEqual(6)
    expect(service.state().link.phase).toBe('connected')
  }, 25_000)

  it('is told all again when Home Assistant starts', async () => {
    const { broker, kept } = await homeAtBroker()
    await vi.waitFor(async () => expect(Object.keys(await kept())).toContain(stateOf('paused')), wait)
    const assistant = await watcherForTest(broker.port)
    const live = () => assistant.seen.filter(({ retained }) => !retained).map(({ topic }) => topic)
    await assistant.client.publishAsync('homeassistant/status', 'online', { qos: 1 })
    await vi.waitFor(
      () =>
        expect(live()).toEqual([
          'homeassistant/status',
          `lull/${ID}/status`,
          DEVICE,
          ...['break_due', 'on_break', 'paused', 'calm'].map(stateOf),
          `lull/${ID}/state`,
        ]),
      wait,
    )
  })

  it('that comes back empty is told all again', async () => {
    const { broker, kept, breaks } = await homeAtBroker({}, { clock: fasterClock(100) })
    await vi.waitFor(async () => expect(Object.keys(await kept())).toContain(stateOf('paused')), wait)
    await broker.stop('SIGKILL')
    breaks.change({ offer: {} })
    await broker.start()
    await vi.waitFor(async () => expect((await kept())[stateOf('break_due')]).toBe('ON'), wait)
    expect(Object.keys(await kept())).toContain(DEVICE)
  }, 15_000)

  it('a wrong password is shown as that, and the right one is used at once', async () => {
    const login = { username: 'mira', password: 'sea-salt' }
    const broker = { users: { mira: 'sea-salt' } }
    const { service, brokersChanged, world, isUp, logLines } = await homeAtBroker(
      {},
      { broker, login: { ...login, password: 'sea-sand' } },
    )
    await vi.waitFor(() =>
      expect(service.state().link).toMatchObject({ phase: 'failed', failure: 'credentials_refused' }),
    )
    brokersChanged({ home: { ...world.brokers.home, password: 'sea-salt' } })
    await vi.waitFor(isUp, wait)
    expect(logLines.join()).not.toMatch(/sea-|mira|127\.0/)
  })

  it('an access list that closes the discovery is shown, and the states are told', async () => {
    const login = { username: 'mira', password: 'sea-salt' }
    const acl = ['user mira', 'topic readwrite lull/#', 'topic readwrite barrier/#']
    const { service, kept, change } = await homeAtBroker(
      {},
      { broker: { users: { mira: 'sea-salt' }, acl }, login },
    )
    const link = { phase: 'failed', failure: 'topic_refused', retrying: false, detail: null }
    await vi.waitFor(() => expect(service.state().link).toEqual(link), wait)
    await vi.waitFor(async () => expect(await kept()).toEqual(START), wait)
    expect(service.state().link).toEqual(link)
    change({ on: false })
    await vi.waitFor(async () => expect(await kept()).toEqual({}), wait)
  }, 15_000)

  it('two Lulls under two names share one broker', async () => {
    const { broker, kept } = await homeAtBroker()
    const other = homeForTest({
      clock: fasterClock(10),
      connect: connectAnnouncer,
      settings: { on: false },
      brokers: { home: checked({ host: '127.0.0.1', port: broker.port }) },
    })
    other.world.installId = 'ffffffffffff'
    other.change({ on: true })
    other.service.start()
    onTestFinished(() => other.service.stop())
    await vi.waitFor(async () => {
      const topics = Object.keys(await kept())
      expect(topics).toContain(DEVICE)
      expect(topics).toContain('homeassistant/device/lull_ffffffffffff/config')
    }, wait)
  })
})
