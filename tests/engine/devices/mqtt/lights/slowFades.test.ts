/** Lamps that cannot fade by themselves, at a real broker: faded in steps, and left alone once somebody else was there. */
import { describe, expect, it, vi } from 'vitest'
import { brokerForTest, fasterClock } from '../brokerTest.ts'
import { mosquittoTitle, noMosquitto } from '../mosquitto.ts'
import { announcedForTest, lightsForTest } from './lightsForTest.ts'

const TIMES = 4

async function boardForTest(options: object = {}) {
  const broker = await brokerForTest()
  const light = await announcedForTest(broker.port, {
    ...{ id: 'one', schema: 'default', comesOnByBrightness: true },
    ...options,
  })
  const clock = fasterClock(TIMES)
  const lights = lightsForTest(broker.port, { zigbeeTopic: null, clock })
  await lights.ready()
  await vi.waitFor(() => expect(lights.lamp('Board one').isReachable).toBe(true))
  const levels = () =>
    light.heard.filter(({ topic }) => topic === 'level/set').map(({ text }) => Number(text))
  /** Longer than the fade that was under way had left. */
  const quiet = () => new Promise<void>((resolve) => clock.after(4500, resolve))
  return { broker, light, lights, levels, quiet, clock }
}

describe.skipIf(noMosquitto)(`fades in steps over ${mosquittoTitle}`, () => {
  it('four seconds arrive in even steps, end at the target, and are told back', async () => {
    const { lights, levels, light, clock } = await boardForTest()
    const fromMs = clock.now()
    expect(await lights.write('Board one', { brightness: 28, mirek: 400, fadeMs: 4000 })).toBe('written')
    expect(clock.now() - fromMs).toBeGreaterThan(3500)
    expect(levels()).toEqual([73, 68, 63, 58, 53, 48, 43, 38, 33, 28])
    expect(light.heard.filter(({ topic }) => topic === 'white/set').map(({ text }) => Number(text))).toEqual([
      310, 320, 330, 340, 350, 360, 370, 380, 390, 400,
    ])
    expect(lights.lamp('Board one')).toMatchObject({ brightness: 28, colour: { mirek: 400 } })
  })

  it('in JSON without a fade of its own: the same', async () => {
    const { lights, light } = await boardForTest({ schema: 'json', extra: { transition: false } })
    expect(await lights.write('Board one', { brightness: 40, fadeMs: 2000 })).toBe('written')
    const told = light.heard.map(({ text }) => JSON.parse(text) as Record<string, number>)
    expect(told).toHaveLength(5)
    expect(told.at(-1)).toEqual({ brightness: 102 })
  })

  it('a hand switches it off in between: refused from then on, and never on again', async () => {
    const { lights, levels, light, quiet } = await boardForTest()
    const writing = lights.write('Board one', { brightness: 28, fadeMs: 4000 })
    await vi.waitFor(() => expect(levels().length).toBeGreaterThanOrEqual(3))
    await light.hand({ isOn: false })
    const before = levels().length
    expect(await writing).toBe('partly')
    await quiet()
    expect(levels().length).toBe(before)
    expect(light.isOn).toBe(false)
  })

  it('a hand makes it bright again: it stays so', async () => {
    const { lights, levels, light, quiet } = await boardForTest()
    const writing = lights.write('Board one', { brightness: 28, fadeMs: 4000 })
    await vi.waitFor(() => expect(levels().length).toBeGreaterThanOrEqual(3))
    await light.hand({ brightness: 200 })
    expect(await writing).toBe('partly')
    await quiet()
    expect(lights.lamp('Board one').brightness).toBe(78)
    expect(light.brightness).toBe(200)
  })

  it('a newer write goes on from where it is, and the older one says no more', async () => {
    const { lights, levels, quiet } = await boardForTest()
    const older = lights.write('Board one', { brightness: 28, fadeMs: 4000 })
    await vi.waitFor(() => expect(levels().length).toBeGreaterThanOrEqual(4))
    const before = levels().length
    const newer = lights.write('Board one', { brightness: 78, fadeMs: 2000 })
    expect(await older).toBe('replaced')
    expect(await newer).toBe('written')
    await quiet()
    const after = levels().slice(before)
    expect(after.at(-1)).toBe(78)
    expect(after).toEqual([...after].sort((one, other) => one - other))
    expect(after.length).toBeLessThanOrEqual(6)
  })

  it('closed, or cut from its broker: nothing more arrives', async () => {
    const { lights, levels, quiet } = await boardForTest()
    const writing = lights.write('Board one', { brightness: 28, fadeMs: 4000 })
    await vi.waitFor(() => expect(levels().length).toBeGreaterThanOrEqual(3))
    await lights.connection.close()
    expect(['closed', 'unreachable']).toContain(await writing)
    const before = levels().length
    await quiet()
    expect(levels().length).toBe(before)
  })

  it('the line breaks: it is not taken up again', async () => {
    const { broker, lights, levels, light, quiet } = await boardForTest()
    const writing = lights.write('Board one', { brightness: 28, fadeMs: 4000 })
    await vi.waitFor(() => expect(levels().length).toBeGreaterThanOrEqual(3))
    await broker.stop('SIGKILL')
    expect(await writing).toBe('unreachable')
    const before = levels().length
    await broker.start()
    await lights.connected()
    await light.tell()
    await quiet()
    expect(levels().length).toBe(before)
  }, 30_000)

  it('who told nothing to start from is left alone', async () => {
    const { lights, light } = await boardForTest({ extra: { bri_stat_t: '~/nowhere' } })
    expect(await lights.write('Board one', { brightness: 28 })).toBe('refused')
    expect(light.heard).toEqual([])
  })

  it('ten at once keep the pace of all lamps, and end in time', async () => {
    const broker = await brokerForTest()
    const boards = await Promise.all(
      Array.from({ length: 10 }, (_, n) => announcedForTest(broker.port, { id: `n${n}`, schema: 'default' })),
    )
    const clock = fasterClock(TIMES)
    const lights = lightsForTest(broker.port, { zigbeeTopic: null, clock })
    await lights.ready()
    await vi.waitFor(() => expect(lights.lamps().filter(({ isReachable }) => isReachable)).toHaveLength(10))
    const fromMs = clock.now()
    const writes = lights.lamps().map(({ id }) => ({ lampId: id, brightness: 28, fadeMs: 4000 }))
    const results = await lights.connection.write({ lamps: writes })
    const tookMs = clock.now() - fromMs
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['written']))
    expect(tookMs).toBeLessThan(7000)
    const all = boards.flatMap(({ heard }) => heard)
    expect(all.length).toBeLessThanOrEqual(tookMs / 100 + 2)
    for (const { heard } of boards) expect(heard.at(-1)?.text).toBe('28')
  })
})
