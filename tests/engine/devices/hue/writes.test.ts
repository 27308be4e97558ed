/** Changes of lamps as the fake bridge saw them: how fast, how often again, and never more than was asked. */
import { describe, expect, it } from 'vitest'
import { isGentle, writeBody } from '../../../../electron/engine/devices/hue/writeBody.ts'
import { manyLamps } from '../../../fakes/hueBridge/resources.ts'
import { mostWithin } from '../../../fakes/hueBridge/writeLog.ts'
import { connected, lampNamed, lampOf, outcomes, startBridge, until } from './hueForTest.ts'

const FADE_MS = 4000

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
    bridge.house.hand('Window', { on: { on: true } })
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
    expect(outcomes(results)).toEqual(['refused', 'refused'])
    expect(bridge.house.light('Window').on.on).toBe(false)
    expect(bridge.house.writes).toEqual([])
  })

  it('does not leave for a lamp that is switched off while its change waits in line', async () => {
    const bridge = await startBridge({ lamps: manyLamps(6) })
    const made = await connected(bridge)
    const lamps = made.connection.state().snapshot?.lamps ?? []
    const writing = made.connection.write({
      lamps: lamps.map(({ id }) => ({ lampId: id, brightness: 40, fadeMs: FADE_MS })),
    })
    await until(() => bridge.house.writes.length === 1)
    bridge.house.hand('Lamp 6', { on: { on: false } })
    expect(outcomes(await writing)).toEqual([...Array(5).fill('written'), 'refused'])
    expect(bridge.house.light('Lamp 6')).toMatchObject({ on: { on: false }, dimming: { brightness: 80 } })
    expect(bridge.house.writes).toHaveLength(5)
  })
})
