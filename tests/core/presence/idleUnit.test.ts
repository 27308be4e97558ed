/** The same number is three seconds on one desktop and an hour on another; only its growth tells. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idleMsOf, idleUnitAfter, UNKNOWN_UNIT } from '../../../electron/core/presence/idleUnit.ts'

function unitAfter(answers: [atMs: number, value: number][]) {
  return answers.reduce((state, [atMs, value]) => idleUnitAfter(state, value, atMs), UNKNOWN_UNIT)
}

test('one step in milliseconds is enough', () => {
  const state = unitAfter([
    [0, 700],
    [5000, 5710],
  ])
  expect(state.unit).toBe('ms')
  expect(idleMsOf(state, 40_000)).toBe(40_000)
})

test('seconds need three steps in a row', () => {
  const steps: [number, number][] = [
    [0, 2],
    [5000, 7],
    [10_000, 12],
    [15_000, 17],
  ]
  expect(unitAfter(steps.slice(0, 3)).unit).toBeNull()
  expect(unitAfter(steps).unit).toBe('s')
  expect(idleMsOf(unitAfter(steps), 40)).toBe(40_000)
})

test('a coincidence in milliseconds is not taken for seconds', () => {
  const state = unitAfter([
    [0, 100],
    [5000, 105],
    [10_000, 3200],
    [15_000, 3205],
  ])
  expect(state.unit).toBeNull()
})

test('while the unit is unknown only what is short in both is known', () => {
  expect(idleMsOf(UNKNOWN_UNIT, 0)).toBe(0)
  expect(idleMsOf(UNKNOWN_UNIT, 29)).toBe(29)
  expect(idleMsOf(UNKNOWN_UNIT, 30)).toBeNull()
  expect(idleMsOf(UNKNOWN_UNIT, 3_600_000)).toBeNull()
})

test('a rest is never told in the wrong unit, however input comes and goes', () => {
  const unit = fc.constantFrom('ms' as const, 's' as const)
  const presses = fc.array(fc.integer({ min: 0, max: 600_000 }), { maxLength: 20 })
  fc.assert(
    fc.property(unit, presses, (real, pressedAtMs) => {
      let state = UNKNOWN_UNIT
      for (let atMs = 0; atMs < 600_000; atMs += 5_000) {
        const lastMs = Math.max(0, ...pressedAtMs.filter((pressMs) => pressMs <= atMs))
        const idleMs = atMs - lastMs
        const value = real === 'ms' ? idleMs : Math.floor(idleMs / 1000)
        state = idleUnitAfter(state, value, atMs)
        const told = idleMsOf(state, value)
        if (told !== null && told >= 30_000) expect(Math.abs(told - idleMs)).toBeLessThan(1000)
        if (told !== null && told < 30_000) expect(idleMs).toBeLessThan(30_000)
      }
    }),
  )
})
