/** Nothing is looked at, told or kept that the person did not allow. */
import { describe, expect, test } from 'vitest'
import { defaultWeights } from '../../../../electron/core/stress/families.ts'
import { HOUR, MINUTE, noticing } from './noticing.ts'

const EVERY = { presence: true, calls: true, screen: true, apps: true, input: true, machine: true }
const NONE = { presence: false, calls: false, screen: false, apps: false, input: false, machine: false }
const ALL = ['apps', 'calls', 'input', 'machine', 'presence', 'screen']

function everything(settings = {}) {
  const world = noticing({ settings: { sensing: EVERY, ...settings } })
  world.sensors.hold('input', 'active')
  world.sensors.hold('inCall', false)
  world.sensors.hold('doNotDisturb', false)
  world.sensors.front('Code')
  return world
}

/** What sensors say by themselves, wanted or not. */
function shout({ sensors, clock }: ReturnType<typeof noticing>) {
  const atMs = clock.now()
  for (const at of [atMs, atMs + 1]) {
    for (const fact of ['inCall', 'sharing', 'locked', 'fullScreen'] as const)
      sensors.say(fact, true, { atMs: at })
    sensors.say('input', 'active', { atMs: at })
  }
  sensors.sink?.app({ atMs, app: 'Code' })
  const counts = { keys: 9, deletes: 1, clicks: 1, scrolls: 1, pathPx: 1, pauses: 1, shortPauses: 1 }
  sensors.sink?.input({ fromMs: atMs - 1000, toMs: atMs, ...counts })
  const machine = { cpuShare: 0.5, loopLagMs: 1, memoryShare: 0.5, temperatureC: 50, onBattery: true }
  sensors.sink?.machine({ atMs, ...machine })
  sensors.sink?.condition('calls', { state: 'running', sources: ['camera'] })
}

const kept = (world: ReturnType<typeof noticing>) =>
  ['minutes', 'spans', 'work_days', 'programs', 'kept_states'].map((table) => world.rows(table))

describe('sensors that run', () => {
  test('are those allowed, and they hear of each change once', () => {
    const world = noticing()
    expect(world.sensors.asked).toEqual([['calls', 'presence', 'screen']])
    world.change({ sensing: EVERY })
    world.change({ theme: 'dark' })
    world.clock.advance(MINUTE)
    world.change({ weights: { ...defaultWeights, typing: 0, pointer: 0 } })
    expect(world.sensors.asked.slice(1)).toEqual([ALL, ALL.filter((sensor) => sensor !== 'input')])
  })

  test('the snapshot says which, why not, and how they do', () => {
    const world = noticing({
      settings: { sensing: { ...EVERY, apps: false }, weights: { ...defaultWeights, machine: 0 } },
    })
    world.sensors.sink?.condition('calls', { state: 'running', sources: ['camera'] })
    world.sensors.sink?.condition('apps', { state: 'running', sources: ['x'] })
    world.sensors.sink?.condition('input', { state: 'unavailable', problem: 'no_display', detail: null })
    const sensors = Object.fromEntries(world.snapshot().sensors.map((sensor) => [sensor.sensor, sensor]))
    expect(sensors).toMatchObject({
      presence: { allowed: true, weightless: false, condition: { state: 'starting' }, lastAtMs: null },
      calls: { condition: { state: 'running', sources: ['camera'] } },
      apps: { allowed: false, condition: { state: 'off' } },
      input: { condition: { state: 'unavailable', problem: 'no_display' } },
      machine: { allowed: true, weightless: true, condition: { state: 'off' } },
    })
    expect(world.told.snapshots.at(-1)?.sensors).toEqual(world.snapshot().sensors)
  })

  test('a device keeps the sign on, and nothing allowed is off', () => {
    let isRunning = false
    const world = noticing({ settings: { sensing: NONE }, isDeviceRunning: () => isRunning })
    expect(world.snapshot().sensing).toEqual({ state: 'off', until: null })
    isRunning = true
    world.bus.emit('devicesChanged', {})
    expect(world.told.snapshots.at(-1)?.sensing).toEqual({ state: 'on', until: null })
  })

  test('a sensor that came to its end takes what it said with it, but not what the shell says', () => {
    const world = noticing()
    world.sensors.say('locked', true, { how: 'event', source: 'logind' })
    world.sensors.say('asleep', false, { how: 'event', source: 'logind' })
    world.report([{ fact: 'input', value: 'active' }])
    expect(world.snapshot().activity.value).toBe('locked')
    world.sensors.sink?.condition('presence', { state: 'unavailable', problem: 'crashed', detail: null })
    expect(world.snapshot().activity).toMatchObject({ value: 'active', source: 'powerMonitor' })
  })
})

describe('a shell that tells idle time', () => {
  test('is known for it whichever probe is believed, for as long as it tells', () => {
    const world = noticing()
    expect(world.service.shellIdleSource()).toBeNull()
    world.report([{ fact: 'input', value: 'active', quality: 0.9 }])
    world.sensors.say('input', 'active', { how: 'event', source: 'x11', quality: 0.95 })
    world.sensors.say('locked', true, { how: 'event', source: 'logind' })
    expect(world.snapshot().activity).toMatchObject({ value: 'locked', source: 'logind' })
    expect(world.service.shellIdleSource()).toBe('powerMonitor')
    world.report([{ fact: 'input', value: null, quality: 0 }])
    expect(world.service.shellIdleSource()).toBeNull()
  })
})

describe('a sensor switched off', () => {
  test('leaves null in its columns from that moment on', () => {
    const world = everything()
    world.clock.advance(3 * MINUTE)
    world.change({ sensing: { ...EVERY, calls: false, apps: false, screen: false } })
    world.clock.advance(3 * MINUTE)
    const first = world.rows('minutes')[1]
    expect(first).toMatchObject({ call_seconds: 0, quiet_seconds: 0, dev_seconds: 60, switches: 0 })
    const last = world.rows('minutes')[4]
    expect(last).toMatchObject({
      work_seconds: 60,
      call_seconds: null,
      quiet_seconds: null,
      dev_seconds: null,
      switches: null,
    })
  })

  test('is not believed when it speaks all the same', () => {
    const world = noticing({ settings: { sensing: { ...NONE, presence: true } } })
    shout(world)
    expect(world.snapshot()).toMatchObject({
      inCall: { value: null },
      sharing: { value: null },
      fullScreen: { value: null },
    })
    world.clock.advance(2 * MINUTE)
    expect(world.rows('minutes')[0]).toMatchObject({
      call_seconds: null,
      keys: null,
      cpu_share: null,
      switches: null,
    })
    expect(world.service.programs.list()).toEqual([])
  })

  test('presence itself: work is only what a call tells, and sleep says nothing', () => {
    const world = everything({ sensing: { ...EVERY, presence: false } })
    world.clock.advance(3 * MINUTE)
    expect(world.snapshot()).toMatchObject({ activity: { value: null }, standing: 'unknown' })
    world.clock.jump(HOUR)
    world.clock.advance(MINUTE)
    expect(world.today().spans.map(({ kind }) => kind)).toEqual(['unknown'])
    expect(world.rhythm()).toMatchObject({ restMs: 0, dayActiveMs: 0 })
  })
})

describe('paused', () => {
  test('for an hour: nothing is known, told or kept, and it ends by itself', () => {
    const world = everything()
    world.clock.advance(10 * MINUTE)
    const until = world.clock.now() + HOUR
    world.change({ sensingPaused: { until } })
    expect(world.snapshot()).toMatchObject({
      sensing: { state: 'paused', until },
      activity: { value: null, source: null },
      standing: 'unknown',
    })
    expect(world.sensors.asked.at(-1)).toEqual([])
    const before = kept(world)
    for (let minute = 0; minute < 59; minute++) {
      shout(world)
      world.report([
        { fact: 'locked', value: true },
        { fact: 'inCall', value: true },
      ])
      world.clock.advance(MINUTE)
    }
    expect(kept(world)).toEqual(before)
    expect(world.snapshot().inCall.value).toBeNull()
    expect(world.rhythm()?.unknownMs).toBe(59 * MINUTE)
    world.clock.advance(MINUTE)
    expect(world.sensors.asked.at(-1)).toEqual(ALL)
    world.clock.advance(5 * MINUTE)
    expect(world.snapshot()).toMatchObject({ sensing: { state: 'on', until: null }, standing: 'working' })
    const spans = world.today().spans
    const holes = spans.slice(1).map(({ fromMs }, place) => fromMs - (spans[place]?.toMs ?? 0))
    expect(holes.filter((ms) => ms > 0)).toEqual([HOUR])
  })

  test('the minute it began in keeps what was before', () => {
    const world = everything()
    world.clock.advance(10 * MINUTE + 20_000)
    world.change({ sensingPaused: { until: null } })
    expect(world.told.minutes.at(-1)).toMatchObject({ minuteOfDay: 490, workSeconds: 20 })
    expect(world.today().sums.activeMs).toBe(10 * MINUTE + 10_000)
  })

  test('over a restart: still paused before its time, and on after it', () => {
    const world = everything()
    world.clock.advance(10 * MINUTE)
    const before = kept(world)
    world.change({ sensingPaused: { until: world.clock.now() + HOUR } })
    const atPause = kept(world)
    expect(atPause).not.toEqual(before)
    world.restart(30 * MINUTE)
    expect(world.snapshot().sensing.state).toBe('paused')
    shout(world)
    expect(kept(world)).toEqual(atPause)
    world.restart(31 * MINUTE)
    expect(world.snapshot().sensing.state).toBe('on')
    // Nobody knows what was in the pause: it is no rest.
    expect(world.rhythm()).toMatchObject({ activeMs: 10 * MINUTE - 10_000, restMs: 0 })
  })

  test('until switched on again', () => {
    const world = everything()
    world.change({ sensingPaused: { until: null } })
    world.clock.advance(40 * HOUR)
    world.restart(40 * HOUR)
    expect(world.snapshot().sensing).toEqual({ state: 'paused', until: null })
    world.change({ sensingPaused: null })
    expect(world.snapshot().sensing.state).toBe('on')
  })

  test('overnight: the morning begins with nothing carried over', () => {
    const world = everything()
    world.clock.advance(40 * MINUTE)
    world.change({ sensingPaused: { until: Date.parse('2026-06-04T04:00:00Z') } })
    world.clock.advance(2 * HOUR)
    world.clock.jump(22 * HOUR)
    world.sensors.hold('input', 'active')
    world.clock.advance(5 * MINUTE)
    expect(world.snapshot().sensing.state).toBe('on')
    expect(world.rhythm()?.activeMs).toBeLessThan(6 * MINUTE)
  })
})

test('all off: nothing is looked at and nothing kept', () => {
  const world = everything({ sensing: NONE })
  expect(world.sensors.asked).toEqual([[]])
  shout(world)
  world.report([{ fact: 'locked', value: true }])
  world.clock.advance(HOUR)
  world.clock.jump(HOUR)
  world.clock.advance(HOUR)
  world.service.stop()
  expect(kept(world)).toEqual([[], [], [], [], []])
  expect(world.snapshot()).toMatchObject({
    sensing: { state: 'off' },
    activity: { value: null },
    standing: 'unknown',
  })
})
