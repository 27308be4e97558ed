/** The gap in the typing: known while it is looked for, and looked for only while somebody waits and somebody is there. */
import { describe, expect, it } from 'vitest'
import type { FactReading } from '../../../../electron/core/presence/fact.ts'
import { noticing } from './noticing.ts'

const SECOND = 1000
type World = ReturnType<typeof noticing>
const idle = (world: World) => world.service.inputIdleMs(world.clock.now())
/** One look of a source that tells idle time. */
const look = (world: World, idleMs: number, extra: Partial<FactReading> = {}) =>
  world.sensors.say('input', idleMs < 30_000 ? 'active' : 'idle', {
    idleMs,
    ...(idleMs >= 30_000 && { sinceMs: world.clock.now() - idleMs }),
    ...extra,
  })

describe('the time since the last input', () => {
  it('is unknown until somebody tells, known at the first word, and not made up between looks', () => {
    const world = noticing()
    expect(idle(world)).toBeNull()
    look(world, 6 * SECOND)
    expect(idle(world)).toBe(6 * SECOND)
    world.clock.advance(2 * SECOND)
    expect(idle(world)).toBe(8 * SECOND)
    world.clock.advance(4 * SECOND)
    expect(idle(world)).toBe(0)
    world.clock.advance(30 * SECOND)
    expect(idle(world)).toBeNull()
  })

  it('is unknown where "in use" is all anybody says', () => {
    const world = noticing()
    world.live('active', 60 * SECOND)
    expect(world.service.situation.activity).toBe('active')
    expect(idle(world)).toBeNull()
  })

  it('comes from the shell as well, and the more trusted one counts', () => {
    const world = noticing()
    world.report([{ fact: 'input', value: 'active', idleMs: 9 * SECOND, how: 'poll', quality: 0.9 }])
    expect(idle(world)).toBe(9 * SECOND)
    look(world, 3 * SECOND, { quality: 0.95 })
    expect(idle(world)).toBe(3 * SECOND)
    world.sensors.sink?.condition('presence', { state: 'unavailable', problem: 'crashed', detail: null })
    expect(idle(world)).toBe(9 * SECOND)
  })

  it('is not taken from a reading that cannot be true', () => {
    const world = noticing()
    for (const idleMs of [-1, Number.NaN, Number.POSITIVE_INFINITY]) look(world, 0, { idleMs })
    world.sensors.say('input', 'busy', { idleMs: 9_000 })
    look(world, 9_000, { atMs: world.clock.now() + 3_600_000 })
    expect(idle(world)).toBeNull()
  })

  it('is forgotten when sensing is switched off or paused', () => {
    const world = noticing()
    look(world, 9 * SECOND)
    world.change({ sensingPaused: { until: null } })
    expect(idle(world)).toBeNull()
    look(world, 9 * SECOND)
    expect(idle(world)).toBeNull()
    world.change({ sensingPaused: null })
    expect(idle(world)).toBeNull()
  })

  it('stays what it was when the clock is set back, and is nothing after a sleep', () => {
    const world = noticing()
    look(world, 40 * SECOND)
    world.clock.jump(-7_200_000)
    world.clock.advance(5 * SECOND)
    // How long the clock went on before it was noticed, nobody knows.
    expect(idle(world)).toBe(40 * SECOND)
    world.clock.jump(8 * 3_600_000)
    world.clock.advance(5 * SECOND)
    expect(idle(world)).toBeNull()
  })
})

it('tells all that is known of now as one value', () => {
  const world = noticing({ settings: { sensing: { ...ALL_ON } } })
  expect(world.service.situation).toEqual(NOTHING)
  world.sensors.hold('inCall', true)
  world.live('active', 20 * SECOND)
  expect(world.service.situation).toEqual({ ...NOTHING, activity: 'active', inCall: true })
})

const ALL_ON = { presence: true, calls: true, screen: true, apps: true, input: true, machine: true }
const NOTHING = {
  activity: null,
  inCall: null,
  sharing: null,
  fullScreen: null,
  doNotDisturb: null,
  category: null,
}

describe('a closer look', () => {
  it('is asked of the sensors once at each change, however often it is wanted', () => {
    const world = noticing()
    expect(world.sensors.closer).toEqual([])
    world.clock.advance(3_600_000)
    expect(world.sensors.closer).toEqual([])
    for (let times = 0; times < 5; times += 1) world.service.lookCloser(true)
    world.clock.advance(60 * SECOND)
    expect(world.sensors.closer).toEqual([true])
    world.service.lookCloser(false)
    world.service.lookCloser(false)
    expect(world.sensors.closer).toEqual([true, false])
  })

  it('is not asked of a machine that is locked or asleep, and again of one that is back', () => {
    const world = noticing()
    world.service.lookCloser(true)
    world.report([{ fact: 'locked', value: true }])
    expect(world.sensors.closer).toEqual([true, false])
    world.service.lookCloser(true)
    expect(world.sensors.closer).toEqual([true, false])
    world.report([{ fact: 'locked', value: false }])
    expect(world.sensors.closer).toEqual([true, false, true])
    world.report([{ fact: 'asleep', value: true }])
    world.service.lookCloser(false)
    world.report([{ fact: 'asleep', value: false }])
    expect(world.sensors.closer).toEqual([true, false, true, false])
  })

  it('ends with the service, and nothing is asked after it', () => {
    const world = noticing()
    world.service.lookCloser(true)
    const { sensors, service } = world
    service.stop()
    expect(sensors.closer).toEqual([true, false])
    service.lookCloser(true)
    expect(sensors.closer).toEqual([true, false])
  })

  it('costs the service no timer of its own', () => {
    const world = noticing()
    const ticks = () => {
      const before = world.told.rhythms.length
      world.clock.advance(60 * SECOND)
      return world.told.rhythms.length - before
    }
    const usual = ticks()
    world.service.lookCloser(true)
    expect(ticks()).toBe(usual)
  })
})
