/** One bridge over good days and bad: its whole state once, then events, and patience when it is gone. */
import { describe, expect, it } from 'vitest'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { IDLE_CUT_MS } from '../../../fakes/hueBridge/eventStreams.ts'
import { manyLamps } from '../../../fakes/hueBridge/resources.ts'
import { connected, lampNamed, lampOf, startBridge, until } from './hueForTest.ts'

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

  it('takes nobody down with it: a look from before a new try is waited for no more', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge, { clock: new FakeClock() })
    bridge.fault = { kind: 'mute' }
    const before = made.connection.refresh()
    await until(() => bridge.asked.length === 3)
    bridge.fault = null
    made.connection.retry()
    await until(() => made.phase().phase === 'connected')
    expect(await made.connection.refresh()).toBe(true)
    await made.connection.close()
    expect(await before).toBe(false)
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
