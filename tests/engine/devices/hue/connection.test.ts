/** One bridge over good days and bad: its whole state once, then events, and patience when it is gone. */
import { describe, expect, it } from 'vitest'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { selfSigned } from '../../../fakes/hueBridge/certificate.ts'
import { IDLE_CUT_MS } from '../../../fakes/hueBridge/eventStreams.ts'
import { manyLamps } from '../../../fakes/hueBridge/resources.ts'
import { mostWithin } from '../../../fakes/hueBridge/writeLog.ts'
import { connect, connected, lampNamed, lampOf, startBridge, until } from './hueForTest.ts'

describe('a bridge that is there', () => {
  it('is read once, with one request', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge)
    const snapshot = made.connection.state().snapshot
    expect(bridge.asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /clip/v2/resource'])
    expect(snapshot?.lamps.map(({ name }) => name)).toEqual(
      bridge.house.lights.map(({ metadata }) => metadata.name),
    )
    expect(snapshot?.unreadCount).toBe(0)
    expect(snapshot?.rooms).toMatchObject([{ name: 'Study', canWrite: true }])
    expect(snapshot?.rooms[0]?.lampIds).toHaveLength(8)
    expect(snapshot?.zones[0]?.lampIds).toHaveLength(3)
    expect(snapshot?.scenes.map(({ name, isSmart }) => [name, isSmart])).toEqual([
      ['Relax', false],
      ['Natural light', true],
    ])
    expect(lampOf(made, 'Desk right')).toMatchObject({
      colour: { kind: 'xy', x: 0.5, y: 0.38 },
      isReachable: true,
    })
    expect(lampOf(made, 'Desk left')?.roomIds).toHaveLength(2)
    expect(lampOf(made, 'Corner')?.can).toEqual({ dim: true, temperature: null, colour: null })
    expect(lampOf(made, 'Socket')?.can.dim).toBe(false)
  })

  it('tells of hands on switches, walls cut, and lamps that come and go', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge)
    bridge.house.hand('Desk left', { color: { xy: { x: 0.3, y: 0.3 } } })
    await until(() => lampOf(made, 'Desk left')?.colour?.kind === 'xy')
    bridge.house.hand('Desk left', { color_temperature: { mirek: 300 } })
    await until(() => lampOf(made, 'Desk left')?.colour?.kind === 'temperature')
    bridge.house.hand('Shelf', { on: { on: false } })
    await until(() => lampOf(made, 'Shelf')?.isOn === false)
    bridge.house.setReachable('Ceiling', false)
    await until(() => lampOf(made, 'Ceiling')?.isReachable === false)
    expect(lampOf(made, 'Ceiling')?.isOn).toBe(true)
    const lamps = made.news.filter((one) => one.kind === 'lamps')
    expect(lamps.length).toBeGreaterThanOrEqual(4)
    bridge.house.remove('Corner')
    await until(() => made.connection.state().snapshot?.lamps.length === 7)
    expect(made.news.at(-1)).toEqual({ kind: 'all' })
    expect(bridge.asked).toHaveLength(1)
  })

  it('knows that a lamp moves by itself, or is lent to a film', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge)
    const { id } = bridge.house.light('Desk left')
    bridge.house.set(id, { dynamics: { status: 'dynamic_palette' } })
    await until(() => lampOf(made, 'Desk left')?.isDynamic === true)
    bridge.house.set(id, { dynamics: { status: 'none' }, mode: 'streaming' })
    await until(() => lampOf(made, 'Desk left')?.isDynamic === true)
    bridge.house.set(id, { mode: 'normal', effects: { status: 'candle' } })
    await until(() => lampOf(made, 'Desk left')?.effect === 'candle')
  })

  it('asks nothing more while its stream lives, and keeps one line open', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge()
    const made = await connected(bridge, { clock })
    const asked = bridge.requests.length
    for (let minute = 0; minute < 60; minute++) clock.advance(60_000)
    bridge.house.hand('Shelf', { dimming: { brightness: 20 } })
    await until(() => lampOf(made, 'Shelf')?.brightness === 19.69)
    expect(bridge.requests).toHaveLength(asked)
    expect(bridge.connections).toBe(2)
    expect(made.phase()).toEqual({ phase: 'connected' })
  })

  it('reads sixty lamps', async () => {
    const bridge = await startBridge({ lamps: manyLamps(60) })
    const made = await connected(bridge)
    expect(made.connection.state().snapshot?.lamps).toHaveLength(60)
  })

  it('survives events that are none', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge)
    const { id } = bridge.house.light('Shelf')
    const odd = [
      { type: 'update', data: [{ id, type: 'light', dimming: { brightness: 'much' }, on: 7 }] },
      { type: 'update', data: [{ id, type: 'light', __proto__: { x: 1 } }, null, 3] },
      { type: 'party', data: [] },
      'x',
    ]
    bridge.streams.say(`data: {"\n\ndata: ${JSON.stringify(odd)}\r\n\r\nevent: x\nretry: 1\n\n:\n\ndata\n\n`)
    bridge.streams.say(
      `data: [{"type":"update","data":[{"id":"${id}","type":"light","__proto__":{"on":1}}]}]\n\n`,
    )
    bridge.house.hand('Shelf', { dimming: { brightness: 20 } })
    await until(() => lampOf(made, 'Shelf')?.brightness === 19.69)
    expect(lampOf(made, 'Shelf')?.isOn).toBe(true)
    expect(made.phase()).toEqual({ phase: 'connected' })
  })
})

describe('a stream that ends', () => {
  it('is opened again after two seconds, and everything read anew', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge()
    const made = await connected(bridge, { clock })
    bridge.streams.break()
    await until(() => made.phase().phase === 'failed')
    bridge.house.hand('Shelf', { dimming: { brightness: 20 } })
    clock.advance(1999)
    expect(bridge.asked).toHaveLength(1)
    clock.advance(1)
    await until(() => made.phase().phase === 'connected')
    expect(lampOf(made, 'Shelf')?.brightness).toBe(19.69)
    expect(bridge.asked).toHaveLength(2)
    expect(made.connection.state().snapshot).not.toBeNull()
  })

  it('is waited for longer and longer when it never lasts', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge({ clock })
    const made = await connected(bridge, { clock })
    for (const waitMs of [2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]) {
      bridge.streams.cut()
      await until(() => made.phase().phase === 'failed')
      clock.advance(waitMs - 1)
      await new Promise((wait) => setTimeout(wait, 10))
      expect(bridge.streams.count).toBe(0)
      clock.advance(1)
      await until(() => made.phase().phase === 'connected')
    }
  })

  it('after 200 s of silence is no failure: it comes back, and lamps can be written all the while', async () => {
    const bridgeClock = new FakeClock()
    const clock = new FakeClock()
    const bridge = await startBridge({ clock: bridgeClock })
    const made = await connected(bridge, { clock })
    clock.advance(IDLE_CUT_MS)
    bridgeClock.advance(IDLE_CUT_MS)
    await until(() => bridge.streams.count === 0 && clock.pending > 0)
    const lampId = lampNamed(made, 'Shelf')
    const results = await made.connection.write({ lamps: [{ lampId, brightness: 20, fadeMs: 4000 }] })
    expect(results).toEqual([{ id: lampId, outcome: 'written' }])
    clock.advance(2000)
    await until(() => lampOf(made, 'Shelf')?.brightness === 19.69)
    expect(bridge.streams.count).toBe(1)
    expect(made.news.map(({ kind }) => kind)).toEqual(['phase', 'all', 'all'])
  })

  it('has fallen silent when a look finds what it did not tell', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge()
    const made = await connected(bridge, { clock })
    bridge.streams.fallSilent()
    bridge.house.hand('Shelf', { dimming: { brightness: 20 } })
    expect(await made.connection.refresh()).toBe(true)
    expect(lampOf(made, 'Shelf')?.brightness).toBe(19.69)
    expect(made.news.at(-1)).toEqual({ kind: 'lamps', lampIds: [lampNamed(made, 'Shelf')] })
    clock.advance(2000)
    await until(() => bridge.asked.filter(({ path }) => path === '/clip/v2/resource').length === 2)
    bridge.house.hand('Shelf', { dimming: { brightness: 40 } })
    await until(() => lampOf(made, 'Shelf')?.brightness === 39.76)
  })

  it('is left alone when a look finds nothing new', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge()
    const made = await connected(bridge, { clock })
    expect(await made.connection.refresh()).toBe(true)
    clock.advance(60_000)
    expect(bridge.streams.count).toBe(1)
    expect(bridge.asked).toHaveLength(3)
    expect(made.phase().phase).toBe('connected')
  })
})

describe('lines', () => {
  it('are put away when they rest: one is left', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge)
    await made.connection.refresh()
    expect(await bridge.openLines()).toBeGreaterThan(1)
    const isAlone = async () => {
      while ((await bridge.openLines()) > 1) await new Promise((wait) => setTimeout(wait, 50))
    }
    await isAlone()
    expect(made.phase().phase).toBe('connected')
  }, 15_000)

  it('that were closed while they rested cost a second try and nothing else', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge)
    expect(await made.connection.refresh()).toBe(true)
    bridge.fault = { kind: 'drop', times: 1 }
    expect(await made.connection.refresh()).toBe(true)
    expect(made.news.filter(({ kind }) => kind === 'phase')).toHaveLength(1)
  })
})

describe('a bridge that is gone', () => {
  it('is asked ten times a minute at most, and told of in one line', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge()
    const made = await connected(bridge, { clock })
    const { port } = bridge
    await bridge.stop()
    await until(() => made.phase().phase === 'failed')
    const failed = () => made.peers.filter((peer) => peer.endsWith('failed')).length
    const triesAtMs: number[] = []
    const startMs = clock.now()
    for (let before = failed(); clock.now() - startMs < 600_000; clock.advance(500)) {
      // Every try is refused at once: let it, before time goes on.
      await new Promise((wait) => setImmediate(wait))
      if (clock.pending === 0) await until(() => clock.pending > 0, 'the next try planned')
      if (failed() > before) triesAtMs.push(clock.now())
      before = failed()
    }
    expect(triesAtMs.length).toBeGreaterThan(8)
    expect(mostWithin(triesAtMs, 60_000)).toBeLessThanOrEqual(6)
    expect(made.notes.length).toBeLessThanOrEqual(12)
    expect(made.phase()).toEqual({ phase: 'failed', failure: 'unreachable', retrying: true })
    expect(await made.connection.refresh()).toBe(false)
    expect(lampOf(made, 'Shelf')).toMatchObject({ isOn: true, isReachable: null })
    const lampId = lampNamed(made, 'Shelf')
    expect(await made.connection.write({ lamps: [{ lampId, brightness: 20, fadeMs: 4000 }] })).toEqual([
      { id: lampId, outcome: 'unreachable' },
    ])
    await bridge.start(port)
    made.connection.retry()
    await until(() => made.phase().phase === 'connected')
    expect(bridge.house.writes).toEqual([])
  })

  it.each([
    ['html', { kind: 'html' }, 'bad_answer'],
    ['wrong JSON', { kind: 'wrong_json' }, 'bad_answer'],
    ['JSON of another kind', { kind: 'other_json' }, 'bad_answer'],
    ['10 MB', { kind: 'huge', bytes: 10 * 1024 * 1024 }, 'too_large'],
    ['half an answer', { kind: 'half' }, 'unreachable'],
    ['out of memory', { kind: 'out_of_memory' }, 'busy'],
  ] as const)('survives %s', async (_what, fault, failure) => {
    const clock = new FakeClock()
    const bridge = await startBridge()
    bridge.fault = fault
    const made = connect(bridge, { clock })
    await until(() => made.phase().phase === 'failed')
    expect(made.phase()).toEqual({ phase: 'failed', failure, retrying: true })
    bridge.fault = null
    clock.advance(2000)
    await until(() => made.phase().phase === 'connected')
  })

  it('sees at most ten requests a minute while it answers nonsense', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge({ clock })
    bridge.fault = { kind: 'wrong_json' }
    const made = connect(bridge, { clock })
    for (let second = 0; second < 300; second++) {
      await new Promise((wait) => setTimeout(wait, 4))
      await until(() => made.phase().phase === 'failed' && clock.pending > 0, 'the next try planned')
      clock.advance(1000)
    }
    expect(bridge.requests.length).toBeGreaterThan(10)
    expect(
      mostWithin(
        bridge.requests.map(({ atMs }) => atMs),
        60_000,
      ),
    ).toBeLessThanOrEqual(10)
    expect(made.notes.length).toBeLessThanOrEqual(6)
  }, 20_000)

  it('that does not answer within five seconds is slow, and tried again later', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge()
    bridge.fault = { kind: 'mute' }
    const made = connect(bridge, { clock })
    await until(() => bridge.asked.length === 1)
    clock.advance(5000)
    await until(() => made.phase().phase === 'failed')
    expect(made.phase()).toMatchObject({ failure: 'timed_out', retrying: true })
  })

  it('asks for pairing again when its key was removed, and not before the person comes', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge()
    const made = await connected(bridge, { clock })
    bridge.door.removeAll()
    expect(await made.connection.refresh()).toBe(false)
    expect(made.phase()).toEqual({ phase: 'failed', failure: 'key_removed', retrying: false })
    expect(made.connection.state().snapshot?.lamps).toHaveLength(8)
    const asked = bridge.requests.length
    clock.advance(3_600_000)
    expect(bridge.requests).toHaveLength(asked)
    expect(clock.pending).toBe(0)
  })

  it('raises the alarm when its certificate changed, and does not connect again', async () => {
    const clock = new FakeClock()
    const shown = selfSigned('001788fffe100001')
    const bridge = await startBridge({ certificate: shown })
    const made = await connected(bridge, { clock, settings: { certificateSha256: shown.leaf.sha256 } })
    const asked = bridge.requests.length
    bridge.showCertificate(selfSigned(bridge.bridgeId))
    await until(() => made.phase().phase === 'failed')
    clock.advance(2000)
    await until(() => JSON.stringify(made.phase()).includes('certificate_changed'), 'the alarm')
    expect(made.phase()).toEqual({ phase: 'failed', failure: 'certificate_changed', retrying: false })
    clock.advance(3_600_000)
    expect(clock.pending).toBe(0)
    expect(bridge.requests).toHaveLength(asked)
  })

  it('tells nothing of its key in notes, peers or phases', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge)
    await bridge.stop()
    await until(() => made.phase().phase === 'failed')
    expect(JSON.stringify([made.notes, made.peers, made.phase(), made.news])).not.toContain(made.key)
  })
})
