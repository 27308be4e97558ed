/** Exercises are listed in this person's order, runs are kept once each and rated, and erasing leaves nothing. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { exercises as contract, type ExerciseRun } from '../../../../electron/contract/exercises.ts'
import { settingsDocument } from '../../../../electron/contract/settings.ts'
import { zoneCalendar } from '../../../../electron/engine/calendar.ts'
import { EventBus } from '../../../../electron/engine/events.ts'
import { createExercises } from '../../../../electron/engine/features/exercises/index.ts'
import { PrivacyService } from '../../../../electron/engine/features/privacy/privacyService.ts'
import { PrivacyStore } from '../../../../electron/engine/features/privacy/privacyStore.ts'
import { createLog } from '../../../../electron/engine/log.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { resourcesFolder, TEST_KEY, temporaryFolder } from '../../engineParts.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const run = (n: number, change: Partial<ExerciseRun> = {}): Omit<ExerciseRun, 'atMs'> => ({
  id: id(n),
  exerciseId: 'walk',
  plannedMs: 300_000,
  spentMs: 0,
  ended: 'open',
  before: null,
  after: null,
  nudgeId: null,
  via: 'list',
  ...change,
})

function started(folder = resourcesFolder) {
  const { store } = openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: 1 })
  const clock = new FakeClock()
  const bus = new EventBus()
  const logLines: string[] = []
  const heard = { count: 0 }
  bus.on('exercisesChanged', () => {
    heard.count += 1
  })
  const calendar = zoneCalendar(() => 'Europe/Berlin')
  const log = createLog(clock, (line) => logLines.push(line))
  const { service, keeper } = createExercises({ store, bus, clock, calendar, log, resourcesFolder: folder })
  service.start()
  onTestFinished(() => service.stop())
  const privacy = new PrivacyService({
    ...{
      store: new PrivacyStore(store),
      bus,
      clock,
      calendar,
      dataFolder: null,
      keyKeeper: 'memory' as const,
    },
    ...{ appVersion: '0.1.0', talks: () => [], settings: () => settingsDocument.parse({}) },
    ...{ models: () => [], states: () => [], keepers: [keeper] },
    erasers: { talks() {}, models: async () => {}, settings() {}, copies() {} },
  })
  /** Runs that were rated, each with this change. */
  const rate = (exerciseId: string, first: number, changes: readonly [number, number][]) => {
    changes.forEach(([before, after], place) => {
      service.saveRun(run(first + place, { exerciseId, before, after, ended: 'done' }))
    })
  }
  return { store, clock, bus, service, keeper, privacy, heard, logLines, calendar, rate }
}

const better: [number, number][] = [
  [8, 4],
  [7, 4],
  [8, 3],
  [9, 5],
  [7, 3],
]

describe('the list', () => {
  it('holds all, fits the contract, and is in the order of evidence before anything was rated', () => {
    const { service } = started()
    const list = service.list()
    expect(contract.list['~orpc'].outputSchema?.['~standard'].validate(list)).not.toHaveProperty('issues')
    expect(list.broken).toEqual([])
    expect(list.exercises).toHaveLength(13)
    expect(list.exercises[0]?.exercise.evidence.strength).toBe('some')
    expect(list.exercises.at(-1)?.exercise.evidence.strength).toBe('none')
    expect(new Set(list.exercises.map(({ placedBy }) => placedBy))).toEqual(new Set(['evidence']))
    expect(list.exercises[0]).toMatchObject({
      helped: { kind: 'too_few', n: 0, missing: 5 },
      times: 0,
      lastAtMs: null,
    })
  })

  it('begins with what helped this person, and says that it was their ratings', () => {
    const { service, rate, clock } = started()
    rate('five-senses', 1, better.slice(0, 4))
    expect(service.list().exercises[0]?.exercise.id).not.toBe('five-senses')
    clock.advance(HOUR)
    rate('five-senses', 5, better.slice(4))
    const [first] = service.list().exercises
    expect(first).toMatchObject({ placedBy: 'ratings', times: 5, lastAtMs: clock.now() })
    expect(first?.exercise.id).toBe('five-senses')
    expect(first?.helped).toMatchObject({ kind: 'known', n: 5, change: 4, better: 5, worse: 0 })
  })

  it('counts as done only what was done to the end', () => {
    const { service, clock } = started()
    service.saveRun(run(1, { ended: 'done' }))
    const doneAtMs = clock.now()
    clock.advance(HOUR)
    service.saveRun(run(2, { ended: 'stopped' }))
    service.saveRun(run(3))
    const walk = service.list().exercises.find(({ exercise }) => exercise.id === 'walk')
    expect(walk).toMatchObject({ times: 1, lastAtMs: doneAtMs })
  })

  it('goes on beside a broken folder, which is told of with a count in the log and no names', () => {
    const folder = temporaryFolder()
    cpSync(join(resourcesFolder, 'exercises'), join(folder, 'exercises'), { recursive: true })
    mkdirSync(join(folder, 'exercises', 'aunt-mary'))
    writeFileSync(join(folder, 'exercises', 'aunt-mary', 'exercise.json'), 'no')
    const { service, logLines } = started(folder)
    expect(logLines).toEqual([])
    expect(service.list().exercises).toHaveLength(13)
    expect(service.list().broken).toEqual([
      { folder: 'aunt-mary', problems: [{ at: 'en.md', what: 'is missing' }] },
    ])
    expect(logLines).toHaveLength(1)
    expect(logLines[0]).toContain('exercisesBroken')
    expect(logLines[0]).not.toContain('aunt')
  })

  it('is read when first asked for, not at the start', () => {
    const folder = temporaryFolder()
    const { service } = started(folder)
    cpSync(join(resourcesFolder, 'exercises'), join(folder, 'exercises'), { recursive: true })
    expect(service.list().exercises).toHaveLength(13)
  })
})

describe('a run', () => {
  it('keeps the moment of the first time it was sent; the rest is replaced', () => {
    const { service, clock, heard, store, calendar } = started()
    const first = service.saveRun(run(1, { before: 7 }))
    expect(first).toEqual({ ...run(1, { before: 7 }), atMs: clock.now() })
    // Past 04:00 of the next day.
    clock.advance(20 * HOUR)
    const done = run(1, { before: 7, after: 3, ended: 'done', spentMs: 290_000, nudgeId: 12, via: 'break' })
    expect(service.saveRun(done)).toEqual({ ...done, atMs: first.atMs })
    expect(heard.count).toBe(2)
    const row = store.raw.prepare('SELECT count(*) AS rows, work_day FROM exercise_runs').get()
    expect(row).toEqual({ rows: 1, work_day: calendar.moment(first.atMs).dayNumber })
  })

  it('sent again for another exercise is a run of that one alone', () => {
    const { service, rate } = started()
    rate('five-senses', 1, better)
    const nOf = (exerciseId: string) =>
      service.list().exercises.find(({ exercise }) => exercise.id === exerciseId)?.helped.n
    expect([nOf('five-senses'), nOf('walk')]).toEqual([5, 0])
    service.saveRun(run(5, { exerciseId: 'walk', before: 8, after: 4, ended: 'done' }))
    expect([nOf('five-senses'), nOf('walk')]).toEqual([4, 1])
  })

  it('of an exercise nobody knows is refused, and nobody is told', () => {
    const { service, heard, keeper } = started()
    for (const exerciseId of ['flying', '__proto__', 'constructor', '../walk']) {
      expect(() => service.saveRun(run(1, { exerciseId }))).toThrow(
        expect.objectContaining({ code: 'NOT_FOUND' }),
      )
    }
    expect(heard.count).toBe(0)
    expect(keeper.count('exercises').rows).toBe(0)
  })

  it('is listed newest first, the end of a span not included, at most 200', () => {
    const { service, clock } = started()
    const fromMs = clock.now()
    for (let n = 1; n <= 210; n += 1) {
      service.saveRun(run(n))
      clock.advance(1000)
    }
    const all = service.runs(fromMs, clock.now())
    expect(all).toHaveLength(200)
    expect(all[0]?.id).toBe(id(210))
    expect(service.runs(fromMs, fromMs + 1000).map((one) => one.id)).toEqual([id(1)])
    expect(service.runs(fromMs, fromMs)).toEqual([])
  })
})

describe('what fills a pause', () => {
  const pause = { arm: 'breathe', kind: 'pause', lengthMs: 300_000 } as const

  it('is well supported and varies, and stays the same for one offer', () => {
    const { service } = started()
    const ids = [1, 2, 3, 4].map((nudgeId) => service.forBreak({ ...pause, nudgeId })?.id)
    expect(new Set(ids)).toEqual(new Set(['cyclic-sighing', 'six-breaths']))
    expect(service.forBreak({ ...pause, nudgeId: 4 })).toEqual(service.forBreak({ ...pause, nudgeId: 4 }))
    expect(service.forBreak({ arm: 'walk', kind: 'pause', lengthMs: 300_000, nudgeId: 1 })).toEqual({
      id: 'walk',
      title: expect.any(String),
    })
  })

  it('is what helped this person, until that is erased', () => {
    const { service, rate, privacy } = started()
    rate('box-breathing', 1, better)
    for (const nudgeId of [1, 2, 3]) {
      expect(service.forBreak({ ...pause, nudgeId })?.id).toBe('box-breathing')
    }
    privacy.eraseKind('exercises')
    expect(service.forBreak({ ...pause, nudgeId: 1 })?.id).not.toBe('box-breathing')
  })

  it('is nothing where nothing fits, and where the database says nothing any more', () => {
    const { service, store, logLines } = started()
    expect(service.forBreak({ ...pause, kind: 'lunch', nudgeId: 1 })).toBeNull()
    store.close()
    expect(service.forBreak({ ...pause, nudgeId: 1 })).toBeNull()
    expect(logLines.join()).toContain('exerciseNotChosen')
  })

  it('is nothing in a copy of Lull without exercises', () => {
    const { service } = started(temporaryFolder())
    expect(service.forBreak({ ...pause, nudgeId: 1 })).toBeNull()
    expect(service.list().broken).toHaveLength(1)
  })
})

describe('what is kept', () => {
  it('is counted, dated and taken along', () => {
    const { service, clock, privacy } = started()
    const atMs = clock.now()
    service.saveRun(run(1, { before: 6 }))
    clock.advance(HOUR)
    service.saveRun(run(2))
    const kind = privacy.inventory().kinds.find((one) => one.kind === 'exercises')
    expect(kind).toMatchObject({ rows: 2, oldestAt: atMs, erasable: true, keptDays: null })
    expect(JSON.parse(privacy.export().json).noticed.exercises).toMatchObject([
      { id: id(1), at: atMs, exercise_id: 'walk', rated_before: 6 },
      { id: id(2) },
    ])
  })

  it('goes by kind, by day and with everything, and is told each time', async () => {
    const { service, clock, privacy, heard, calendar, keeper } = started()
    const today = calendar.moment(clock.now()).dayNumber
    service.saveRun(run(1))
    clock.advance(DAY)
    service.saveRun(run(2))
    const told = heard.count
    privacy.eraseDay(today)
    expect(service.runs(0, clock.now() + 1).map((one) => one.id)).toEqual([id(2)])
    expect(heard.count).toBeGreaterThan(told)
    privacy.eraseKind('exercises')
    expect(keeper.count('exercises')).toEqual({ rows: 0, oldestAt: null })
    service.saveRun(run(3, { before: 5, after: 2, ended: 'done' }))
    await privacy.eraseEverything(false)
    expect(keeper.rows('exercises')).toEqual([])
    expect(service.list().exercises.every(({ times }) => times === 0)).toBe(true)
  })

  it('forgets ratings that are gone at once', () => {
    const { service, rate, privacy } = started()
    rate('five-senses', 1, better)
    expect(service.list().exercises[0]?.placedBy).toBe('ratings')
    privacy.eraseKind('exercises')
    expect(service.list().exercises.every(({ placedBy }) => placedBy === 'evidence')).toBe(true)
  })
})

describe('a plan for lamps to follow', () => {
  it('is as long as the page plays it, also where a pause left less time than any length on offer', () => {
    const { service } = started()
    const pacer = service.list().exercises.find(({ exercise }) => exercise.timings.kind === 'pacer')?.exercise
    if (!pacer) throw new Error('no pacer')
    const usual = service.plan(pacer.id, pacer.lengthsSeconds[0] ?? 0)
    expect(usual).toMatchObject({ id: pacer.id })
    const shorter = (usual?.totalMs ?? 0) - (usual?.roundMs ?? 0)
    expect(service.plan(pacer.id, shorter / 1000)?.totalMs).toBe(shorter)
    expect(service.plan('nothing', 60)).toBeNull()
  })
})
