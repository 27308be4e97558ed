/** A few lives of each simulated person: the rules hold for all of them, and choosing follows what each takes. */
import { describe, expect, test } from 'vitest'
import { live } from '../../eval/breaks/life.ts'
import { measure } from '../../eval/breaks/measure.ts'
import { people } from '../../eval/breaks/people.ts'

const options = { days: 60, seeds: 4, without: 1 }
const measured = new Map(people.map((person) => [person.name, measure(person, options)]))
const of = (name: string) => {
  const found = measured.get(name)
  if (!found) throw new Error(`nobody is called ${name}`)
  return found
}

test.each(people.map(({ name }) => [name]))('%s is never interrupted, overrun or hurried', (name) => {
  expect(of(name).violations).toEqual({ hushed: 0, caps: 0, hurried: 0 })
  expect(of(name).offeredPerDay).toBeLessThanOrEqual(8)
  expect(of(name).due).toBeGreaterThan(0)
})

describe('choosing', () => {
  test.each([['steady'], ['breathes, then walks'], ['night worker'], ['carer, interrupted']])(
    '%s loses less than with even chances',
    (name) => {
      const { lull, evenly } = of(name).regret
      expect(lull).toBeLessThan(evenly)
    },
  )
  test('follows a change of mind within three weeks', () => {
    const { adapt, regret } = of('breathes, then walks')
    expect(adapt?.never).toBe(0)
    expect(adapt?.p90 ?? 99).toBeLessThanOrEqual(21)
    expect(regret.lull).toBeLessThan(regret.rules)
  })
  test('nothing is found where there is nothing to find', () => {
    const { lull, evenly } = of('random').regret
    expect(Math.abs(lull - evenly)).toBeLessThan(1)
  })
})

test('who ignores everything hears less than who takes some', () => {
  expect(of('ignores everything').offeredPerDay).toBeLessThan(of('steady').offeredPerDay)
})

test('who is steady rests more often in time than without Lull', () => {
  expect(of('steady').restedInTime).toBeGreaterThan(of('steady').restedWithout)
})

test('the own log tells what the simulator knows, most of the time', () => {
  const rows = [...measured.values()].map(({ snips }) => snips)
  const lives = rows.reduce((sum, one) => sum + one.lives, 0)
  const covered = rows.reduce((sum, one) => sum + one.covered * one.lives, 0)
  expect(lives).toBeGreaterThan(20)
  expect(covered / lives).toBeGreaterThan(0.75)
  for (const { error } of rows) expect(Math.abs(error)).toBeLessThan(0.12)
})

test('the same seed lives the same life', () => {
  const [steady] = people
  if (!steady) throw new Error('nobody')
  expect(live(steady, { days: 20, seed: 3 })).toEqual(live(steady, { days: 20, seed: 3 }))
})
