/** One older bridge over good days and bad: read in small pieces, asked rarely, and left in peace when it is gone. */
import { describe, expect, it } from 'vitest'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { selfSigned } from '../../../fakes/hueBridge/certificate.ts'
import { manyLamps } from '../../../fakes/hueBridge/resources.ts'
import { until } from '../hue/hueForTest.ts'
import { connectedOld, connectOld, lampOf, looksAgainAfter, startOld, timeGoesOn } from './hueV1ForTest.ts'

const CONNECTING = ['GET /api/config', 'GET /lights', 'GET /groups', 'GET /scenes']

describe('a bridge that is there', () => {
  it('is asked who it is before it hears the key, and then for what is needed', async () => {
    const bridge = await startOld()
    const made = await connectedOld(bridge)
    expect(bridge.asked).toEqual(CONNECTING)
    const snapshot = made.connection.state().snapshot
    expect(snapshot?.unreadCount).toBe(0)
    expect(snapshot?.lamps).toHaveLength(8)
    expect(new Set(snapshot?.lamps.map(({ id }) => id)).has('hueV1:001788fffe0a0b0c-1')).toBe(true)
    expect(snapshot?.rooms).toMatchObject([
      { id: 'hueV1:001788fffe0a0b0c-g1', name: 'Study', canWrite: true },
    ])
    expect(snapshot?.zones).toMatchObject([{ name: 'Desk', lampIds: { length: 3 } }])
    expect(lampOf(made, 'Desk left')).toMatchObject({
      isOn: true,
      isReachable: true,
      brightness: 79.92,
      leastBrightness: 0.39,
      colour: { kind: 'temperature', mirek: 300 },
      can: { dim: true, temperature: { leastMirek: 153, mostMirek: 500 } },
      roomIds: { length: 2 },
      effect: null,
      isDynamic: false,
    })
    expect(lampOf(made, 'Desk right')?.colour).toEqual({ kind: 'xy', x: 0.5, y: 0.38 })
    expect(lampOf(made, 'Ceiling')?.can).toMatchObject({ temperature: { mostMirek: 454 }, colour: null })
    expect(lampOf(made, 'Corner')?.can).toEqual({ dim: true, temperature: null, colour: null })
    expect(lampOf(made, 'Socket')).toMatchObject({ brightness: null, can: { dim: false } })
    expect(lampOf(made, 'Window')?.isOn).toBe(false)
  })

  it('two bridges never mean the same lamp', async () => {
    const [one, two] = [await startOld(), await startOld({ bridgeId: '001788fffe0a0b0d' })]
    const lamps = [await connectedOld(one), await connectedOld(two)].flatMap(
      ({ connection }) => connection.state().snapshot?.lamps ?? [],
    )
    expect(new Set(lamps.map(({ id }) => id)).size).toBe(16)
  })

  it('tells what its scenes ask, one at a time, and not of those made for a switch', async () => {
    const clock = new FakeClock()
    const bridge = await startOld()
    const made = await connectedOld(bridge, { clock })
    const scenes = () => made.connection.state().snapshot?.scenes ?? []
    expect(scenes()).toMatchObject([{ name: 'Relax', groupId: 'hueV1:001788fffe0a0b0c-g1', lamps: [] }])
    clock.advance(500)
    await until(() => scenes()[0]?.lamps.length === 2)
    expect(scenes()[0]?.lamps[0]).toEqual({
      lampId: 'hueV1:001788fffe0a0b0c-1',
      brightness: 56.3,
      mirek: 447,
    })
    expect(made.news.at(-1)).toEqual({ kind: 'all' })
    expect(bridge.asked.slice(4)).toEqual(['GET /scenes/aBcD1234efGh-ij'])
  })

  it('asks at most two dozen scenes, however many there are', async () => {
    const clock = new FakeClock()
    const bridge = await startOld()
    for (let count = 0; count < 60; count++)
      bridge.house.addScene(`scene${count}`, `S${count}`, { 1: { bri: 9 } })
    const made = await connectedOld(bridge, { clock, isWatched: false })
    await timeGoesOn(clock, bridge, 20_000, 500)
    expect(made.connection.state().snapshot?.scenes).toHaveLength(61)
    expect(bridge.asked.filter((path) => path.startsWith('GET /scenes/'))).toHaveLength(24)
  })

  it('is asked every half minute while somebody watches, and a hand on a switch is told', async () => {
    const clock = new FakeClock()
    const bridge = await startOld()
    const made = await connectedOld(bridge, { clock })
    clock.advance(500)
    await until(() => bridge.asked.length === 5)
    bridge.house.hand('Shelf', { on: false })
    await looksAgainAfter(made, clock, 29_500)
    expect(lampOf(made, 'Shelf')?.isOn).toBe(false)
    expect(made.news.at(-1)).toEqual({ kind: 'lamps', lampIds: ['hueV1:001788fffe0a0b0c-3'] })
    for (let look = 0; look < 6; look++) await looksAgainAfter(made, clock, 30_000)
    expect(bridge.asked.slice(5)).toEqual(Array(7).fill('GET /lights'))
  })

  it('is asked nothing while nobody watches', async () => {
    const clock = new FakeClock()
    const bridge = await startOld()
    const made = await connectedOld(bridge, { clock })
    await timeGoesOn(clock, bridge, 1000)
    const asked = bridge.requests.length
    const other = await connectedOld(bridge, { clock, isWatched: false })
    const stop = other.connection.watch(() => {})
    stop()
    stop()
    await made.connection.close()
    await timeGoesOn(clock, bridge, 600_000, 30_000)
    expect(bridge.asked.slice(asked).filter((path) => path === 'GET /lights')).toHaveLength(1)
    expect(clock.pending).toBe(0)
  })

  it('reads rooms anew every ten minutes, and at once when a lamp comes or goes', async () => {
    const clock = new FakeClock()
    const bridge = await startOld()
    const made = await connectedOld(bridge, { clock })
    await timeGoesOn(clock, bridge, 1000)
    bridge.house.groups['1'] = { ...bridge.house.groups['1'], name: 'Den' }
    await timeGoesOn(clock, bridge, 605_000, 5000)
    await until(() => made.connection.state().snapshot?.rooms[0]?.name === 'Den')
    const before = bridge.asked.length
    bridge.house.remove('Corner')
    expect(await made.connection.refresh()).toBe(true)
    expect(lampOf(made, 'Corner')).toBeUndefined()
    expect(made.connection.state().snapshot?.rooms[0]).toMatchObject({
      lampIds: { length: 7 },
      canWrite: false,
    })
    await timeGoesOn(clock, bridge, 1500)
    await until(() => bridge.asked.slice(before).includes('GET /groups'))
    // What a scene said once is not asked for again.
    await timeGoesOn(clock, bridge, 2000)
    expect(bridge.asked.filter((path) => path.startsWith('GET /scenes/'))).toHaveLength(1)
  })

  it('says on asking how things are now', async () => {
    const bridge = await startOld()
    const made = await connectedOld(bridge, { clock: new FakeClock() })
    bridge.house.hand('Ceiling', { reachable: false, bri: 10, ct: 454 })
    bridge.house.hand('Desk left', { effect: 'colorloop', colormode: 'xy' })
    bridge.house.hand('Desk right', { mode: 'streaming', colormode: 'hs' })
    const answers = await Promise.all([made.connection.refresh(), made.connection.refresh()])
    expect(answers).toEqual([true, true])
    expect(bridge.asked.filter((path) => path === 'GET /lights')).toHaveLength(2)
    expect(lampOf(made, 'Ceiling')).toMatchObject({ isReachable: false, brightness: 3.94 })
    expect(lampOf(made, 'Desk left')).toMatchObject({ effect: 'colorloop', colour: { kind: 'xy' } })
    expect(lampOf(made, 'Desk right')).toMatchObject({ isDynamic: true, colour: { kind: 'xy', x: 0.5 } })
  })

  it('may be an emulator with lamps and nothing else', async () => {
    const bridge = await startOld({ lampsOnly: true })
    const made = await connectedOld(bridge)
    expect(made.connection.state().snapshot).toMatchObject({
      lamps: { length: 8 },
      rooms: [],
      scenes: [],
      unreadCount: 2,
    })
  })

  it('leaves out what it cannot read, and counts it', async () => {
    const bridge = await startOld()
    const lights: Record<string, unknown> = bridge.house.lights
    Object.assign(lights, {
      9: { name: 'x'.repeat(60), type: 'Dimmable light', state: { on: 'yes', bri: 'much', reachable: true } },
      10: { name: 'no state' },
      // Its number has no place in a path of the library.
      '../../config': bridge.house.lights['1'],
      '70000': bridge.house.lights['1'],
    })
    bridge.house.groups['5'] = { type: 7 }
    const made = await connectedOld(bridge)
    const snapshot = made.connection.state().snapshot
    expect(snapshot?.lamps).toHaveLength(9)
    expect(snapshot?.unreadCount).toBe(4)
    expect(lampOf(made, 'x'.repeat(60))).toMatchObject({ isOn: null, brightness: null, can: { dim: false } })
  })

  it('reads sixty lamps', async () => {
    const bridge = await startOld({ lamps: manyLamps(60) })
    const made = await connectedOld(bridge)
    expect(made.connection.state().snapshot?.lamps).toHaveLength(60)
  })

  it('speaks TLS on any port with the certificate it was met with', async () => {
    const certificate = selfSigned('whatever it says')
    const bridge = await startOld({ certificate })
    await connectedOld(bridge, { settings: { isSecure: true, certificateSha256: certificate.leaf.sha256 } })
    expect(bridge.asked).toEqual(CONNECTING)
    const stranger = connectOld(bridge, { settings: { isSecure: true, certificateSha256: 'ab'.repeat(32) } })
    await until(() => stranger.phase().phase === 'failed')
    expect(stranger.phase()).toEqual({ phase: 'failed', failure: 'certificate_changed', retrying: false })
    expect(bridge.asked).toEqual(CONNECTING)
  })
})
