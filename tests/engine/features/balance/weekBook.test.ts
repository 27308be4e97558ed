/** Weeks are worked out from messages, finished ones once, and what is erased is gone from them. */
import { describe, expect, it, vi } from 'vitest'
import { at, type CareWorld, careWorld, DAY, HOUR, id, MINUTE } from '../care/careWorld.ts'

const WEEK = 7 * DAY
/** A Monday, in Berlin 09:00. */
const MONDAY = '2026-11-23T08:00:00Z'
const monday = (text: string) => Date.parse(text) / DAY

/** A talk each Tuesday evening. */
function weeksOf(world: CareWorld, count: number, minutes: number, text = 'my sister called'): void {
  for (let n = 0; n < count; n++) {
    world.talkFor(id(100 + n), minutes, text)
    world.clock.advance(WEEK - Math.floor(minutes / 3) * 3 * MINUTE)
  }
}

/** As many messages as ten years of daily talk, without telling anyone. */
function seedYears({ store, clock }: CareWorld, days: number, perDay: number): void {
  const talk = store.raw.prepare(
    "INSERT INTO conversations (id, title, mode, started_at, updated_at) VALUES (?, 'talk', 'talk', ?, ?)",
  )
  const message = store.raw.prepare(
    `INSERT INTO messages (id, conversation_id, author, text, at, status, tier, guard)
      VALUES (?, ?, ?, 'my boss and my sister Anna were there again', ?, 'sent', 'none', '[]')`,
  )
  store.transaction(() => {
    for (let day = days; day > 0; day--) {
      const fromMs = clock.now() - day * DAY
      talk.run(`d${day}`, fromMs, fromMs)
      for (let n = 0; n < perDay; n++) {
        message.run(`d${day}-${n}`, `d${day}`, n % 2 ? 'lull' : 'person', fromMs + n * 2 * MINUTE)
      }
    }
  })
}

describe('a week', () => {
  it('tells time, nights, people and "only you", and the running one comes first', async () => {
    const world = careWorld({ clock: at(MONDAY) })
    world.talkFor(id(1), 30, 'my sister Anna and my boss')
    world.clock.advance(WEEK)
    world.talkFor(id(2), 12, 'only you understand me')
    world.clock.advance(14 * HOUR)
    world.talkFor(id(2), 9)
    expect((await world.balance()).weeks).toEqual([
      {
        ...{ workDay: monday('2026-11-30'), minutes: 21, nightMinutes: 9, nights: 1 },
        ...{ onlyYou: 3, people: 0, acts: 0 },
      },
      {
        ...{ workDay: monday('2026-11-23'), minutes: 30, nightMinutes: 0, nights: 0 },
        ...{ onlyYou: 0, people: 2, acts: 0 },
      },
    ])
  })

  it('ends on Monday at 04:00, in the middle of a talk', async () => {
    const world = careWorld({ clock: at('2026-11-30T02:54:00Z') })
    world.talkFor(id(1), 12)
    const minutes = (await world.balance()).weeks.map((week) => [week.workDay, week.minutes, week.nights])
    expect(minutes).toEqual([
      [monday('2026-11-30'), 6, 1],
      [monday('2026-11-23'), 6, 1],
    ])
  })

  it('what Lull writes is not what the person said', async () => {
    const world = careWorld()
    world.say(id(1), 'hello')
    world.say(id(1), 'only you understand me, says my sister', 'lull')
    expect((await world.balance()).weeks).toMatchObject([{ onlyYou: 0, people: 0 }])
  })

  it('goes with its talk, and comes back with it', async () => {
    const world = careWorld({ clock: at(MONDAY) })
    world.talkFor(id(1), 30)
    world.clock.advance(WEEK)
    world.talkFor(id(2), 30)
    expect((await world.balance()).weeks).toHaveLength(2)
    world.eraseTalk(id(1))
    expect((await world.balance()).weeks.map(({ workDay }) => workDay)).toEqual([monday('2026-11-30')])
    world.restoreTalk(id(1))
    expect((await world.balance()).weeks).toHaveLength(2)
  })

  it('is left out when nothing was said in it, however long that was', async () => {
    const world = careWorld({ clock: at(MONDAY) })
    world.talkFor(id(1), 30)
    const later = world.restart(200 * WEEK)
    later.talkFor(id(2), 30)
    expect((await later.balance()).weeks).toHaveLength(2)
  })

  it('keeps its end when the running one is over', async () => {
    const world = careWorld({ clock: at(MONDAY) })
    weeksOf(world, 3, 30)
    expect((await world.balance()).weeks.map(({ minutes }) => minutes)).toEqual([30, 30, 30])
    world.talkFor(id(1), 15)
    world.clock.advance(WEEK)
    world.talkFor(id(2), 6)
    expect((await world.balance()).weeks.map(({ minutes }) => minutes)).toEqual([6, 15, 30, 30, 30])
  })
})

it('signs stand against the own weeks before', async () => {
  const world = careWorld({ clock: at(MONDAY) })
  weeksOf(world, 3, 60, 'my mum, my boss and my friend Tom')
  expect((await world.balance()).signs).toEqual([])
  world.talkFor(id(1), 150, 'only you understand me')
  expect((await world.balance()).signs, 'three earlier weeks are there').toEqual(['onlyYou', 'moreTime'])
  world.clock.advance(WEEK)
  expect((await world.balance()).signs).toEqual(['onlyYou', 'fewerPeople', 'moreTime'])
})

describe('clocks', () => {
  it('a zone far away moves what is night', async () => {
    const world = careWorld({ clock: at('2026-11-24T12:00:00Z'), zone: 'UTC' })
    world.talkFor(id(1), 30)
    expect((await world.balance()).weeks).toMatchObject([{ nightMinutes: 0 }])
    world.around.zone = 'Pacific/Auckland'
    expect((await world.balance()).weeks).toMatchObject([{ nightMinutes: 30, nights: 1 }])
  })

  it('set back two hours over the end of a week makes it run again', async () => {
    const world = careWorld({ clock: at('2026-11-30T03:00:00Z') })
    world.talkFor(id(1), 30)
    expect((await world.balance()).weeks).toMatchObject([{ workDay: monday('2026-11-30'), minutes: 30 }])
    world.clock.advance(-2 * HOUR)
    world.talkFor(id(1), 15)
    expect((await world.balance()).weeks).toMatchObject([{ workDay: monday('2026-11-23'), minutes: 15 }])
    world.clock.advance(3 * HOUR)
    world.say(id(1), 'still here')
    expect((await world.balance()).weeks).toMatchObject([{ minutes: 30 }, { minutes: 15 }])
  })

  it('that were years ahead for a while hide nothing and show nothing', async () => {
    const world = careWorld({ clock: at(MONDAY) })
    world.talkFor(id(1), 30)
    const ahead = world.restart(1000 * DAY)
    ahead.talkFor(id(2), 30)
    const back = ahead.restart(-1000 * DAY)
    back.talkFor(id(3), 15)
    expect((await back.balance()).weeks.map(({ workDay }) => workDay)).toEqual([monday('2026-11-23')])
  })
})

describe('ten years of talks', () => {
  it('are read back eight weeks once, and then only the running week', async () => {
    const world = careWorld({ clock: at('2026-11-25T08:00:00Z') })
    seedYears(world, 3650, 20)
    const before = world.read.messages
    const { weeks } = await world.balance()
    expect(weeks).toHaveLength(8)
    expect(weeks[1]).toMatchObject({ minutes: 7 * 38, people: 2 })
    const cold = world.read.messages - before
    expect(cold, 'the ninth week and a page more is where reading must stop').toBeLessThan(
      9 * 7 * 20 + 2 * 250,
    )

    world.say(id(1), 'one more')
    world.clock.advance(2000)
    const warmFrom = world.read.messages
    await world.balance()
    expect(world.read.messages - warmFrom, 'finished weeks are remembered').toBeLessThanOrEqual(
      3 * 20 + 2 * 250,
    )
    const stillFrom = world.read.messages
    await world.balance()
    expect(world.read.messages, 'nothing was said, so nothing is read').toBe(stillFrom)
  })

  it('are walked in the order of their places, without sorting or scanning them all', () => {
    const { store, talks } = careWorld()
    const prepared = vi.spyOn(store.raw, 'prepare')
    talks.writtenBefore(9, 5)
    const text = prepared.mock.calls.at(-1)?.[0] ?? ''
    const plan = store.raw
      .prepare(`EXPLAIN QUERY PLAN ${text}`)
      .all(1, 9, 5)
      .map((row) => (row as { detail: string }).detail)
    expect(plan.join('\n')).not.toContain('TEMP B-TREE')
    expect(plan[0]).toContain('INTEGER PRIMARY KEY')
  })
})
