/** What was noticed can be counted, taken along and erased, and does not come back. */
import { describe, expect, test } from 'vitest'
import type { DataKind } from '../../../../electron/contract/privacy.ts'
import { HOUR, MINUTE, noticing } from './noticing.ts'

const KINDS = ['minutes', 'spans', 'days', 'programs'] as const
const DAY = 24 * HOUR

/** Yesterday evening and this morning. */
function twoDays() {
  const world = noticing({ at: '2026-06-03T08:00:00Z' })
  world.live('active', HOUR)
  world.clock.jump(DAY - HOUR)
  world.live('active', HOUR)
  world.service.mapProgram('meerkat', 'dev')
  const { keeper } = world.service
  return { ...world, keeper, counts: () => KINDS.map((kind) => keeper.count(kind).rows) }
}

test('counts rows and the age of the oldest', () => {
  const { keeper, counts } = twoDays()
  expect(keeper.kinds).toEqual(KINDS)
  expect(counts()).toEqual([119, 5, 2, 1])
  const start = Date.parse('2026-06-03T08:00:00Z')
  expect(KINDS.map((kind) => keeper.count(kind).oldestAt)).toEqual([
    start,
    start,
    Date.parse('2026-06-03'),
    null,
  ])
  expect(keeper.count('beats')).toEqual({ rows: 0, oldestAt: null })
})

test('gives every row for the export', () => {
  const { keeper } = twoDays()
  expect(keeper.rows('minutes')).toHaveLength(119)
  expect(keeper.rows('minutes')[5]).toMatchObject({ work_seconds: 60, call_seconds: null })
  expect(keeper.rows('days')[0]).toMatchObject({ work_day: 20607, sums: { minutes: 60, calls: null } })
  expect(keeper.rows('programs')).toEqual([{ app: 'meerkat', category: 'dev' }])
  expect(keeper.rows('beats')).toEqual([])
})

describe('erasing', () => {
  test.each([
    ['minutes', [0, 5, 2, 1]],
    ['spans', [119, 0, 2, 1]],
    ['days', [119, 5, 0, 1]],
    ['programs', [119, 5, 2, 0]],
    ['beats', [119, 5, 2, 1]],
  ] as [DataKind, number[]][])('%s', (kind, left) => {
    const { keeper, counts } = twoDays()
    keeper.erase(kind)
    expect(counts()).toEqual(left)
  })

  test('minutes and stretches do not come back with the next minute', () => {
    const { keeper, rows, clock, live } = twoDays()
    const erasedAt = clock.now()
    keeper.erase('minutes')
    keeper.erase('spans')
    live('active', 5 * MINUTE)
    for (const row of rows('spans')) expect(row.from_at).toBeGreaterThanOrEqual(erasedAt)
    for (const row of rows('minutes')) expect(row.at).toBeGreaterThanOrEqual(erasedAt - MINUTE)
  })

  test('the rhythm goes with the stretches it was made of', () => {
    const { keeper, rows, live, rhythm } = twoDays()
    keeper.erase('spans')
    expect(rows('kept_states')).toEqual([])
    live('active', 10 * MINUTE)
    expect(rhythm()?.activeMs).toBe(10 * MINUTE)
  })

  test('a day takes all of it and nothing of the others', () => {
    const world = twoDays()
    const { workDay, ...bounds } = world.service.days.today()
    world.keeper.eraseDay({ workDay: workDay - 1, fromMs: bounds.fromMs - DAY, toMs: bounds.fromMs })
    expect(new Set(world.rows('minutes').map((row) => row.work_day))).toEqual(new Set([workDay]))
    expect(new Set(world.rows('spans').map((row) => row.work_day))).toEqual(new Set([workDay]))
    expect(world.rows('work_days').map((row) => row.work_day)).toEqual([workDay])
    world.keeper.eraseDay({ workDay, ...bounds })
    expect(world.counts()).toEqual([0, 0, 0, 1])
    world.clock.advance(3 * MINUTE)
    expect(world.today().sums.activeMs).toBeLessThanOrEqual(3 * MINUTE)
  })

  test('everything', () => {
    const { bus, keeper, counts, clock, rows } = twoDays()
    for (const kind of KINDS) keeper.erase(kind)
    bus.emit('everythingErased', {})
    expect(counts()).toEqual([0, 0, 0, 0])
    const erasedAt = clock.now()
    clock.advance(3 * MINUTE)
    for (const row of rows('spans')) expect(row.from_at).toBeGreaterThanOrEqual(erasedAt)
  })
})
