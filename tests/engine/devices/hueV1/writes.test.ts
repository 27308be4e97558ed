/** Changes of lamps as the older bridge saw them: gentle, paced, and only for lamps that are on. */
import { describe, expect, it } from 'vitest'
import { CappedLine } from '../../../../electron/engine/devices/hueV1/cappedLine.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { manyLamps } from '../../../fakes/hueBridge/resources.ts'
import { mostWithin } from '../../../fakes/hueBridge/writeLog.ts'
import { realClock, until } from '../hue/hueForTest.ts'
import { connectedOld, idOf, lampOf, looksAgainAfter, outcomes, startOld } from './hueV1ForTest.ts'

const FADE_MS = 4000

describe('what is sent', () => {
  it('is brightness, colour and fade, and nothing else', async () => {
    const bridge = await startOld()
    const made = await connectedOld(bridge)
    const results = await made.connection.write({
      lamps: [
        { lampId: idOf(made, 'Desk left'), brightness: 33.33, mirek: 369.6, fadeMs: FADE_MS },
        { lampId: idOf(made, 'Desk right'), xy: { x: 0.456_789, y: 0.41 }, fadeMs: 1000 },
      ],
    })
    expect(outcomes(results)).toEqual(['written', 'written'])
    expect(bridge.puts.map(({ path, body }) => [path.replace(made.key, 'key'), body])).toEqual([
      ['/api/key/lights/1/state', { bri: 85, ct: 370, transitiontime: 40 }],
      ['/api/key/lights/2/state', { xy: [0.4568, 0.41], transitiontime: 10 }],
    ])
    await until(() => lampOf(made, 'Desk left')?.brightness === 33.46)
    expect(made.news).toContainEqual({
      kind: 'lamps',
      lampIds: ['hueV1:001788fffe0a0b0c-1', 'hueV1:001788fffe0a0b0c-2'],
    })
  })

  it('gives a lamp back to the very step it had', async () => {
    const bridge = await startOld()
    const made = await connectedOld(bridge)
    const lampId = idOf(made, 'Shelf')
    const before = structuredClone(bridge.house.state('Shelf'))
    const was = lampOf(made, 'Shelf')
    await made.connection.write({ lamps: [{ lampId, brightness: 21, mirek: 447, fadeMs: 1000 }] })
    expect(bridge.house.state('Shelf')).toMatchObject({ bri: 53, ct: 447 })
    const mirek = was?.colour?.kind === 'temperature' ? was.colour.mirek : 0
    await made.connection.write({
      lamps: [{ lampId, brightness: was?.brightness ?? 0, mirek, fadeMs: 1000 }],
    })
    expect(bridge.house.state('Shelf')).toEqual(before)
  })

  it('is one write for a whole room whose lamps are all on', async () => {
    const bridge = await startOld()
    const made = await connectedOld(bridge)
    const { rooms = [], zones = [] } = made.connection.state().snapshot ?? {}
    const [room, zone] = [rooms[0]?.id ?? '', zones[0]?.id ?? '']
    const groups = [room, zone].map((groupId) => ({ groupId, brightness: 30, fadeMs: FADE_MS }))
    // A lamp of the room is off: some that speak like a bridge would switch it on.
    expect(outcomes(await made.connection.write({ groups }))).toEqual(['refused', 'written'])
    expect(bridge.puts.map(({ body }) => body)).toEqual([{ bri: 76, transitiontime: 40 }])
    expect(bridge.house.state('Shelf').bri).toBe(76)
    expect(bridge.house.state('Window').on).toBe(false)
  })

  it('never reaches a lamp that is off, however lately it was switched off', async () => {
    const clock = new FakeClock()
    const bridge = await startOld({ switchesOnWithBrightness: true })
    const made = await connectedOld(bridge, { clock })
    const [shelf, window] = [idOf(made, 'Shelf'), idOf(made, 'Window')]
    bridge.house.hand('Shelf', { on: false })
    clock.advance(3000)
    const lamps = [shelf, window].map((lampId) => ({ lampId, brightness: 20, fadeMs: FADE_MS }))
    const writing = made.connection.write({ lamps })
    await until(() => bridge.asked.filter((path) => path === 'GET /lights').length === 2)
    await until(() => lampOf(made, 'Shelf')?.isOn === false)
    clock.advance(100)
    expect(outcomes(await writing)).toEqual(['refused', 'refused'])
    expect(bridge.puts).toEqual([])
  })

  it('leaves out what a lamp cannot do, and says so', async () => {
    const bridge = await startOld()
    const made = await connectedOld(bridge)
    const results = await made.connection.write({
      lamps: [
        { lampId: idOf(made, 'Corner'), brightness: 40, mirek: 400, fadeMs: FADE_MS },
        { lampId: idOf(made, 'Socket'), brightness: 40, fadeMs: FADE_MS },
      ],
    })
    expect(outcomes(results)).toEqual(['partly', 'refused'])
    expect(bridge.puts.map(({ body }) => body)).toEqual([{ bri: 102, transitiontime: 40 }])
  })

  it('is refused when it is no number, and asks the bridge nothing', async () => {
    const bridge = await startOld()
    const made = await connectedOld(bridge)
    const lampId = idOf(made, 'Shelf')
    const results = await made.connection.write({
      lamps: [{ lampId, brightness: Number.NaN, fadeMs: FADE_MS }],
      groups: [{ groupId: made.connection.state().snapshot?.zones[0]?.id ?? '', mirek: 5000, fadeMs: 1000 }],
    })
    expect(outcomes(results)).toEqual(['refused', 'refused'])
    expect(bridge.puts).toEqual([])
  })

  it('is looked at once more on the line itself', async () => {
    const bridge = await startOld()
    const { username } = bridge.door.make()
    const place = { host: '127.0.0.1', port: bridge.port, isSecure: false }
    const line = new CappedLine({ clock: realClock, place, sha256: null, connectionMade: () => {} })
    const url = `/${username}/lights/1/state`
    for (const data of [{ on: true, bri: 9, transitiontime: 4 }, { scene: 'x' }, undefined, '{"on":true}']) {
      await expect(line.request({ method: 'PUT', url, data })).rejects.toThrow(/^refused$/)
    }
    expect(bridge.requests).toEqual([])
    line.close()
  })
})

describe('the pace', () => {
  it('is one lamp every 100 ms, three requests at a time', async () => {
    const bridge = await startOld({ lamps: manyLamps(12), answerMs: 250 })
    const made = await connectedOld(bridge)
    const lamps = made.connection.state().snapshot?.lamps ?? []
    const results = await made.connection.write({
      lamps: lamps.map(({ id }) => ({ lampId: id, brightness: 40, fadeMs: FADE_MS })),
    })
    expect(outcomes(results)).toEqual(Array(12).fill('written'))
    expect(bridge.mostInFlight).toBeLessThanOrEqual(3)
    const times = bridge.puts.map(({ atMs }) => atMs)
    expect(mostWithin(times, 1000)).toBeLessThanOrEqual(11)
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1000)
  })

  it('is asked every ten seconds while Lull may hold lamps, soon after each change, then rarely again', async () => {
    const clock = new FakeClock()
    const bridge = await startOld()
    const made = await connectedOld(bridge, { clock })
    const reads = () => bridge.asked.filter((path) => path === 'GET /lights').length
    const lampId = idOf(made, 'Shelf')
    await made.connection.write({ lamps: [{ lampId, brightness: 30, fadeMs: FADE_MS }] })
    clock.advance(1500)
    await until(() => reads() === 2 && lampOf(made, 'Shelf')?.brightness === 29.92)
    for (let look = 0; look < 180; look++) await looksAgainAfter(made, clock, 10_000)
    await looksAgainAfter(made, clock, 30_000)
    await looksAgainAfter(made, clock, 30_000)
  }, 30_000)
})

describe('what a bridge answers', () => {
  it('a lamp removed mid-look is gone, and the rest goes on', async () => {
    const bridge = await startOld()
    const made = await connectedOld(bridge)
    const [shelf, left] = [idOf(made, 'Shelf'), idOf(made, 'Desk left')]
    bridge.house.remove('Shelf')
    const lamps = [shelf, left, 'hueV1:001788fffe0a0b0c-99'].map((lampId) => ({
      lampId,
      brightness: 40,
      fadeMs: FADE_MS,
    }))
    expect(outcomes(await made.connection.write({ lamps }))).toEqual(['gone', 'written', 'gone'])
    expect(outcomes(await made.connection.write({ groups: [{ groupId: 'hueV1:x-g9', fadeMs: 1 }] }))).toEqual(
      ['gone'],
    )
    await until(() => lampOf(made, 'Shelf') === undefined)
    expect(made.phase()).toEqual({ phase: 'connected' })
  })

  it('a lamp that cannot be told just now is partly told', async () => {
    const bridge = await startOld()
    const made = await connectedOld(bridge)
    bridge.house.hand('Shelf', { on: false })
    const lamps = [{ lampId: idOf(made, 'Shelf'), brightness: 40, fadeMs: FADE_MS }]
    expect(outcomes(await made.connection.write({ lamps }))).toEqual(['partly'])
    expect(bridge.house.state('Shelf')).toMatchObject({ on: false, bri: 152 })
  })

  it('503: again, five times at most', async () => {
    const bridge = await startOld()
    const made = await connectedOld(bridge)
    bridge.fault = { kind: 'busy', times: 4, status: 503 }
    const lamps = [{ lampId: idOf(made, 'Shelf'), brightness: 40, fadeMs: FADE_MS }]
    expect(outcomes(await made.connection.write({ lamps }))).toEqual(['written'])
    expect(bridge.puts.map(({ status }) => status)).toEqual([503, 503, 503, 503, 200])
  }, 10_000)

  it('503 for a minute: gives up quietly, and says so once', async () => {
    const bridge = await startOld()
    const made = await connectedOld(bridge)
    bridge.fault = { kind: 'busy', times: 1000, status: 503 }
    const lamps = ['Shelf', 'Ceiling', 'Corner'].map((name) => ({
      lampId: idOf(made, name),
      brightness: 40,
      fadeMs: FADE_MS,
    }))
    expect(outcomes(await made.connection.write({ lamps }))).toEqual(Array(3).fill('gave_up'))
    expect(outcomes(await made.connection.write({ lamps }))).toEqual(Array(3).fill('gave_up'))
    expect(bridge.puts.length).toBeLessThanOrEqual(8)
    expect(made.news.filter(({ kind }) => kind === 'gave_up')).toHaveLength(1)
    expect(made.phase()).toEqual({ phase: 'connected' })
  }, 15_000)

  it('the key was removed while writing', async () => {
    const bridge = await startOld()
    const made = await connectedOld(bridge)
    bridge.door.removeAll()
    const lamps = [{ lampId: idOf(made, 'Shelf'), brightness: 40, fadeMs: FADE_MS }]
    expect(outcomes(await made.connection.write({ lamps }))).toEqual(['unreachable'])
    expect(made.phase()).toEqual({ phase: 'failed', failure: 'key_removed', retrying: false })
    expect(outcomes(await made.connection.write({ lamps }))).toEqual(['unreachable'])
  })

  it.each([
    ['a page', { kind: 'html' }, 'bad_answer'],
    ['10 MB', { kind: 'huge', bytes: 10 * 1024 * 1024 }, 'too_large'],
    ['other JSON', { kind: 'other_json' }, 'bad_answer'],
  ] as const)(
    '%s instead of an answer ends the connection, not the engine',
    async (_what, fault, failure) => {
      const bridge = await startOld()
      const made = await connectedOld(bridge)
      bridge.fault = { ...fault }
      bridge.faultAt = /state$/
      const lamps = [{ lampId: idOf(made, 'Shelf'), brightness: 40, fadeMs: FADE_MS }]
      expect(outcomes(await made.connection.write({ lamps }))).toEqual(['unreachable'])
      expect(made.phase()).toEqual({ phase: 'failed', failure, retrying: true })
    },
  )

  it('a line that drops once means nothing', async () => {
    const bridge = await startOld()
    const made = await connectedOld(bridge)
    bridge.fault = { kind: 'drop', times: 1 }
    const lamps = [{ lampId: idOf(made, 'Shelf'), brightness: 40, fadeMs: FADE_MS }]
    expect(outcomes(await made.connection.write({ lamps }))).toEqual(['written'])
    expect(made.phase()).toEqual({ phase: 'connected' })
  }, 15_000)

  it('closing ends what waits, at once', async () => {
    const bridge = await startOld({ lamps: manyLamps(12) })
    const made = await connectedOld(bridge)
    const lamps = made.connection.state().snapshot?.lamps ?? []
    const writing = made.connection.write({
      lamps: lamps.map(({ id }) => ({ lampId: id, brightness: 40, fadeMs: FADE_MS })),
    })
    await made.connection.close()
    expect(new Set(outcomes(await writing))).toEqual(new Set(['closed']))
    expect(bridge.puts.length).toBeLessThanOrEqual(1)
  })
})
