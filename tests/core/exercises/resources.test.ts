/** The exercises that come with Lull: each can be read, is safe to begin, fits the pause it is for, and claims little. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ARMS, BREAK_KINDS, KIND_LENGTH_MS, lengthWith } from '../../../electron/core/breaks/kinds.ts'
import type { Exercise } from '../../../electron/core/exercises/exercise.ts'
import { exercisePlan, planWithin } from '../../../electron/core/exercises/exercisePlan.ts'
import { fittingExercises } from '../../../electron/core/exercises/fittingExercises.ts'
import { parseExercise } from '../../../electron/core/exercises/parseExercise.ts'

const folder = join(import.meta.dirname, '../../../resources/exercises')
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const file = (name: string, which: string) => readFileSync(join(folder, name, which), 'utf8')

function exercise(name: string): Exercise {
  const parsed = parseExercise(name, file(name, 'exercise.json'), file(name, 'en.md'))
  if (!parsed.ok)
    throw new Error(`${name}: ${parsed.problems.map(({ at, what }) => `${at} ${what}`).join('; ')}`)
  return parsed.value
}
const all = names.map(exercise)

test('all that are promised are there', () => {
  expect(names.sort()).toEqual([
    ...['body-scan-20', 'body-scan-5', 'box-breathing', 'cyclic-sighing', 'eye-rest', 'five-senses'],
    ...['four-seven-eight', 'muscle-relaxation', 'name-the-feeling', 'self-compassion-break', 'six-breaths'],
    ...['stretch', 'walk'],
  ])
})

test.each([
  ['cyclic-sighing', 300, 25],
  ['six-breaths', 300, 30],
  ['box-breathing', 304, 19],
  ['four-seven-eight', 76, 4],
  ['five-senses', 120, 1],
  ['muscle-relaxation', 800, 2],
  ['body-scan-5', 300, 1],
  ['body-scan-20', 1200, 1],
  ['eye-rest', 20, 1],
  ['stretch', 120, 1],
  ['walk', 300, 1],
  ['self-compassion-break', 240, 1],
  ['name-the-feeling', 180, 1],
])('%s takes %d seconds in %d rounds', (name, seconds, rounds) => {
  const plan = exercisePlan(exercise(name))
  expect(plan.rounds).toBe(rounds)
  expect(Math.abs(plan.totalMs - seconds * 1000)).toBeLessThan(20)
})

describe.each(all.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  test('fits every pause it is meant for', () => {
    for (const kind of one.suits) {
      const breakMs = lengthWith(one.arm, kind, KIND_LENGTH_MS)
      expect([kind, planWithin(one, breakMs) !== null]).toEqual([kind, true])
    }
  })
  test('names its sources as its text does, and claims little', () => {
    const { strength, sources } = one.evidence
    expect(sources.length > 0).toBe(strength !== 'none')
    expect(one.text.evidence).not.toMatch(/always|guarantee|works for everyone|best way/i)
    if (strength !== 'some') expect(one.text.evidence).toMatch(/no |little|hardly/i)
  })
  test('is short enough to read at a glance', () => {
    for (const label of Object.values(one.text.labels)) expect(label.length).toBeLessThanOrEqual(90)
    expect(one.text.summary.length).toBeLessThanOrEqual(140)
  })
})

test('whatever is invited to can be done, in a short pause and in a longer one', () => {
  for (const arm of ARMS.filter((one) => one !== 'nothing')) {
    for (const kind of ['micro', 'pause'] as const) {
      if (kind === 'pause' && arm === 'lookAway') continue
      const fitting = all.filter((one) => one.arm === arm && one.suits.includes(kind))
      expect([arm, kind, fitting.length > 0]).toEqual([arm, kind, true])
    }
  }
  expect(all.some((one) => one.suits.includes('eyeRest'))).toBe(true)
  expect(all.flatMap(({ suits }) => suits).every((kind) => BREAK_KINDS.includes(kind))).toBe(true)
})

test('behind the panic door: breathing without a hold, and a way back into the room', () => {
  expect(
    all
      .filter(({ forPanic }) => forPanic)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['cyclic-sighing', 'five-senses', 'six-breaths'])
})

test('no breath is hurried, and none is a feat', () => {
  for (const { id, timings } of all) {
    if (timings.kind !== 'pacer') continue
    const round = timings.parts.reduce((sum, { seconds }) => sum + seconds, 0)
    expect([id, round >= 9 && round <= 20]).toEqual([id, true])
  }
})

test('a pause longer than any length on offer does not stretch the exercise', () => {
  expect(planWithin(exercise('four-seven-eight'), 300_000)?.rounds).toBe(4)
  expect(planWithin(exercise('cyclic-sighing'), 900_000)?.totalMs).toBe(300_000)
})

test('the best supported comes first, and only what fits', () => {
  const ids = (arm: 'breathe' | 'walk' | null, kind: 'micro' | 'pause', minutes: number) =>
    fittingExercises(all, { arm, kind, lengthMs: minutes * 60_000 }).map(({ id }) => id)
  expect(ids('breathe', 'micro', 2)).toEqual([
    'cyclic-sighing',
    'six-breaths',
    'box-breathing',
    'four-seven-eight',
  ])
  expect(ids('breathe', 'micro', 0.25)).toEqual(['cyclic-sighing', 'six-breaths'])
  expect(ids('walk', 'micro', 2)).toEqual([])
  expect(ids(null, 'pause', 5)).toContain('body-scan-5')
})
