/** Days as they were, what is usual, what was marked as wrong, and how well all this fits the person. */
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { FIRST_AFTER_MS } from '../../../../electron/engine/features/stress/retention.ts'
import { sql } from '../../../../electron/engine/store/sql.ts'
import {
  DAY,
  HOUR,
  heavyMinute,
  MINUTE,
  MONDAY,
  rr,
  SECOND,
  StressWorld,
  usualMinute,
  workDays,
} from './stressWorld.ts'

const heart = { meanMs: 850, swingMs: 45 }
const id = () => crypto.randomUUID()
const rows = (world: StressWorld, table: string) =>
  world.store.get(z.object({ n: z.number() }), { text: `SELECT count(*) AS n FROM ${table}`, values: [] })?.n

let usual: StressWorld
beforeAll(() => {
  usual = workDays(new StressWorld(), 5)
})

describe('a day', () => {
  it('is minute by minute, with what is usual from three days on', async () => {
    const world = new StressWorld({ from: usual })
    world.live({ minutes: 30, minute: usualMinute, heart })
    const day = await world.client().day({ workDay: world.today })
    expect(day.points.length).toBe(30)
    expect(day.points.map((point) => point.atMs)).toEqual(
      day.points.map((_, place) => (day.points[0]?.atMs ?? 0) + place * MINUTE),
    )
    expect(day.points.at(-1)?.need).toBeCloseTo(0.6, 1)
    expect(day.needUsual).toMatchObject({ low: expect.any(Number), high: 1 })
    expect(day.beats.windows.length).toBeGreaterThan(25)
    expect(day.beats.windows.at(-1)).toMatchObject({ quiet: true, hrBpm: expect.closeTo(60_000 / 850, 0) })
    expect(day.scores).toMatchObject({
      windowsAccepted: day.beats.accepted,
      needMost: expect.closeTo(0.6, 1),
    })
    const early = await new StressWorld().client().day({ workDay: 5 })
    expect(early).toMatchObject({ points: [], needUsual: null, strainUsual: null, raised: [], daily: [] })
  })

  it('before there was any is no error, in any zone', async () => {
    const world = new StressWorld({ zone: 'Pacific/Kiritimati' })
    for (const workDay of [-1, 0, 100_000]) {
      expect((await world.client().day({ workDay })).points).toEqual([])
    }
  })

  it('belongs to the zone the person was in, and nothing breaks when they fly', async () => {
    const world = new StressWorld({ zone: 'Europe/Berlin' })
    world.live({ minutes: 30, minute: usualMinute })
    world.zone = 'America/Los_Angeles'
    world.live({ minutes: 30, minute: usualMinute })
    const days = await world.client().days({ fromDay: world.today - 1, toDay: world.today + 1 })
    expect(days.days.length).toBeGreaterThanOrEqual(1)
    expect(world.logLines).toEqual([])
  })
})

describe('days', () => {
  it('are sums in order, at most 62 of them', async () => {
    const client = usual.client()
    const { days } = await client.days({ fromDay: usual.today - 61, toDay: usual.today })
    expect(days.map((day) => day.workDay)).toEqual([5, 4, 3, 2, 1].map((back) => usual.today - back))
    expect(days.every((day) => day.needMost === 1 && day.windowsAccepted === 0)).toBe(true)
    const tooMany = { fromDay: usual.today - 62, toDay: usual.today }
    await expect(client.days(tooMany)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const backwards = { fromDay: 5, toDay: 4 }
    await expect(client.days(backwards)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('come with the daily line of nightly values, its week and its band', async () => {
    const world = new StressWorld()
    for (let day = 0; day < 45; day++) {
      const atMs = world.clock.now() - day * DAY
      const ms = day < 7 ? 30 : 50 + (day % 5)
      world.take({ kind: 'rmssd', source: 'ring', atMs, timeFrom: 'payload', notLive: 'discrete', ms })
    }
    world.clock.advance(SECOND)
    const { daily } = await world.client().days({ fromDay: world.today - 9, toDay: world.today })
    expect(daily).toHaveLength(1)
    expect(daily[0]).toMatchObject({ source: 'ring', kind: 'rmssd', side: 'below' })
    expect(daily[0]?.values).toHaveLength(10)
    expect(daily[0]?.weekMean).toBeCloseTo(30, 6)
    expect(daily[0]?.band?.low).toBeGreaterThan(40)
    expect((await world.client().day({ workDay: world.today })).daily[0]?.values).toHaveLength(7)
  })
})

describe('explaining', () => {
  it('finds the scores at most two minutes away, and says so where there are none', async () => {
    const world = new StressWorld({ from: usual })
    world.live({ minutes: 5, minute: usualMinute })
    const client = world.client()
    const lastMs = (await client.day({ workDay: world.today })).points.at(-1)?.atMs ?? 0
    expect((await client.explain({ atMs: lastMs + 2 * MINUTE })).atMs).toBe(lastMs)
    expect((await client.explain({ atMs: lastMs - 40 * SECOND })).atMs).toBe(lastMs - MINUTE)
    await expect(client.explain({ atMs: lastMs + 2 * MINUTE + 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('goes down to the minutes, the windows, the beats, the answer and the decision', async () => {
    const world = workDays(new StressWorld({ from: usual }), 7)
    for (let day = 1; day <= 6; day++) world.checkin(4, world.clock.now() - day * DAY)
    world.live({ minutes: 3, minute: heavyMinute, heart })
    world.checkin(1)
    world.live({ minutes: 30, minute: heavyMinute, heart })
    const client = world.client()
    const raised = (await client.day({ workDay: world.today })).raised[0]
    const at = await client.explain({ atMs: raised?.fromMs ?? 0 })
    expect(at.windows.map((window) => window.source)).toEqual(['strap', 'strap'])
    expect(at.beats.rows).toBeGreaterThan(100)
    expect(at.beats.toMs).toBeLessThanOrEqual(at.atMs + MINUTE)
    expect(at.checkin).toMatchObject({ mood: 1 })
    expect(at.strain.signals.map((signal) => signal.feature)).toContain('checkin')
    expect(at.minutes.length).toBeGreaterThan(5)
    const decision = world.service.explain((raised?.fromMs ?? 0) - MINUTE).decision ?? at.decision
    expect(decision).toMatchObject({ kind: 'strainRaised', because: null, threshold: expect.any(Number) })
    expect(decision?.contributing.length).toBeGreaterThanOrEqual(2)
  })
})

describe('a stretch marked as wrong', () => {
  it('leaves what is usual of the body at once, and comes back', async () => {
    const world = new StressWorld()
    world.live({ minutes: 40, minute: usualMinute, heart })
    const client = world.client()
    const before = world.service.snapshot().body.baseline.quietMinutes
    const mark = {
      id: id(),
      fromMs: MONDAY + 10 * MINUTE,
      toMs: MONDAY + 20 * MINUTE,
      what: 'body',
      note: 'treadmill',
    } as const
    expect(await client.markWrong(mark)).toEqual(mark)
    const after = world.service.snapshot().body.baseline.quietMinutes
    expect(before - after).toBeGreaterThanOrEqual(10)
    expect(before - after).toBeLessThanOrEqual(12)
    const day = await client.day({ workDay: world.today })
    expect(day.wrong).toEqual([mark])
    expect(day.beats.windows.filter((window) => !window.quiet).length).toBeGreaterThanOrEqual(10)
    world.restart()
    world.live({ minutes: 1.2, heart })
    expect(world.service.snapshot().body.baseline.quietMinutes).toBeLessThan(before)
    await world.client().unmarkWrong({ id: mark.id })
    expect(world.service.snapshot().body.baseline.quietMinutes).toBeGreaterThanOrEqual(before)
  })

  it('leaves what is usual of work at once, and comes back', async () => {
    const world = new StressWorld({ from: usual })
    world.live({ minutes: 11, minute: usualMinute })
    const known = () => world.service.snapshot().strain.daysKnown
    expect(known()).toBe(6)
    const marks = Array.from({ length: 3 }, (_, day) => ({
      ...{ id: id(), fromMs: MONDAY + day * DAY, toMs: MONDAY + day * DAY + 12 * HOUR, note: '' },
      what: day === 0 ? ('all' as const) : ('work' as const),
    }))
    for (const mark of marks) await world.client().markWrong(mark)
    expect(known()).toBe(3)
    const unusual = () => world.service.snapshot().strain.unknown
    expect(unusual()).toContainEqual({ feature: 'commsShare', reason: 'too_few_days' })
    for (const mark of marks) await world.client().unmarkWrong({ id: mark.id })
    expect(known()).toBe(6)
    expect(unusual()).not.toContainEqual({ feature: 'commsShare', reason: 'too_few_days' })
  })

  it('that goes on now says nothing of now', async () => {
    const world = workDays(new StressWorld({ from: usual }), 6)
    world.live({ minutes: 15, minute: heavyMinute })
    expect(world.service.snapshot().strain.state).toBe('known')
    const now = world.clock.now()
    await world
      .client()
      .markWrong({ id: id(), fromMs: now - 15 * MINUTE, toMs: now + HOUR, what: 'all', note: '' })
    expect(world.service.snapshot().strain).toMatchObject({ state: 'unknown', value: null })
  })

  it.each([
    ['ends before it begins', 0],
    ['is longer than a day', 24 * HOUR + 1],
  ])('is refused when it %s', async (_name, lengthMs) => {
    const mark = { id: id(), fromMs: MONDAY, toMs: MONDAY + lengthMs, what: 'all', note: '' } as const
    await expect(usual.client().markWrong(mark)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(usual.client().unmarkWrong({ id: id() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('how well it knows the person', () => {
  it('says how many answers are missing, then the same interval every time, until an answer changes', async () => {
    const world = new StressWorld()
    const client = world.client()
    world.scored = Array.from({ length: 39 }, (_, n) => ({ strain: (n % 10) / 10, mood: 5 - (n % 5) }))
    expect(await client.howWell()).toEqual({ kind: 'too_few', n: 39, missing: 1 })
    world.scored = [...world.scored, { strain: 0.5, mood: 3 }]
    expect(await client.howWell()).toMatchObject({ kind: 'too_few' })
    world.bus.emit('checkinsChanged', {})
    const known = await client.howWell()
    expect(known).toMatchObject({ kind: 'known', n: 40 })
    world.bus.emit('checkinsChanged', {})
    expect(await client.howWell()).toEqual(known)
    world.scored = world.scored.map((one) => ({ ...one, mood: 3 }))
    world.bus.emit('checkinsChanged', {})
    expect(await client.howWell()).toEqual({ kind: 'no_variation', n: 40 })
  })
})

describe('what is kept long enough', () => {
  it('goes: beats, minutes of beats, scores, decisions and marks after 30 days, work after 21; sums stay', () => {
    const world = workDays(new StressWorld(), 12)
    world.live({ minutes: 40, minute: heavyMinute, heart })
    const toMs = world.clock.now()
    const mark = { fromMs: toMs - HOUR, toMs, what: 'body', note: '' } as const
    world.service.markWrong({ ...mark, id: crypto.randomUUID() })
    const tables = [
      'beats',
      'beat_windows',
      'scores',
      'work_windows',
      'decisions',
      'wrong_stretches',
      'score_days',
    ]
    const before = tables.map((table) => rows(world, table) ?? 0)
    expect(before.every((count) => count > 0)).toBe(true)
    world.away(world.clock.now() + 20.5 * DAY)
    expect(rows(world, 'work_windows')).toBeLessThan(before[3] ?? 0)
    expect(rows(world, 'scores')).toBeLessThan(before[2] ?? 0)
    // What was raised is over when the person is back, and that is a decision as well.
    world.away(world.clock.now() + 31 * DAY)
    expect(tables.map((table) => rows(world, table))).toEqual([0, 0, 0, 0, 0, 0, before[6]])
  })

  it('after years without Lull goes in steps, so that nothing has to wait', () => {
    const world = new StressWorld()
    for (let hour = 0; hour < 48; hour++)
      world.take({ ...rr(MONDAY - 100 * DAY + hour * HOUR, [800]), notLive: 'old' })
    world.clock.advance(SECOND)
    world.clock.advance(FIRST_AFTER_MS - SECOND)
    const left = rows(world, 'beats') ?? 0
    expect(left).toBeLessThan(48)
    expect(left).toBeGreaterThan(35)
    world.clock.advance(10 * SECOND)
    expect(rows(world, 'beats')).toBe(0)
  })
})

it('keeps nothing twice when the app is closed and opened in the middle of a day', () => {
  const row = z.object({ sums: z.string() })
  const sums = (world: StressWorld) =>
    JSON.parse(
      world.store.get(row, sql`SELECT sums FROM score_days ORDER BY work_day DESC LIMIT 1`)?.sums ?? '{}',
    )
  const straight = new StressWorld({ from: usual })
  straight.live({ minutes: 60, minute: usualMinute, heart })
  straight.restart()
  const broken = new StressWorld({ from: usual })
  broken.live({ minutes: 30, minute: usualMinute, heart })
  broken.restart()
  broken.live({ minutes: 30, minute: usualMinute, heart })
  broken.restart()
  expect(sums(broken).assessedMs).toBeGreaterThan(0.99 * sums(straight).assessedMs)
  expect(sums(broken).assessedMs).toBeLessThanOrEqual(sums(straight).assessedMs)
  expect(rows(broken, 'scores')).toBe(rows(straight, 'scores'))
  expect(rows(broken, 'work_windows')).toBe(rows(straight, 'work_windows'))
})
