/** Acts are kept, changed, taken away and brought back; the plan stays; pauses are counted; the page hears of it. */
import { describe, expect, it } from 'vitest'
import type { ActKind } from '../../../../electron/core/balance/acts.ts'
import { UNDO_SECONDS } from '../../../../electron/engine/erasures.ts'
import { at, careWorld, DAY, HOUR, id } from '../care/careWorld.ts'

const act = (n: number, note: string | null = null) => ({ id: id(n), kind: 'metSomeone' as const, note })

describe('an act', () => {
  it('is kept with its moment, and sent again changes what it was but not when', async () => {
    const { client, clock, balance } = careWorld({ clock: at('2026-11-24T02:30:00Z') })
    const first = await client.balance.addAct(act(1, 'coffee with Ada'))
    expect(first).toEqual({
      ...act(1, 'coffee with Ada'),
      atMs: clock.now(),
      workDay: Date.UTC(2026, 10, 23) / DAY,
    })
    clock.advance(HOUR)
    await client.balance.addAct({ ...act(1), kind: 'wentOut' })
    expect((await balance()).acts).toEqual([{ ...first, kind: 'wentOut', note: null }])
  })

  it('can be brought back for ten seconds, and is gone afterwards', async () => {
    const { client, clock, balance, keeper } = careWorld()
    await client.balance.addAct(act(1))
    expect(await client.balance.eraseAct({ id: id(1) })).toEqual({ undoSeconds: UNDO_SECONDS })
    expect((await balance()).acts).toEqual([])
    expect(keeper('acts').count('acts').rows).toBe(1)
    await expect(client.balance.addAct(act(1))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await client.balance.restoreAct({ id: id(1) })).toEqual({ restored: true })
    expect((await balance()).acts).toHaveLength(1)
    await client.balance.eraseAct({ id: id(1) })
    clock.advance(UNDO_SECONDS * 1000)
    expect(await client.balance.restoreAct({ id: id(1) })).toEqual({ restored: false })
    expect(keeper('acts').count('acts').rows).toBe(0)
    await expect(client.balance.eraseAct({ id: id(1) })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('being taken away is gone when Lull ends', async () => {
    const world = careWorld()
    await world.client.balance.addAct(act(1))
    await world.client.balance.eraseAct({ id: id(1) })
    expect(world.restart().keeper('acts').count('acts').rows).toBe(0)
  })

  it.each([
    ['a kind that is none', { kind: 'won' as ActKind }],
    ['an id that is none', { id: 'mine' }],
    ['an empty note', { note: ' ' }],
    ['an endless note', { note: 'x'.repeat(201) }],
  ])('is refused with %s', async (_what, change) => {
    const { client, balance } = careWorld()
    await expect(client.balance.addAct({ ...act(1), ...change })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect((await balance()).acts).toEqual([])
  })

  it('with half a character is kept without it', async () => {
    const { client, balance } = careWorld()
    await client.balance.addAct(act(1, 'half \ud83d'))
    expect((await balance()).acts[0]?.note).toBe('half \ufffd')
  })
})

it('shows two hundred acts at most, and counts all of them in their weeks', async () => {
  const { client, balance } = careWorld()
  for (let n = 1; n <= 203; n++) await client.balance.addAct(act(n))
  const view = await balance()
  expect(view.acts).toHaveLength(200)
  expect(view.weeks).toMatchObject([{ acts: 203, minutes: 0 }])
})

describe('the own plan', () => {
  it('is kept over a restart, and an empty one takes it away', async () => {
    const world = careWorld()
    await world.client.balance.setPlan({ plan: '  When I come here at night I call Ada first. ' })
    const next = world.restart()
    expect((await next.balance()).plan).toBe('When I come here at night I call Ada first.')
    await next.client.balance.setPlan({ plan: '  ' })
    expect((await next.balance()).plan).toBeNull()
    await expect(next.client.balance.setPlan({ plan: 'x'.repeat(1001) })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  })
})

it('tells the limit and the pauses', async () => {
  const world = careWorld({ settings: { talkLimitMinutes: 45 } })
  world.around.pauses = { walk: 3, talk: 2 }
  expect(await world.balance()).toMatchObject({
    today: { minutes: 0, limitMinutes: 45 },
    walks: 3,
    talksWithPeople: 2,
  })
})

it('a page hears of messages, at most every two seconds, and of acts at once', async () => {
  const world = careWorld()
  const stream = await world.client.balance.watch()
  await stream.next()
  for (let n = 0; n < 50; n++) world.say(id(1), 'and then')
  expect(world.heard.balance).toBe(1)
  world.clock.advance(2000)
  expect(world.heard.balance).toBe(2)
  await world.client.balance.addAct(act(1))
  expect(world.heard.balance).toBe(3)
  expect((await stream.next()).value).toMatchObject({ acts: [{ id: id(1) }] })
  await stream.return?.()
})

describe('what is kept', () => {
  it('is counted, taken along, and erased by day and by kind', async () => {
    const world = careWorld()
    const { client, clock, calendar } = world
    const keeper = world.keeper('acts')
    await client.balance.addAct(act(1, 'a walk'))
    await client.balance.setPlan({ plan: 'call Ada' })
    clock.advance(DAY)
    await client.balance.addAct(act(2))
    expect(keeper.count('acts')).toEqual({ rows: 3, oldestAt: clock.now() - DAY })
    expect(keeper.rows('acts')).toMatchObject([
      { what: 'act', note: 'a walk' },
      { what: 'act', note: null },
      { what: 'plan', text: 'call Ada' },
    ])
    const day = Date.UTC(2026, 10, 22) / DAY
    keeper.eraseDay({ workDay: day, ...calendar.daySpan(day) })
    expect((await world.balance()).acts.map((one) => one.id)).toEqual([id(2)])
    await client.balance.eraseAct({ id: id(2) })
    keeper.erase('acts')
    expect(keeper.count('acts')).toEqual({ rows: 0, oldestAt: null })
    expect(await client.balance.restoreAct({ id: id(2) })).toEqual({ restored: false })
    expect(await world.balance()).toMatchObject({ acts: [], plan: null, weeks: [] })
  })
})
