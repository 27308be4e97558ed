/** Whatever sensors say and clocks do: all time is accounted for, once. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DaySpanOfPresence } from '../../../../electron/contract/presence.ts'
import type { Fact } from '../../../../electron/core/presence/fact.ts'
import { HOUR, MINUTE, noticing, POLL_MS } from './noticing.ts'

const DAY = 24 * HOUR

type Step =
  | { kind: 'hold'; fact: Fact; value: 'active' | 'idle' | boolean | null | undefined; agoMs: number }
  | { kind: 'say'; fact: Fact; value: boolean; how: 'poll' | 'event' }
  | { kind: 'pass'; forMs: number }
  | { kind: 'sleep'; forMs: number }

const flag = fc.constantFrom<Fact>('locked', 'asleep', 'inCall', 'sharing', 'fullScreen')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('hold' as const),
    fact: fc.constant<Fact>('input'),
    value: fc.constantFrom('active' as const, 'idle' as const, null, undefined),
    agoMs: fc.nat(10 * MINUTE),
  }),
  fc.record({
    kind: fc.constant('hold' as const),
    fact: flag,
    value: fc.constantFrom(true, false, null, undefined),
    agoMs: fc.constant(0),
  }),
  fc.record({
    kind: fc.constant('say' as const),
    fact: flag,
    value: fc.boolean(),
    how: fc.constantFrom('poll' as const, 'event' as const),
  }),
  fc.record({ kind: fc.constant('pass' as const), forMs: fc.integer({ min: 1, max: 20 * MINUTE }) }),
  fc.record({ kind: fc.constant('sleep' as const), forMs: fc.integer({ min: 30_000, max: 10 * HOUR }) }),
)

function live(world: ReturnType<typeof noticing>, steps: readonly Step[]) {
  for (const one of steps) {
    if (one.kind === 'pass') world.clock.advance(one.forMs)
    else if (one.kind === 'sleep') {
      world.clock.jump(one.forMs)
      // It wakes up, else several would be one sleep over whole days, which leave nothing behind.
      world.clock.advance(POLL_MS)
    } else if (one.kind === 'say') world.sensors.say(one.fact, one.value, { how: one.how })
    else world.sensors.hold(one.fact, one.value, one.agoMs === 0 ? undefined : world.clock.now() - one.agoMs)
  }
}

function withoutOverlap(spans: readonly DaySpanOfPresence[]) {
  for (const [place, span] of spans.entries()) {
    expect(span.toMs).toBeGreaterThan(span.fromMs)
    expect(span.fromMs).toBeGreaterThanOrEqual(spans[place - 1]?.toMs ?? 0)
  }
}

function spansOf(world: ReturnType<typeof noticing>, startMs: number) {
  const days = []
  for (let day = Math.floor(startMs / DAY) - 1; day <= world.clock.now() / DAY; day++) {
    days.push(...world.service.days.day(day).spans)
  }
  const calls = days.filter(({ kind }) => kind === 'call')
  return { standings: days.filter(({ kind }) => kind !== 'call'), calls }
}

const length = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => toMs - fromMs
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

test('work, rest and unknown together are the time that passed, and nothing overlaps', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const world = noticing()
      const startMs = world.clock.now()
      live(world, steps)
      world.service.stop()
      const elapsedMs = world.clock.now() - startMs
      const { standings, calls } = spansOf(world, startMs)
      withoutOverlap(standings)
      withoutOverlap(calls)
      expect(sum(standings.map(length))).toBe(elapsedMs)
      for (const row of world.rows('minutes')) {
        const seconds = [row.work_seconds, row.rest_seconds, row.unknown_seconds].map((value) => value ?? 0)
        expect(sum(seconds)).toBeLessThanOrEqual(60 + 1e-9)
        expect(row.active_seconds ?? 0).toBeLessThanOrEqual(60)
        expect(row.call_seconds ?? 0).toBeLessThanOrEqual(60)
      }
      // Work by the rhythm is work by the stretches.
      const days = world.rows('work_days').map((row) => JSON.parse(String(row.sums)))
      for (const day of days) expect(day.restMs + day.activeMs).toBeLessThanOrEqual(DAY)
      expect(world.logLines.filter((line) => line.includes('"error"'))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('the same when the clock is set, both ways: no stretch overlaps another and no minute is longer than a minute', () => {
  const jump = fc.record({
    kind: fc.constant('sleep' as const),
    forMs: fc.integer({ min: -3 * HOUR, max: 3 * HOUR }),
  })
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 5, arbitrary: step }, { weight: 1, arbitrary: jump }), { maxLength: 40 }),
      (steps) => {
        const world = noticing()
        const startMs = world.clock.now()
        live(world, steps)
        world.service.stop()
        const { standings, calls } = spansOf(world, startMs - DAY)
        withoutOverlap(standings)
        withoutOverlap(calls)
        for (const row of world.rows('minutes')) {
          const seconds = [row.work_seconds, row.rest_seconds, row.unknown_seconds].map((value) => value ?? 0)
          expect(sum(seconds)).toBeLessThanOrEqual(60 + 1e-9)
        }
        expect(world.logLines.filter((line) => line.includes('"error"'))).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
})

test('constant readings never flap, whatever they are', () => {
  const held = fc.record({
    input: fc.constantFrom('active' as const, 'idle' as const, null, undefined),
    locked: fc.constantFrom(true, false, null, undefined),
    inCall: fc.constantFrom(true, false, null, undefined),
    fullScreen: fc.constantFrom(true, false, null, undefined),
  })
  fc.assert(
    fc.property(held, (facts) => {
      const world = noticing()
      for (const [fact, value] of Object.entries(facts)) world.sensors.hold(fact as Fact, value)
      world.clock.advance(MINUTE)
      const before = world.told.snapshots.length
      world.clock.advance(30 * MINUTE)
      expect(world.told.snapshots.length).toBe(before)
      world.service.stop()
    }),
    { numRuns: 25 },
  )
})
