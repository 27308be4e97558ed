/** Notices come from the times of messages alone, are told by themselves, and are put away once. */
import { describe, expect, it } from 'vitest'
import { at, careWorld, DAY, HOUR, id, MINUTE } from './careWorld.ts'

const A = id(1)
const B = id(2)

describe('hours of use', () => {
  it('add up over talks, are told, and are put away until as many more', async () => {
    const world = careWorld()
    world.talkFor(A, 90)
    world.talkFor(B, 87)
    expect((await world.care()).notice).toBeNull()
    const before = world.heard.care
    world.talkFor(A, 3)
    expect(world.heard.care).toBeGreaterThan(before)
    expect((await world.care()).notice).toMatchObject({ kind: 'longUse', usedMinutes: 180 })
    await world.client.care.noticeSeen({ kind: 'longUse' })
    expect((await world.care()).notice).toBeNull()
    world.talkFor(A, 177)
    expect((await world.restart().care()).notice).toBeNull()
    world.talkFor(A, 6)
    expect((await world.restart().care()).notice?.kind).toBe('longUse')
  })

  it('follow the setting', async () => {
    const world = careWorld({ settings: { noticeHours: 1 } })
    world.talkFor(A, 60)
    expect((await world.care()).notice?.usedMinutes).toBe(60)
    world.around.settings = { ...world.around.settings, noticeHours: 2 }
    world.bus.emit('settingsChanged', world.around.settings)
    expect((await world.care()).notice).toBeNull()
  })

  it('of an erased talk do not count, and count again when it comes back', async () => {
    const world = careWorld({ settings: { noticeHours: 1 } })
    world.talkFor(A, 60)
    world.eraseTalk(A)
    expect((await world.care()).notice).toBeNull()
    world.restoreTalk(A)
    expect((await world.care()).notice?.kind).toBe('longUse')
  })

  it('put away twice is written down once, and one that is not due is not put away', async () => {
    const world = careWorld({ settings: { noticeHours: 1 } })
    await world.client.care.noticeSeen({ kind: 'returned' })
    world.talkFor(A, 60)
    await world.client.care.noticeSeen({ kind: 'enough' })
    await world.client.care.noticeSeen({ kind: 'longUse' })
    await world.client.care.noticeSeen({ kind: 'longUse' })
    expect(world.keeper('careMoments').rows('careMoments')).toHaveLength(1)
  })

  it('over a clock set back two hours count once', async () => {
    const world = careWorld({ clock: at('2026-11-24T10:00:00Z') })
    world.talkFor(A, 120)
    world.clock.advance(-2 * HOUR)
    world.talkFor(A, 120)
    expect((await world.care()).notice).toBeNull()
    expect((await world.balance()).today.minutes).toBe(120)
  })
})

it('a clock that was years ahead for a moment hides nothing of today', async () => {
  const world = careWorld({ settings: { noticeHours: 1 } })
  world.talkFor(A, 60)
  const ahead = world.restart(1000 * DAY)
  expect((await ahead.care()).notice?.kind).toBe('returned')
  ahead.clock.advance(-1000 * DAY)
  expect((await ahead.care()).notice?.kind).toBe('longUse')
})

describe('a week away', () => {
  it('is told when it is over, and put away before the first word', async () => {
    const world = careWorld()
    world.say(A, 'see you')
    world.clock.advance(7 * DAY)
    expect((await world.care()).notice).toBeNull()
    world.clock.advance(2 * MINUTE)
    expect((await world.care()).notice?.kind).toBe('returned')
    const next = world.restart()
    expect((await next.care()).notice?.kind).toBe('returned')
    await next.client.care.noticeSeen({ kind: 'returned' })
    next.say(A, 'hello again')
    expect((await next.care()).notice).toBeNull()
  })

  it('of someone who just writes on stays for that day', async () => {
    const world = careWorld({ clock: at('2026-11-10T09:00:00Z') })
    world.say(A, 'see you')
    world.clock.advance(10 * DAY)
    world.say(A, 'hello again')
    expect((await world.care()).notice?.kind).toBe('returned')
    world.clock.advance(DAY)
    expect((await world.care()).notice).toBeNull()
  })
})

describe('the own limit', () => {
  const limited = { talkLimitMinutes: 30 }

  it('is of a day from 04:00 to 04:00, told at night as night', async () => {
    const world = careWorld({ clock: at('2026-11-24T22:50:00Z'), settings: limited })
    world.talkFor(A, 30)
    expect((await world.care()).notice).toMatchObject({ kind: 'enough', usedMinutes: 30, atNight: true })
    const before = world.heard.care
    world.clock.advance(3 * HOUR + 40 * MINUTE)
    expect((await world.care()).notice, 'at 03:00 UTC it is 04:00 in Berlin, and a new day').toBeNull()
    expect(world.heard.care).toBeGreaterThan(before)
  })

  it('runs through midnight', async () => {
    const world = careWorld({ clock: at('2026-11-24T22:45:00Z'), settings: limited })
    world.talkFor(A, 15)
    expect((await world.care()).notice).toBeNull()
    world.talkFor(A, 15)
    expect((await world.care()).notice?.usedMinutes).toBe(30)
  })

  it.each([
    ['clocks go back', '2026-10-25T00:30:00Z', '2026-10-25T02:59:00Z', '2026-10-25T03:00:00Z'],
    ['clocks go forward', '2027-03-28T00:30:00Z', '2027-03-28T01:59:00Z', '2027-03-28T02:00:00Z'],
  ])('ends at 04:00 also in the night when %s', async (_what, begin, last, fresh) => {
    const world = careWorld({ clock: at(begin), settings: limited })
    world.talkFor(A, 30)
    world.clock.advance(Date.parse(last) - world.clock.now())
    expect((await world.care()).notice?.kind).toBe('enough')
    world.clock.advance(Date.parse(fresh) - world.clock.now())
    expect((await world.care()).notice).toBeNull()
  })
})

it('watching tells every change', async () => {
  const world = careWorld()
  const stream = await world.client.care.watch()
  expect((await stream.next()).value).toEqual({ people: [], plan: null, checkBack: null, notice: null })
  await world.client.care.setPeople({
    people: [{ id: A, name: 'Ada', phone: null, how: 'flat 3, knock', professional: false }],
  })
  expect((await stream.next()).value).toMatchObject({ people: [{ name: 'Ada' }] })
  await stream.return?.()
})

it('looking at the clock reads nothing', () => {
  const world = careWorld()
  world.talkFor(A, 60)
  const before = world.read.messages
  world.clock.advance(HOUR)
  world.talkFor(A, 30)
  expect(world.read.messages, 'times of the last days belong in memory').toBe(before)
})

it('everything erased is forgotten', async () => {
  const world = careWorld({ settings: { noticeHours: 1, talkLimitMinutes: 30 } })
  world.talkFor(A, 60)
  await world.client.care.noticeSeen({ kind: 'longUse' })
  world.caring.forTalks.willCheckBack({ conversationId: A, tier: 'high', language: 'en' })
  world.talks.eraseEverything()
  for (const keeper of world.caring.keepers) for (const kind of keeper.kinds) keeper.erase(kind)
  world.bus.emit('everythingErased', {})
  world.clock.advance(7 * HOUR)
  expect(await world.care()).toEqual({ people: [], plan: null, checkBack: null, notice: null })
  expect((await world.balance()).weeks).toEqual([])
  for (const keeper of world.caring.keepers)
    for (const kind of keeper.kinds)
      expect(keeper.count(kind), `${kind} must be empty`).toEqual({ rows: 0, oldestAt: null })
})
