/** Speaking to real brokers: the will, the birth, hostile commands, and every way of not being let through. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Aedes } from 'aedes'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { announcerForTest, keptAt, SET, STATUS, watcherForTest } from './announcerForTest.ts'
import { brokerForTest, fasterClock, publisherForTest } from './brokerTest.ts'
import { mosquittoTitle, noMosquitto } from './mosquitto.ts'
import { settledHeapBytes } from './settledHeap.ts'

const connected = { phase: 'connected', protocol: '5' }
const refusal = { phase: 'failed', failure: 'topic_refused', retrying: false, detail: null }
const state = (topic: string, payload = 'ON') => ({ topic, payload, retained: true })

async function aedesForTest(options: ConstructorParameters<typeof Aedes>[0] = {}) {
  const aedes = await Aedes.createBroker(options)
  const server = createServer(aedes.handle)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(async () => {
    await new Promise<void>((done) => aedes.close(done))
    server.close()
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

describe('an old broker', () => {
  it('hears that Lull is there, what it has to say, and that it is gone', async () => {
    const port = await aedesForTest()
    const watcher = await watcherForTest(port, { protocolVersion: 4 })
    const { announcer, counts, phases } = announcerForTest({ host: '127.0.0.1', port })
    await vi.waitFor(() => expect(counts.tellAll).toBe(1))
    expect(phases.at(-1)).toEqual({ phase: 'connected', protocol: '3.1.1' })
    announcer.tell([state('lull/a'), { topic: 'lull/b', payload: '1', retained: false }])
    await vi.waitFor(() => expect(counts.published).toBe(3))
    await announcer.close(['lull/a'])
    await vi.waitFor(() => expect(watcher.lines().at(-1)).toBe('lull/a '))
    expect(watcher.lines()).toEqual([
      `${STATUS} online`,
      'lull/a ON',
      'lull/b 1',
      `${STATUS} offline`,
      'lull/a ',
    ])
    expect(await keptAt(port, { protocolVersion: 4 })).toEqual({ [STATUS]: 'offline' })
  })

  it('that will not let commands through is told as that, and spoken to all the same', async () => {
    const port = await aedesForTest({
      authorizeSubscribe: (_client, subscription, done) =>
        done(null, subscription.topic === SET ? null : subscription),
    })
    const { counts, phases, announcer } = announcerForTest({ host: '127.0.0.1', port })
    await vi.waitFor(() => expect(phases.at(-1)).toEqual(refusal))
    announcer.tell([state('lull/a')])
    await vi.waitFor(async () => expect((await keptAt(port, { protocolVersion: 4 }))['lull/a']).toBe('ON'))
    expect(counts.tellAll).toBe(1)
  })

  it('that hangs up over a topic is told as that, and told the rest', async () => {
    const port = await aedesForTest({
      authorizePublish: (_client, packet, done) =>
        done(packet.topic.startsWith('homeassistant/') ? new Error('closed') : null),
    })
    const { announcer, phases } = announcerForTest(
      { host: '127.0.0.1', port, version: '3.1.1' },
      {
        clock: fasterClock(10),
        tellAll: () =>
          announcer.tell([state('homeassistant/sensor/one/config', '{}'), state('lull/open', 'OFF')]),
      },
    )
    await vi.waitFor(
      async () => expect((await keptAt(port, { protocolVersion: 4 }))['lull/open']).toBe('OFF'),
      5000,
    )
    expect(phases.at(-1)).toEqual(refusal)
  }, 15_000)

  it('that will not tell of Home Assistant’s birth does no harm', async () => {
    const port = await aedesForTest({
      authorizeSubscribe: (_client, _subscription, done) => done(null, null),
    })
    const { counts, phases } = announcerForTest({ host: '127.0.0.1', port }, { commandTopics: [] })
    await vi.waitFor(() => expect(counts.tellAll).toBe(1))
    const other = await publisherForTest(port, { protocolVersion: 4 })
    await other.publishAsync('somewhere', 'x', { qos: 1 })
    expect(phases.at(-1)?.phase).toBe('connected')
  })
})

describe.skipIf(noMosquitto)(mosquittoTitle, () => {
  it('is left with a word, and leaves nothing but that', async () => {
    const { port } = await brokerForTest()
    const { announcer, counts, phases } = announcerForTest({ host: '127.0.0.1', port })
    await vi.waitFor(() => expect(counts.tellAll).toBe(1))
    expect(phases).toEqual([{ phase: 'connecting' }, connected])
    expect(await keptAt(port)).toEqual({ [STATUS]: 'online' })
    await announcer.close()
    expect(await keptAt(port)).toEqual({ [STATUS]: 'offline' })
    const again = announcerForTest({ host: '127.0.0.1', port })
    await vi.waitFor(() => expect(again.counts.published).toBe(1))
    await again.announcer.close([STATUS])
    expect(await keptAt(port)).toEqual({})
  })

  it.each(['5', '3.1.1'])('tells that Lull was killed (%s)', async (version) => {
    const { port } = await brokerForTest()
    const watcher = await watcherForTest(port)
    const child = spawn(process.execPath, [
      join(import.meta.dirname, 'announcerProcess.ts'),
      String(port),
      version,
    ])
    onTestFinished(() => void child.kill('SIGKILL'))
    await vi.waitFor(() => expect(watcher.lines()).toEqual([`${STATUS} online`]), 10_000)
    child.kill('SIGKILL')
    await vi.waitFor(() => expect(watcher.lines()).toEqual([`${STATUS} online`, `${STATUS} offline`]), 5000)
    expect(await watcher.kept()).toEqual({ [STATUS]: 'offline' })
  })

  it('that is killed and comes back is told everything again', async () => {
    const broker = await brokerForTest()
    const clock = fasterClock(400)
    const { counts, phases } = announcerForTest({ host: '127.0.0.1', port: broker.port }, { clock })
    await vi.waitFor(() => expect(counts.tellAll).toBe(1))
    for (let times = 2; times <= 4; times++) {
      await broker.stop('SIGKILL')
      await vi.waitFor(() => expect(phases.at(-1)?.phase).toBe('failed'), 5000)
      await broker.start()
      await vi.waitFor(() => expect(counts.tellAll).toBe(times), 10_000)
      expect(await keptAt(broker.port)).toEqual({ [STATUS]: 'online' })
    }
  }, 30_000)

  it('with a wrong password is asked once', async () => {
    const { port } = await brokerForTest({ users: { mira: 'sea-salt' } })
    const wrong = { host: '127.0.0.1', port, username: 'mira', password: 'sea-sand' }
    const { phases, connections, counts } = announcerForTest(wrong)
    await vi.waitFor(() =>
      expect(phases.at(-1)).toMatchObject({
        phase: 'failed',
        failure: 'credentials_refused',
        retrying: false,
      }),
    )
    expect(connections).toEqual([`127.0.0.1:${port} failed`])
    expect(counts).toEqual({ refused: 0, published: 0, tellAll: 0 })
  })

  it('whose access list closes a topic is told as that, and told the rest', async () => {
    const user = { username: 'mira', password: 'sea-salt' }
    const broker = await brokerForTest({
      users: { mira: 'sea-salt' },
      acl: ['user mira', 'topic readwrite lull/#', 'topic readwrite barrier/#'],
    })
    const clock = fasterClock(10)
    const all = [
      ...['one', 'two', 'three', 'four', 'five'].map((name) =>
        state(`homeassistant/sensor/${name}/config`, '{}'),
      ),
      state('lull/open'),
    ]
    const { announcer, phases, counts } = announcerForTest(
      { host: '127.0.0.1', port: broker.port, ...user },
      { clock, tellAll: () => announcer.tell(all) },
    )
    await vi.waitFor(() => expect(phases.at(-1)).toEqual(refusal))
    // Older mosquittos hang up after a refusal; the next connection knows better.
    await vi.waitFor(async () => expect((await keptAt(broker.port, user))['lull/open']).toBe('ON'), 5000)
    announcer.tell([state('lull/open', 'OFF')])
    await vi.waitFor(async () => expect((await keptAt(broker.port, user))['lull/open']).toBe('OFF'), 5000)
    expect(phases).toEqual([{ phase: 'connecting' }, connected, refusal])
    expect(counts.published).toBeLessThan(10)
  }, 15_000)

  it('tells of Home Assistant’s birth, once for many', async () => {
    const { port } = await brokerForTest()
    const clock = fasterClock(10)
    const { counts } = announcerForTest({ host: '127.0.0.1', port }, { clock, random: () => 0.5 })
    await vi.waitFor(() => expect(counts.tellAll).toBe(1))
    const home = await publisherForTest(port)
    const bornAtMs = clock.now()
    for (const text of ['offline', 'online', 'online', 'online ']) {
      await home.publishAsync('homeassistant/status', text, { qos: 1 })
    }
    await vi.waitFor(() => expect(counts.tellAll).toBe(2), 5000)
    expect(clock.now() - bornAtMs).toBeGreaterThanOrEqual(5500)
    expect(clock.now() - bornAtMs).toBeLessThan(9000)
    await home.publishAsync('homeassistant/status', 'online', { qos: 1, retain: true })
    await vi.waitFor(() => expect(counts.tellAll).toBe(3), 5000)
  })

  it('is freed of what an earlier choice left there, before anything is told', async () => {
    const { port } = await brokerForTest()
    const other = await publisherForTest(port)
    await other.publishAsync('homeassistant/device/old/config', '{}', { qos: 1, retain: true })
    const staleTopics = ['homeassistant/device/old/config', 'homeassistant/device/never/config']
    const watcher = await watcherForTest(port)
    const clock = fasterClock(10)
    const startedAtMs = clock.now()
    let told = false
    announcerForTest(
      { host: '127.0.0.1', port },
      {
        clock,
        staleTopics,
        tellAll() {
          told = true
          // Home Assistant has had its time.
          expect(clock.now() - startedAtMs).toBeGreaterThanOrEqual(4000)
          expect(watcher.lines()).toContain('homeassistant/device/old/config ')
        },
      },
    )
    await vi.waitFor(() => expect(told).toBe(true), 5000)
    expect(await watcher.kept()).toEqual({ [STATUS]: 'online' })
    // What was never there is not taken back: Home Assistant would take other things for it.
    expect(watcher.lines().join()).not.toContain('never')
  })

  it('hands on commands, and none that it keeps', async () => {
    const { port } = await brokerForTest()
    const other = await publisherForTest(port)
    await other.publishAsync(SET, 'ON', { qos: 1, retain: true })
    const { commands, counts } = announcerForTest({ host: '127.0.0.1', port })
    await vi.waitFor(() => expect(counts.refused).toBe(1))
    await other.publishAsync(SET, 'OFF', { qos: 1 })
    await vi.waitFor(() => expect(commands).toEqual([`${SET} OFF`]))
    // One that is to be kept is refused while it is live, too.
    await other.publishAsync(SET, 'ON', { qos: 1, retain: true })
    await vi.waitFor(() => expect(counts.refused).toBe(2))
    expect(commands).toHaveLength(1)
  })

  it.each(['5', '3.1.1'])(
    'full of hostile commands leaves the engine responsive and its memory flat (%s)',
    async (version) => {
      const { port } = await brokerForTest()
      const { commands, counts, phases } = announcerForTest({ host: '127.0.0.1', port, version })
      await vi.waitFor(() => expect(counts.tellAll).toBe(1))
      const hostile = await publisherForTest(port)
      const before = await settledHeapBytes()
      let worstLagMs = 0
      let lookedAt = performance.now()
      const looking = setInterval(() => {
        const now = performance.now()
        worstLagMs = Math.max(worstLagMs, now - lookedAt - 10)
        lookedAt = now
      }, 10)
      onTestFinished(() => clearInterval(looking))
      const large = Buffer.alloc(1_000_000, 'ON')
      const binary = Buffer.from([0xff, 0xfe, 0x00, 0x4f, 0x4e])
      for (let number = 0; number < 10_000; number++) {
        const payload = number % 500 === 0 ? large : number % 2 ? binary : 'ON'.repeat(40)
        hostile.publish(SET, payload, { qos: 0, retain: number % 3 === 0 })
        if (number % 100 === 0) await new Promise((next) => setImmediate(next))
      }
      await hostile.publishAsync(SET, 'ON', { qos: 1 })
      await vi.waitFor(() => expect(commands).toEqual([`${SET} ON`]), { timeout: 20_000 })
      clearInterval(looking)
      expect(counts.refused).toBe(10_000)
      expect(phases.at(-1)?.phase).toBe('connected')
      expect(worstLagMs).toBeLessThan(500)
      expect((await settledHeapBytes()) - before).toBeLessThan(8_000_000)
    },
    30_000,
  )

  it('never sends what is too large, and goes on', async () => {
    const { port } = await brokerForTest()
    const { commands, phases } = announcerForTest({ host: '127.0.0.1', port })
    await vi.waitFor(() => expect(phases.at(-1)).toEqual(connected))
    const hostile = await publisherForTest(port)
    const before = await settledHeapBytes()
    const huge = Buffer.alloc(5_000_000, 'ON')
    for (let number = 0; number < 20; number++) await hostile.publishAsync(SET, huge, { qos: 1 })
    await hostile.publishAsync(SET, 'ON', { qos: 1 })
    await vi.waitFor(() => expect(commands).toEqual([`${SET} ON`]), 10_000)
    expect(phases).toEqual([{ phase: 'connecting' }, connected])
    expect((await settledHeapBytes()) - before).toBeLessThan(8_000_000)
  }, 20_000)

  it('that never answers does not hold up the end', async () => {
    const server = createServer(() => {})
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const { announcer } = announcerForTest({ host: '127.0.0.1', port })
    const startedAt = performance.now()
    await announcer.close(['lull/a'])
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })

  it('that is stopped in its tracks holds up the end for two seconds at most', async () => {
    const broker = await brokerForTest()
    const { announcer, counts } = announcerForTest({ host: '127.0.0.1', port: broker.port })
    await vi.waitFor(() => expect(counts.tellAll).toBe(1))
    broker.freeze()
    const startedAt = performance.now()
    await announcer.close(['lull/a'])
    expect(performance.now() - startedAt).toBeLessThan(2300)
  })
})
