/** Where one is at any moment, for circle, lamp and words alike; without motion, as text, and rated before and after. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Exercise } from '../../../electron/core/exercises/exercise.ts'
import { exerciseAt } from '../../../electron/core/exercises/exerciseAt.ts'
import { exercisePlan, nearestLength, planWithin } from '../../../electron/core/exercises/exercisePlan.ts'
import { stillAt, textForm } from '../../../electron/core/exercises/otherForms.ts'
import { parseExercise } from '../../../electron/core/exercises/parseExercise.ts'
import { ratingSummary } from '../../../electron/core/exercises/ratingSummary.ts'
import { seededRandom } from '../../../electron/core/stress/seededRandom.ts'
import { soundPacer, soundSteps, soundText, withoutTimings } from './exerciseFiles.ts'

function read(data: object, text = soundText): Exercise {
  const parsed = parseExercise('sea', JSON.stringify(data), text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}
const pacer = read(soundPacer)
const steps = read(soundSteps)
const scan = read({
  ...withoutTimings,
  ...{ kind: 'bodyScan', lengthsSeconds: [300, 1200] },
  regions: [
    { id: 'in', weight: 1 },
    { id: 'out', weight: 2 },
  ],
})
const tense = read(
  {
    ...withoutTimings,
    ...{
      kind: 'tenseRelease',
      lengthsSeconds: [],
      groups: ['in', 'out'],
      tenseSeconds: 5,
      releaseSeconds: 20,
      rounds: 2,
    },
    cautions: ['pain_or_injury'],
  },
  soundText.replace('- out', '- release: Let go\n- out'),
)

describe('lengths', () => {
  test('breathing ends with a whole breath', () => {
    expect(exercisePlan(pacer)).toMatchObject({ rounds: 12, roundMs: 10_000, totalMs: 120_000 })
    expect(exercisePlan(pacer, 64).totalMs).toBe(60_000)
  })
  test('a scan is spread over its length by weight', () => {
    expect(exercisePlan(scan).phases.map(({ lengthMs }) => lengthMs)).toEqual([100_000, 200_000])
    expect(exercisePlan(scan, 5000).totalMs).toBe(1_200_000)
  })
  test('steps and groups make their own', () => {
    expect(exercisePlan(steps, 999).totalMs).toBe(60_000)
    expect(exercisePlan(tense)).toMatchObject({ rounds: 2, totalMs: 100_000 })
    expect(exercisePlan(tense).phases.map(({ label }) => label)).toEqual([
      'The wave comes',
      'Let go',
      'The wave goes',
      'Let go',
    ])
  })
  test('the nearest on offer, the usual one without a wish', () => {
    expect([nearestLength(pacer, null), nearestLength(pacer, 61), nearestLength(pacer, Number.NaN)]).toEqual([
      120, 60, 120,
    ])
  })
  test('what fits into a break ends before it does', () => {
    expect(planWithin(pacer, 125_000)?.totalMs).toBe(120_000)
    expect(planWithin(pacer, 9_000)).toBeNull()
    expect(planWithin(steps, 59_999)).toBeNull()
    expect(planWithin(steps, 60_000)?.totalMs).toBe(60_000)
    expect([
      planWithin(scan, 299_000),
      planWithin(scan, 600_000)?.totalMs,
      planWithin(scan, 1_200_000)?.totalMs,
    ]).toEqual([null, 300_000, 1_200_000])
  })
})

describe('at a moment', () => {
  const plan = exercisePlan(pacer)
  test.each([
    [0, 'in', 0, 0, 0],
    [2000, 'in', 0.5, 0.5, 0],
    [3999, 'in', 1, 1, 0],
    [4000, 'out', 0, 1, 0],
    [7000, 'out', 0.5, 0.5, 0],
    [12_000, 'in', 0.5, 0.5, 1],
    [119_999, 'out', 1, 0, 11],
  ])('%d ms: %s', (elapsedMs, id, fraction, level, round) => {
    const point = exerciseAt(plan, elapsedMs)
    expect(point).toMatchObject({ isOver: false, round, phase: { id } })
    expect(point.fraction).toBeCloseTo(fraction, 2)
    expect(point.level).toBeCloseTo(level, 2)
    expect(point.leftMs).toBe(120_000 - elapsedMs)
  })
  test('before the beginning, after the end, and at no time at all', () => {
    expect(exerciseAt(plan, -5)).toMatchObject({ isOver: false, elapsedMs: 0, round: 0 })
    expect(exerciseAt(plan, Number.NaN).elapsedMs).toBe(0)
    for (const late of [120_000, 1e15, Number.POSITIVE_INFINITY]) {
      expect(exerciseAt(plan, late)).toMatchObject({
        isOver: true,
        leftMs: 0,
        round: 11,
        fraction: 1,
        level: 0,
        phaseLeftMs: 0,
      })
    }
  })
  test('where there is no breath there is no level', () => {
    expect(exerciseAt(exercisePlan(steps), 1000).level).toBeNull()
    expect(exerciseAt(exercisePlan(tense), 2500).level).toBeCloseTo(0.5, 6)
  })
  test('the level never jumps, so that nothing flashes', () => {
    for (const exercise of [pacer, tense]) {
      const whole = exercisePlan(exercise)
      let before = exerciseAt(whole, 0).level ?? 0
      for (let atMs = 16; atMs <= whole.totalMs; atMs += 16) {
        const level = exerciseAt(whole, atMs).level ?? 0
        expect(Math.abs(level - before)).toBeLessThan(0.02)
        before = level
      }
    }
  })
  test('the parts add up to the whole at any moment', () => {
    for (const exercise of [pacer, steps, scan, tense]) {
      const whole = exercisePlan(exercise)
      fc.assert(
        fc.property(fc.double({ min: 0, max: whole.totalMs, noNaN: true }), (elapsedMs) => {
          const point = exerciseAt(whole, elapsedMs)
          const before = whole.phases
            .slice(0, point.phaseIndex)
            .reduce((sum, { lengthMs }) => sum + lengthMs, 0)
          const inPhaseMs = point.phase.lengthMs - point.phaseLeftMs
          expect(point.round * whole.roundMs + before + inPhaseMs).toBeCloseTo(elapsedMs, 3)
          expect(point.elapsedMs + point.leftMs).toBeCloseTo(whole.totalMs, 3)
          expect(point.fraction).toBeGreaterThanOrEqual(0)
          expect(point.fraction).toBeLessThanOrEqual(1)
        }),
      )
    }
  })
})

describe('without motion', () => {
  const plan = exercisePlan(pacer)
  test('words and whole seconds', () => {
    expect(stillAt(plan, 0)).toMatchObject({
      label: 'The wave comes',
      secondsLeft: 4,
      minutesLeft: 2,
      changesInMs: 1000,
    })
    expect(stillAt(plan, 3600)).toMatchObject({ secondsLeft: 1, changesInMs: 400 })
    expect(stillAt(plan, 120_000)).toMatchObject({ isOver: true, secondsLeft: 0, changesInMs: null })
  })
  test('changes when it says, and not before', () => {
    let atMs = 0
    for (let turn = 0; turn < 120; turn++) {
      const now = stillAt(plan, atMs)
      const byMs = now.changesInMs ?? 0
      expect(byMs).toBeGreaterThan(0)
      expect(byMs).toBeLessThanOrEqual(1000)
      const { changesInMs: _now, ...shown } = now
      const { changesInMs: _later, ...later } = stillAt(plan, atMs + byMs - 0.01)
      expect(later).toEqual(shown)
      atMs += byMs
    }
    expect(stillAt(plan, atMs).isOver).toBe(true)
  })
})

test('as text to read in one’s own time', () => {
  expect(textForm(exercisePlan(pacer))).toEqual({
    lines: [
      { label: 'The wave comes', seconds: 4 },
      { label: 'The wave goes', seconds: 6 },
    ],
    rounds: 12,
    totalMs: 120_000,
  })
})

describe('before and after', () => {
  const pair = (before: number, after: number) => ({ before, after })
  const random = () => seededRandom(4)
  test('less tension is better, more energy is better', () => {
    const five = [pair(7, 5), pair(6, 5), pair(8, 4), pair(5, 5), pair(4, 5)]
    expect(ratingSummary(five, 'tension', random())).toMatchObject({
      kind: 'known',
      n: 5,
      change: 1.2,
      better: 3,
      same: 1,
      worse: 1,
    })
    expect(ratingSummary(five, 'energy', random())).toMatchObject({ change: -1.2, better: 1, worse: 3 })
  })
  test('a few say nothing yet', () => {
    expect(ratingSummary([pair(5, 1)], 'tension', random())).toEqual({ kind: 'too_few', n: 1, missing: 4 })
    expect(ratingSummary(Array(9).fill(pair(11, 2)), 'tension', random())).toMatchObject({
      kind: 'too_few',
      n: 0,
    })
  })
  test('the interval holds the mean, is repeatable, and is wide where ratings differ', () => {
    const mixed = Array.from({ length: 12 }, (_, n) => pair(5, n % 2 ? 9 : 1))
    const summary = ratingSummary(mixed, 'tension', random())
    if (summary.kind !== 'known') throw new Error('not known')
    expect(summary.low).toBeLessThan(-1)
    expect(summary.high).toBeGreaterThan(1)
    expect(ratingSummary(mixed, 'tension', random())).toEqual(summary)
  })
})
