/** Minutes in which a bridge starts anew or has no memory left, and a house of which not everything can be read. */
import { describe, expect, it } from 'vitest'
import { SseParser } from '../../../../electron/engine/devices/hue/eventStream.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import type { FakeHueBridge } from '../../../fakes/hueBridge/fakeHueBridge.ts'
import { manyLamps } from '../../../fakes/hueBridge/resources.ts'
import { mostWithin } from '../../../fakes/hueBridge/writeLog.ts'
import { type Connected, connect, connected, lampNamed, lampOf, startBridge, until } from './hueForTest.ts'

/** Second by second, so that what is asked is answered before time goes on. */
async function secondsPass(clock: FakeClock, bridge: FakeHueBridge, count: number): Promise<void> {
  for (let second = 0; second < count; second++) {
    clock.advance(1000)
    await new Promise((wait) => setTimeout(wait, 8))
    await until(() => bridge.requests.every(({ status, path }) => status !== 0 || path.startsWith('/event')))
  }
}

const isConnected = (made: Connected) => made.phase().phase === 'connected'
const timesOf = (bridge: FakeHueBridge) => bridge.requests.map(({ atMs }) => atMs)

describe('a bridge that starts anew', () => {
  it('is gone for half a minute: it is found again by itself, with what a hand did meanwhile', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge({ clock })
    const made = await connected(bridge, { clock })
    const { port } = bridge
    await bridge.stop()
    await until(() => made.phase().phase === 'failed')
    await secondsPass(clock, bridge, 30)
    expect(made.phase()).toEqual({ phase: 'failed', failure: 'unreachable', retrying: true })
    expect(made.peers.filter((peer) => peer.endsWith('failed')).length).toBeLessThanOrEqual(10)
    bridge.house.hand('Shelf', { on: { on: false } })
    await bridge.start(port)
    for (let second = 0; second < 40 && !isConnected(made); second++) await secondsPass(clock, bridge, 1)
    expect(isConnected(made)).toBe(true)
    expect(lampOf(made, 'Shelf')).toMatchObject({ isOn: false, isReachable: true })
    expect(mostWithin(timesOf(bridge), 60_000)).toBeLessThanOrEqual(10)
    expect(made.notes.length).toBeLessThanOrEqual(3)
  }, 20_000)
})

describe('a bridge without memory for a minute', () => {
  it('is left in peace, and has lamps again after it', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge({ clock, lamps: manyLamps(60) })
    const made = await connected(bridge, { clock })
    const from = bridge.requests.length
    bridge.fault = { kind: 'out_of_memory' }
    bridge.streams.break()
    await until(() => made.phase().phase === 'failed')
    await secondsPass(clock, bridge, 60)
    expect(made.phase()).toEqual({ phase: 'failed', failure: 'busy', retrying: true })
    expect(bridge.requests.length - from).toBeLessThanOrEqual(10)
    expect(made.notes.length).toBeLessThanOrEqual(2)
    bridge.fault = null
    for (let second = 0; second < 70 && !isConnected(made); second++) await secondsPass(clock, bridge, 1)
    expect(made.connection.state().snapshot?.lamps).toHaveLength(60)
    expect(mostWithin(timesOf(bridge), 60_000)).toBeLessThanOrEqual(10)
  }, 20_000)
})

describe('a house of which not everything can be read', () => {
  it('has no room that is written to as a whole, for that would reach the lamp nobody knows', async () => {
    const bridge = await startBridge()
    bridge.house.remove('Shelf')
    const made = await connected(bridge)
    const { rooms = [], zones = [] } = made.connection.state().snapshot ?? {}
    expect(rooms).toMatchObject([{ name: 'Study', canWrite: false, lampIds: { length: 7 } }])
    expect(zones).toMatchObject([{ canWrite: false, lampIds: { length: 2 } }])
  })

  it('is written to no more as a whole once a lamp came into the room that the change was not for', async () => {
    const bridge = await startBridge({ lamps: manyLamps(4) })
    const made = await connected(bridge)
    const [room] = made.connection.state().snapshot?.rooms ?? []
    const change = { groupId: room?.id ?? '', brightness: 30, fadeMs: 4000 }
    const writing = [1, 2].map(() => made.connection.write({ groups: [change] }))
    await until(() => bridge.house.writes.length === 1)
    const guest = bridge.house.light('Lamp 1')
    bridge.house.add({ ...guest, id: 'guest', metadata: { ...guest.metadata, name: 'Guest' } })
    await until(() => made.connection.state().snapshot?.rooms[0]?.lampIds.length === 5)
    expect((await Promise.all(writing)).flat()).toEqual([
      { id: room?.id, outcome: 'written' },
      { id: room?.id, outcome: 'refused' },
    ])
    expect(bridge.house.writes).toHaveLength(1)
  })

  it('shows names without what turns text around', async () => {
    const bridge = await startBridge()
    bridge.house.light('Shelf').metadata.name = '\u202eflehS\u0007'
    const made = await connected(bridge)
    expect(lampNamed(made, 'flehS')).toMatch(/^hue:/)
  })
})

it('a copy of Lull without the maker\u2019s roots speaks to nobody, and says so', async () => {
  const bridge = await startBridge()
  const made = connect(bridge, { trusted: [] })
  await until(() => made.phase().phase === 'failed')
  expect(made.phase()).toEqual({ phase: 'failed', failure: 'unreachable', retrying: true })
  expect(bridge.connections).toBe(0)
})

it('lines of nothing do not pile up for ever', () => {
  const parser = new SseParser()
  expect(() => {
    for (let piece = 0; piece < 100; piece++) parser.push('data\n'.repeat(20_000))
  }).toThrow('too long')
})
