/** Work adds up, rest takes away, and unknown does neither. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Standing } from '../../../electron/core/presence/standing.ts'
import { breakNeed, defaultBreakRules } from '../../../electron/core/stress/breakNeed.ts'
import {
  advanceRhythm,
  isWorking,
  noRhythmYet,
  type RhythmEffect,
  restCredit,
  type WorkRhythm,
} from '../../../electron/core/stress/workRhythm.ts'

const MINUTE = 60_000
type Step = [Standing, number]

function lived(steps: Step[], from: WorkRhythm = noRhythmYet, startMs = 0, workDay = 10) {
  let rhythm = from
  let atMs = startMs
  const effects: RhythmEffect[] = []
  for (const [standing, minutes] of steps) {
    const toMs = atMs + minutes * MINUTE
    const [next, more] = advanceRhythm(rhythm, { fromMs: atMs, toMs, standing, workDay }, defaultBreakRules)
    rhythm = next
    effects.push(...more)
    atMs = toMs
  }
  const now = { atMs, dayNumber: workDay, minuteOfDay: 600 }
  return { rhythm, effects, now, need: breakNeed(rhythm, defaultBreakRules, now) }
}

test('knows whether the last stretch was work, also the first after four in the morning', () => {
  const after = (...steps: Step[]) => isWorking(lived(steps).rhythm)
  expect([after(), after(['working', 1]), after(['working', 9], ['resting', 0.2])]).toEqual([
    false,
    true,
    false,
  ])
  expect([after(['resting', 9], ['working', 0.1]), after(['working', 9], ['unknown', 1])]).toEqual([
    true,
    false,
  ])
  const night = lived([['working', 9]], noRhythmYet, 0, 10).rhythm
  expect(isWorking(lived([['resting', 0.1]], night, 0, 11).rhythm)).toBe(false)
  expect(isWorking(lived([['working', 0.1]], night, 0, 11).rhythm)).toBe(true)
})

test('credit in proportion, from one minute to three', () => {
  const credits = [59, 60, 90, 180, 900].map((seconds) => restCredit(seconds * 1000, 3 * MINUTE))
  expect(credits).toEqual([0, 1 / 3, 0.5, 1, 1])
})

test.each<[string, Step[], number]>([
  ['fifty minutes', [['working', 50]], 1],
  ['thirty minutes', [['working', 30]], 0.6],
  [
    'three minutes of rest clear it',
    [
      ['working', 49],
      ['resting', 3],
      ['working', 10],
    ],
    0.2,
  ],
  [
    'a minute and a half clear half',
    [
      ['working', 40],
      ['resting', 1.5],
      ['working', 10],
    ],
    0.6,
  ],
  [
    'a rest that goes on counts already',
    [
      ['working', 40],
      ['resting', 1.5],
    ],
    0.4,
  ],
  [
    'half a minute is a thought and counts as work',
    [
      ['working', 20],
      ['resting', 0.5],
      ['working', 4.5],
    ],
    0.5,
  ],
  [
    'unknown time adds nothing',
    [
      ['working', 25],
      ['unknown', 4],
    ],
    0.5,
  ],
])('%s', (_name, steps, need) => expect(lived(steps).need.need).toBeCloseTo(need, 9))

test('a need nobody can know is null', () => {
  expect(lived([]).need.need).toBeNull()
  expect(lived([['unknown', 30]]).need.need).toBeNull()
  expect(
    lived([
      ['working', 25],
      ['unknown', 5],
    ]).need.need,
  ).toBeNull()
})

describe('long days and quiet hours', () => {
  const quietRules = { ...defaultBreakRules, quietHours: { startMinute: 590, endMinute: 610 } }
  test('half each, together one', () => {
    const eleven = lived([
      ['working', 60],
      ['resting', 540],
      ['working', 5],
    ])
    expect(eleven.need).toMatchObject({ need: 0.5, isLongDay: true, inQuietHours: false })
    expect(breakNeed(eleven.rhythm, quietRules, eleven.now).need).toBe(1)
    const short = lived([['working', 5]])
    expect(breakNeed(short.rhythm, quietRules, short.now).need).toBe(0.5)
  })

  test('exactly ten hours is no long day, and yesterday is not today', () => {
    expect(
      lived([
        ['working', 60],
        ['resting', 540],
      ]).need.isLongDay,
    ).toBe(false)
    const { rhythm, now } = lived([['working', 60]])
    const tomorrow = { atMs: now.atMs + 20 * 60 * MINUTE, dayNumber: 11, minuteOfDay: 360 }
    expect(breakNeed(rhythm, defaultBreakRules, tomorrow)).toMatchObject({
      isLongDay: false,
      daySpanMs: null,
    })
    expect(lived([['working', 1]], rhythm, now.atMs, 11).rhythm).toMatchObject({
      dayActiveMs: MINUTE,
      workDay: 11,
    })
  })
})

test('five minutes of rest end the session and are told once, while the rest goes on', () => {
  const { effects } = lived([
    ['working', 30],
    ['resting', 4],
    ['resting', 2],
    ['resting', 60],
    ['working', 1],
  ])
  expect(effects).toEqual([
    { kind: 'realRestReached', atMs: 35 * MINUTE },
    { kind: 'sessionEnded', fromMs: 0, toMs: 30 * MINUTE },
    { kind: 'rested', fromMs: 30 * MINUTE, toMs: 96 * MINUTE, credit: 1 },
  ])
})

const steps = fc.array(
  fc.tuple(fc.constantFrom<Standing>('working', 'resting', 'unknown'), fc.integer({ min: 1, max: 40 })),
  { maxLength: 30 },
)

test('need stays in 0–1, and rest never raises it', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 20 }), (life, restMinutes) => {
      const before = lived(life)
      expect(before.need.need ?? 0).toBeGreaterThanOrEqual(0)
      expect(before.need.need ?? 0).toBeLessThanOrEqual(1)
      const after = lived([['resting', restMinutes]], before.rhythm, before.now.atMs)
      expect(after.need.sinceRest).toBeLessThanOrEqual(before.need.sinceRest + 1e-9)
    }),
  )
})

test('cutting a stretch in two changes nothing', () => {
  fc.assert(
    fc.property(steps, (life) => {
      const whole = lived(life)
      const halves = lived(
        life.flatMap(([standing, minutes]): Step[] => [
          [standing, minutes / 2],
          [standing, minutes / 2],
        ]),
      )
      expect(halves.need.need ?? -1).toBeCloseTo(whole.need.need ?? -1, 6)
      expect(halves.effects.map((one) => one.kind)).toEqual(whole.effects.map((one) => one.kind))
    }),
  )
})
