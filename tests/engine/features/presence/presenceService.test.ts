/** From what probes say to what a person did: work, rest, calls, and honest gaps. */
import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE, type NoticingOptions, noticing } from './noticing.ts'

const EVERY = { presence: true, calls: true, screen: true, apps: true, input: true, machine: true }
const ALL_SENSORS: NoticingOptions = { settings: { sensing: EVERY } }

/** Stretches of today in minutes since it began. */
function spans(world: ReturnType<typeof noticing>, startMs: number) {
  return world.today().spans.map(({ kind, fromMs, toMs }) => {
    return `${kind} ${(fromMs - startMs) / MINUTE}-${(toMs - startMs) / MINUTE}`
  })
}

/** Working since a while, and every minute of it written. */
function atWork(options: NoticingOptions = {}, minutes = 20) {
  const world = noticing(options)
  const startMs = world.clock.now()
  world.live('active', minutes * MINUTE)
  return { world, startMs }
}

describe('work and rest', () => {
  test('become stretches, minutes and the sums of the day', () => {
    const { world, startMs } = atWork()
    world.live('idle', 10 * MINUTE)
    world.live('active', 10.5 * MINUTE)
    // Two answers five seconds apart are believed.
    const ten = 1 / 6
    expect(spans(world, startMs).map((span) => span.replace(/\.\d+/g, ''))).toEqual([
      'unknown 0-0',
      'work 0-20',
      'rest 20-30',
      'work 30-40',
    ])
    expect(world.today().sums).toMatchObject({
      restMs: (10 + ten) * MINUTE,
      realRests: 1,
      firstWorkMs: startMs + ten * MINUTE,
      longestStretchMs: (20 - ten) * MINUTE,
      minutes: 40,
    })
    const minute = (place: number) => world.told.minutes[place]
    expect(minute(0)).toMatchObject({ minuteOfDay: 480, workSeconds: 50, unknownSeconds: 10, restSeconds: 0 })
    expect(minute(5)).toMatchObject({ workSeconds: 60, activeSeconds: 60, callSeconds: null })
    expect(minute(25)).toMatchObject({ restSeconds: 60, workSeconds: 0, activeSeconds: 0 })
  })

  test('rest counts from the last key, not from the moment it was noticed', () => {
    const { world, startMs } = atWork({}, 20)
    world.live('idle', 2 * MINUTE)
    expect(world.rhythm()).toMatchObject({ restMs: 2 * MINUTE, dayToMs: startMs + 20 * MINUTE })
    // The minute in which it was still taken for work was written anew.
    expect(world.rows('minutes')[20]).toMatchObject({ work_seconds: 0, rest_seconds: 60, active_seconds: 0 })
  })

  test('reading for less than a minute is work', () => {
    const { world, startMs } = atWork()
    world.live('idle', 45_000)
    world.live('active', 10 * MINUTE)
    expect(spans(world, startMs).slice(1)).toEqual([`work ${1 / 6}-${30 + 1 / 12}`])
    expect(world.rhythm()?.dayActiveMs).toBe(30.75 * MINUTE - 10_000)
  })

  test('a bumped mouse ends no rest', () => {
    const { world, startMs } = atWork()
    world.live('idle', 8 * MINUTE)
    const bumpMs = world.clock.now()
    world.live('active', 30_000)
    world.sensors.hold('input', 'idle', bumpMs + 2_000)
    world.clock.advance(8 * MINUTE)
    expect(world.rhythm()).toMatchObject({ restMs: 16.5 * MINUTE, sessionFromMs: null })
    world.live('active', 6 * MINUTE)
    expect(spans(world, startMs).filter((span) => span.startsWith('rest'))).toHaveLength(1)
    expect(world.today().sums).toMatchObject({ realRests: 1 })
    const effects = world.told.rhythms.flatMap((rhythm) => rhythm.effects.map(({ kind }) => kind))
    expect(effects.filter((kind) => kind === 'realRestReached')).toHaveLength(1)
    expect(effects.filter((kind) => kind === 'sessionEnded')).toHaveLength(1)
  })

  test('what happened in the rhythm is told once', () => {
    const { world, startMs } = atWork()
    world.live('idle', 10 * MINUTE)
    world.live('active', 10 * MINUTE)
    const effects = world.told.rhythms.flatMap((rhythm) => rhythm.effects)
    expect(effects).toEqual([
      { kind: 'realRestReached', atMs: startMs + 25 * MINUTE },
      { kind: 'sessionEnded', fromMs: startMs + 10_000, toMs: startMs + 20 * MINUTE },
      { kind: 'rested', fromMs: startMs + 20 * MINUTE, toMs: startMs + 30 * MINUTE + 10_000, credit: 1 },
    ])
  })

  test('the rhythm is told at least every ten seconds, and at once when work begins', () => {
    const { world } = atWork({}, 5)
    const times = world.told.rhythms.map(({ atMs }) => atMs)
    const gaps = times.slice(1).map((atMs, place) => atMs - (times[place] ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10_000)
    world.clock.advance(1_000)
    world.sensors.say('locked', true, { how: 'event' })
    expect(world.told.rhythms.at(-1)?.atMs).toBe(world.clock.now())
  })

  test('a full screen without input is what the person says it is', () => {
    for (const [passiveScreen, kind] of [
      ['work', 'work'],
      ['rest', 'rest'],
    ] as const) {
      const { world } = atWork({ settings: { passiveScreen } })
      world.sensors.hold('fullScreen', true)
      world.live('idle', 20 * MINUTE)
      expect(world.today().spans.at(-1)?.kind).toBe(kind)
    }
  })
})

describe('calls', () => {
  test('are work without a key pressed, and have stretches of their own', () => {
    const { world, startMs } = atWork()
    world.sensors.hold('inCall', true)
    world.live('idle', 30 * MINUTE)
    world.sensors.hold('inCall', false)
    world.live('active', 10 * MINUTE + 5_000)
    const day = world.today()
    expect(day.spans.map(({ kind }) => kind)).toEqual(['unknown', 'work', 'call'])
    expect(day.sums).toMatchObject({ calls: 1, callMs: 30 * MINUTE, activeMs: 60 * MINUTE - 5_000 })
    expect(world.told.minutes[30]).toMatchObject({ callSeconds: 60, workSeconds: 60, activeSeconds: 0 })
    expect(world.told.minutes.at(-1)).toMatchObject({ callSeconds: 0 })
    expect(spans(world, startMs).at(-1)).toBe(`call ${20 + 1 / 6}-${50 + 1 / 6}`)
  })

  test('no probe for them: unknown, and never zero', () => {
    const { world } = atWork()
    expect(world.today().sums).toMatchObject({ callMs: null, calls: null, sharingMs: null })
    expect(world.rows('minutes')[3]).toMatchObject({ call_seconds: null, full_screen_seconds: null })
  })
})

describe('silence', () => {
  test('all day gives no minutes, no day, and no zeros', () => {
    const world = noticing()
    world.clock.advance(9 * HOUR)
    expect(world.told.minutes).toEqual([])
    expect([world.rows('minutes'), world.rows('work_days'), world.service.days.days(0, 61)]).toEqual([
      [],
      [],
      [],
    ])
    expect(world.today().sums).toMatchObject({ minutes: 0, firstWorkMs: null, calls: null, keys: null })
    expect(world.snapshot()).toMatchObject({ standing: 'unknown', activity: { value: null, source: null } })
    expect(world.rhythm()).toMatchObject({ dayFromMs: null, dayActiveMs: 0, restMs: 0 })
  })

  test('of a probe in the middle of the day is unknown time, and neither work nor rest', () => {
    const { world } = atWork()
    world.live(undefined, 20 * MINUTE)
    world.live('active', 6 * MINUTE)
    const { sums } = world.today()
    expect(sums.unknownMs / MINUTE).toBeCloseTo(20, 0)
    expect(sums).toMatchObject({ restMs: 0, realRests: 0 })
    // Twenty minutes of work, one that was work at its beginning, and five after it.
    expect(world.rows('minutes')).toHaveLength(26)
  })
})

test('readings that flap change nothing', () => {
  const { world } = atWork({ settings: { sensing: EVERY } })
  const before = world.told.snapshots.length
  for (let second = 0; second < 600; second++) {
    world.clock.advance(1_000)
    world.sensors.say('input', second % 2 === 0 ? 'idle' : 'active')
    world.sensors.say('inCall', second % 2 === 0, { source: 'camera' })
    world.sensors.say('inCall', null, { source: 'microphone' })
    world.sensors.sink?.app({ atMs: world.clock.now(), app: second % 2 === 0 ? 'a' : 'b' })
  }
  expect(world.told.snapshots.length - before).toBe(0)
  world.clock.advance(MINUTE)
  expect(world.today().spans.map(({ kind }) => kind)).toEqual(['unknown', 'work'])
  expect(world.today().sums.switches).toBe(0)
})

describe('a minute', () => {
  test('is in the database before anyone hears of it', () => {
    const world = noticing()
    const kept: number[] = []
    world.bus.on('minuteFinished', (minute) => {
      kept.push(world.service.minutes(minute.atMs, minute.atMs + 1).length)
      expect(world.service.minutes(minute.atMs, minute.atMs + 1)).toEqual([minute])
    })
    world.live('active', 5 * MINUTE)
    expect(kept).toEqual([1, 1, 1, 1])
  })

  test('holds counts of input that ended in it, also when they come a little later', () => {
    const { world } = atWork(ALL_SENSORS, 5)
    const counts = { deletes: 2, clicks: 5, scrolls: 1, pathPx: 900.5, pauses: 30, shortPauses: 20 }
    const toMs = world.clock.now()
    world.clock.advance(2_000)
    world.sensors.sink?.input({ fromMs: toMs - MINUTE, toMs, keys: 80, ...counts })
    world.clock.advance(MINUTE)
    expect(world.told.minutes[4]).toMatchObject({ keys: 80, pathPx: 900.5, scrolls: 1 })
    expect(world.told.minutes[3]).toMatchObject({ keys: null, pathPx: null })
    expect(world.today().sums).toMatchObject({ keys: 80, clicks: 5 })
  })

  test('holds means of the machine, switches, and time by kind of program', () => {
    const { world } = atWork(ALL_SENSORS, 5)
    world.clock.advance(2_000)
    const machine = { memoryShare: 0.5, temperatureC: null, onBattery: false }
    for (const app of ['Code', 'Thunderbird', 'Code', 'firefox']) {
      world.sensors.front(app)
      world.clock.advance(14_000)
      const atMs = world.clock.now()
      world.sensors.sink?.machine({ atMs, cpuShare: app === 'Code' ? 0.1 : 0.3, loopLagMs: 7, ...machine })
    }
    world.clock.advance(MINUTE)
    const minute = world.told.minutes[5]
    expect(minute).toMatchObject({ onBattery: false, temperatureC: null, loopLagMs: 7 })
    expect(minute?.cpuShare).toBeCloseTo(0.2, 12)
    expect(minute?.switches).toBe(3)
    const { devSeconds = 0, commsSeconds = 0, otherSeconds = 0 } = minute ?? {}
    expect((devSeconds ?? 0) + (commsSeconds ?? 0) + (otherSeconds ?? 0)).toBe(55)
    expect(commsSeconds).toBe(15)
  })

  test('knows how long the day has been and how much of it was late', () => {
    const quietHours = { startMinute: 10 * 60, endMinute: 12 * 60 }
    const { world } = atWork({ settings: { quietHours } }, 130)
    expect(world.told.minutes[100]).toMatchObject({ lateMinutes: 0 })
    expect(world.told.minutes[100]?.daySpanHours).toBeCloseTo((101 * MINUTE - 10_000) / HOUR, 9)
    expect(world.told.minutes.at(-1)).toMatchObject({ minuteOfDay: 608, lateMinutes: 9 })
    expect(world.today().sums.lateMs).toBe(9 * MINUTE)
  })
})
