/** Life of a beat: from the broker's message to the row, the judged minute, the baseline and the score. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { MOST_WAIT_MS } from '../../../../electron/engine/features/stress/beatIntake.ts'
import { sql } from '../../../../electron/engine/store/sql.ts'
import {
  DAY,
  HOUR,
  heavyMinute,
  hr,
  MINUTE,
  MONDAY,
  rr,
  SECOND,
  StressWorld,
  usualMinute,
  workDays,
} from './stressWorld.ts'

const calm = { meanMs: 850, swingMs: 45 }
const tense = { meanMs: 620, swingMs: 8 }

const windowRow = z.object({
  at: z.number(),
  refused: z.string(),
  quiet: z.number(),
  lnRmssd: z.number().nullable(),
})
const windows = (world: StressWorld, source = 'strap') =>
  world.store.all(
    windowRow,
    sql`SELECT at, refused, quiet, ln_rmssd AS "lnRmssd" FROM beat_windows
      JOIN beat_sources ON id = source_id WHERE source = ${source} ORDER BY at`,
  )
const rows = (world: StressWorld, table: string) =>
  world.store.get(z.object({ n: z.number() }), { text: `SELECT count(*) AS n FROM ${table}`, values: [] })?.n

/** Twenty quiet minutes on each of some mornings. */
function mornings(world: StressWorld, days: number, minutes = 25): StressWorld {
  for (let day = 0; day < days; day++) {
    const startMs = world.clock.now()
    world.live({ minutes, minute: usualMinute, heart: calm })
    world.away(startMs + DAY)
  }
  return world
}

describe('the life of a beat', () => {
  it('is kept at once, judged with the beat that ends its minute, and the score and the page follow at once', async () => {
    const world = new StressWorld()
    const watch = await world.client().watch()
    await watch.next()
    world.live({ minutes: 2, minute: usualMinute })
    world.told.length = 0
    world.live({ minutes: 1, heart: calm })
    world.clock.advance(MOST_WAIT_MS)
    const before = rows(world, 'beats') ?? 0
    expect([before > 50, rows(world, 'beat_windows')]).toEqual([true, 0])
    world.take(rr(world.clock.now() + 900, [850]))
    expect(world.service.snapshot().body.source).toBeNull()
    world.clock.advance(MOST_WAIT_MS)
    expect([rows(world, 'beats'), rows(world, 'beat_windows')]).toEqual([before + 1, 1])
    const told = world.told.at(-1)
    expect(told?.body).toMatchObject({ source: 'strap', refused: [], coverage: expect.closeTo(1, 1) })
    expect(told?.body.hrBpm).toBeCloseTo(60_000 / 850, 0)
    expect(told?.atMs).toBe(world.clock.now())
    world.clock.advance(SECOND)
    expect((await watch.next()).value).toMatchObject({ body: { source: 'strap' } })
    await watch.return?.(undefined)
  })

  it('of a source that falls silent is judged by the clock', () => {
    const world = new StressWorld()
    world.live({ minutes: 0.5, heart: calm }).live({ minutes: 0.9 })
    expect(windows(world)).toEqual([])
    world.live({ minutes: 0.5 })
    expect(windows(world).map((window) => window.refused)).toEqual(['["too_little_covered"]'])
  })

  it('counts once, though the broker delivers it again after a restart', () => {
    const world = new StressWorld()
    world.live({ minutes: 2, heart: calm })
    const before = [rows(world, 'beats'), rows(world, 'beat_windows')]
    world.restart()
    world.take(...Array.from({ length: 30 }, (_, n) => rr(MONDAY + (n + 1) * SECOND, [850])))
    world.clock.advance(SECOND)
    expect(rows(world, 'beats')).toBeGreaterThan(before[0] ?? 0)
    const repeated = rows(world, 'beats')
    world.take(...Array.from({ length: 30 }, (_, n) => rr(MONDAY + (n + 1) * SECOND, [850])))
    world.clock.advance(SECOND)
    expect(rows(world, 'beats')).toBe(repeated)
  })
})

describe('a minute is refused, kept and counted', () => {
  async function judged(send: (world: StressWorld, second: number) => void) {
    const world = new StressWorld()
    world.live({ minutes: 0.5 })
    for (let second = 0; second < 62; second++) {
      world.clock.advance(SECOND)
      send(world, second)
    }
    world.live({ minutes: 1 })
    const { beats, scores } = await world.client().day({ workDay: world.today })
    return { beats, scores, body: world.service.snapshot().body }
  }
  const beat = (world: StressWorld, rrMs: number) => world.take(rr(world.clock.now(), [rrMs]))

  it('with more than 5 % bad beats', async () => {
    const { beats, scores, body } = await judged((world, second) =>
      beat(world, second % 15 === 7 ? 1700 : 1000),
    )
    expect(beats).toMatchObject({ accepted: 0, refused: [{ reason: 'too_many_bad_beats', count: 1 }] })
    expect(scores).toMatchObject({ windowsAccepted: 0, windowsRefused: 1, hrBpm: null, rmssdMs: null })
    expect(body).toMatchObject({ hrBpm: null, rmssdMs: null, refused: ['too_many_bad_beats'] })
  })

  it('with less than 80 % of its time covered', async () => {
    const { beats } = await judged((world, second) => {
      if (second < 20 || second > 33) beat(world, 1000)
    })
    expect(beats).toMatchObject({ accepted: 0, refused: [{ reason: 'too_little_covered', count: 1 }] })
  })

  it('and a good one is not', async () => {
    const { beats } = await judged((world, second) => beat(world, 980 + 20 * (second % 2)))
    expect(beats).toMatchObject({ accepted: 1, refused: [] })
  })
})

describe('what is not of now', () => {
  it.each(['retained', 'old', 'discrete'] as const)('never counts as live: %s', (notLive) => {
    const world = new StressWorld()
    world.live({ minutes: 0.5 })
    for (let second = 0; second < 130; second++) {
      world.clock.advance(SECOND)
      const atMs = world.clock.now()
      world.take({ ...rr(atMs, [1000]), notLive }, { ...hr(atMs, 60), notLive })
    }
    world.live({ minutes: 2 })
    expect(rows(world, 'beat_windows')).toBe(0)
    expect(world.service.snapshot().body).toMatchObject({ source: null, hrBpm: null })
  })
})

describe('a body that weighs nothing', () => {
  it('is neither read nor kept, whatever is still on its way', () => {
    const world = new StressWorld()
    const { weights } = world.settings
    world.change({ weights: { ...weights, body: 0 } })
    const atMs = world.clock.now()
    world.take(rr(atMs, [800]), hr(atMs, 75))
    world.take({ kind: 'rmssd', source: 'ring', atMs, timeFrom: 'payload', notLive: 'discrete', ms: 40 })
    world.clock.advance(SECOND)
    expect([rows(world, 'beats'), rows(world, 'nightly')]).toEqual([0, 0])
    world.change({ weights })
    world.take(rr(atMs, [800]))
    world.clock.advance(SECOND)
    expect(rows(world, 'beats')).toBe(1)
  })
})

describe('what is usual of the body', () => {
  it('takes sixty quiet minutes over three days before any z', () => {
    const many = mornings(new StressWorld(), 1, 70)
    many.live({ minutes: 6, minute: usualMinute, heart: tense })
    const twoDays = many.service.snapshot()
    expect(twoDays.body.baseline).toMatchObject({ known: false, days: 2, leastMinutes: 60, leastDays: 3 })
    expect(twoDays.body.baseline.quietMinutes).toBeGreaterThanOrEqual(60)
    expect(twoDays.strain.unknown).toContainEqual({ feature: 'hrBpm', reason: 'no_value' })

    const few = mornings(new StressWorld(), 3, 15)
    few.live({ minutes: 6, minute: usualMinute, heart: tense })
    expect(few.service.snapshot().body.baseline).toMatchObject({ known: false, days: 4 })
    expect(few.service.snapshot().strain.unknown).toContainEqual({ feature: 'lnRmssd', reason: 'no_value' })

    const enough = mornings(new StressWorld(), 3)
    enough.live({ minutes: 6, minute: usualMinute, heart: tense })
    const { body, strain } = enough.service.snapshot()
    expect(body.baseline.known).toBe(true)
    expect(strain.unknown.map((one) => one.feature)).not.toContain('hrBpm')
    expect(strain.unknown.map((one) => one.feature)).not.toContain('lnRmssd')
  })

  it('needs two windows one after the other', () => {
    const world = mornings(new StressWorld(), 3)
    const isUnknown = () => world.service.snapshot().strain.unknown.some((one) => one.feature === 'hrBpm')
    world.live({ minutes: 2.2, minute: usualMinute, heart: tense })
    expect(isUnknown()).toBe(true)
    world.live({ minutes: 1, minute: usualMinute, heart: tense })
    expect(isUnknown()).toBe(false)
  })

  it('is learned at the desk alone: not while resting, and not in the minute of coming back', () => {
    const world = new StressWorld()
    world.live({ minutes: 4, standing: 'resting', heart: calm })
    expect(windows(world).map((window) => window.quiet)).toEqual([0, 0, 0])
    const backMs = world.clock.now()
    world.live({ minutes: 4.2, heart: calm })
    const quiet = windows(world).filter((window) => window.quiet === 1)
    expect(quiet.length).toBeGreaterThanOrEqual(2)
    expect(quiet.every((window) => window.at - MINUTE >= backMs)).toBe(true)
  })

  it('takes a pause of less than a minute for a thought, and a longer one for getting up', () => {
    const quietAround = (pauseMinutes: number) => {
      const world = new StressWorld()
      world.live({ minutes: 3, heart: calm })
      const pauseMs = world.clock.now()
      world.live({ minutes: pauseMinutes, standing: 'resting', heart: calm })
      world.live({ minutes: 3, heart: calm })
      return windows(world).filter(
        ({ at, quiet }) => quiet === 1 && at > pauseMs + 10 * SECOND && at - MINUTE < pauseMs + MINUTE,
      )
    }
    expect(quietAround(0.7).length).toBeGreaterThan(0)
    expect(quietAround(1.2)).toEqual([])
  })

  it('never mixes sources: the strap speaks while it sends, the watch when it does not', () => {
    const world = mornings(new StressWorld(), 3)
    for (let second = 0; second < 250; second++) {
      world.clock.advance(SECOND)
      const atMs = world.clock.now()
      world.take(hr(atMs, 95), rr(atMs, [1000 + 10 * (second % 2)]))
      if (second % 10 === 0) world.live({ minutes: 1 / 6 })
    }
    const strap = world.service.snapshot().body
    expect(strap.source).toBe('strap')
    expect(strap.baseline.quietMinutes).toBeGreaterThan(59)
    world.live({ minutes: 14, heart: { ...calm, source: 'watch', kind: 'hr' } })
    const watch = world.service.snapshot().body
    expect(watch).toMatchObject({ source: 'watch', rmssdMs: null, baseline: { known: false } })
    expect(watch.hrBpm).toBeCloseTo(60_000 / 850, 0)
  })
})

it('speaks in the score beside the work, and explains itself by its minutes', async () => {
  const world = workDays(mornings(new StressWorld(), 3), 9)
  world.live({ minutes: 40, minute: heavyMinute, heart: tense })
  const { strain } = world.service.snapshot()
  expect(strain).toMatchObject({ state: 'known', phase: 'raised' })
  expect(strain.contributing).toEqual(expect.arrayContaining(['body', 'fragmentation', 'comms']))
  const explained = await world.client().explain({ atMs: world.clock.now() })
  const heart = explained.strain.signals.filter((signal) => signal.family === 'body')
  expect(heart.map((signal) => [signal.feature, signal.direction])).toEqual([
    ['hrBpm', 'high'],
    ['lnRmssd', 'low'],
  ])
  expect(explained.windows.map((window) => [window.source, window.quiet])).toEqual([
    ['strap', true],
    ['strap', true],
  ])
  expect(explained.windows.at(-1)?.hrBpm).toBeCloseTo(heart[0]?.value ?? 0, 0)
  expect(explained.beats.rows).toBeGreaterThan(100)
})

it('a source in a whole house of sources does not fill the memory', () => {
  const world = new StressWorld()
  world.live({ minutes: 0.5 })
  for (let second = 0; second < 130; second++) {
    world.clock.advance(SECOND)
    const atMs = world.clock.now()
    world.take(...Array.from({ length: 50 }, (_, n) => hr(atMs, 60 + n, `room ${n}`)))
  }
  world.live({ minutes: 1 })
  expect(world.logLines).toEqual([])
  expect(rows(world, 'beats')).toBe(50 * 130)
})

it('names no heart rate and no device in the log', () => {
  const world = new StressWorld()
  world.live({ minutes: 3, heart: { ...calm, source: 'polar/1A2B3C4D' } })
  world.store.run(sql`DROP TABLE scores`)
  world.live({ minutes: 3, heart: calm })
  expect(world.logLines.length).toBeGreaterThan(0)
  expect(world.logLines.join()).not.toMatch(/1A2B3C4D|70\.\d/)
  expect(world.clock.now()).toBe(MONDAY + 6 * MINUTE)
  expect(HOUR).toBe(60 * MINUTE)
})
