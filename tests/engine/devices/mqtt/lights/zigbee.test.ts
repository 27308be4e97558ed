/** Lamps through zigbee2mqtt at a real broker: seen, dimmed, warmed, given back, and never switched on. */
import { describe, expect, it, vi } from 'vitest'
import { systemClock } from '../../../../../electron/hosts/systemClock.ts'
import { brokerForTest, fasterClock } from '../brokerTest.ts'
import { mosquittoTitle, noMosquitto } from '../mosquitto.ts'
import { lightsForTest, zigbeeForTest } from './lightsForTest.ts'

describe.skipIf(noMosquitto)(`zigbee2mqtt over ${mosquittoTitle}`, () => {
  it('shows lamps as they stand, with their groups, and leaves out what is no lamp', async () => {
    const { port } = await brokerForTest()
    await zigbeeForTest(port, (zigbee) => {
      zigbee.add('Desk')
      const floor = zigbee.add('living/floor', { can: ['brightness'], isOn: false, level: 100 })
      const colour = zigbee.add('Shelf', {
        ...{ can: ['brightness', 'color_temp', 'color_xy'], mode: 'xy', mirek: null },
        xy: { x: 0.35, y: 0.2 },
      })
      const members = [floor, colour].map(({ address }) => ({ ieee_address: address, endpoint: 11 }))
      zigbee.groups = [{ id: 3, friendly_name: 'Evening', members }]
    })
    const lights = lightsForTest(port)
    await lights.ready()
    const { snapshot } = lights.connection.state()
    expect(lights.lamps()).toMatchObject([
      {
        ...{ id: 'mqttLights:z:0x1000', name: 'Desk', isOn: true, isReachable: true, brightness: 79.92 },
        ...{ colour: { kind: 'temperature', mirek: 250 }, leastBrightness: 0.39, roomIds: [] },
        can: { dim: true, temperature: { leastMirek: 153, mostMirek: 454 }, colour: null },
      },
      {
        ...{ name: 'living/floor', isOn: false, brightness: 39.37, colour: null },
        can: { dim: true, temperature: null, colour: null },
      },
      { name: 'Shelf', colour: { kind: 'xy', x: 0.35, y: 0.2 }, roomIds: ['mqttLights:g:3'] },
    ])
    expect(snapshot?.zones).toEqual([
      {
        ...{ id: 'mqttLights:g:3', name: 'Evening', canWrite: false },
        lampIds: ['mqttLights:z:0x1001', 'mqttLights:z:0x1002'],
      },
    ])
    expect(snapshot).toMatchObject({ rooms: [], scenes: [], unreadCount: 0 })
    expect(lights.peers).toEqual([`127.0.0.1:${port} answered`])
  })

  it('dims, warms and gives back, with a fade, and without a word about on', async () => {
    const { port } = await brokerForTest()
    const zigbee = await zigbeeForTest(port, (one) => one.add('Desk'))
    const lights = lightsForTest(port)
    await lights.ready()
    expect(await lights.write('Desk', { brightness: 40, mirek: 400, fadeMs: 1200 })).toBe('written')
    expect(zigbee.sets.map(({ payload }) => payload)).toEqual([
      { brightness: 102, color_temp: 400, transition: 1.2 },
    ])
    expect(lights.lamp('Desk')).toMatchObject({
      brightness: 40.16,
      colour: { kind: 'temperature', mirek: 400 },
    })
    expect(await lights.write('Desk', { brightness: 79.92, mirek: 250 })).toBe('written')
    expect(lights.lamp('Desk').brightness).toBe(79.92)
    expect(await lights.write('Desk', { brightness: 0.001 })).toBe('written')
    expect(zigbee.sets.at(-1)?.payload.brightness).toBe(1)
  })

  it('a colour goes as x and y; what a lamp cannot do is left out and said', async () => {
    const { port } = await brokerForTest()
    const zigbee = await zigbeeForTest(port, (one) => {
      one.add('Shelf', { can: ['brightness', 'color_temp', 'color_xy'], xy: { x: 0.3, y: 0.3 }, mode: 'xy' })
      one.add('Plain', { can: ['brightness'] })
      one.add('Switch', { can: [] })
    })
    const lights = lightsForTest(port)
    await lights.ready()
    expect(await lights.write('Shelf', { xy: { x: 0.51234, y: 0.41 }, mirek: 300 })).toBe('written')
    expect(zigbee.sets.at(-1)?.payload).toEqual({ color: { x: 0.5123, y: 0.41 }, transition: 1 })
    expect(await lights.write('Plain', { brightness: 40, mirek: 400 })).toBe('partly')
    expect(await lights.write('Switch', { brightness: 40 })).toBe('partly')
    expect(zigbee.sets).toHaveLength(2)
  })

  it('leaves a lamp that is off, though zigbee2mqtt believes it is on', async () => {
    const { port } = await brokerForTest()
    const zigbee = await zigbeeForTest(port, (one) => {
      one.add('Known off', { isOn: false })
      one.add('Unheard')
    })
    const [, unheard] = [...zigbee.lamps.values()]
    let aheadMs = 0
    const clock = { ...systemClock, now: () => Date.now() + aheadMs }
    const lights = lightsForTest(port, { clock })
    await lights.ready()
    expect(await lights.write('Known off', { brightness: 40 })).toBe('refused')
    // What the last answer said is old by now.
    aheadMs = 4100
    if (unheard) zigbee.switchUnheard(unheard, false)
    expect(lights.lamp('Unheard').isOn).toBe(true)
    expect(await lights.write('Unheard', { brightness: 40 })).toBe('refused')
    expect(lights.lamp('Unheard').isOn).toBe(false)
    expect(zigbee.sets).toEqual([])
  })

  it('a hand is told within a second, and a lamp switched off by it is written to no more', async () => {
    const { port } = await brokerForTest()
    const zigbee = await zigbeeForTest(port, (one) => one.add('Desk'))
    const [desk] = [...zigbee.lamps.values()]
    if (!desk) throw new Error('no lamp')
    const lights = lightsForTest(port)
    await lights.ready()
    await lights.write('Desk', { brightness: 40 })
    lights.news.length = 0
    await zigbee.hand(desk, { isOn: false })
    await vi.waitFor(() => expect(lights.news).toEqual([{ kind: 'lamps', lampIds: ['mqttLights:z:0x1000'] }]))
    expect(lights.lamp('Desk').isOn).toBe(false)
    expect(await lights.write('Desk', { brightness: 20 })).toBe('refused')
    expect(zigbee.sets).toHaveLength(1)
  })

  it('hears a lamp that ignores fades, and one that speaks only when it is through', async () => {
    const { port } = await brokerForTest()
    const zigbee = await zigbeeForTest(port, (one) => {
      one.add('Abrupt', { ignoresTransition: true })
      one.add('Late', { toldAtOnce: false })
    })
    const late = [...zigbee.lamps.values()][1]
    const lights = lightsForTest(port)
    await lights.ready()
    expect(await lights.write('Abrupt', { brightness: 30, fadeMs: 4000 })).toBe('written')
    // It is asked in the middle of its fade, and says how far it is.
    expect(await lights.write('Late', { brightness: 30, fadeMs: 3000 })).toBe('written')
    expect(lights.lamp('Late').brightness).toBeGreaterThan(31)
    await vi.waitFor(() => expect(lights.lamp('Late').brightness).toBeCloseTo(29.92, 1), 4000)
    expect(late && zigbee.levelOf(late)).toBe(76)
  }, 15_000)

  it('a lamp cut at the wall: nobody knows, then unreachable, then there again', async () => {
    const { port } = await brokerForTest()
    const zigbee = await zigbeeForTest(port, (one) => {
      one.add('Desk')
      one.add('Cut', { isCut: true })
    })
    const [desk, cut] = [...zigbee.lamps.values()]
    const lights = lightsForTest(port, { clock: fasterClock(4) })
    await lights.ready()
    expect(lights.lamp('Cut').isReachable).toBeNull()
    expect(await lights.write('Cut', { brightness: 30 })).toBe('unreachable')
    expect(zigbee.sets).toEqual([])
    if (desk) desk.isCut = true
    expect(await lights.write('Desk', { brightness: 30 })).toBe('unreachable')
    expect(lights.lamp('Desk').isReachable).toBeNull()
    if (cut) await zigbee.hand(cut, { isCut: false })
    await vi.waitFor(() => expect(lights.lamp('Cut').isReachable).toBe(true))
    expect(await lights.write('Cut', { brightness: 30 })).toBe('written')
  }, 25_000)

  it('believes zigbee2mqtt about who is offline, and nothing while it is away itself', async () => {
    const { port } = await brokerForTest()
    const zigbee = await zigbeeForTest(
      port,
      (one) => {
        one.add('Desk')
        one.add('Cut', { isCut: true })
      },
      { watches: true },
    )
    const lights = lightsForTest(port)
    await lights.ready()
    expect(lights.lamps().map((lamp) => lamp.isReachable)).toEqual([true, false])
    expect(zigbee.gets).not.toContain('Cut')
    await zigbee.goAway()
    await vi.waitFor(() => expect(lights.lamps().map((lamp) => lamp.isReachable)).toEqual([null, null]))
    expect(await lights.write('Desk', { brightness: 30 })).toBe('refused')
    expect(await lights.connection.refresh()).toBe(false)
  }, 15_000)

  it('follows a lamp that is renamed, also in the middle of a look', async () => {
    const { port } = await brokerForTest()
    const zigbee = await zigbeeForTest(port, (one) => one.add('Desk'))
    const [desk] = [...zigbee.lamps.values()]
    const lights = lightsForTest(port)
    await lights.ready()
    await lights.write('Desk', { brightness: 40 })
    if (desk) await zigbee.rename(desk, 'Writing desk')
    await vi.waitFor(() => expect(lights.lamp('Writing desk').id).toBe('mqttLights:z:0x1000'))
    expect(lights.lamp('Writing desk')).toMatchObject({ isOn: true, brightness: 40.16 })
    expect(lights.news.some(({ kind }) => kind === 'all')).toBe(true)
    expect(await lights.write('Writing desk', { brightness: 79.92 })).toBe('written')
    expect(zigbee.sets.map(({ name }) => name)).toEqual(['Desk', 'Writing desk'])
  })

  it('a lamp whose turn comes late, switched off meanwhile by a remote nobody hears of, stays off', async () => {
    const { port } = await brokerForTest()
    const zigbee = await zigbeeForTest(port, (one) => {
      for (let n = 0; n < 30; n++) one.add(`Lamp ${n}`)
    })
    const lights = lightsForTest(port)
    await lights.ready()
    const writing = lights.connection.write({
      lamps: lights.lamps().map(({ id }) => ({ lampId: id, brightness: 40, fadeMs: 1000 })),
    })
    await vi.waitFor(() => expect(zigbee.sets.length).toBeGreaterThan(3))
    const last = [...zigbee.lamps.values()].at(-1)
    if (last) zigbee.switchUnheard(last, false)
    expect((await writing).at(-1)?.outcome).toBe('refused')
    expect(last?.isOn).toBe(false)
  }, 20_000)

  it('of sixty lamps writes to twenty a tenth of a second apart, a newer wish instead of an older one', async () => {
    const { port } = await brokerForTest()
    const zigbee = await zigbeeForTest(port, (one) => {
      for (let n = 0; n < 60; n++) one.add(`Lamp ${n}`)
    })
    const lights = lightsForTest(port)
    await lights.ready()
    expect(lights.lamps().filter(({ isReachable }) => isReachable)).toHaveLength(60)
    const chosen = () => lights.lamps().slice(0, 20)
    const plan = (brightness: number) => ({
      lamps: chosen().map(({ id }) => ({ lampId: id, brightness, fadeMs: 1000 })),
    })
    const first = lights.connection.write(plan(50))
    const asked = zigbee.gets.length
    const second = await lights.connection.write(plan(30))
    expect(second.map(({ outcome }) => outcome)).toEqual(Array(20).fill('written'))
    // Those whose turn came late were asked once more, just before.
    expect(zigbee.gets.length).toBeGreaterThan(asked)
    const outcomes = (await first).map(({ outcome }) => outcome)
    expect(outcomes.filter((outcome) => outcome === 'replaced').length).toBeGreaterThan(15)
    const gaps = zigbee.sets.slice(1).map(({ atMs }, place) => atMs - (zigbee.sets[place]?.atMs ?? 0))
    // What waits in sockets may come closer together; on the whole it is ten a second.
    expect(gaps.reduce((sum, gap) => sum + gap, 0)).toBeGreaterThan(gaps.length * 90)
    expect(chosen().every(({ brightness }) => Math.abs((brightness ?? 0) - 30) < 0.3)).toBe(true)
  }, 30_000)
})
