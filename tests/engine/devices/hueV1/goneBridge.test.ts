/** An older bridge on its bad days, and the end of a connection: left in peace, nothing kept open, the key told to nobody. */
import { describe, expect, it } from 'vitest'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import type { Fault } from '../../../fakes/hueBridge/faults.ts'
import { mostWithin } from '../../../fakes/hueBridge/writeLog.ts'
import { realClock, until } from '../hue/hueForTest.ts'
import { connectedOld, connectOld, lampOf, startOld, timeGoesOn, untilNoLines } from './hueV1ForTest.ts'

describe('a bridge that is gone', () => {
  it('is tried after 2, 4, 8 … 60 s, ten times a minute at most, and a line a minute is written', async () => {
    const clock = new FakeClock()
    const bridge = await startOld()
    const made = await connectedOld(bridge, { clock })
    bridge.fault = { kind: 'drop', times: 10_000 }
    expect(await made.connection.refresh()).toBe(false)
    expect(made.phase()).toEqual({ phase: 'failed', failure: 'unreachable', retrying: true })
    expect(made.connection.state().snapshot?.lamps.every(({ isReachable }) => isReachable === null)).toBe(
      true,
    )
    const from = bridge.requests.length
    const notes = made.notes.length
    await timeGoesOn(clock, bridge, 240_000, 2000)
    // At 2, 6, 14, 30 and 62 s, then every minute.
    expect(bridge.requests.length - from).toBeGreaterThanOrEqual(6)
    expect(bridge.requests.length - from).toBeLessThanOrEqual(9)
    expect(made.notes.length - notes).toBeLessThanOrEqual(4)
    expect(new Set(bridge.asked.slice(from))).toEqual(new Set(['GET /api/config']))
    bridge.fault = null
    made.connection.retry()
    await until(() => made.phase().phase === 'connected')
    expect(lampOf(made, 'Shelf')?.isReachable).toBe(true)
  }, 20_000)

  const FAULTS: [string, Fault, string][] = [
    ['answers with a page', { kind: 'html' }, 'bad_answer'],
    ['answers wrong JSON', { kind: 'wrong_json' }, 'bad_answer'],
    ['answers other JSON', { kind: 'other_json' }, 'bad_answer'],
    ['answers 10 MB', { kind: 'huge', bytes: 10 * 1024 * 1024 }, 'too_large'],
    ['breaks off in mid-answer', { kind: 'half' }, 'unreachable'],
    ['is out of memory', { kind: 'out_of_memory' }, 'busy'],
  ]
  it.each(FAULTS)(
    'one that %s is left in peace, and comes back',
    async (_how, fault, failure) => {
      const clock = new FakeClock()
      const bridge = await startOld({ clock })
      bridge.fault = { ...fault }
      const made = connectOld(bridge, { clock })
      await until(() => made.phase().phase === 'failed')
      expect(made.phase()).toEqual({ phase: 'failed', failure, retrying: true })
      await timeGoesOn(clock, bridge, 60_000)
      expect(
        mostWithin(
          bridge.requests.map(({ atMs }) => atMs),
          60_000,
        ),
      ).toBeLessThanOrEqual(10)
      bridge.fault = null
      made.connection.retry()
      await until(() => made.phase().phase === 'connected')
    },
    20_000,
  )

  it.each([/lights/, /groups/, /scenes/, /groups|scenes/])(
    'one that is out of memory when asked for %s sees ten requests a minute at most',
    async (faultAt) => {
      const clock = new FakeClock()
      const bridge = await startOld({ clock })
      const made = await connectedOld(bridge, { clock })
      await timeGoesOn(clock, bridge, 60_000)
      const from = bridge.requests.length
      Object.assign(bridge, { fault: { kind: 'out_of_memory' }, faultAt })
      made.connection.retry()
      await timeGoesOn(clock, bridge, 240_000)
      const timesMs = bridge.requests.slice(from).map(({ atMs }) => atMs)
      expect(timesMs.length).toBeGreaterThan(6)
      expect(mostWithin(timesMs, 60_000)).toBeLessThanOrEqual(10)
      expect(made.phase()).toMatchObject({ failure: 'busy', retrying: true })
    },
    30_000,
  )

  it('a person who tries again while it is looked for is not sent elsewhere', async () => {
    const clock = new FakeClock()
    const bridge = await startOld({ clock })
    const search = Promise.withResolvers<{ host: string }>()
    let searches = 0
    const find = () => (++searches === 1 ? search.promise : Promise.resolve({ host: '127.0.0.1' }))
    bridge.fault = { kind: 'drop', times: 1000 }
    const made = connectOld(bridge, { clock, find })
    while (searches === 0) await timeGoesOn(clock, bridge, 1000)
    bridge.fault = { kind: 'mute' }
    const from = bridge.requests.length
    made.connection.retry()
    await until(() => bridge.requests.length > from)
    search.resolve({ host: '127.0.0.9' })
    await new Promise((wait) => setTimeout(wait, 20))
    expect(made.phase()).toEqual({ phase: 'connecting' })
  })

  it.each(FAULTS.slice(0, 4))('one whose groups and scenes %s still has lamps', async (_how, fault) => {
    const bridge = await startOld()
    bridge.fault = { ...fault }
    bridge.faultAt = /groups|scenes/
    const made = await connectedOld(bridge)
    expect(made.connection.state().snapshot).toMatchObject({
      lamps: { length: 8 },
      rooms: [],
      unreadCount: 2,
    })
    bridge.fault = null
    made.connection.retry()
    await until(() => made.connection.state().snapshot?.rooms.length === 1)
    // Rooms that were known stay when they cannot be read for once.
    bridge.fault = { ...fault }
    made.connection.retry()
    await until(() => made.phase().phase === 'connected')
    expect(made.connection.state().snapshot?.rooms).toHaveLength(1)
  })

  it('takes five seconds: that is too long', async () => {
    const clock = new FakeClock()
    const bridge = await startOld()
    const made = await connectedOld(bridge, { clock })
    bridge.fault = { kind: 'mute' }
    const reading = made.connection.refresh()
    await until(() => bridge.requests.length === 5)
    clock.advance(4999)
    expect(made.phase().phase).toBe('connected')
    clock.advance(1)
    expect(await reading).toBe(false)
    expect(made.phase()).toEqual({ phase: 'failed', failure: 'timed_out', retrying: true })
    await made.connection.close()
    expect(clock.pending).toBe(0)
    await untilNoLines(bridge)
  })

  it('too busy once is nothing, three times in a row is gone', async () => {
    const bridge = await startOld()
    const made = await connectedOld(bridge, { clock: new FakeClock() })
    bridge.fault = { kind: 'out_of_memory' }
    for (const phase of ['connected', 'connected', 'failed']) {
      expect(await made.connection.refresh()).toBe(false)
      expect(made.phase().phase).toBe(phase)
    }
    expect(made.phase()).toMatchObject({ failure: 'busy', retrying: true })
  })

  it('knows the key no more: it waits for the person', async () => {
    const clock = new FakeClock()
    const bridge = await startOld()
    const made = await connectedOld(bridge, { clock })
    bridge.door.removeAll()
    expect(await made.connection.refresh()).toBe(false)
    expect(made.phase()).toEqual({ phase: 'failed', failure: 'key_removed', retrying: false })
    const asked = bridge.requests.length
    await timeGoesOn(clock, bridge, 300_000, 5000)
    expect(bridge.requests).toHaveLength(asked)
    expect(clock.pending).toBe(0)
  })

  it('is another bridge now: it never hears the key', async () => {
    const clock = new FakeClock()
    const bridge = await startOld({ bridgeId: '001788fffe999999' })
    const made = connectOld(bridge, { clock, settings: { bridgeId: '001788fffe0a0b0c' } })
    await until(() => made.phase().phase === 'failed')
    expect(made.phase()).toEqual({ phase: 'failed', failure: 'wrong_bridge', retrying: true })
    await timeGoesOn(clock, bridge, 60_000, 1000)
    expect(bridge.requests.every(({ path }) => path === '/api/config')).toBe(true)
  })

  it('moved: it is looked for, believed once it answers, and its new address is kept', async () => {
    const clock = new FakeClock()
    const bridge = await startOld()
    const asked: string[] = []
    const find = async (bridgeId: string) => {
      asked.push(bridgeId)
      return { host: asked.length === 1 ? '127.0.0.3' : '127.0.0.1' }
    }
    const made = connectOld(bridge, { clock, find, settings: { host: '127.0.0.2' } })
    await until(() => made.phase().phase === 'failed')
    await timeGoesOn(clock, bridge, 5000)
    expect(asked).toEqual([])
    await timeGoesOn(clock, bridge, 120_000, 1000)
    await until(() => made.phase().phase === 'connected')
    expect(asked).toEqual([bridge.bridgeId, bridge.bridgeId])
    expect(made.kept).toEqual([{ host: '127.0.0.1' }])
  })
})

describe('the end', () => {
  it('leaves no line and no timer, whenever it comes', async () => {
    for (const atRequest of [0, 1, 2, 3, 4]) {
      const clock = new FakeClock()
      const bridge = await startOld({ answerMs: 5 })
      const made = connectOld(bridge, { clock })
      await until(() => bridge.requests.length >= atRequest)
      await made.connection.close()
      await untilNoLines(bridge)
      await until(() => clock.pending === 0)
      const asked = bridge.requests.length
      clock.advance(600_000)
      made.connection.retry()
      expect(await made.connection.refresh()).toBe(false)
      expect(bridge.requests).toHaveLength(asked)
    }
  })

  it('comes while nobody answers at all', async () => {
    const bridge = await startOld({ clock: realClock })
    bridge.fault = { kind: 'mute' }
    const made = connectOld(bridge)
    await until(() => bridge.requests.length === 1)
    await made.connection.close()
    await untilNoLines(bridge)
    expect(made.phase()).toEqual({ phase: 'connecting' })
  })
})
