/** Changes of lamps as the fake bridge saw them: how fast, how often again, and never more than was asked. */
import { describe, expect, it } from 'vitest'
import { isGentle, writeBody } from '../../../../electron/engine/devices/hue/writeBody.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { manyLamps } from '../../../fakes/hueBridge/resources.ts'
import { mostWithin } from '../../../fakes/hueBridge/writeLog.ts'
import { connected, lampNamed, lampOf, startBridge, until } from './hueForTest.ts'

const FADE_MS = 4000
const outcomes = (results: readonly { outcome: string }[]) => results.map(({ outcome }) => outcome)

describe('the pace', () => {
  it('is one lamp every 100 ms: ten within 1.2 s', async () => {
    const bridge = await startBridge({ lamps: manyLamps(12) })
    const made = await connected(bridge)
    const lampIds =
      made.connection
        .state()
        .snapshot?.lamps.map(({ id }) => id)
        .slice(0, 10) ?? []
    const from = performance.now()
    const results = await made.connection.write({
      lamps: lampIds.map((lampId) => ({ lampId, brightness: 40, fadeMs: FADE_MS })),
    })
    const tookMs = performance.now() - from
    expect(outcomes(results)).toEqual(Array(10).fill('written'))
    const times = bridge.house.writes.map(({ atMs }) => atMs)
    expect(times).toHaveLength(10)
    expect(mostWithin(times, 1000)).toBeLessThanOrEqual(11)
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(850)
    // The plan is 0.9 s; the rest is for a busy machine.
    expect(tookMs).toBeLessThan(2500)
    expect(bridge.mostInFlight).toBeLessThanOrEqual(3)
  })

  it('is one group every second', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge)
    const { rooms = [], zones = [] } = made.connection.state().snapshot ?? {}
    const from = performance.now()
    const groups = [...rooms, ...zones].map(({ id }) => ({ groupId: id, brightness: 30, fadeMs: FADE_MS }))
    expect(outcomes(await made.connection.write({ groups }))).toEqual(['written', 'written'])
    expect(performance.now() - from).toBeGreaterThanOrEqual(950)
    expect(bridge.house.writes.map(({ kind }) => kind)).toEqual(['grouped_light', 'grouped_light'])
  })

  it('keeps three requests in flight when answers are slow', async () => {
    const bridge = await startBridge({ lamps: manyLamps(12), answerMs: 450 })
    const made = await connected(bridge)
    const lamps = made.connection.state().snapshot?.lamps ?? []
    const results = await made.connection.write({
      lamps: lamps.map(({ id }) => ({ lampId: id, brightness: 40, fadeMs: FADE_MS })),
    })
    expect(outcomes(results)).toEqual(Array(12).fill('written'))
    expect(bridge.mostInFlight).toBe(3)
    expect(bridge.requests.some(({ status }) => status === 429)).toBe(false)
  })

  it('lets a newer wish for a lamp take the place of one that waits', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge)
    const lampId = lampNamed(made, 'Shelf')
    const wish = (brightness: number) =>
      made.connection.write({ lamps: [{ lampId, brightness, fadeMs: FADE_MS }] })
    const all = await Promise.all([wish(50), wish(45), wish(40), wish(35)])
    expect(all.flatMap(outcomes)).toEqual(['written', 'replaced', 'replaced', 'written'])
    expect(bridge.house.writes.map(({ body }) => body.dimming)).toEqual([
      { brightness: 50 },
      { brightness: 35 },
    ])
  })
})

describe('what is sent', () => {
  it('is brightness, colour and fade, and nothing else', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge)
    const [left, right] = [lampNamed(made, 'Desk left'), lampNamed(made, 'Desk right')]
    await made.connection.write({
      lamps: [
        { lampId: left, brightness: 33.333_33, mirek: 369.6, fadeMs: 4000.4 },
        { lampId: right, xy: { x: 0.456_789, y: 0.41 }, fadeMs: 1000 },
      ],
    })
    expect(bridge.house.writes.map(({ body }) => body)).toEqual([
      { dimming: { brightness: 33.33 }, color_temperature: { mirek: 370 }, dynamics: { duration: 4000 } },
      { color: { xy: { x: 0.4568, y: 0.41 } }, dynamics: { duration: 1000 } },
    ])
    await until(() => lampOf(made, 'Desk left')?.brightness === 33.07)
  })

  it('never leaves when it would switch, flash or run by itself', () => {
    const gentle = writeBody({ brightness: 20, fadeMs: 4000 })
    expect(isGentle(gentle)).toBe(true)
    for (const more of [
      { on: { on: true } },
      { on: { on: false } },
      { alert: { action: 'breathe' } },
      { effects: { effect: 'candle' } },
      { effects_v2: { action: { effect: 'fire' } } },
      { timed_effects: { effect: 'sunrise' } },
      { signaling: { signal: 'on_off' } },
      { identify: { action: 'identify' } },
      { gradient: { points: [] } },
      { dimming_delta: { action: 'up' } },
      { dynamics: { duration: 1000, speed: 1 } },
      { dimming: { brightness: Number.NaN } },
      { dimming: { brightness: 101 } },
      { color: { xy: { x: 2, y: 0 } } },
      { dimming: {} },
    ]) {
      expect(isGentle({ ...gentle, ...more })).toBe(false)
    }
    expect(isGentle({ dynamics: { duration: 1000 } })).toBe(false)
  })

  it('refuses a number that is none, and asks the bridge nothing', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge)
    const lampId = lampNamed(made, 'Shelf')
    const results = await made.connection.write({
      lamps: [{ lampId, brightness: Number.NaN, fadeMs: FADE_MS }],
    })
    expect(outcomes(results)).toEqual(['refused'])
    expect(bridge.house.writes).toEqual([])
  })

  it('leaves lamps off that are off', async () => {
    const bridge = await startBridge()
    const made = await connected(bridge)
    const lampId = lampNamed(made, 'Window')
    const groupId = made.connection.state().snapshot?.rooms[0]?.id ?? ''
    const results = await made.connection.write({
      lamps: [{ lampId, brightness: 20, fadeMs: FADE_MS }],
      groups: [{ groupId, brightness: 20, fadeMs: FADE_MS }],
    })
    expect(outcomes(results)).toEqual(['written', 'partly'])
    expect(bridge.house.light('Window').on.on).toBe(false)
    expect(bridge.house.writes.every(({ body }) => !('on' in body))).toBe(true)
  })
})

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

  it('two at one bridge: both get through', async () => {
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
  }, 20_000)

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
