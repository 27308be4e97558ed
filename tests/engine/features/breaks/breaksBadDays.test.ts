/** Restarts, clocks that jump, sleep, damage and full disks: a break ends, an offer goes, and nothing is lost or doubled. */
import { describe, expect, test } from 'vitest'
import { EngineError } from '../../../../electron/engine/errors.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import { migrations } from '../../../../electron/engine/store/migrations/index.ts'
import { sql } from '../../../../electron/engine/store/sql.ts'
import { TEST_KEY, temporaryFolder } from '../../engineParts.ts'
import { breaksWorld, HOUR, MINUTE, SECOND } from './breaksWorld.ts'

type World = ReturnType<typeof breaksWorld>

function damage(world: World, json: string): void {
  world.store.run(sql`UPDATE kept_states SET json = ${json} WHERE name = 'breaks'`)
}

function highestOf(world: World): number {
  const nudges = world.rows('break_entries').map((row) => Number(row.nudge_id ?? 0))
  const silences = world.rows('break_suppressions').map((row) => Number(row.row))
  return Math.max(...nudges, ...silences)
}

describe('a restart', () => {
  test('in a break: it goes on to the same end', async () => {
    const world = breaksWorld()
    await world.client('shell').breaks.start({ kind: 'pause', arm: 'breathe' })
    const { endsAtMs = 0, id } = world.view().running ?? {}
    await world.restart(30 * SECOND)
    expect(world.view().running).toMatchObject({ id, endsAtMs, arm: 'breathe' })
    world.clock.advance(endsAtMs - world.clock.now())
    expect(world.view().running).toBeNull()
    expect(world.whats()).toEqual(['taken'])
    expect(world.happened.map(({ what }) => what)).toEqual(['start', 'end'])
  })

  test('after its end: it is over, and nobody sees it again', async () => {
    const world = breaksWorld()
    await world.client('shell').breaks.start({ kind: 'pause', arm: null })
    await world.restart(3 * HOUR)
    expect(world.view().running).toBeNull()
    expect(world.views.filter(({ running }) => running !== null)).toHaveLength(1)
    expect(world.entries()).toEqual([expect.objectContaining({ what: 'taken', rested_ms: 5 * MINUTE })])
  })

  test('at once, with an offer: it is still there, with its exercise and its reason', async () => {
    const world = breaksWorld()
    const offer = world.untilOffered()
    await world.restart(2 * SECOND)
    expect(world.view().offer).toEqual(offer)
    world.pausing.breaks.answer(offer.id, { say: 'start' })
    expect(world.view().running).toMatchObject({ id: offer.id })
  })

  test('after an hour, with an offer: it is gone, and was neither taken nor ignored', async () => {
    const world = breaksWorld()
    const { id } = world.untilOffered()
    await world.restart(HOUR)
    expect(world.view().offer).toBeNull()
    expect(world.whats()).toEqual(['offered', 'withdrawn'])
    expect(world.state().ignoredInRow).toBe(0)
    expect(world.rows('break_choices')[0]).toMatchObject({ nudge_id: id, how: 'unseen', worked: null })
  })

  test('with an offer that was put off: it comes back when it was to', async () => {
    const world = breaksWorld()
    const { id } = world.untilOffered()
    world.pausing.breaks.answer(id, { say: 'snooze', minutes: 15 })
    await world.restart(4 * MINUTE)
    expect(world.view().snoozed).toMatchObject({ offer: { id } })
    world.type(11 * MINUTE)
    world.rest(15 * SECOND)
    expect(world.view().offer).toMatchObject({ id, isAgain: true })
  })

  test('does not forget how much of the day was used', async () => {
    const world = breaksWorld({ breaks: { mostADay: 1 } })
    const { id } = world.untilOffered()
    world.pausing.breaks.answer(id, { say: 'skip' })
    await world.restart(MINUTE)
    world.type(3 * HOUR)
    expect(world.view()).toMatchObject({
      silent: { reason: 'cap_day' },
      today: { offered: 1, nudgesLeft: 0 },
    })
  })
})

describe('a state nobody can read', () => {
  test.each([
    ['no JSON', '{"state":'],
    ['of another form', '{"state":{"nudge":7},"filling":null}'],
    ['a list', '[]'],
  ])(
    '%s: it begins anew, with all numbers above those that were used, and what was learnt',
    async (_, json) => {
      const world = breaksWorld()
      for (const say of ['start', 'skip'] as const) {
        const { id } = world.untilOffered()
        world.pausing.breaks.answer(id, { say })
        world.rest(5 * MINUTE)
      }
      const { memory, days } = world.state()
      await world.end()
      damage(world, json)
      world.begin()
      expect(world.logged('breakStateUnreadable')).toHaveLength(1)
      expect(world.state().memory).toEqual(memory)
      expect(world.state().days).toEqual(days)
      const highest = highestOf(world)
      expect(world.state().nextId).toBe(highest + 1)
      world.pausing.breaks.begin('micro', null)
      expect(world.view().running?.id).toBe(highest + 1)
    },
  )

  test('older than the history beside it: no number is used twice', async () => {
    const world = breaksWorld()
    const { id } = world.untilOffered()
    world.pausing.breaks.answer(id, { say: 'skip' })
    world.type(MINUTE)
    await world.end()
    const row = world.rows("kept_states WHERE name = 'breaks'")[0]
    damage(world, String(row?.json).replace(/"nextId":\d+/, '"nextId":1'))
    world.begin()
    expect(highestOf(world)).toBeGreaterThanOrEqual(id)
    expect(world.state().nextId).toBe(highestOf(world) + 1)
  })
})

describe('the clock set back two hours', () => {
  test('while a break runs: what is left of it stays', () => {
    const world = breaksWorld()
    world.pausing.breaks.begin('pause', null)
    world.rest(2 * MINUTE)
    world.clock.jump(-2 * HOUR)
    world.rest(2 * MINUTE)
    expect(world.view().running).not.toBeNull()
    world.rest(MINUTE + 10 * SECOND)
    expect(world.view().running).toBeNull()
    expect(world.happened.map(({ what }) => what)).toEqual(['start', 'end'])
  })

  test('while an offer is open: it goes to the tray and away in its time', () => {
    const world = breaksWorld()
    world.untilOffered()
    world.clock.jump(-2 * HOUR)
    world.type(10 * SECOND)
    expect(world.view().offer).toMatchObject({ form: 'corner' })
    world.type(2 * MINUTE)
    expect(world.view().offer).toMatchObject({ form: 'tray' })
    world.type(9 * MINUTE)
    expect(world.view().offer).toBeNull()
  })

  test('while one is put off, or Lull is paused: it waits no longer than it was to', () => {
    const world = breaksWorld()
    const { id } = world.untilOffered()
    world.pausing.breaks.answer(id, { say: 'snooze', minutes: 5 })
    world.clock.jump(-2 * HOUR)
    world.type(5 * MINUTE + 5 * SECOND)
    world.rest(15 * SECOND)
    expect(world.view().offer).toMatchObject({ id, isAgain: true })
    world.pausing.breaks.pause(30)
    world.clock.jump(-2 * HOUR)
    world.type(10 * SECOND)
    const { pausedUntilMs } = world.view()
    expect((pausedUntilMs ?? 0) - world.clock.now()).toBeLessThanOrEqual(30 * MINUTE)
    world.type(31 * MINUTE)
    expect(world.view().pausedUntilMs).toBeNull()
  })

  test('while something waits to be said: it is still said', () => {
    const world = breaksWorld()
    world.type(52 * MINUTE)
    expect(world.view().waiting).not.toBeNull()
    world.clock.jump(-2 * HOUR)
    world.type(10 * SECOND)
    world.rest(12 * SECOND)
    expect(world.view().offer).not.toBeNull()
  })

  test('while Lull is not there: the break that ran ends', async () => {
    const world = breaksWorld()
    world.pausing.breaks.begin('pause', null)
    await world.restart(-2 * HOUR)
    const { endsAtMs = 0 } = world.view().running ?? {}
    expect(endsAtMs - world.clock.now()).toBeLessThanOrEqual(5 * MINUTE)
    world.rest(5 * MINUTE + SECOND)
    expect(world.view().running).toBeNull()
  })
})

describe('the machine put to sleep', () => {
  const sleep = (world: World, ms: number) => {
    world.sensors.asleep = true
    world.rest(15 * SECOND)
    world.clock.jump(ms)
    world.sensors.asleep = false
    world.sensors.isTyping = true
  }

  test('in a break: it is over when the machine wakes, and was a rest', () => {
    const world = breaksWorld()
    world.pausing.breaks.begin('pause', null)
    sleep(world, HOUR)
    world.type(15 * SECOND)
    expect(world.view().running).toBeNull()
    expect(world.entries()[0]).toMatchObject({ what: 'taken', rested_ms: 5 * MINUTE })
  })

  test('with an offer: it leaves the screen, and the sleep was the pause', () => {
    const world = breaksWorld()
    world.untilOffered()
    world.sensors.asleep = true
    world.rest(15 * SECOND)
    expect(world.view().offer).toMatchObject({ form: 'tray' })
    sleep(world, HOUR)
    world.type(MINUTE)
    expect(world.view().offer).toBeNull()
    expect(world.state().ignoredInRow).toBe(0)
  })
})

test.each([
  ['forward', '2026-03-29T00:30:00Z'],
  ['back', '2026-10-25T00:30:00Z'],
])('clocks go %s at night: the counts of the day and the history hold', (_, at) => {
  const world = breaksWorld({ at, zone: 'Europe/Berlin' })
  const { id } = world.untilOffered()
  world.pausing.breaks.answer(id, { say: 'start' })
  world.rest(2 * MINUTE)
  world.type(3 * HOUR)
  const entries = world.rows('break_entries ORDER BY sequence')
  expect(entries[1]).toMatchObject({ what: 'taken', rested_ms: 2 * MINUTE })
  const offers = entries.filter(({ what }) => what === 'offered' || what === 'hinted')
  const times = offers.map((row) => Number(row.at))
  for (const [place, time] of times.slice(1).entries()) {
    expect(time - (times[place] ?? 0)).toBeGreaterThanOrEqual(30 * MINUTE)
  }
})

describe('a full disk', () => {
  const fill = (world: World) => {
    const { transaction } = world.store
    world.store.transaction = () => {
      throw new EngineError('DISK_FULL', 'The disk is full.')
    }
    return () => {
      world.store.transaction = transaction
    }
  }

  test('leaves no break on the screen, and what could not be written is written when there is room', async () => {
    const world = breaksWorld()
    const free = fill(world)
    const { id } = world.untilOffered()
    world.pausing.breaks.answer(id, { say: 'start' })
    expect(world.view().running).not.toBeNull()
    world.rest(2 * MINUTE)
    expect(world.view().running).toBeNull()
    expect(world.whats()).toEqual([])
    expect(world.logged('breaksNotKept').length).toBeLessThan(60)
    expect(world.logged('breaksNotKept')[0]).toContain('DISK_FULL')
    free()
    world.rest(2 * MINUTE)
    expect(world.whats()).toEqual(['offered', 'taken'])
    expect(world.rows('break_choices')).toHaveLength(1)
  })

  test('that has room again when Lull ends keeps what was waiting', async () => {
    const world = breaksWorld()
    const free = fill(world)
    const { id } = world.untilOffered()
    world.pausing.breaks.answer(id, { say: 'skip' })
    free()
    await world.end()
    expect(world.whats()).toEqual(['offered', 'skipped'])
  })

  test('does not let learning be forgotten by half', async () => {
    const world = breaksWorld()
    world.untilOffered()
    world.rest(3 * MINUTE)
    const free = fill(world)
    await expect(world.client().breaks.forgetLearning({ confirm: 'forget' })).rejects.toMatchObject({
      code: 'DISK_FULL',
    })
    expect(world.state().memory.outcomes).toBe(1)
    free()
    await world.client().breaks.forgetLearning({ confirm: 'forget' })
    expect(world.state().memory.outcomes).toBe(0)
  })
})

test('a database of the version before is brought forward, and breaks begin in it', () => {
  const folder = temporaryFolder()
  const old = migrations.slice(0, 3)
  openDatabase({ dataFolder: folder, keyHex: TEST_KEY, now: 1, migrations: old }).store.close()
  const { store } = openDatabase({ dataFolder: folder, keyHex: TEST_KEY, now: 2 })
  const world = breaksWorld({ store })
  const { id } = world.untilOffered()
  expect(id).toBe(1)
  expect(world.rows('break_choices')).toHaveLength(1)
})

test('a machine that is said to sleep and runs on all the same: a break ends in its time', () => {
  const world = breaksWorld()
  world.pausing.breaks.begin('pause', null)
  world.sensors.asleep = true
  world.rest(4 * MINUTE)
  expect(world.view().running).not.toBeNull()
  world.rest(2 * MINUTE)
  expect(world.view().running).toBeNull()
  world.sensors.asleep = false
  world.type(2 * MINUTE)
  expect(world.whats()).toEqual(['taken'])
})
