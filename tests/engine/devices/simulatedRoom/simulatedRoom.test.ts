/** The room on screen answers writes and hands as a careful real one does. */
import { describe, expect, it } from 'vitest'
import { colourFor } from '../../../../electron/core/lights/colour.ts'
import { isInGamut } from '../../../../electron/core/lights/gamut.ts'
import type { Lamp } from '../../../../electron/core/lights/lamp.ts'
import { simulatedRoom } from '../../../../electron/engine/devices/simulatedRoom/index.ts'
import type { LightsNews, WriteOutcome } from '../../../../electron/engine/ports/lights.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'

function room() {
  const news: LightsNews[] = []
  const connection = simulatedRoom().connect(
    {},
    {
      clock: new FakeClock(),
      random: () => 0,
      settingsChanged: () => {},
      note: () => {},
      connectionMade: () => {},
    },
  )
  connection.watch((one) => news.push(one))
  const lamps = () => connection.state().snapshot?.lamps ?? []
  const lamp = (name: string): Lamp => {
    const found = lamps().find(({ id }) => id === `simulator:${name}`)
    if (!found) throw new Error(`no lamp ${name}`)
    return found
  }
  const write = async (name: string, rest: object): Promise<WriteOutcome | undefined> => {
    const [result] = await connection.write({
      lamps: [{ lampId: `simulator:${name}`, fadeMs: 4000, ...rest }],
    })
    return result?.outcome
  }
  const touch = (name: string, what: object) => connection.touch?.(`simulator:${name}`, what)
  return { connection, news, lamps, lamp, write, touch }
}

describe('the flat', () => {
  it('has two rooms and one lamp of each kind, each in its room', () => {
    const { connection, lamps } = room()
    const { snapshot, phase } = connection.state()
    expect(phase).toEqual({ phase: 'connected' })
    expect(snapshot?.rooms.map(({ id }) => id)).toEqual(['simulator:study', 'simulator:bedroom'])
    expect(lamps()).toHaveLength(7)
    for (const { id, roomIds } of lamps()) {
      expect(id).toMatch(/^simulator:/)
      expect(snapshot?.rooms.filter(({ lampIds }) => lampIds.includes(id)).map((one) => one.id)).toEqual(
        roomIds,
      )
    }
    expect(lamps().filter(({ can }) => can.dim && can.temperature === null)).toHaveLength(2)
    expect(lamps().filter(({ can }) => can.temperature && !can.colour)).toHaveLength(2)
    expect(lamps().filter(({ can }) => can.colour?.gamut)).toHaveLength(2)
    expect(lamps().filter(({ can }) => !can.dim)).toHaveLength(1)
    expect(lamps().filter(({ isOn }) => isOn === false)).toHaveLength(1)
  })

  it('begins anew with each connection', async () => {
    const first = room()
    await first.write('desk', { brightness: 20 })
    expect(first.lamp('desk').brightness).toBe(20)
    expect(room().lamp('desk').brightness).toBe(90)
  })

  it('has a scene whose lamps can do what it asks', () => {
    const { connection, lamp } = room()
    const [scene] = connection.state().snapshot?.scenes ?? []
    for (const { lampId, mirek } of scene?.lamps ?? []) {
      const { can } = lamp(lampId.slice('simulator:'.length))
      if (mirek !== undefined) expect(colourFor({ can }, { kind: 'temperature', mirek })).toEqual({ mirek })
    }
  })
})

describe('a write', () => {
  it('takes effect at once, and is told after who wrote is through', async () => {
    const { news, lamp, write } = room()
    const done = write('desk', { brightness: 40, mirek: 400 })
    expect(news).toEqual([])
    expect(await done).toBe('written')
    expect(lamp('desk')).toMatchObject({ brightness: 40, colour: { kind: 'temperature', mirek: 400 } })
    expect(news).toEqual([{ kind: 'lamps', lampIds: ['simulator:desk'] }])
    await write('desk', { brightness: 40, mirek: 400 })
    expect(news).toHaveLength(1)
  })

  it('never switches on, nor changes what is off', async () => {
    const { lamp, write, connection, news } = room()
    const before = lamp('shelf')
    expect(await write('shelf', { brightness: 30, mirek: 300 })).toBe('partly')
    await connection.write({ groups: [{ groupId: 'simulator:study', brightness: 30, fadeMs: 1000 }] })
    expect(lamp('shelf')).toEqual(before)
    expect(news).toEqual([
      { kind: 'lamps', lampIds: ['simulator:desk', 'simulator:floor', 'simulator:ceiling'] },
    ])
  })

  it('is held at the lamp’s floor, its range of white and its colours', async () => {
    const { lamp, write } = room()
    expect(await write('ceiling', { brightness: 0 })).toBe('written')
    expect(lamp('ceiling').brightness).toBe(5)
    await write('floor', { mirek: 500 })
    expect(lamp('floor').colour).toEqual({ kind: 'temperature', mirek: 454 })
    await write('desk', { xy: { x: 0.1, y: 0.9 }, mirek: 300 })
    const { colour, can } = lamp('desk')
    expect(colour?.kind === 'xy' && can.colour?.gamut && isInGamut(colour, can.colour.gamut)).toBe(true)
  })

  it('leaves out what the lamp cannot do, and says so', async () => {
    const { lamp, write } = room()
    expect(await write('ceiling', { brightness: 40, mirek: 400 })).toBe('partly')
    expect(lamp('ceiling')).toMatchObject({ brightness: 40, colour: null })
    expect(await write('floor', { xy: { x: 0.4, y: 0.4 } })).toBe('partly')
    expect(await write('plug', { brightness: 40 })).toBe('partly')
    expect(lamp('plug').brightness).toBeNull()
  })

  it('of what is not there, cut at the wall or put away ends as that', async () => {
    const { connection, write, touch } = room()
    expect(await write('cellar', { brightness: 40 })).toBe('gone')
    touch('bedside', { isReachable: false })
    expect(await write('bedside', { brightness: 40 })).toBe('unreachable')
    expect(await connection.write({ groups: [{ groupId: 'simulator:attic', fadeMs: 1000 }] })).toEqual([
      { id: 'simulator:attic', outcome: 'gone' },
    ])
    await connection.close()
    expect(await write('desk', { brightness: 40 })).toBe('closed')
    expect(await connection.refresh()).toBe(false)
  })
})

describe('a hand', () => {
  it('switches, dims, warms and cuts, and each is told', () => {
    const { lamp, news, touch } = room()
    touch('shelf', { isOn: true, brightness: 120 })
    touch('floor', { mirek: 100 })
    touch('bedside', { isReachable: false })
    touch('plug', { isOn: false, brightness: 50 })
    expect(lamp('shelf')).toMatchObject({ isOn: true, brightness: 100 })
    expect(lamp('floor').colour).toEqual({ kind: 'temperature', mirek: 153 })
    expect(lamp('bedside').isReachable).toBe(false)
    expect(lamp('plug')).toMatchObject({ isOn: false, brightness: null })
    expect(news.flatMap((one) => (one.kind === 'lamps' ? one.lampIds : []))).toEqual([
      'simulator:shelf',
      'simulator:floor',
      'simulator:bedside',
      'simulator:plug',
    ])
    expect(touch('plug', { isOn: false })).toBe(true)
    expect(news).toHaveLength(4)
  })

  it('on no lamp is said', () => {
    const { touch } = room()
    expect(touch('cellar', { isOn: true })).toBe(false)
    expect(touch('desk', { isOn: true })).toBe(true)
  })
})
