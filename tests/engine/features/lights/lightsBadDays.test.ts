/** Bad days: bridges that are gone, slow or refuse, lamps that go away, a full disk, clocks that jump. */
import { describe, expect, it } from 'vitest'
import { EngineError } from '../../../../electron/engine/errors.ts'
import { lamp } from './fakeHouse.ts'
import { HOUR, lightsWorld, MINUTE, OTHER_SOURCE, SECOND, settled } from './lightsWorld.ts'

type World = ReturnType<typeof lightsWorld>

async function softened(options: Parameters<typeof lightsWorld>[0] = {}): Promise<World> {
  const world = lightsWorld(options)
  await world.client().lights.apply({ look: 'soften', because: 'shortcut' })
  await settled()
  return world
}

/** From now on nothing finds room on the disk. */
function fillDisk(world: World): () => void {
  const transaction = world.store.transaction.bind(world.store)
  world.store.transaction = () => {
    throw new EngineError('DISK_FULL', 'The disk is full.')
  }
  return () => {
    world.store.transaction = transaction
  }
}

const gone = { phase: 'failed', failure: 'unreachable', retrying: true } as const

describe('a bridge', () => {
  it('that goes while a look runs owes its lamps, and gives them back when it is there again', async () => {
    const world = await softened()
    await world.pass(10 * SECOND)
    world.house.setPhase(gone)
    await world.client().lights.release()
    await world.pass(MINUTE, 5 * SECOND)
    expect(world.view().owed).toBe(3)
    expect(world.view().sources[0]?.phase).toEqual(gone)
    world.house.setPhase({ phase: 'connected' })
    await world.pass(10 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
    expect(world.view().owed).toBe(0)
  })

  it('that loses the way back a few times is asked again, a little later each time', async () => {
    const world = await softened()
    await world.pass(10 * SECOND)
    world.house.answers = 'gave_up'
    await world.client().lights.release()
    await world.pass(5 * SECOND)
    world.house.answers = 'written'
    await world.pass(20 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
  })

  it('that does not answer in five seconds does not hold a look back for longer', async () => {
    const world = lightsWorld()
    world.house.readMs = Number.POSITIVE_INFINITY
    const asked = world.client().lights.apply({ look: 'soften', because: 'shortcut' })
    await world.pass(4 * SECOND)
    expect(world.house.seen).toEqual([])
    await world.pass(2 * SECOND)
    await asked
    expect(world.house.shown('hue:desk')).toEqual([56, 447])
  })

  it('that is slow keeps nothing else waiting', async () => {
    const world = lightsWorld()
    world.house.readMs = 4000
    const asked = world.client().lights.apply({ look: 'soften', because: 'shortcut' })
    await world.pass(SECOND)
    world.house.hand('hue:desk', { brightness: 30 })
    expect(world.view().lamps[0]?.brightness).toBe(30)
    await world.pass(4 * SECOND)
    await asked
    await settled()
    expect(world.house.shown('hue:desk')).toEqual([30, 447])
  })

  it('that refuses leaves the lamp as it was, and nothing is owed for it', async () => {
    const world = lightsWorld()
    world.house.answers = 'refused'
    await world.client().lights.apply({ look: 'soften', because: 'shortcut' })
    await world.pass(2 * SECOND)
    await world.client().lights.release()
    await world.pass(10 * SECOND)
    expect(world.house.seen).toEqual([])
    expect(world.kept('lightsSnapshot')).toBeNull()
    expect(world.view().owed).toBe(0)
  })

  it('answers an older write after a newer one: only the newest counts', async () => {
    const world = lightsWorld()
    world.house.answers = 'held'
    await world.client().lights.apply({ look: 'soften', because: 'shortcut' })
    await world.pass(SECOND)
    world.house.hand('hue:desk', { brightness: 56, colour: { kind: 'temperature', mirek: 447 } })
    world.house.hand('hue:floor', { brightness: 56, colour: { kind: 'temperature', mirek: 447 } })
    world.house.hand('hue:shelf', { brightness: 56, colour: { kind: 'temperature', mirek: 447 } })
    await world.pass(5 * SECOND)
    await world.client().lights.release()
    await world.pass(SECOND)
    expect(world.house.waiting).toBe(2)
    world.house.release('newest')
    world.house.answers = 'written'
    await world.pass(20 * SECOND)
    expect(world.house.seen.length).toBeGreaterThan(0)
    expect(world.view().owed).toBe(0)
  })

  it('beside another that is gone does its part', async () => {
    const world = lightsWorld({
      otherLamps: [lamp('hue:stairs', { roomIds: ['hue:hall'] })],
      lamps: [lamp('hue:desk')],
    })
    world.other.setPhase(gone)
    await world.client().lights.apply({ look: 'soften', because: 'shortcut' })
    await settled()
    expect(world.house.shown('hue:desk')).toEqual([56, 447])
    expect(world.other.seen).toEqual([])
    expect(world.view().told).toMatchObject({
      what: 'refused',
      refused: [{ lampId: 'hue:stairs', rule: 'unknown_state' }],
    })
    expect(world.view().sources.map(({ phase }) => phase.phase)).toEqual(['connected', 'failed'])
  })

  it('whose settings nobody can read any more says so, and the other goes on', async () => {
    const world = lightsWorld({ otherLamps: [lamp('hue:stairs')], isStarted: false })
    world.store.raw.prepare("UPDATE light_sources SET settings = '{}' WHERE id = ?").run(OTHER_SOURCE)
    world.begin()
    expect(world.view().sources.map(({ phase }) => phase)).toEqual([
      { phase: 'connected' },
      { phase: 'failed', failure: 'key_removed', retrying: false },
    ])
    await world.client().lights.apply({ look: 'soften', because: 'shortcut' })
    await settled()
    expect(world.house.shown('hue:desk')).toEqual([56, 447])
    expect(world.logLines.join('\n')).not.toContain('secret-key')
  })
})

describe('a lamp', () => {
  it('that is taken out of the house in mid-look is waited for, and named when it is given up', async () => {
    const world = await softened()
    await world.pass(10 * SECOND)
    world.house.remove('hue:shelf')
    await world.client().lights.release()
    await world.pass(20 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
    expect(world.view().owed).toBe(1)
    await world.pass(2 * HOUR + 2 * MINUTE, MINUTE)
    expect(world.log().at(-1)).toMatchObject({
      what: 'left',
      why: 'gone',
      lamps: [{ name: 'Lamp hue:shelf' }],
    })
    expect(world.kept('lightsSnapshot')).toBeNull()
  })

  it('that loses its power is given back when it has some again', async () => {
    const world = await softened()
    await world.pass(10 * SECOND)
    world.house.hand('hue:desk', { isReachable: false })
    await world.client().lights.release()
    await world.pass(20 * SECOND)
    expect(world.view().owed).toBe(1)
    world.house.hand('hue:desk', { isReachable: true })
    await world.pass(10 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
  })

  it('among sixty takes its look within one decision', async () => {
    const lamps = Array.from({ length: 60 }, (_, n) => lamp(`hue:l${n}`, { brightness: 50 + (n % 40) }))
    const world = await softened({ lamps })
    await world.pass(10 * SECOND)
    const dimmed = lamps.filter(({ brightness }) => (brightness ?? 0) > 57)
    expect(dimmed.every(({ id }) => world.house.shown(id)[0] === 56)).toBe(true)
    await world.client().lights.release()
    await world.pass(20 * SECOND)
    for (const { id, brightness } of lamps) expect(world.house.shown(id)).toEqual([brightness, 300])
  })
})

describe('a full disk', () => {
  it('lets no lamp be changed that could not be given back, and says so', async () => {
    const world = lightsWorld()
    const empty = fillDisk(world)
    await expect(world.client().lights.apply({ look: 'soften', because: 'shortcut' })).rejects.toMatchObject({
      code: 'DISK_FULL',
    })
    await settled()
    expect(world.house.seen).toEqual([])
    expect(world.view().told).toMatchObject({ what: 'refused', why: 'disk_full' })
    expect(world.view().claims).toEqual([])
    empty()
    await world.client().lights.apply({ look: 'soften', because: 'shortcut' })
    await settled()
    expect(world.house.shown('hue:desk')).toEqual([56, 447])
    expect(world.whats()).toEqual(['begun'])
  })

  it('that comes in mid-look gives back what is known, and keeps the log until there is room', async () => {
    const world = await softened()
    await world.pass(40 * SECOND)
    const empty = fillDisk(world)
    await world.client().lights.release()
    await world.pass(10 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
    empty()
    await world.client().lights.apply({ look: 'soften', because: 'talk' })
    await world.pass(MINUTE, 5 * SECOND)
    expect(world.whats()).toEqual(['begun', 'ended released', 'restored', 'begun'])
  })

  it('that comes before a second look gives the first one back', async () => {
    const world = await softened()
    await world.pass(40 * SECOND)
    fillDisk(world)
    await expect(world.client().lights.preview({ look: 'windDown' })).rejects.toMatchObject({
      code: 'DISK_FULL',
    })
    await world.pass(10 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
  })
})

describe('time and settings', () => {
  it('a clock set back leaves every wait as long as it was', async () => {
    const world = lightsWorld()
    await world.client().lights.preview({ look: 'soften' })
    await world.pass(2 * SECOND)
    world.clock.jump(-3 * HOUR)
    world.bus.emit('clockSetBack', { byMs: 3 * HOUR, atMs: world.clock.now() })
    await world.pass(12 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
  })

  it('a clock set far ahead leaves alone what is nobody’s wish any more', async () => {
    const world = await softened()
    await world.pass(10 * SECOND)
    world.clock.jump(5 * HOUR)
    await world.pass(2 * MINUTE, 10 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([56, 447])
    expect(world.log().at(-1)).toMatchObject({ what: 'left', why: 'too_long_ago' })
  })

  it('a room that is ticked off in mid-look is given back at once, the rest stays', async () => {
    const world = await softened({
      lamps: [lamp('hue:desk'), lamp('hue:hall', { roomIds: ['hue:hall'] })],
    })
    await world.pass(10 * SECOND)
    world.choose({ roomIds: ['hue:study'] })
    await world.pass(10 * SECOND)
    expect(world.house.shown('hue:hall')).toEqual([80, 300])
    expect(world.house.shown('hue:desk')).toEqual([56, 447])
  })

  it('a claim that is held through a call beyond its time does not spin', async () => {
    const world = lightsWorld()
    world.raise('raised')
    await world.pass(2 * SECOND)
    world.see({ inCall: true })
    world.raise('clear')
    await world.pass(15 * MINUTE, 5 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([56, 447])
    world.see({ inCall: false })
    await world.pass(10 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
  })
})
