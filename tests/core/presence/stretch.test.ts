/** What was taken for work until the machine said that nobody had touched it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Activity } from '../../../electron/core/presence/presenceFrom.ts'
import { NOTHING_KNOWN, type Situation, standingIn } from '../../../electron/core/presence/situation.ts'
import {
  cutAt,
  LEAST_ACTIVE_MS,
  type Stretch,
  withIdleSince,
  withStretch,
} from '../../../electron/core/presence/stretch.ts'

const SECOND = 1000
const rules = { passiveScreen: 'work' } as const
const stretch = (fromMs: number, toMs: number, known: Partial<Situation>): Stretch => {
  const situation = { ...NOTHING_KNOWN, ...known }
  return {
    fromMs,
    toMs,
    workDay: 1,
    situation,
    standing: standingIn(situation, rules),
    late: null,
    betweenDays: false,
  }
}
const inSeconds = (stretches: readonly Stretch[]) =>
  stretches.map(({ fromMs, toMs, standing }) => `${fromMs / SECOND}-${toMs / SECOND} ${standing}`)
const row = (...parts: [number, number, Partial<Situation>][]) =>
  parts
    .map(([from, to, known]) => stretch(from * SECOND, to * SECOND, known))
    .reduce<Stretch[]>(withStretch, [])

test('equal neighbours are one, and what has no length is nothing', () => {
  const stretches = row(
    [0, 5, { activity: 'active' }],
    [5, 10, { activity: 'active' }],
    [10, 10, { activity: 'idle' }],
  )
  expect(inSeconds(stretches)).toEqual(['0-10 working'])
})

describe('idle since', () => {
  test('the last input, not since it was noticed', () => {
    const stretches = row([0, 100, { activity: 'active' }])
    expect(inSeconds(withIdleSince(stretches, 62 * SECOND, rules))).toEqual([
      '0-62 working',
      '62-100 resting',
    ])
  })

  test('also what nobody could tell, for now somebody can', () => {
    const stretches = row([0, 50, { activity: 'active' }], [50, 100, {}])
    expect(inSeconds(withIdleSince(stretches, 40 * SECOND, rules))).toEqual([
      '0-40 working',
      '40-100 resting',
    ])
  })

  test('a call is work without a key, and a film is what the person says it is', () => {
    const call = row([0, 100, { activity: 'active', inCall: true }])
    expect(inSeconds(withIdleSince(call, 10 * SECOND, rules))).toEqual(['0-10 working', '10-100 working'])
    const film = row([0, 100, { activity: 'active', fullScreen: true }])
    const rest = { passiveScreen: 'rest' } as const
    expect(inSeconds(withIdleSince(film, 10 * SECOND, rest))).toEqual(['0-10 working', '10-100 resting'])
  })

  test('sleep and a locked screen stay what they are', () => {
    const stretches = row(
      [0, 10, { activity: 'active' }],
      [10, 90, { activity: 'asleep' }],
      [90, 95, { activity: 'locked' }],
    )
    const after = withIdleSince(stretches, 0, rules).map(({ situation }) => situation.activity)
    expect(after).toEqual(['idle', 'asleep', 'locked'])
  })
})

describe('a bump between two idle times', () => {
  const bumped = (seconds: number) =>
    row(
      [0, 100, { activity: 'idle' }],
      [100, 100 + seconds, { activity: 'active' }],
      [100 + seconds, 140, { activity: 'active' }],
    )

  test('is no work', () => {
    expect(inSeconds(withIdleSince(bumped(3), 103 * SECOND, rules))).toEqual(['0-140 resting'])
  })

  test('of nine seconds is work', () => {
    const lastInputMs = 100 * SECOND + LEAST_ACTIVE_MS
    expect(inSeconds(withIdleSince(bumped(9), lastInputMs, rules))).toEqual([
      '0-100 resting',
      '100-109 working',
      '109-140 resting',
    ])
  })

  test('after a locked screen is someone who came back', () => {
    const stretches = row([0, 100, { activity: 'locked' }], [100, 140, { activity: 'active' }])
    expect(inSeconds(withIdleSince(stretches, 103 * SECOND, rules))).toEqual([
      '0-100 resting',
      '100-103 working',
      '103-140 resting',
    ])
  })

  test('of several kinds of program is one bump', () => {
    const stretches = row(
      [0, 100, { activity: 'idle' }],
      [100, 102, { activity: 'active', category: 'dev' }],
      [102, 105, { activity: 'active', category: 'comms' }],
    )
    const standings = withIdleSince(stretches, 105 * SECOND, rules).map(({ standing }) => standing)
    expect(new Set(standings)).toEqual(new Set(['resting']))
  })
})

const activity = fc.constantFrom<Activity | null>('active', 'idle', 'locked', 'asleep', null)
const stretches = fc.array(fc.tuple(activity, fc.boolean(), fc.integer({ min: 1, max: 90_000 })), {
  maxLength: 30,
})

test('whatever is learned late, no time is lost, doubled or moved', () => {
  fc.assert(
    fc.property(stretches, fc.nat(600_000), fc.nat(600_000), (parts, sinceMs, cutMs) => {
      let atMs = 0
      let all: Stretch[] = []
      for (const [value, inCall, lengthMs] of parts) {
        all = withStretch(all, stretch(atMs, atMs + lengthMs, { activity: value, inCall }))
        atMs += lengthMs
      }
      for (const changed of [all, withIdleSince(all, sinceMs, rules), cutAt(all, cutMs).flat()]) {
        let endMs = 0
        for (const one of changed) {
          expect(one.fromMs).toBe(endMs)
          expect(one.toMs).toBeGreaterThan(one.fromMs)
          endMs = one.toMs
        }
        expect(endMs).toBe(atMs)
      }
      const workMs = (list: Stretch[]) =>
        list.reduce((sum, one) => sum + (one.standing === 'working' ? one.toMs - one.fromMs : 0), 0)
      expect(workMs(withIdleSince(all, sinceMs, rules))).toBeLessThanOrEqual(workMs(all))
    }),
  )
})
