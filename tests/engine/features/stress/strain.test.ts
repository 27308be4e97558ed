/** The strain signal through the whole service: slow to rise, bounded, honest about what it does not know. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defaultWeights } from '../../../../electron/core/stress/families.ts'
import { seededRandom } from '../../../../electron/core/stress/seededRandom.ts'
import { sql } from '../../../../electron/engine/store/sql.ts'
import {
  DAY,
  HOUR,
  heavyMinute,
  MINUTE,
  type MinuteValues,
  SECOND,
  StressWorld,
  usualMinute,
  workDays,
} from './stressWorld.ts'

const kindRow = z.object({ kind: z.string() })
const decided = (world: StressWorld) =>
  world.store.all(kindRow, sql`SELECT kind FROM decisions ORDER BY sequence`).map((row) => row.kind)

/** Twelve usual days, and the morning of the next. */
let usual: StressWorld
beforeAll(() => {
  usual = workDays(new StressWorld(), 12)
  usual.live({ minutes: 30, minute: usualMinute })
})
const morning = (settings = {}) => new StressWorld({ from: usual, settings })

describe('raising', () => {
  it('takes ten heavy minutes, says what is unlike the usual, and is told', () => {
    const world = morning()
    world.live({ minutes: 10, minute: heavyMinute })
    expect(decided(world)).toEqual([])
    world.live({ minutes: 25, minute: heavyMinute })
    expect(decided(world)).toEqual(['strainRaised'])
    const { strain } = world.service.snapshot()
    expect(strain).toMatchObject({ state: 'known', phase: 'raised' })
    expect(strain.value).toBeGreaterThan(0.6)
    expect(strain.reasons).toHaveLength(3)
    for (const reason of strain.reasons) expect(reason.s).toBeGreaterThan(0)
    expect(world.told.at(-1)?.strain.phase).toBe('raised')
  })

  it('needs two families', () => {
    const oneFamily = (random: () => number) => ({ ...usualMinute(random), switches: 40 })
    const weights = { ...defaultWeights, fragmentation: 1 }
    const world = morning({ weights })
    world.live({ minutes: 60, minute: oneFamily })
    const { strain } = world.service.snapshot()
    expect(strain.value).toBeGreaterThan(0.5)
    expect(strain.contributing).toEqual(['fragmentation'])
    expect(decided(world)).toEqual([])
  })

  it('never happens in a call: it waits for its end', () => {
    const world = morning()
    world.presence(true)
    world.live({ minutes: 45, minute: heavyMinute })
    expect(decided(world)).toEqual(['strainQueued'])
    expect(world.service.snapshot().strain.phase).toBe('queued')
    world.presence(null)
    expect(world.service.snapshot().strain.phase).toBe('queued')
    world.presence(false)
    expect(decided(world)).toEqual(['strainQueued', 'strainRaised'])
  })

  it('ends with a real rest, and what was heard before it speaks no more', () => {
    const world = morning()
    world.live({ minutes: 40, minute: heavyMinute })
    world.live({ minutes: 4, standing: 'resting' })
    expect(world.service.snapshot().strain.phase).toBe('raised')
    world.live({ minutes: 2, standing: 'resting' })
    expect(decided(world)).toEqual(['strainRaised', 'strainCleared'])
    expect(world.service.snapshot().strain).toMatchObject({ phase: 'clear', state: 'unknown', value: null })
  })

  it('ends when nobody can tell work from rest any more', () => {
    const world = morning()
    world.live({ minutes: 40, minute: heavyMinute }).live({ minutes: 6, standing: 'unknown' })
    expect(decided(world)).toEqual(['strainRaised', 'strainCleared'])
  })

  it('does not happen in the first days, however heavy they are', () => {
    const world = new StressWorld()
    workDays(world, 2, heavyMinute)
    world.live({ minutes: 120, minute: heavyMinute })
    expect(decided(world)).toEqual([])
    expect(world.service.snapshot().strain.state).not.toBe('known')
  })
})

it('keeps the clock still while nobody works', () => {
  const world = morning()
  world.live({ minutes: 1, standing: 'resting' })
  const resting = world.clock.pending
  world.live({ minutes: 1 })
  expect(world.clock.pending).toBe(resting + 1)
  world.live({ minutes: 1, standing: 'resting' })
  expect(world.clock.pending).toBe(resting)
  world.service.stop()
  expect(world.clock.pending).toBe(0)
})

describe('constant input never flaps', () => {
  it.each([0, 4, 7, 12, 30])('%i changes of the app a minute', (switches) => {
    const world = morning()
    const same: MinuteValues = { ...usualMinute(seededRandom(3)), switches, commsSeconds: switches + 10 }
    world.live({ minutes: 8 * 60, minute: () => same })
    expect(decided(world).length).toBeLessThanOrEqual(2)
  })
})

describe('at most a tenth of the time, whatever drifts', () => {
  const drifts: [string, (day: number, minute: number) => number, boolean][] = [
    ['slowly up', (day) => day / 30, false],
    ['a step up', (day) => (day < 12 ? 0 : 0.9), true],
    ['heavy every second hour', (_day, minute) => (minute % 120 < 60 ? 0 : 1), false],
    ['one heavy day a week', (day) => (day % 7 === 6 ? 1 : 0), true],
  ]
  it.each(drifts)('%s', (_name, drift, isRaisedAtAll) => {
    const world = new StressWorld()
    let minute = 0
    const mixed = (random: () => number): MinuteValues => {
      const level = drift(Math.floor(minute / 120), minute++)
      const [low, high] = [usualMinute(random), heavyMinute(random)]
      const between = (key: keyof MinuteValues) =>
        Math.round(Number(low[key]) + level * (Number(high[key]) - Number(low[key])))
      const keys = [
        'switches',
        'commsSeconds',
        'deletes',
        'shortPauses',
        'pathPx',
        'loopLagMs',
        'temperatureC',
      ]
      return { ...low, ...Object.fromEntries(keys.map((key) => [key, between(key as keyof MinuteValues)])) }
    }
    let raised = 0
    let worked = 0
    for (let day = 0; day < 30; day++) {
      const startMs = world.clock.now()
      for (let quarter = 0; quarter < 8; quarter++) {
        world.live({ minutes: 15, minute: mixed, stepMs: MINUTE })
        if (world.service.snapshot().strain.phase === 'raised') raised++
        worked++
      }
      world.away(startMs + DAY)
    }
    expect(raised / worked).toBeLessThanOrEqual(0.1)
    expect(raised > 0).toBe(isRaisedAtAll)
    expect(decided(world).length).toBeLessThanOrEqual(30 * 4)
  })
})

describe('a missing sensor', () => {
  const sensors: Record<string, (keyof MinuteValues)[]> = {
    apps: ['switches', 'commsSeconds'],
    typing: ['keys', 'deletes', 'pauses', 'shortPauses'],
    pointer: ['clicks', 'pathPx'],
    machine: ['loopLagMs', 'temperatureC'],
    hours: ['lateMinutes', 'daySpanHours'],
  }
  const level = fc.constantFrom<MinuteValues>(
    {},
    ...Object.values(sensors).map((keys) => {
      const heavy = heavyMinute(seededRandom(1))
      return Object.fromEntries(keys.map((key) => [key, heavy[key]])) as MinuteValues
    }),
  )

  it('never raises S', () => {
    let compared = 0
    fc.assert(
      fc.property(fc.array(level, { maxLength: 5 }), fc.subarray(Object.keys(sensors)), (heavy, gone) => {
        const minute = Object.assign({ ...usualMinute(seededRandom(2)) }, ...heavy) as MinuteValues
        const all = morning({ weights: { ...defaultWeights, self: 0, body: 0 } })
        all.live({ minutes: 20, minute: () => minute, stepMs: MINUTE })
        const fewer = new StressWorld({ from: all })
        const missing = Object.fromEntries(
          gone.flatMap((name) => (sensors[name] ?? []).map((key) => [key, null])),
        )
        for (let passed = 0; passed < 15; passed++) {
          all.live({ minutes: 1, minute: () => minute, stepMs: MINUTE })
          fewer.live({ minutes: 1, minute: () => ({ ...minute, ...missing }), stepMs: MINUTE })
          const whole = all.service.snapshot().strain.value ?? Number.NaN
          const part = fewer.service.snapshot().strain.value
          if (part === null) continue
          compared++
          expect(part).toBeLessThanOrEqual(whole + 1e-9)
        }
      }),
      { numRuns: 12 },
    )
    expect(compared).toBeGreaterThan(60)
  })

  it('is unknown with its reason, and lowers the confidence', () => {
    const world = morning()
    world.live({ minutes: 1, minute: usualMinute })
    const before = world.service.snapshot().strain.confidence
    const noApps = (random: () => number) => ({ ...usualMinute(random), switches: null, commsSeconds: null })
    world.live({ minutes: 15, minute: noApps })
    const { strain } = world.service.snapshot()
    expect(strain.confidence).toBeLessThan(before)
    expect(strain.unknown).toContainEqual({ feature: 'commsShare', reason: 'no_value' })
    expect(strain).toMatchObject({ state: 'unknown', value: null, reasons: [], contributing: [] })
  })
})

describe('settings', () => {
  it('weight 0 switches a sensor off: it neither speaks nor counts as missing', () => {
    const world = morning({ weights: { ...defaultWeights, comms: 0, body: 0, self: 0 } })
    world.live({ minutes: 40, minute: heavyMinute })
    const { strain } = world.service.snapshot()
    expect(strain.confidence).toBeCloseTo(1, 1)
    expect(strain.contributing).not.toContain('comms')
    expect(strain.unknown).toContainEqual({ feature: 'commsShare', reason: 'off' })
    expect(strain.unknown).toContainEqual({ feature: 'checkin', reason: 'off' })
  })

  it('strain off: no S is worked out, B goes on, and what was raised is over', () => {
    const world = morning()
    world.live({ minutes: 40, minute: heavyMinute })
    world.change({ strainOn: false })
    expect(decided(world)).toEqual(['strainRaised', 'strainCleared'])
    world.live({ minutes: 5, minute: heavyMinute })
    const { need, strain } = world.service.snapshot()
    expect(strain).toMatchObject({ state: 'off', value: null, confidence: 0, phase: 'clear', reasons: [] })
    expect(need.value).toBe(1)
    expect(world.service.strainWithoutSelf(world.clock.now())).toBeNull()
    const explained = world.service.explain(world.clock.now())
    expect(explained.strain).toMatchObject({ state: 'off', value: null, signals: [] })
    world.change({ strainOn: true })
    world.live({ minutes: 12, minute: heavyMinute })
    expect(world.service.snapshot().strain.state).toBe('known')
  })

  it('B follows the person: target, long day and quiet hours', () => {
    const world = new StressWorld()
    world.live({ minutes: 20 })
    expect(world.service.snapshot().need).toMatchObject({
      value: 0.4,
      targetMs: 50 * MINUTE,
      isLongDay: false,
    })
    world.change({ breakTargetMinutes: 20 })
    expect(world.service.snapshot().need.value).toBe(1)
    world.change({ breakTargetMinutes: 90, quietHours: { startMinute: 480, endMinute: 600 } })
    expect(world.service.snapshot().need).toMatchObject({ value: 0.5, inQuietHours: true })
    world.change({ quietHours: null, longDayHours: 4 })
    world.live({ minutes: 230 })
    expect(world.service.snapshot().need).toMatchObject({ isLongDay: true })
  })
})

describe('the own word', () => {
  it('weighs at once, and the score without it stays as it was', () => {
    const world = morning()
    for (let day = 1; day <= 6; day++) world.checkin(4, world.clock.now() - day * DAY)
    world.live({ minutes: 5, minute: usualMinute })
    const before = world.service.strainWithoutSelf(world.clock.now()) ?? Number.NaN
    world.checkin(1)
    world.live({ minutes: 20, minute: usualMinute })
    const { strain } = world.service.snapshot()
    expect(strain.reasons[0]).toMatchObject({ feature: 'checkin', direction: 'low', value: 1 })
    expect(strain.value).toBeGreaterThan(0.15)
    expect(world.service.strainWithoutSelf(world.clock.now())).toBeCloseTo(before, 1)
  })

  it('leaves no score behind it where nothing else is known', () => {
    const world = new StressWorld()
    for (let day = 0; day < 12; day++) world.checkin(day % 2 ? 4 : 5, world.clock.now() - day * DAY)
    world.live({ minutes: 10 })
    expect(world.service.strainWithoutSelf(world.clock.now())).toBeNull()
  })
})

describe('the clock', () => {
  it('set back by an hour forgets what was under way, and the day goes on', () => {
    const world = morning()
    world.live({ minutes: 40, minute: heavyMinute })
    const back = new StressWorld({ from: world })
    back.clock.advance(-HOUR)
    back.bus.emit('clockSetBack', { byMs: HOUR, atMs: back.clock.now() })
    expect(back.service.snapshot().strain.value).toBeNull()
    back.live({ minutes: 30, minute: usualMinute })
    expect(back.service.snapshot().strain.state).toBe('known')
    expect(back.logLines).toEqual([])
  })

  it('of a weekend asleep raises nothing', () => {
    const world = morning()
    world.live({ minutes: 9, minute: heavyMinute })
    world.away(world.clock.now() + 2.5 * DAY)
    world.live({ minutes: 5, minute: heavyMinute })
    expect(decided(world)).toEqual([])
    expect(world.clock.now() % SECOND).toBe(0)
  })
})
