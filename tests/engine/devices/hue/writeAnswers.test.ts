/** What a bridge makes of changes, and what Lull makes of that: tries again a few times, gives up quietly, shares. */
import { describe, expect, it } from 'vitest'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { manyLamps } from '../../../fakes/hueBridge/resources.ts'
import { connected, lampNamed, lampOf, outcomes, startBridge, until } from './hueForTest.ts'

const FADE_MS = 4000

describe('what a bridge answers', () => {
  it('207: a white lamp leaves out the colour, and one without contact may not have heard', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge)
    bridge.house.setReachable('Ceiling', false)
    const results = await made.connection.write({
      lamps: [
        { lampId: lampNamed(made, 'Corner'), brightness: 40, mirek: 400, fadeMs: FADE_MS },
        { lampId: lampNamed(made, 'Ceiling'), brightness: 40, fadeMs: FADE_MS },
      ],
    })
    expect(outcomes(results)).toEqual(['partly', 'partly'])
    expect(bridge.house.writes.map(({ status }) => status)).toEqual([207, 207])
    expect(bridge.house.light('Corner').dimming?.brightness).toBe(39.76)
  })

  it('404: the lamp is gone', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge)
    const lampId = lampNamed(made, 'Shelf')
    bridge.streams.fallSilent()
    bridge.house.remove('Shelf')
    const one = { lampId, brightness: 40, fadeMs: FADE_MS }
    expect(outcomes(await made.connection.write({ lamps: [one] }))).toEqual(['gone'])
    expect(outcomes(await made.connection.write({ lamps: [{ ...one, lampId: 'hue:nowhere' }] }))).toEqual([
      'gone',
    ])
    expect(outcomes(await made.connection.write({ groups: [{ groupId: 'hue:no', fadeMs: 1000 }] }))).toEqual([
      'gone',
    ])
  })

  it('400: not understood', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge)
    const lampId = lampNamed(made, 'Shelf')
    expect(
      outcomes(await made.connection.write({ lamps: [{ lampId, mirek: 900, fadeMs: FADE_MS }] })),
    ).toEqual(['refused'])
  })

  it.each([429, 503] as const)(
    '%i: again, five times at most',
    async (status) => {
      const bridge = await startBridge()
      const made = await connected(bridge)
      bridge.fault = { kind: 'busy', times: 4, status }
      const lampId = lampNamed(made, 'Shelf')
      expect(
        outcomes(await made.connection.write({ lamps: [{ lampId, brightness: 40, fadeMs: FADE_MS }] })),
      ).toEqual(['written'])
      const tries = bridge.asked.filter(({ method }) => method === 'PUT')
      expect(tries.map((one) => one.status)).toEqual([status, status, status, status, 200])
      const gaps = tries.slice(1).map(({ atMs }, place) => atMs - (tries[place]?.atMs ?? 0))
      expect(gaps.every((gap, place) => gap >= 115 * 2 ** place)).toBe(true)
      expect(made.news.some(({ kind }) => kind === 'gave_up')).toBe(false)
    },
    10_000,
  )

  it('503 for a minute: gives up quietly, says so once, and leaves the bridge in peace', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge({ clock, lamps: manyLamps(12) })
    const made = await connected(bridge, { clock })
    bridge.fault = { kind: 'busy', times: 1000, status: 503 }
    const lamps = made.connection.state().snapshot?.lamps ?? []
    const plan = { lamps: lamps.map(({ id }) => ({ lampId: id, brightness: 40, fadeMs: FADE_MS })) }
    const puts = () => bridge.asked.filter(({ method }) => method === 'PUT')
    let isOver = false
    const first = made.connection.write(plan).finally(() => {
      isOver = true
    })
    while (!isOver) {
      await until(() => puts().every(({ status }) => status !== 0), 'answers')
      await new Promise((wait) => setTimeout(wait, 5))
      clock.advance(50)
    }
    expect(outcomes(await first)).toEqual(Array(12).fill('gave_up'))
    expect(outcomes(await made.connection.write(plan))).toEqual(Array(12).fill('gave_up'))
    clock.advance(30_000)
    expect(outcomes(await made.connection.write(plan))).toEqual(Array(12).fill('gave_up'))
    expect(puts().length).toBeLessThanOrEqual(10)
    expect(made.news.filter(({ kind }) => kind === 'gave_up')).toHaveLength(1)
    expect(made.phase()).toEqual({ phase: 'connected' })
    bridge.fault = null
    clock.advance(60_000)
    const [one] = plan.lamps
    expect(outcomes(await made.connection.write({ lamps: one ? [one] : [] }))).toEqual(['written'])
  })

  it('403: the key was removed while writing', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge)
    bridge.door.removeAll()
    const lampId = lampNamed(made, 'Shelf')
    const results = await made.connection.write({ lamps: [{ lampId, brightness: 40, fadeMs: FADE_MS }] })
    expect(outcomes(results)).toEqual(['unreachable'])
    expect(made.phase()).toEqual({ phase: 'failed', failure: 'key_removed', retrying: false })
  })

  it('nothing: two tries, then the connection looks for itself', async () => {
    const clock = new FakeClock()
    const bridge = await startBridge()
    const made = await connected(bridge, { clock })
    bridge.fault = { kind: 'mute' }
    const lampId = lampNamed(made, 'Shelf')
    const writing = made.connection.write({ lamps: [{ lampId, brightness: 40, fadeMs: FADE_MS }] })
    const puts = () => bridge.asked.filter(({ method }) => method === 'PUT').length
    await until(() => puts() === 1)
    clock.advance(5000)
    while (puts() < 2) {
      await new Promise((wait) => setTimeout(wait, 2))
      clock.advance(50)
    }
    clock.advance(5000)
    expect(outcomes(await writing)).toEqual(['unreachable'])
    expect(made.phase()).toEqual({ phase: 'failed', failure: 'timed_out', retrying: true })
  })

  it('two at one bridge: both get through, neither storms', async () => {
    const bridge = await startBridge({ lamps: manyLamps(8), answerMs: 250 })
    const [one, two] = [await connected(bridge), await connected(bridge, { random: () => 0.9 })]
    const plan = (made: typeof one, brightness: number) => ({
      lamps: (made.connection.state().snapshot?.lamps ?? []).map(({ id }) => ({
        lampId: id,
        brightness,
        fadeMs: 1000,
      })),
    })
    const all = await Promise.all([one.connection.write(plan(one, 40)), two.connection.write(plan(two, 30))])
    expect(all.flatMap(outcomes)).toEqual(Array(16).fill('written'))
    const puts = bridge.asked.filter(({ method }) => method === 'PUT')
    expect(puts.some(({ status }) => status === 429)).toBe(true)
    // Each was told to wait a few times, and did.
    expect(puts.length).toBeLessThanOrEqual(32)
    expect([...one.news, ...two.news].some(({ kind }) => kind === 'gave_up')).toBe(false)
    expect([one.phase().phase, two.phase().phase]).toEqual(['connected', 'connected'])
  }, 20_000)

  it('each of two sees what the other changed, and what is on its lamps last', async () => {
    const bridge = await startBridge({ lamps: manyLamps(2) })
    const [one, two] = [await connected(bridge), await connected(bridge)]
    const lampId = lampNamed(one, 'Lamp 1')
    await one.connection.write({ lamps: [{ lampId, brightness: 40, fadeMs: 1000 }] })
    await until(() => lampOf(two, 'Lamp 1')?.brightness === lampOf(one, 'Lamp 1')?.brightness)
    await two.connection.write({ lamps: [{ lampId, brightness: 30, fadeMs: 1000 }] })
    await until(() => lampOf(one, 'Lamp 1')?.brightness === bridge.house.light('Lamp 1').dimming?.brightness)
    expect(lampOf(one, 'Lamp 1')?.brightness).toBe(29.92)
    expect(one.news.filter(({ kind }) => kind === 'lamps').length).toBeGreaterThanOrEqual(2)
  })

  it('closing ends what waits, at once', async () => {
    const bridge = await startBridge({ lamps: manyLamps(12) })
    const made = await connected(bridge)
    const lamps = made.connection.state().snapshot?.lamps ?? []
    const writing = made.connection.write({
      lamps: lamps.map(({ id }) => ({ lampId: id, brightness: 40, fadeMs: FADE_MS })),
    })
    await made.connection.close()
    expect(new Set(outcomes(await writing))).toEqual(new Set(['closed']))
    expect(bridge.house.writes.length).toBeLessThanOrEqual(1)
  })
})
