/** Ended and begun again: what is known goes on, and the gap is told for what it is. */
import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE, noticing, POLL_MS } from './noticing.ts'

const at = (text: string) => Date.parse(text)
const confirmedMs = 2 * POLL_MS

/** A probe that is there from the first moment. */
function world(options: Parameters<typeof noticing>[0]) {
  const one = noticing(options)
  one.sensors.hold('input', 'active')
  return one
}

describe('a restart', () => {
  test('after minutes: the rhythm goes on, and the gap is nobody knows', () => {
    const one = world({})
    one.live('active', 30 * MINUTE)
    one.restart(2 * MINUTE)
    expect(one.rhythm()).toMatchObject({
      activeMs: 30 * MINUTE - confirmedMs,
      unknownMs: 2 * MINUTE,
      restMs: 0,
    })
    one.live('active', 10 * MINUTE)
    expect(one.rhythm()?.activeMs).toBe(40 * MINUTE - 2 * confirmedMs)
    expect(one.today().sums).toMatchObject({ realRests: 0, restMs: 0 })
  })

  test('after an hour off: that was rest', () => {
    const one = world({})
    one.live('active', 30 * MINUTE)
    one.restart(HOUR)
    expect(one.rhythm()).toMatchObject({ restMs: HOUR, sessionFromMs: null })
    one.live('active', 10 * MINUTE)
    expect(one.rhythm()?.activeMs).toBe(10 * MINUTE - confirmedMs)
    expect(one.today().sums).toMatchObject({ realRests: 1, restMs: HOUR })
  })

  test('of Lull alone, while the machine ran on: nobody knows', () => {
    const one = world({ bootedAtMs: () => at('2026-06-01T00:00Z') })
    one.live('active', 30 * MINUTE)
    one.restart(HOUR)
    expect(one.rhythm()).toMatchObject({ restMs: 0, unknownMs: HOUR })
    one.live('active', 2 * MINUTE)
    expect(one.today().sums).toMatchObject({ realRests: 0, restMs: 0 })
  })

  test('the next morning: a new day', () => {
    const one = world({})
    one.live('active', 30 * MINUTE)
    one.restart(20 * HOUR)
    one.live('active', 10 * MINUTE)
    expect(one.rhythm()).toMatchObject({
      activeMs: 10 * MINUTE - confirmedMs,
      dayActiveMs: 10 * MINUTE - confirmedMs,
    })
  })

  test('without a goodbye loses no more than the last minute', () => {
    const one = world({})
    one.live('active', 30 * MINUTE)
    const { service } = one
    one.begin()
    one.live('active', 5 * MINUTE)
    service.stop()
    expect(one.rows('minutes').length).toBeGreaterThanOrEqual(33)
    expect(one.rhythm()?.activeMs).toBeGreaterThan(32 * MINUTE)
  })

  test('with the clock set back in between keeps how long work has lasted', () => {
    const one = world({})
    one.live('active', 30 * MINUTE)
    one.restart(-HOUR)
    one.live('active', 10 * MINUTE)
    expect(one.rhythm()?.activeMs).toBe(40 * MINUTE - 2 * confirmedMs)
    const spans = one.today().spans
    for (const [place, span] of spans.entries()) {
      expect(span.fromMs).toBeGreaterThanOrEqual(spans[place - 1]?.toMs ?? 0)
    }
  })

  test('twice within a minute keeps the fuller half of it', () => {
    const one = world({})
    one.live('active', 10 * MINUTE + 40_000)
    one.restart(1_000)
    one.restart(1_000)
    one.live('active', 5 * MINUTE)
    expect(one.rows('minutes')[10]).toMatchObject({ work_seconds: 40 })
  })

  test('with a kept rhythm nobody can read begins anew', () => {
    const one = world({})
    one.live('active', 5 * MINUTE)
    one.service.stop()
    one.store.raw.prepare('UPDATE kept_states SET json = \'{"rhythm":7}\'').run()
    one.begin()
    expect(one.rhythm()).toMatchObject({ activeMs: 0, dayActiveMs: 0 })
  })
})

test('the rhythm is written at most once a minute', () => {
  const one = world({})
  one.live('active', 2 * MINUTE)
  const written = () => one.rows('kept_states')[0]?.at
  const times = new Set<number | undefined>()
  for (let second = 0; second < 600; second += 5) {
    one.clock.advance(5_000)
    times.add(written())
  }
  expect(times.size).toBeLessThanOrEqual(11)
})

test('started and stopped in one moment leaves nothing odd behind', () => {
  const one = noticing()
  one.restart(HOUR)
  expect(one.rhythm()).toMatchObject({ restMs: HOUR })
  expect(one.rows('spans').every((row) => (row.from_at ?? 0) > at('2026-06-01'))).toBe(true)
})
