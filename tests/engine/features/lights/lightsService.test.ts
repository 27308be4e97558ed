/** Looks over lamps and back, as a person, strain, a pause and bedtime want them. */
import { describe, expect, it } from 'vitest'
import { lamp } from './fakeHouse.ts'
import { HOUR, lightsWorld, MINUTE, SECOND, settled } from './lightsWorld.ts'
import { breatheForOneMinute } from './plans.ts'

async function softened(options: Parameters<typeof lightsWorld>[0] = {}) {
  const world = lightsWorld(options)
  await world.client().lights.apply({ look: 'soften', because: 'shortcut' })
  await settled()
  return world
}

describe('a look and its way back', () => {
  it('softens what was ticked, as one write for the room, and tells of it with a way back', async () => {
    const world = await softened()
    expect(world.house.shown('hue:desk')).toEqual([56, 447])
    expect(world.house.seen.map(({ isGroup }) => isGroup)).toEqual([true, true, true])
    const view = world.view()
    expect(view.claims).toMatchObject([{ look: 'soften', because: 'shortcut' }])
    expect(view.announced).toMatchObject({ look: 'soften', because: 'shortcut' })
    expect(view.lamps[0]).toMatchObject({ heldBy: 'soften', fadeMs: 4000, choice: 'chosen' })
    expect(world.log()).toMatchObject([
      {
        what: 'begun',
        lamps: [{ name: 'Lamp hue:desk', before: { brightness: 80 }, set: { brightness: 56 } }, {}, {}],
      },
    ])
  })

  it('reads the lamps anew before it begins, and before it gives them back', async () => {
    const world = lightsWorld()
    world.house.hand('hue:desk', { brightness: 40 }, false)
    await world.client().lights.apply({ look: 'soften', because: 'talk' })
    expect(world.house.reads).toBe(1)
    await settled()
    expect(world.house.shown('hue:desk')).toEqual([40, 447])
    await world.pass(10 * SECOND)
    await world.client().lights.release()
    await settled()
    expect(world.house.reads).toBe(2)
    expect(world.house.shown('hue:desk')).toEqual([40, 300])
    expect(world.house.shown('hue:floor')).toEqual([80, 300])
  })

  it('keeps the way back on disk before the write leaves, and forgets it when everything is given back', async () => {
    const world = lightsWorld()
    world.house.answers = 'held'
    await world.client().lights.apply({ look: 'soften', because: 'shortcut' })
    expect(world.house.seen).toEqual([])
    expect(world.kept('lightsSnapshot').lamps).toHaveLength(3)
    world.house.answers = 'written'
    world.house.release()
    await settled()
    await world.client().lights.release()
    await world.pass(10 * SECOND)
    expect(world.kept('lightsSnapshot')).toBeNull()
    expect(world.whats()).toEqual(['begun', 'ended released', 'restored'])
  })

  it('shows breathing as one breath, and gives that back as well', async () => {
    const world = lightsWorld()
    world.plans.set('six-breaths 10', { ...breatheForOneMinute, rounds: 1, totalMs: 10_000 })
    await world.client().lights.preview({ look: 'breathe' })
    const levels = new Set<number | null | undefined>()
    for (let passed = 0; passed < 10; passed++) {
      await world.pass(SECOND)
      levels.add(world.house.shown('hue:desk')[0])
    }
    expect(levels.size).toBeGreaterThan(4)
    await world.pass(10 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
    expect(world.view().claims).toEqual([])
  })

  it('gives a preview back after ten seconds', async () => {
    const world = lightsWorld()
    await world.client().lights.preview({ look: 'windDown' })
    await settled()
    expect(world.house.shown('hue:desk')).toEqual([30, 454])
    await world.pass(9 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([30, 454])
    await world.pass(3 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
  })

  it('is undone within a minute, and refuses after it', async () => {
    const world = await softened()
    const claimId = world.view().announced?.claimId ?? 0
    await world.pass(61 * SECOND)
    expect(world.view().announced).toBeNull()
    await expect(world.client().lights.undo({ claimId })).rejects.toMatchObject({
      code: 'LIGHTS_REFUSED',
      data: { because: 'undo_over' },
    })
    const again = lightsWorld()
    await again.client().lights.apply({ look: 'soften', because: 'shortcut' })
    await again.pass(5 * SECOND)
    await again.client().lights.undo({ claimId: again.view().announced?.claimId ?? 0 })
    await again.pass(5 * SECOND)
    expect(again.house.shown('hue:desk')).toEqual([80, 300])
    expect(again.whats()).toEqual(['begun', 'ended undone', 'restored'])
  })

  it('ends by itself after twenty minutes', async () => {
    const world = await softened()
    await world.pass(21 * MINUTE, 10 * SECOND)
    expect(world.house.shown('hue:floor')).toEqual([80, 300])
    expect(world.view().claims).toEqual([])
  })

  it('takes back what was only about to begin', async () => {
    const world = lightsWorld()
    world.house.readMs = 2000
    const asked = world.client().lights.apply({ look: 'soften', because: 'shortcut' })
    await settled()
    await world.client().lights.release()
    await world.pass(3 * SECOND)
    await asked
    expect(world.house.seen).toEqual([])
    expect(world.view().claims).toEqual([])
  })

  it('says why a wish came to nothing', async () => {
    const world = lightsWorld({ lights: { isAllowed: false } })
    await expect(world.client().lights.apply({ look: 'soften', because: 'talk' })).rejects.toMatchObject({
      code: 'LIGHTS_REFUSED',
      data: { because: 'not_allowed' },
    })
    expect(world.view().told).toMatchObject({ what: 'refused', why: 'not_allowed', look: 'soften' })
    const dark = lightsWorld({ lamps: [lamp('hue:a', { isOn: false }), lamp('hue:b', { isOn: false })] })
    await dark.client().lights.apply({ look: 'soften', because: 'talk' })
    expect(dark.view().told).toMatchObject({ what: 'allOff', look: 'soften' })
    expect(dark.house.seen).toEqual([])
    await dark.pass(61 * SECOND)
    expect(dark.view().told).toBeNull()
  })
})

describe('a hand wins', () => {
  it('during the fade, after it, and while it is given back', async () => {
    for (const waitMs of [100, 3000, 30_000]) {
      const world = await softened()
      await world.pass(waitMs, 100)
      world.house.hand('hue:desk', { brightness: 95 })
      await settled()
      await world.client().lights.release()
      await world.pass(20 * SECOND)
      expect(world.house.shown('hue:desk'), `after ${waitMs} ms`).toEqual([95, 447])
      expect(world.house.shown('hue:floor'), `after ${waitMs} ms`).toEqual([80, 300])
    }
  })

  it('while the lamps are read before giving back', async () => {
    const world = await softened()
    await world.pass(20 * SECOND)
    world.house.readMs = 1000
    await world.client().lights.release()
    world.house.hand('hue:desk', { brightness: 20 })
    await world.pass(20 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([20, 447])
    expect(world.house.shown('hue:floor')).toEqual([80, 300])
    expect(world.whats()).toContain('left hand')
  })

  it('a lamp that was switched off stays off and as it is', async () => {
    const world = await softened()
    await world.pass(20 * SECOND)
    world.house.hand('hue:desk', { isOn: false })
    await world.client().lights.release()
    await world.pass(20 * SECOND)
    expect(world.house.get('hue:desk').isOn).toBe(false)
    expect(world.house.seen.filter(({ was }) => !was.isOn)).toEqual([])
  })
})

describe('what gives occasion for a look', () => {
  it('raised strain, once for each raise, and gives back when it clears, ten minutes later at the earliest', async () => {
    const world = lightsWorld()
    world.raise('raised')
    await settled()
    world.raise('raised')
    await settled()
    expect(world.house.shown('hue:desk')).toEqual([56, 447])
    expect(world.view().claims).toMatchObject([{ because: 'strain' }])
    world.raise('clear')
    await world.pass(5 * MINUTE, 5 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([56, 447])
    await world.pass(6 * MINUTE, 5 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
    expect(world.whats()).toEqual(['begun', 'ended over', 'restored'])
  })

  it('no strain that was there before Lull began, and none where none is wanted', async () => {
    const world = lightsWorld({ isStarted: false })
    world.raise('raised')
    world.begin()
    world.raise('raised')
    await settled()
    expect(world.house.seen).toEqual([])
    const none = lightsWorld({ lights: { atStrain: null } })
    none.raise('raised')
    await settled()
    expect(none.house.seen).toEqual([])
  })

  it('waits through a call, and reads the lamps before it begins then', async () => {
    const world = lightsWorld()
    world.see({ inCall: true })
    world.raise('raised')
    await world.pass(5 * SECOND)
    expect(world.house.seen).toEqual([])
    world.house.hand('hue:desk', { brightness: 50 }, false)
    const reads = world.house.reads
    world.see({ inCall: false })
    await world.pass(2 * SECOND)
    expect(world.house.reads).toBe(reads + 1)
    expect(world.house.shown('hue:floor')).toEqual([56, 447])
    expect(world.house.shown('hue:desk')).toEqual([50, 447])
  })

  it('a pause that lasts, and not one of half a minute', async () => {
    const world = lightsWorld()
    world.pause('start', 20 * SECOND)
    await settled()
    expect(world.house.seen).toEqual([])
    world.pause('start', 5 * MINUTE)
    await settled()
    expect(world.house.shown('hue:desk')).toEqual([70, 370])
    await world.pass(2 * MINUTE, 5 * SECOND)
    world.pause('end')
    await world.pass(10 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
  })

  it('bedtime over midnight, once an evening, and leaves the light as it is at bed', async () => {
    const world = lightsWorld({
      at: '2026-06-03T21:50:00Z',
      zone: 'Europe/Berlin',
      lights: { windDown: { isOn: true, bedMinute: 30, beforeMinutes: 30 } },
    })
    await world.pass(9 * MINUTE, 30 * SECOND)
    expect(world.house.seen).toEqual([])
    await world.pass(3 * MINUTE, 30 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([30, 454])
    await world.pass(40 * MINUTE, 30 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([30, 454])
    expect(world.view().claims).toEqual([])
    expect(world.whats()).toEqual(['begun', 'ended over', 'left let_go'])
  })

  it('not again in an evening in which the person took it back', async () => {
    const world = lightsWorld({
      at: '2026-06-03T22:10:00Z',
      lights: { windDown: { isOn: true, bedMinute: 23 * 60, beforeMinutes: 60 } },
    })
    await world.pass(5 * SECOND)
    await world.client().lights.release()
    await world.pass(40 * MINUTE, 30 * SECOND)
    expect(world.whats()).toEqual(['begun', 'ended released', 'restored'])
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
  })

  it('writing in a talk, where it was asked for, until half a minute after the last word', async () => {
    const quiet = lightsWorld()
    await quiet.client().lights.writing()
    await settled()
    expect(quiet.house.seen).toEqual([])
    const world = lightsWorld({ lights: { warmsInTalk: true } })
    for (let word = 0; word < 5; word++) {
      await world.client().lights.writing()
      await world.pass(10 * SECOND)
    }
    expect(world.house.shown('hue:desk')).toEqual([80, 330])
    expect(world.house.reads).toBe(1)
    await world.pass(45 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
    await world.client().lights.writing()
    await world.pass(2 * SECOND)
    await world.client().lights.release()
    await world.client().lights.writing()
    await world.pass(20 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
  })

  it('a home, where the person let lights be touched', async () => {
    const world = lightsWorld()
    await world.outside().soften()
    await settled()
    expect(world.outside().view().claims).toMatchObject([{ because: 'outside', look: 'soften' }])
    world.outside().back()
    await world.pass(10 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
    const closed = lightsWorld({ isUnpaired: true, lights: { isAllowed: false } })
    await expect(closed.outside().soften()).rejects.toMatchObject({ code: 'LIGHTS_REFUSED' })
  })
})

describe('when Lull is to be quiet', () => {
  it('gives everything back while sensing is paused, and touches nothing', async () => {
    const world = await softened()
    await world.pass(10 * SECOND)
    world.change({ sensingPaused: { until: world.clock.now() + HOUR } })
    await world.pass(10 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
    expect(world.view().isPaused).toBe(true)
    await expect(world.client().lights.apply({ look: 'soften', because: 'talk' })).rejects.toMatchObject({
      data: { because: 'paused' },
    })
    world.clock.advance(HOUR)
    await world.client().lights.apply({ look: 'soften', because: 'talk' })
    await settled()
    expect(world.house.shown('hue:desk')).toEqual([56, 447])
  })

  it('gives back before the machine sleeps, and tries every bridge when it wakes', async () => {
    const world = await softened()
    await world.pass(10 * SECOND)
    world.see({ activity: 'asleep' })
    await world.pass(10 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
    world.see({ activity: 'active' })
    expect(world.house.retries).toBe(1)
  })

  it('gives back when lights are not to be touched any more', async () => {
    const world = await softened()
    await world.pass(10 * SECOND)
    world.choose({ isAllowed: false })
    await world.pass(10 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
    expect(world.whats()).toEqual(['begun', 'ended settings', 'restored'])
  })

  it('gives back when it ends, in the middle of a fade', async () => {
    const world = await softened()
    await world.pass(2 * SECOND)
    await world.end()
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
    expect(world.kept('lightsSnapshot')).toBeNull()
    expect(world.house.closed).toBe(1)
  })

  it('waits eight seconds at the most for a bridge that does not answer at the end', async () => {
    const world = await softened()
    await world.pass(10 * SECOND)
    world.house.answers = 'held'
    world.house.readMs = Number.POSITIVE_INFINITY
    let isOver = false
    const ending = world.lights.service.stop().then(() => {
      isOver = true
    })
    await world.pass(7900, 100)
    expect(isOver).toBe(false)
    await world.pass(200, 100)
    await ending
    expect(world.kept('lightsSnapshot').lamps).toHaveLength(3)
  })
})

describe('after Lull was away', () => {
  it('a crash in mid-look is made good at the next start', async () => {
    const world = await softened()
    await world.pass(MINUTE, 5 * SECOND)
    world.crash()
    world.clock.jump(20 * MINUTE)
    world.begin()
    await world.pass(10 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
    expect(world.kept('lightsSnapshot')).toBeNull()
    expect(world.log().at(-1)).toMatchObject({ what: 'restored', lamps: [{ name: 'Lamp hue:desk' }, {}, {}] })
  })

  it('what a hand did meanwhile stays, and after two hours everything does', async () => {
    const world = await softened()
    await world.pass(10 * SECOND)
    world.crash()
    world.house.hand('hue:floor', { brightness: 70 }, false)
    world.begin()
    await world.pass(10 * SECOND)
    expect(world.house.shown('hue:floor')).toEqual([70, 447])
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
    const late = await softened()
    await late.pass(10 * SECOND)
    late.crash()
    late.clock.jump(2 * HOUR + MINUTE)
    late.begin()
    await late.pass(10 * SECOND)
    expect(late.house.shown('hue:desk')).toEqual([56, 447])
    expect(late.log().at(-1)).toMatchObject({ what: 'left', why: 'too_long_ago' })
  })

  it('a state nobody can read begins anew, and the way back is not lost with it', async () => {
    const world = await softened()
    await world.pass(10 * SECOND)
    world.crash()
    world.store.raw.prepare("UPDATE kept_states SET json = '{' WHERE name = 'lights'").run()
    world.begin()
    await world.pass(10 * SECOND)
    expect(world.logged('lightsStateUnreadable')).toHaveLength(1)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
  })

  it('no number of a wish is used twice, and the looks of a day are counted on', async () => {
    const world = lightsWorld()
    world.raise('raised')
    await world.pass(2 * SECOND)
    const [first] = world.view().claims
    await world.end()
    world.begin()
    expect(world.view().looksToday).toBe(1)
    await world.client().lights.apply({ look: 'soften', because: 'talk' })
    expect(world.view().claims[0]?.claimId).toBeGreaterThan(first?.claimId ?? 0)
  })
})
