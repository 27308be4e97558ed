/** Ten years of days: a page reads what it shows and no more, and old minutes are summed up and go. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import type { Store } from '../../../../electron/engine/store/sql.ts'
import { TEST_KEY } from '../../engineParts.ts'
import { HOUR, MINUTE, noticing } from './noticing.ts'
import { seedDays } from './seedDays.ts'

const DAY = 24 * HOUR
const TODAY = Date.parse('2026-06-03') / DAY

function seeded(options: Partial<Parameters<typeof seedDays>[1]> = {}) {
  const { store } = openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: 0 })
  seedDays(store, { today: TODAY - 1, minutesADay: 60, ...options })
  return store
}

/** Rows that came out of the database while something was asked. */
function rowsRead(store: Store, ask: () => void): number {
  const all = store.all
  let count = 0
  store.all = (schema, query) => {
    const rows = all.call(store, schema, query)
    count += rows.length
    return rows as never
  }
  onTestFinished(() => {
    store.all = all
  })
  ask()
  store.all = all
  return count
}

const plan = (store: Store, query: string) =>
  (store.raw.prepare(`EXPLAIN QUERY PLAN ${query}`).all() as { detail: string }[])
    .map(({ detail }) => detail)
    .join()

describe('with ten years of data', () => {
  test('a day reads its sums and its stretches', () => {
    const store = seeded({ minutesADay: 480 })
    const world = noticing({ store })
    const spans = world.service.days.day(TODAY - 1).spans.length
    expect(spans).toBe(44)
    expect(rowsRead(store, () => world.service.days.day(TODAY - 1))).toBe(spans + 1)
    expect(plan(store, 'SELECT * FROM spans WHERE work_day = 1 ORDER BY from_at, to_at')).toContain(
      'spans_by_day (work_day=?)',
    )
  })

  test('62 days read 62 rows of sums, and no minute', () => {
    const store = seeded({ minutesADay: 480 })
    const world = noticing({ store })
    let days: unknown[] = []
    const read = rowsRead(store, () => {
      days = world.service.days.days(TODAY - 62, TODAY - 1)
    })
    expect([days.length, read]).toEqual([62, 62])
    expect(plan(store, 'SELECT sums FROM work_days WHERE work_day BETWEEN 1 AND 62')).toContain(
      'INTEGER PRIMARY KEY',
    )
  })

  test('a finished minute reads no more than the sums and stretches of its own day', () => {
    const store = seeded({ minutesADay: 480 })
    const world = noticing({ store })
    world.live('active', HOUR)
    const read = rowsRead(store, () => world.clock.advance(MINUTE))
    expect(read).toBeLessThan(20)
    expect(plan(store, 'SELECT count(*), sum(keys) FROM minutes WHERE work_day = 1')).toContain(
      'minutes_by_day (work_day=?)',
    )
  })
})

describe('after 30 days', () => {
  const minutesOf = (store: Store, day: number) =>
    (store.raw.prepare('SELECT count(*) AS n FROM minutes WHERE work_day = ?').get(day) as { n: number }).n

  test('minutes and stretches go at the start, and their sums stay', () => {
    const store = seeded({ withMinutes: 45 })
    const before = store.raw.prepare('SELECT sums FROM work_days WHERE work_day = ?').get(TODAY - 40)
    const world = noticing({ store })
    expect([minutesOf(store, TODAY - 31), minutesOf(store, TODAY - 30)]).toEqual([0, 60])
    expect(world.rows('spans').every((row) => (row.work_day ?? 0) >= TODAY - 30)).toBe(true)
    expect(store.raw.prepare('SELECT sums FROM work_days WHERE work_day = ?').get(TODAY - 40)).toEqual(before)
    expect(world.service.days.day(TODAY - 40)).toMatchObject({
      spans: [],
      sums: { workDay: TODAY - 40, calls: 2 },
    })
    expect(world.logLines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ event: 'daysSummedUp', count: 15 }),
    )
  })

  test('a day that has no sums yet gets them first', () => {
    const store = seeded({ withMinutes: 45 })
    store.raw.prepare('DELETE FROM work_days').run()
    const world = noticing({ store })
    expect(world.service.days.days(TODAY - 45, TODAY - 31)).toHaveLength(15)
    expect(world.service.days.day(TODAY - 40).sums).toMatchObject({
      minutes: 60,
      activeMs: 48 * MINUTE,
      calls: 1,
    })
  })

  test('one more day goes as the next begins', () => {
    const store = seeded({ withMinutes: 30 })
    const world = noticing({ store, at: '2026-06-04T02:30:00Z' })
    world.live('active', HOUR)
    expect(minutesOf(store, TODAY - 30)).toBe(60)
    world.live('active', HOUR)
    expect([minutesOf(store, TODAY - 30), minutesOf(store, TODAY - 29)]).toEqual([0, 60])
  })

  test('after a long absence they go once the clock has been steady for a while', () => {
    const store = seeded({ today: TODAY - 50 })
    const world = noticing({ store })
    world.live('active', 9 * MINUTE)
    expect(world.rows('minutes').length).toBeGreaterThan(100)
    world.live('active', 2 * MINUTE)
    expect(world.rows('minutes').length).toBeLessThan(12)
    expect(world.service.days.day(TODAY - 60).sums.calls).toBe(2)
  })
})
