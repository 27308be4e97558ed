/** What the own log can say about another way of choosing, and when it must say that it cannot. */
import { describe, expect, test } from 'vitest'
import type { Shares } from '../../../electron/core/breaks/boundedShares.ts'
import {
  always,
  compareOnOff,
  evenly,
  type LoggedChoice,
  neverLeftOut,
  snips,
  wilsonInterval,
} from '../../../electron/core/breaks/evaluation.ts'
import type { Arm } from '../../../electron/core/breaks/kinds.ts'
import { seededRandom } from '../../../electron/core/stress/seededRandom.ts'

const chances: Shares = { nothing: 0.2, stretch: 0.5, walk: 0.3 }
const truth: Partial<Record<Arm, number>> = { nothing: 0.3, stretch: 0.5, walk: 0.8 }

function log(n: number, seed: number, known = truth, shares = chances): LoggedChoice[] {
  const random = seededRandom(seed)
  return Array.from({ length: n }, () => {
    let left = random()
    const arm = (Object.entries(shares).find(([, share]) => {
      left -= share
      return left < 0
    })?.[0] ?? 'walk') as Arm
    return { arm, probabilities: shares, worked: random() < (known[arm] ?? 0) }
  })
}

describe('self-normalised inverse propensity', () => {
  test('by hand', () => {
    const rows: LoggedChoice[] = [
      { arm: 'walk', probabilities: { walk: 0.5, talk: 0.5 }, worked: true },
      { arm: 'walk', probabilities: { walk: 0.25, talk: 0.75 }, worked: false },
      { arm: 'talk', probabilities: { walk: 0.25, talk: 0.75 }, worked: true },
    ]
    const estimate = snips(rows, always('walk'))
    // Weights 2 and 4.
    expect(estimate?.mean).toBeCloseTo(2 / 6, 9)
    expect(estimate?.effectiveN).toBeCloseTo(36 / 20, 9)
    expect(estimate?.n).toBe(2)
  })
  test.each([
    ['always walk', always('walk'), 0.8],
    ['evenly', evenly, (0.3 + 0.5 + 0.8) / 3],
    ['never left out', neverLeftOut, (0.5 * 0.5 + 0.3 * 0.8) / 0.8],
  ])('%s comes near the truth', (_name, policy, expected) => {
    expect(snips(log(20_000, 3), policy)?.mean).toBeCloseTo(expected, 1)
  })
  test('its interval holds the truth in about 95 of 100 logs', () => {
    let held = 0
    for (let seed = 0; seed < 400; seed++) {
      const estimate = snips(log(200, seed * 31 + 1), evenly)
      if (estimate && estimate.low <= 1.6 / 3 && 1.6 / 3 <= estimate.high) held++
    }
    expect(held / 400).toBeGreaterThan(0.9)
    expect(held / 400).toBeLessThan(0.99)
  })
  test('nothing in the log, or nothing that the policy would do: no answer', () => {
    expect(snips([], evenly)).toBeNull()
    expect(snips(log(50, 1), always('breathe'))).toBeNull()
  })
  test('a chance of zero that happened all the same is left out', () => {
    expect(snips([{ arm: 'walk', probabilities: { walk: 0 }, worked: true }], always('walk'))).toBeNull()
  })
  test('always or never is not certain', () => {
    expect(wilsonInterval(0, 20).high).toBeGreaterThan(0.1)
    expect(wilsonInterval(1, 20).low).toBeLessThan(0.9)
    expect(wilsonInterval(0.5, 0)).toEqual({ low: 0, high: 1 })
  })
})

describe('speaking against leaving out', () => {
  test('too little says so, with what is missing', () => {
    const early = compareOnOff(log(40, 2))
    expect(early).toMatchObject({ kind: 'not_enough', n: 40 })
    expect(early.kind === 'not_enough' && early.missing).toBeGreaterThan(5)
    expect(compareOnOff([])).toEqual({ kind: 'not_enough', n: 0, missing: 20 })
  })
  test('choices that could not have gone either way do not count', () => {
    const ruled: LoggedChoice[] = Array.from({ length: 500 }, () => ({
      arm: 'walk',
      probabilities: { walk: 1 },
      worked: true,
    }))
    expect(compareOnOff(ruled)).toEqual({ kind: 'not_enough', n: 0, missing: 20 })
  })
  test('enough gives both, the difference, its interval, and what could not be seen', () => {
    const found = compareOnOff(log(1000, 5))
    if (found.kind !== 'known') throw new Error('not known')
    expect(found.difference).toBeGreaterThan(0.2)
    expect(found.low).toBeGreaterThan(0)
    expect(found.high).toBeLessThan(0.5)
    expect(found.leastVisible).toBeGreaterThan(0.05)
  })
  test('two arms of ninety show fifteen points and no fewer', () => {
    const half: Shares = { nothing: 0.5, walk: 0.5 }
    const found = compareOnOff(log(180, 8, { nothing: 0.5, walk: 0.5 }, half))
    expect(found.kind === 'known' && found.leastVisible).toBeCloseTo(0.15, 1)
  })
  test('where nothing is different, the interval holds zero about 95 times of 100', () => {
    let held = 0
    for (let seed = 0; seed < 300; seed++) {
      const same = compareOnOff(log(300, seed * 17 + 3, { nothing: 0.4, stretch: 0.4, walk: 0.4 }))
      if (same.kind === 'known' && same.low <= 0 && same.high >= 0) held++
    }
    expect(held / 300).toBeGreaterThan(0.91)
  })
})
