/** Lull comes back to a hard moment as long as its talk is there, over restarts, and keeps nothing of one that was erased. */
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type CareWorld, careWorld, DAY, HOUR, id } from './careWorld.ts'

const A = id(1)
const B = id(2)

function hardNight(): CareWorld {
  const world = careWorld()
  world.say(A, 'it is too much')
  world.caring.forTalks.willCheckBack({ conversationId: A, tier: 'high', language: 'de' })
  return world
}
const rows = ({ store }: CareWorld) =>
  store.raw.prepare('SELECT count(*) FROM care_check_backs').pluck().get()

describe('coming back', () => {
  it('is told by itself when six hours are over, in the language of the moment', async () => {
    const world = hardNight()
    const sinceMs = world.clock.now()
    expect((await world.care()).checkBack).toBeNull()
    const before = world.heard.care
    world.clock.advance(6 * HOUR)
    expect(world.heard.care, 'a page that is open must hear of it').toBeGreaterThan(before)
    expect((await world.care()).checkBack).toEqual({
      ...{ conversationId: A, sinceMs, tier: 'high', text: 'de 0' },
    })
  })

  it('outlives a restart, and is put off once', async () => {
    const world = hardNight().restart()
    world.clock.advance(7 * HOUR)
    await world.client.care.answerCheckBack({ conversationId: A, answer: 'later' })
    expect((await world.care()).checkBack).toBeNull()
    const next = world.restart()
    next.clock.advance(6 * HOUR)
    expect((await next.care()).checkBack?.text).toBe('de 1')
    await next.client.care.answerCheckBack({ conversationId: A, answer: 'later' })
    expect((await next.restart(30 * DAY).care()).checkBack).toBeNull()
  })

  it('is closed by an answer, which cannot be given twice', async () => {
    const world = hardNight()
    world.clock.advance(7 * HOUR)
    await world.client.care.answerCheckBack({ conversationId: A, answer: 'better' })
    expect((await world.care()).checkBack).toBeNull()
    const again = world.client.care.answerCheckBack({ conversationId: A, answer: 'worse' })
    await expect(again).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const other = world.client.care.answerCheckBack({ conversationId: B, answer: 'close' })
    await expect(other).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('asks about one talk at a time', async () => {
    const world = hardNight()
    world.say(B, 'and again')
    world.caring.forTalks.willCheckBack({ conversationId: B, tier: 'imminent', language: 'en' })
    world.clock.advance(7 * HOUR)
    expect((await world.care()).checkBack?.conversationId).toBe(B)
    await world.client.care.answerCheckBack({ conversationId: B, answer: 'close' })
    expect((await world.care()).checkBack?.conversationId).toBe(A)
  })
})

describe('a talk that is erased', () => {
  it('is not asked about, is asked about again when it comes back, and takes its moment along', async () => {
    const world = hardNight()
    world.clock.advance(7 * HOUR)
    world.eraseTalk(A)
    expect((await world.care()).checkBack).toBeNull()
    expect(rows(world)).toBe(1)
    world.restoreTalk(A)
    expect((await world.care()).checkBack?.conversationId).toBe(A)
    world.eraseTalk(A)
    world.clock.advance(12_000)
    expect(rows(world)).toBe(0)
  })

  it('soon after another one takes its own moment along as well', () => {
    const world = hardNight()
    world.say(B, 'and again')
    world.caring.forTalks.willCheckBack({ conversationId: B, tier: 'high', language: 'en' })
    world.eraseTalk(A)
    world.clock.advance(8000)
    world.eraseTalk(B)
    world.clock.advance(4000)
    expect(rows(world)).toBe(1)
    world.clock.advance(20_000)
    expect(rows(world)).toBe(0)
  })

  it('just before the end is gone with it', () => {
    const world = hardNight()
    world.talks.hide(A, world.clock.now())
    world.talks.eraseHidden(A)
    world.caring.stop()
    expect(rows(world)).toBe(0)
  })
})

it('a full disk is logged, and never reaches an answer in a crisis', () => {
  const world = careWorld()
  const full = vi.spyOn(world.store, 'run').mockImplementation(() => {
    throw Object.assign(new Error('The disk is full.'), { code: 'DISK_FULL' })
  })
  onTestFinished(() => full.mockRestore())
  const { forTalks } = world.caring
  forTalks.willCheckBack({ conversationId: A, tier: 'high', language: 'en' })
  forTalks.referred({ tier: 'high', kinds: ['suicide'], country: 'DE' })
  expect(full).toHaveBeenCalledTimes(2)
  expect(world.logLines.filter((line) => line.includes('careFailed'))).toHaveLength(2)
})

describe('referrals', () => {
  it('are counted by month, without a word', async () => {
    const world = careWorld()
    world.caring.forTalks.referred({ tier: 'high', kinds: ['suicide'], country: 'DE' })
    const later = world.restart(20 * DAY)
    later.caring.forTalks.referred({ tier: 'imminent', kinds: ['overdose', 'suicide'], country: null })
    const { months } = await later.client.care.referrals()
    expect(months.map(({ month, shown }) => [month, shown])).toEqual([
      ['2026-12', 1],
      ['2026-11', 1],
    ])
    expect(months[0]?.byKind).toMatchObject({ overdose: 1, suicide: 1 })
  })
})

describe('what is kept of hard moments', () => {
  it('is counted, taken along, and erased by day and by kind', async () => {
    const world = hardNight()
    const keeper = world.keeper('careMoments')
    const { forTalks } = world.caring
    forTalks.referred({ tier: 'high', kinds: ['suicide'], country: 'DE' })
    world.clock.advance(DAY)
    forTalks.referred({ tier: 'high', kinds: ['suicide'], country: 'DE' })
    expect(keeper.count('careMoments')).toEqual({ rows: 3, oldestAt: world.clock.now() - DAY })
    const whats = keeper.rows('careMoments').map((row) => (row as { what: string }).what)
    expect(whats).toEqual(['hardMoment', 'peopleShown', 'peopleShown'])
    const day = Date.UTC(2026, 10, 22) / DAY
    keeper.eraseDay({ workDay: day, ...world.calendar.daySpan(day) })
    expect(keeper.count('careMoments').rows).toBe(1)
    expect((await world.care()).checkBack).toBeNull()
    keeper.erase('careMoments')
    expect(keeper.count('careMoments')).toEqual({ rows: 0, oldestAt: null })
    expect((await world.client.care.referrals()).months).toEqual([])
  })
})
