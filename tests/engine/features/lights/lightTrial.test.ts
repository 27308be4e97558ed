/** Does it do anything for me: moments drawn by chance, what came after, and all that is kept, counted and erased. */
import { describe, expect, it } from 'vitest'
import { lightsWorld, MINUTE, SECOND, SOURCE, settled } from './lightsWorld.ts'
import { breatheForOneMinute } from './plans.ts'

const HOUR = 60 * MINUTE

/** Strain is raised and clears again, with its look given back. */
async function raisedOnce(world: ReturnType<typeof lightsWorld>): Promise<void> {
  world.raise('raised')
  await world.pass(2 * SECOND)
  world.raise('clear')
  await world.pass(13 * MINUTE, 10 * SECOND)
}

describe('the trial', () => {
  it('draws raised moments by chance, and changes nothing in the others', async () => {
    const world = lightsWorld({ lights: { isTrialOn: true, mostLooksADay: 24 }, seed: 3 })
    for (let n = 0; n < 8; n++) {
      await raisedOnce(world)
      await world.pass(30 * MINUTE, MINUTE)
    }
    const rows = world.store.raw.prepare('SELECT arm, propensity FROM light_trial').all()
    const arms = rows.map((row) => (row as { arm: string }).arm)
    expect(arms).toHaveLength(8)
    expect(new Set(arms)).toEqual(new Set(['look', 'withheld']))
    const begun = world.log().filter(({ what }) => what === 'begun')
    expect(begun).toHaveLength(arms.filter((arm) => arm === 'look').length)
    const { trial } = world.client().lights
    expect(await trial()).toMatchObject({
      isOn: true,
      moments: 8,
      outcomes: { mood: { kind: 'not_enough' }, heartRate: { kind: 'not_enough' } },
    })
  })

  it('takes the next check-in within four hours, and forgets one that is erased', async () => {
    const world = lightsWorld({ lights: { isTrialOn: true } })
    const mood = () => world.store.raw.prepare('SELECT mood FROM light_trial').all()
    await raisedOnce(world)
    const firstMs = world.clock.now()
    world.bus.emit('checkinAnswered', { atMs: firstMs, mood: 2 })
    await world.pass(HOUR, MINUTE)
    world.bus.emit('checkinAnswered', { atMs: world.clock.now(), mood: 5 })
    expect(mood()).toEqual([{ mood: 2 }])
    world.bus.emit('checkinAnswered', { atMs: firstMs, mood: 3 })
    expect(mood()).toEqual([{ mood: 3 }])
    world.bus.emit('checkinErased', { atMs: firstMs })
    expect(mood()).toEqual([{ mood: null }])
    const late = lightsWorld({ lights: { isTrialOn: true } })
    await raisedOnce(late)
    await late.pass(5 * HOUR, 10 * MINUTE)
    late.bus.emit('checkinAnswered', { atMs: late.clock.now(), mood: 4 })
    expect(late.store.raw.prepare('SELECT mood FROM light_trial').all()).toEqual([{ mood: null }])
  })

  it('takes the heart rate before and ten minutes after, also over a restart, and none where there is none', async () => {
    const world = lightsWorld({ lights: { isTrialOn: true } })
    const asked: [number, number][] = []
    world.heartRate = (fromMs, toMs) => {
      asked.push([fromMs, toMs])
      return asked.length === 1 ? 80 : 74
    }
    const atMs = world.clock.now()
    world.raise('raised')
    await settled()
    await world.end()
    world.clock.jump(20 * MINUTE)
    world.begin()
    await settled()
    const rows = world.store.raw.prepare(
      'SELECT heart_rate_before AS b, heart_rate_after AS a FROM light_trial',
    )
    expect(rows.all()).toEqual([{ b: 80, a: 74 }])
    expect(asked[0]).toEqual([atMs - 3 * MINUTE, atMs])
    expect(asked[1]).toEqual([atMs + 8.5 * MINUTE, atMs + 11.5 * MINUTE])
    const none = lightsWorld({ lights: { isTrialOn: true } })
    await raisedOnce(none)
    expect(none.store.raw.prepare('SELECT heart_rate_before AS b FROM light_trial').all()).toEqual([
      { b: null },
    ])
  })

  it('is forgotten at a word', async () => {
    const world = lightsWorld({ lights: { isTrialOn: true } })
    await raisedOnce(world)
    await world.client().lights.forgetTrial({ confirm: 'forget' })
    expect((await world.client().lights.trial()).moments).toBe(0)
  })
})

describe('what is kept', () => {
  it('is counted, taken along without secrets, and erased by day and by kind', async () => {
    const world = lightsWorld({ lights: { isTrialOn: true } })
    await raisedOnce(world)
    const { keeper } = world.lights
    expect(keeper.count('lightSources')).toMatchObject({ rows: 1 })
    expect(keeper.count('lights').rows).toBeGreaterThan(0)
    expect(keeper.count('lightTrial')).toMatchObject({ rows: 1 })
    expect(keeper.rows('lightSources')).toMatchObject([
      { title: 'Hue Bridge', settings: { host: '10.0.0.2' } },
    ])
    expect(JSON.stringify(keeper.rows('lightSources'))).not.toContain('secret-key')
    expect(keeper.rows('lights')).toHaveLength(keeper.count('lights').rows)
    const workDay = Math.floor(world.clock.now() / 86_400_000)
    keeper.eraseDay({ workDay: workDay - 1, fromMs: 0, toMs: 1 })
    expect(keeper.count('lightTrial').rows).toBe(1)
    keeper.eraseDay({ workDay, fromMs: 0, toMs: 1 })
    expect([keeper.count('lights').rows, keeper.count('lightTrial').rows]).toEqual([0, 0])
  })

  it('goes with everything, after the lamps were given back, and nothing is said of them any more', async () => {
    const world = lightsWorld()
    await world.client().lights.apply({ look: 'soften', because: 'shortcut' })
    await world.pass(5 * SECOND)
    world.change({ lights: { ...world.settings().lights, isAllowed: false } })
    for (const kind of world.lights.keeper.kinds) world.lights.keeper.erase(kind)
    world.bus.emit('everythingErased', {})
    expect(world.lights.keeper.count('lightSources').rows).toBe(0)
    expect(await world.client().lights.restoreSource({ id: SOURCE })).toEqual({ restored: false })
    await world.pass(15 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
    expect(world.house.closed).toBe(1)
    expect(world.lights.keeper.count('lights').rows).toBe(0)
    expect(world.kept('lightsSnapshot')).toBeNull()
    expect(world.view()).toMatchObject({ isSimulated: true, announced: null, told: null })
  })

  it('is told of at most sixty-two days, the newest first', async () => {
    const world = lightsWorld()
    await world.client().lights.apply({ look: 'soften', because: 'shortcut' })
    await world.client().lights.release()
    const day = Math.floor(world.clock.now() / 86_400_000)
    const { entries, firstDay } = await world.client().lights.log({ fromDay: day, toDay: day })
    expect(entries[0]?.row).toBeGreaterThan(entries.at(-1)?.row ?? 0)
    expect(firstDay).toBe(day)
    await expect(world.client().lights.log({ fromDay: day - 62, toDay: day })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  })
})

describe('looks of the person’s own', () => {
  it('are the ticked lamps that are on, or what a scene made elsewhere asks', async () => {
    const world = lightsWorld()
    world.house.hand('hue:floor', { isOn: false })
    world.house.hand('hue:desk', { brightness: 30 })
    const { id } = await world.client().lights.saveScene({ title: 'Reading' })
    expect(world.settings().lights.scenes).toMatchObject([
      { id, title: 'Reading', lamps: [{ lampId: 'hue:desk', brightness: 30 }, { lampId: 'hue:shelf' }] },
    ])
    world.house.scenes = [
      {
        ...{ id: 'hue:evening', name: 'Evening', groupId: null, isSmart: false },
        lamps: [{ lampId: 'hue:shelf', brightness: 20, mirek: 454 }],
      },
    ]
    const adopted = await world.client().lights.adoptScene({ sceneId: 'hue:evening' })
    await world.client().lights.apply({ look: adopted.id, because: 'shortcut' })
    await settled()
    expect(world.house.shown('hue:shelf')).toEqual([20, 454])
    expect(world.house.shown('hue:desk')).toEqual([30, 300])
    await expect(world.client().lights.adoptScene({ sceneId: 'hue:none' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('cannot be made of a dark room, nor without end', async () => {
    const world = lightsWorld()
    for (const id of ['hue:desk', 'hue:floor', 'hue:shelf']) world.house.hand(id, { isOn: false })
    await expect(world.client().lights.saveScene({ title: 'Dark' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    world.house.hand('hue:desk', { isOn: true })
    for (let n = 0; n < 20; n++) await world.client().lights.saveScene({ title: `Look ${n}` })
    await expect(world.client().lights.saveScene({ title: 'One more' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  })
})

describe('an exercise', () => {
  it('is followed in time with the page, and the lamps are given back when it is over', async () => {
    const world = lightsWorld()
    world.plans.set('breath 60', breatheForOneMinute)
    const startedAtMs = world.clock.now()
    const followed = await world
      .client()
      .lights.followExercise({ exerciseId: 'breath', lengthSeconds: 60, startedAtMs })
    expect(followed).toEqual({ follows: true })
    await world.pass(55 * SECOND, 50)
    const brightness = world.house.seen
      .filter(({ was }) => was.id === 'hue:desk')
      .map(({ write }) => write.brightness ?? 0)
    expect(Math.max(...brightness)).toBeLessThanOrEqual(80)
    const steps = brightness.slice(1).map((one, at) => Math.abs(one - (brightness[at] ?? one)))
    expect(Math.max(...steps)).toBeLessThanOrEqual(10.01)
    expect(brightness.length).toBeGreaterThan(20)
    await world.pass(20 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
    expect(world.view().claims).toEqual([])
  })

  it('that is broken off gives the lamps back, and one nobody knows is said to be', async () => {
    const world = lightsWorld()
    world.plans.set('breath 60', breatheForOneMinute)
    const wish = { exerciseId: 'breath', lengthSeconds: 60, startedAtMs: world.clock.now() }
    await world.client().lights.followExercise(wish)
    await world.pass(9 * SECOND, 50)
    await world.client().lights.exerciseEnded()
    await world.pass(15 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
    await expect(
      world.client().lights.followExercise({ ...wish, exerciseId: 'nothing' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is not followed where that is not wanted, allowed, or over already', async () => {
    const world = lightsWorld({ lights: { followsExercises: false } })
    world.plans.set('breath 60', breatheForOneMinute)
    const wish = { exerciseId: 'breath', lengthSeconds: 60, startedAtMs: world.clock.now() }
    expect(await world.client().lights.followExercise(wish)).toEqual({ follows: false })
    world.choose({ followsExercises: true })
    const over = { ...wish, startedAtMs: world.clock.now() - 2 * MINUTE }
    expect(await world.client().lights.followExercise(over)).toEqual({ follows: false })
    world.choose({ isAllowed: false })
    expect(await world.client().lights.followExercise(wish)).toEqual({ follows: false })
    expect(world.house.seen).toEqual([])
  })
})
