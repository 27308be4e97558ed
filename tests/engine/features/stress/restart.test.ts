/** A day goes on after a restart, and begins anew where what was kept cannot be read. */
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sql } from '../../../../electron/engine/store/sql.ts'
import { HOUR, heavyMinute, MINUTE, StressWorld, usualMinute, workDays } from './stressWorld.ts'

let usual: StressWorld
beforeAll(() => {
  usual = workDays(new StressWorld(), 12)
})
const kept = (world: StressWorld) =>
  world.store.get(z.object({ json: z.string() }), sql`SELECT json FROM kept_states WHERE name = 'strain'`)
    ?.json
const keep = (world: StressWorld, json: string) =>
  world.store.run(sql`UPDATE kept_states SET json = ${json} WHERE name = 'strain'`)

describe('a restart in the middle of the day', () => {
  it('changes neither the score nor what it is compared with', () => {
    const straight = new StressWorld({ from: usual })
    const broken = new StressWorld({ from: usual })
    for (const world of [straight, broken]) world.live({ minutes: 20, minute: heavyMinute })
    broken.restart()
    for (const world of [straight, broken]) world.live({ minutes: 10, minute: heavyMinute })
    const [one, other] = [straight, broken].map((world) => world.service.snapshot())
    expect(other?.strain.value).toBeCloseTo(one?.strain.value ?? Number.NaN, 1)
    expect(other?.strain).toMatchObject({ phase: one?.strain.phase, daysKnown: 13, state: 'known' })
    expect(other?.need.usual).toEqual(one?.need.usual)
    expect(other?.strain.usual).toEqual(one?.strain.usual)
  })

  it('keeps a raised strain raised, and one that waits for the end of a call waiting', () => {
    const raised = new StressWorld({ from: usual })
    raised.live({ minutes: 40, minute: heavyMinute })
    raised.restart()
    expect(raised.service.snapshot().strain.phase).toBe('raised')
    const queued = new StressWorld({ from: usual })
    queued.presence(true)
    queued.live({ minutes: 40, minute: heavyMinute })
    queued.restart()
    expect(queued.service.snapshot().strain.phase).toBe('queued')
    queued.live({ minutes: 1, minute: heavyMinute })
    queued.presence(false)
    expect(queued.service.snapshot().strain.phase).toBe('raised')
  })

  it('a long time later is another day: what was raised is over, and what is usual stays', () => {
    const world = new StressWorld({ from: usual })
    world.live({ minutes: 40, minute: heavyMinute })
    world.service.stop()
    world.clock.advance(HOUR)
    world.open()
    expect(world.service.snapshot().strain).toMatchObject({ phase: 'clear', daysKnown: 13 })
    world.live({ minutes: 15, minute: usualMinute })
    expect(world.service.snapshot().strain.value).toBeLessThan(0.3)
  })

  it('is told even when the engine was killed: the state is a minute old at most', () => {
    const world = new StressWorld({ from: usual })
    world.live({ minutes: 35, minute: heavyMinute })
    const before = world.service.snapshot()
    // Opened again without having been stopped.
    world.open()
    world.live({ minutes: 2, minute: heavyMinute })
    const after = world.service.snapshot()
    expect(after.strain.phase).toBe(before.strain.phase)
    expect(after.strain.value).toBeCloseTo(before.strain.value ?? Number.NaN, 1)
  })
})

describe('a state nobody can read', () => {
  it.each([
    ['no JSON', () => '{'],
    ['another kind of value', () => '[]'],
    ['a state of another version', (json: string) => json.replace('"phase"', '"phases"')],
    ['a history of the wrong length', (json: string) => json.replace('"binsMs":[', '"binsMs":[0,')],
    ['a score that is no number', (json: string) => json.replace(/"value":[\d.]+/, '"value":"0.5"')],
    ['a family nobody knows', (json: string) => json.replace(/"feature":"\w+"/, '"feature":"vibes"')],
  ])('begins anew and says so in the log: %s', (_name, damaged) => {
    const world = new StressWorld({ from: usual })
    world.live({ minutes: 35, minute: heavyMinute })
    world.service.stop()
    keep(world, damaged(kept(world) ?? ''))
    world.logLines.length = 0
    world.open()
    expect(world.logLines.join()).toContain('strainStateUnreadable')
    expect(world.service.snapshot().strain.phase).toBe('clear')
    world.live({ minutes: 30, minute: heavyMinute })
    // The score goes on; when it counts as high has to be learned again.
    expect(world.service.snapshot().strain).toMatchObject({ state: 'known', phase: 'clear' })
  })
})

it('keeps the state at most once a minute', () => {
  const world = new StressWorld({ from: usual })
  world.live({ minutes: 2, minute: usualMinute })
  const atRow = z.object({ at: z.number() })
  const seen = new Set<number>()
  for (let step = 0; step < 60; step++) {
    world.live({ minutes: 1 / 6, minute: usualMinute })
    seen.add(world.store.get(atRow, sql`SELECT at FROM kept_states WHERE name = 'strain'`)?.at ?? 0)
  }
  expect(seen.size).toBeLessThanOrEqual(11)
  expect(world.clock.now() % (10 * MINUTE)).toBe(2 * MINUTE)
})
