/** What is erased is gone from the disk and from memory: one kind, one day, everything. */
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { DataKind } from '../../../../electron/contract/privacy.ts'
import { noRhythmYet } from '../../../../electron/core/stress/workRhythm.ts'
import { DAY, HOUR, heavyMinute, MINUTE, MONDAY, StressWorld, usualMinute, workDays } from './stressWorld.ts'

const heart = { source: 'polar/1A2B3C4D', meanMs: 850, swingMs: 45 }
const ours = ['beats', 'beatWindows', 'nightly', 'scores'] as const
const tables = [
  ...[
    'beats',
    'beat_windows',
    'nightly',
    'nightly_days',
    'work_windows',
    'scores',
    'score_days',
    'decisions',
  ],
  ...['wrong_stretches', 'beat_sources'],
]
const rows = (world: StressWorld, table: string) =>
  world.store.get(z.object({ n: z.number() }), { text: `SELECT count(*) AS n FROM ${table}`, values: [] })
    ?.n ?? -1
const counts = (world: StressWorld) => Object.fromEntries(tables.map((table) => [table, rows(world, table)]))

/** Whether a word stands anywhere in the database. */
function holds(world: StressWorld, word: string): boolean {
  return tables
    .concat('kept_states')
    .some((table) => JSON.stringify(world.store.raw.prepare(`SELECT * FROM ${table}`).all()).includes(word))
}

let lived: StressWorld
beforeAll(() => {
  lived = new StressWorld()
  for (let day = 0; day < 3; day++) {
    const startMs = lived.clock.now()
    lived.live({ minutes: 25, minute: usualMinute, heart })
    lived.away(startMs + DAY)
  }
  workDays(lived, 9)
  const atMs = lived.clock.now()
  lived.take({ kind: 'sdnn', source: 'phone', atMs, timeFrom: 'payload', notLive: 'discrete', ms: 50 })
  lived.live({ minutes: 60, minute: heavyMinute, heart: { ...heart, meanMs: 600, swingMs: 8 } })
  const mark = { fromMs: MONDAY, toMs: MONDAY + HOUR, what: 'body', note: 'walking' } as const
  lived.service.markWrong({ ...mark, id: crypto.randomUUID() })
})
const copy = () => new StressWorld({ from: lived })

it('is counted with its age, and taken along without secrets', () => {
  const world = copy()
  const { keeper } = world.stress
  expect(keeper.kinds).toEqual([...ours, 'checkins'])
  expect([keeper.count('checkins').rows, keeper.rows('checkins')]).toEqual([0, []])
  for (const kind of ours) {
    const { rows: count, oldestAt } = keeper.count(kind)
    expect(count, kind).toBeGreaterThan(0)
    expect(keeper.rows(kind)).toHaveLength(count)
    expect(oldestAt).toBeGreaterThanOrEqual(MONDAY - 4 * HOUR)
    expect(oldestAt).toBeLessThanOrEqual(world.clock.now())
    expect(JSON.stringify(keeper.rows(kind))).not.toContain('undefined')
  }
  expect(keeper.count('chat' as DataKind)).toEqual({ rows: 0, oldestAt: null })
})

describe('one kind', () => {
  it('beats', () => {
    const world = copy()
    world.stress.keeper.erase('beats')
    expect(counts(world)).toMatchObject({ beats: 0, beat_windows: rows(lived, 'beat_windows') })
    expect(world.service.snapshot().body.source).toBeNull()
  })

  it('minutes of beats, with what the body said in sums and reasons', async () => {
    const world = copy()
    const before = world.store.raw.prepare('SELECT inputs FROM scores').all()
    expect(JSON.stringify(before)).toContain('hrBpm')
    world.stress.keeper.erase('beatWindows')
    const after = JSON.stringify(world.store.raw.prepare('SELECT inputs FROM scores').all())
    expect(after).not.toMatch(/"hrBpm":\[|"lnRmssd":\[|"body"/)
    expect(counts(world)).toMatchObject({ beat_windows: 0, scores: before.length })
    expect(world.service.snapshot().body.baseline).toMatchObject({ known: false, quietMinutes: 0 })
    const day = await world.client().day({ workDay: world.today })
    expect(day.scores).toMatchObject({ hrBpm: null, windowsAccepted: 0, windowsRefused: 0 })
    expect(day.points.length).toBeGreaterThan(50)
    expect((await world.client().explain({ atMs: world.clock.now() })).windows).toEqual([])
    world.restart()
    expect((await world.client().days({ fromDay: 0, toDay: 61 })).days).toEqual([])
    expect(world.service.snapshot().body.baseline.quietMinutes).toBe(0)
  })

  it('nightly values', async () => {
    const world = copy()
    expect((await world.client().day({ workDay: world.today })).daily).toHaveLength(1)
    world.stress.keeper.erase('nightly')
    expect(counts(world)).toMatchObject({ nightly: 0, nightly_days: 0, beat_sources: 1 })
    expect((await world.client().day({ workDay: world.today })).daily).toEqual([])
  })

  it('scores, with decisions, marks, and all that was learned of work', () => {
    const world = copy()
    expect(world.service.snapshot().strain.phase).toBe('raised')
    world.stress.keeper.erase('scores')
    expect(counts(world)).toMatchObject({
      ...{ scores: 0, score_days: 0, decisions: 0, wrong_stretches: 0, work_windows: 0 },
      beats: rows(lived, 'beats'),
    })
    world.live({ minutes: 1, minute: heavyMinute })
    const { strain, need } = world.service.snapshot()
    expect(strain).toMatchObject({ state: 'learning', phase: 'clear', daysKnown: 0, usual: null })
    expect(need.usual).toBeNull()
    world.restart()
    expect(world.service.snapshot().strain).toMatchObject({ daysKnown: 0, usual: null })
  })

  it('minutes of beats are not even the last word of a sensor that fell silent', () => {
    const world = copy()
    const kept = () => JSON.stringify(world.store.raw.prepare('SELECT json FROM kept_states').all())
    expect(kept()).toContain('hrBpm')
    world.stress.keeper.erase('beatWindows')
    expect(kept()).not.toMatch(/hrBpm|lnRmssd/)
  })

  it('check-ins, with what they said in reasons', () => {
    const world = copy()
    const inputs = () => JSON.stringify(world.store.raw.prepare('SELECT inputs FROM scores').all())
    world.store.raw.exec(`UPDATE scores SET inputs = json_set(inputs, '$.signals.checkin', json('[1,2,3]'))`)
    world.stress.keeper.erase('checkins')
    expect(inputs()).not.toContain('"checkin":[')
    expect(rows(world, 'scores')).toBe(rows(lived, 'scores'))
  })

  it('one answer, with what it said until it had faded', () => {
    const world = copy()
    const holding = () => {
      const sql = `SELECT at FROM scores WHERE json_type(inputs, '$.signals.checkin') = 'array' ORDER BY at`
      return (world.store.raw.prepare(sql).all() as { at: number }[]).map(({ at }) => at)
    }
    world.store.raw.exec(`UPDATE scores SET inputs = json_set(inputs, '$.signals.checkin', json('[1,2,3]'))`)
    const all = holding()
    const atMs = all[Math.floor(all.length / 2)] ?? 0
    world.bus.emit('checkinErased', { atMs })
    expect(holding()).toEqual(all.filter((at) => at < atMs || at >= atMs + 5 * HOUR))
  })

  it('of another feature is not touched', () => {
    const world = copy()
    world.stress.keeper.erase('minutes')
    expect(counts(world)).toEqual(counts(lived))
  })
})

describe('one day', () => {
  it('leaves all others as they are', async () => {
    const world = copy()
    const day = world.today - 5
    const span = world.calendar.daySpan(day)
    const before = await world.client().days({ fromDay: world.today - 60, toDay: world.today })
    world.stress.keeper.eraseDay({ workDay: day, ...span })
    const after = await world.client().days({ fromDay: world.today - 60, toDay: world.today })
    expect(after.days).toEqual(before.days.filter((one) => one.workDay !== day))
    expect((await world.client().day({ workDay: day })).points).toEqual([])
    await expect(world.client().explain({ atMs: span.fromMs + 5 * HOUR })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(world.service.snapshot().strain).toMatchObject({ phase: 'raised', daysKnown: 12 })
    world.restart()
    world.live({ minutes: 1 })
    expect(world.service.snapshot().strain.daysKnown).toBe(12)
  })

  it('of the past takes its quiet minutes and its marks with it', () => {
    const world = copy()
    const day = Math.floor(MONDAY / DAY)
    const quiet = () => world.service.snapshot().body.baseline.quietMinutes
    world.live({ minutes: 2.2, heart })
    const before = quiet()
    world.stress.keeper.eraseDay({ workDay: day + 1, ...world.calendar.daySpan(day + 1) })
    expect(before - quiet()).toBeGreaterThan(15)
    expect(rows(world, 'wrong_stretches')).toBe(1)
    world.stress.keeper.eraseDay({ workDay: day, ...world.calendar.daySpan(day) })
    expect(rows(world, 'wrong_stretches')).toBe(0)
  })

  it('of today takes what waits and what is raised with it, and the day goes on', async () => {
    const world = copy()
    world.live({ minutes: 0.5, heart })
    world.stress.keeper.eraseDay({ workDay: world.today, ...world.calendar.daySpan(world.today) })
    expect(world.service.snapshot().strain.phase).toBe('clear')
    expect(world.service.snapshot().body.source).toBeNull()
    expect((await world.client().day({ workDay: world.today })).beats.accepted).toBe(0)
    world.live({ minutes: 12, minute: usualMinute, heart })
    const day = await world.client().day({ workDay: world.today })
    expect(day.points.length).toBeGreaterThan(10)
    expect(day.beats.accepted).toBeGreaterThan(9)
    expect(world.logLines).toEqual([])
  })
})

it('everything: nothing of it is left, in the file or in memory', () => {
  const world = copy()
  world.live({ minutes: 0.5, heart })
  expect(holds(world, '1A2B3C4D')).toBe(true)
  world.bus.emit('everythingErased', {})
  world.rhythm = noRhythmYet
  world.live({ minutes: 2, standing: 'resting' })
  expect(holds(world, '1A2B3C4D')).toBe(false)
  expect(Object.values(counts(world)).reduce((sum, count) => sum + count, 0)).toBe(0)
  const { strain, body, need } = world.service.snapshot()
  expect(strain).toMatchObject({ phase: 'clear', daysKnown: 0, usual: null, value: null })
  expect(body).toMatchObject({ source: null, baseline: { quietMinutes: 0, days: 0 } })
  expect(need.usual).toBeNull()
  world.live({ minutes: 5 * 60, minute: usualMinute, stepMs: MINUTE, heart: { meanMs: 800 } })
  expect(world.logLines).toEqual([])
})
