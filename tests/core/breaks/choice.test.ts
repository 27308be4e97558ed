/** Choosing: rules first, then chance that follows what worked, within bounds that keep it honest. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ArmMemory,
  BUCKETS,
  type Bucket,
  bucketOf,
  emptyArmMemory,
  posterior,
  posteriorMean,
  withOutcome,
} from '../../../electron/core/breaks/armMemory.ts'
import { fillLogitBeta } from '../../../electron/core/breaks/betaDraws.ts'
import { boundedShares } from '../../../electron/core/breaks/boundedShares.ts'
import { type ChoiceInputs, chooseArm, RULED_OUTCOMES } from '../../../electron/core/breaks/choice.ts'
import { ARMS, type Arm } from '../../../electron/core/breaks/kinds.ts'
import { seededRandom } from '../../../electron/core/stress/seededRandom.ts'

const usual: ChoiceInputs = {
  kind: 'micro',
  bucket: 'lowHigh',
  mayLeaveOut: true,
  learns: true,
  pins: [],
  bans: [],
  favourites: [],
}

function remembered(outcomes: readonly (readonly [Arm, boolean, Bucket?])[]): ArmMemory {
  return outcomes.reduce(
    (memory, [arm, worked, bucket]) => withOutcome(memory, bucket ?? 'lowHigh', arm, worked),
    emptyArmMemory,
  )
}
/** So many of each arm, and so many of these worked. */
function mixed(worked: Partial<Record<Arm, number>>, of = 8): ArmMemory {
  const rows = Array.from({ length: of }, (_, turn) =>
    ARMS.map((arm): [Arm, boolean] => [arm, turn < (worked[arm] ?? 4)]),
  )
  return remembered(rows.flat())
}
const chosen = (memory: ArmMemory, inputs: Partial<ChoiceInputs> = {}, seed = 1) =>
  chooseArm(memory, { ...usual, ...inputs }, seededRandom(seed))[1]

describe('draws from Beta', () => {
  test.each([
    [0.05, 4],
    [0.5, 0.5],
    [1, 1],
    [4, 9],
    [50, 3],
    [3.92, 0.08],
  ])('(%d, %d) have its mean, spread and median', (a, b) => {
    const draws = new Float64Array(200_000)
    fillLogitBeta(a, b, seededRandom(3), draws)
    const values = Array.from(draws, (t) => 1 / (1 + Math.exp(-t)))
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length
    const spread = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length
    const trueSpread = (a * b) / ((a + b) ** 2 * (a + b + 1))
    expect(Math.abs(mean - a / (a + b))).toBeLessThan(5 * Math.sqrt(trueSpread / values.length) + 1e-4)
    expect(spread / trueSpread).toBeGreaterThan(0.97)
    expect(spread / trueSpread).toBeLessThan(1.03)
  })
  test('even ones are spread evenly', () => {
    const draws = new Float64Array(100_000)
    fillLogitBeta(1, 1, seededRandom(9), draws)
    const tenths = new Array<number>(10).fill(0)
    for (const t of draws) {
      const tenth = Math.floor(10 / (1 + Math.exp(-t)))
      tenths[tenth] = (tenths[tenth] ?? 0) + 1
    }
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })
})

describe('bounds', () => {
  test('a clear winner gets six tenths, the rest as much as they must', () => {
    const shares = boundedShares(ARMS.map((arm) => [arm, arm === 'walk' ? 2000 : 0]))
    expect(shares.walk).toBeCloseTo(0.6, 6)
    expect(shares.nothing).toBeGreaterThanOrEqual(0.1 - 1e-9)
    expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
  })
  test('two arms share it', () => {
    const shares = boundedShares([
      ['nothing', 0],
      ['walk', 2000],
    ])
    expect([shares.nothing, shares.walk]).toEqual([expect.closeTo(0.4, 6), expect.closeTo(0.6, 6)])
  })
  test('hold for any wins of any arms, and keep the order', () => {
    const wins = fc
      .subarray([...ARMS], { minLength: 2 })
      .chain((arms) => fc.tuple(...arms.map((arm) => fc.tuple(fc.constant(arm), fc.nat(2000)))))
    fc.assert(
      fc.property(wins, (given) => {
        const shares = boundedShares(given)
        const sum = Object.values(shares).reduce((total, share) => total + share, 0)
        expect(sum).toBeCloseTo(1, 6)
        for (const [arm, won] of given) {
          const share = shares[arm] ?? 0
          expect(share).toBeGreaterThanOrEqual((arm === 'nothing' ? 0.1 : 0.05) - 1e-9)
          expect(share).toBeLessThanOrEqual(0.6 + 1e-9)
          for (const [other, less] of given) {
            if (won > less && arm !== 'nothing' && other !== 'nothing')
              expect(share).toBeGreaterThanOrEqual((shares[other] ?? 0) - 1e-9)
          }
        }
      }),
    )
  })
})

describe('what is learnt', () => {
  test('fades by .98 for all arms at every outcome', () => {
    const memory = remembered([
      ['walk', true],
      ['stretch', false],
    ])
    expect(memory.overall.walk).toEqual({ a: 0.98, b: 0 })
    expect(memory.overall.stretch).toEqual({ a: 0, b: 1 })
    expect(memory.buckets.lowHigh.walk).toEqual({ a: 0.98, b: 0 })
    expect(memory.buckets.highLow.walk).toEqual({ a: 0, b: 0 })
    expect(memory.counts.walk).toEqual({ tried: 1, worked: 1 })
  })
  test('never holds more than fifty outcomes', () => {
    const memory = remembered(Array.from({ length: 1000 }, () => ['walk', true] as const))
    expect(memory.overall.walk.a).toBeCloseTo(50, 0)
    expect(memory.counts.walk.tried).toBe(1000)
  })
  test('half of it is gone after 34', () => {
    const old = remembered([['walk', true]])
    const later = Array.from({ length: 34 }).reduce<ArmMemory>(
      (memory) => withOutcome(memory, 'lowLow', 'talk', true),
      old,
    )
    expect(later.overall.walk.a).toBeCloseTo(0.5, 1)
  })
  test('a bucket that knows nothing believes four outcomes of all the others', () => {
    const memory = remembered(Array.from({ length: 12 }, () => ['walk', true, 'lowHigh'] as const))
    const { a, b } = posterior(memory, 'highLow', 'walk')
    expect(a + b).toBeCloseTo(4, 9)
    const { a: won } = memory.overall.walk
    expect(a / (a + b)).toBeCloseTo((1 + won) / (2 + won), 9)
    expect(posteriorMean(emptyArmMemory, 'lowLow', 'talk')).toBe(0.5)
  })
  test('buckets', () => {
    expect([bucketOf(false, 0.4), bucketOf(false, 1), bucketOf(true, 0.5), bucketOf(true, 1)]).toEqual([
      ...BUCKETS,
    ])
    expect(bucketOf(false, null)).toBe('lowLow')
  })
})

describe('the first twenty', () => {
  function rotation(inputs: Partial<ChoiceInputs>, turns: number): Arm[] {
    let memory = emptyArmMemory
    return Array.from({ length: turns }, (_, turn) => {
      const [next, choice] = chooseArm(memory, { ...usual, ...inputs }, seededRandom(turn))
      memory = next
      expect(choice?.by).toBe('rules')
      expect(choice?.probabilities).toEqual({ [choice?.arm ?? '']: 1 })
      return choice?.arm ?? 'nothing'
    })
  }
  test('follow a fixed order, and never leave a pause out', () => {
    const order = ['stretch', 'breathe', 'lookAway', 'walk', 'talk']
    expect(rotation({}, 10)).toEqual([...order, ...order])
  })
  test('give favourites every second place, all of them', () => {
    expect(rotation({ favourites: ['breathe'] }, 8)).toEqual([
      ...['breathe', 'stretch', 'breathe', 'lookAway', 'breathe', 'walk', 'breathe', 'talk'],
    ])
    expect(new Set(rotation({ favourites: ['stretch', 'breathe', 'walk'] }, 6))).toEqual(
      new Set(['stretch', 'breathe', 'walk', 'lookAway', 'talk']),
    )
  })
  test('end after twenty outcomes, and begin again when all is forgotten', () => {
    const twenty = remembered(Array.from({ length: RULED_OUTCOMES }, () => ['walk', true] as const))
    expect(chosen(twenty)?.by).toBe('learnt')
    expect(
      chosen(remembered(Array.from({ length: RULED_OUTCOMES - 1 }, () => ['walk', true] as const)))?.by,
    ).toBe('rules')
    expect(chosen(emptyArmMemory)?.by).toBe('rules')
  })
  test('never end for who does not want it to learn', () => {
    expect(chosen(mixed({ walk: 8 }), { learns: false })?.by).toBe('rules')
  })
})

describe('after that', () => {
  test('what works is chosen most, and nothing is lost from sight', () => {
    const choice = chosen(mixed({ walk: 8, stretch: 1, breathe: 1, lookAway: 1, talk: 1, nothing: 1 }))
    expect(choice?.probabilities.walk).toBeGreaterThan(0.5)
    for (const arm of ARMS) expect(choice?.probabilities[arm]).toBeGreaterThanOrEqual(0.05 - 1e-9)
    expect(choice?.probabilities.nothing).toBeGreaterThanOrEqual(0.1 - 1e-9)
    expect(choice?.expected.walk).toBeGreaterThan(choice?.expected.talk ?? 1)
  })
  test('arms are drawn as often as is written down', () => {
    const memory = mixed({ walk: 7, breathe: 6 })
    const counts = new Map<Arm, number>()
    const expected = new Map<Arm, number>()
    const turns = 3000
    for (let seed = 0; seed < turns; seed++) {
      const choice = chosen(memory, {}, seed * 7919)
      if (!choice) throw new Error('no choice')
      counts.set(choice.arm, (counts.get(choice.arm) ?? 0) + 1)
      for (const arm of ARMS) expected.set(arm, (expected.get(arm) ?? 0) + (choice.probabilities[arm] ?? 0))
    }
    for (const arm of ARMS) {
      const share = (expected.get(arm) ?? 0) / turns
      const spread = Math.sqrt((share * (1 - share)) / turns)
      expect(Math.abs((counts.get(arm) ?? 0) / turns - share)).toBeLessThan(4 * spread)
    }
  })
  test('the same seed gives the same choice', () => {
    const memory = mixed({ walk: 6 })
    expect(chosen(memory, {}, 42)).toEqual(chosen(memory, {}, 42))
  })
  test('twenty seconds of looking away are no pause of five minutes', () => {
    expect(Object.keys(chosen(mixed({}), { kind: 'pause' })?.probabilities ?? {})).not.toContain('lookAway')
  })
  test('a time the person set is never left out', () => {
    expect(
      Object.keys(chosen(mixed({ nothing: 8 }), { mayLeaveOut: false })?.probabilities ?? {}),
    ).not.toContain('nothing')
  })
})

describe('pins and bans win', () => {
  const memory = mixed({ walk: 8, talk: 0 })
  test('one pin leaves no choice, whatever was learnt', () => {
    for (let seed = 0; seed < 50; seed++) {
      expect(chosen(memory, { pins: ['talk'] }, seed)).toMatchObject({
        arm: 'talk',
        by: 'pinned',
        probabilities: { talk: 1 },
      })
    }
  })
  test('several pins are chosen among', () => {
    const choice = chosen(memory, { pins: ['talk', 'walk'] })
    expect(Object.keys(choice?.probabilities ?? {}).sort()).toEqual(['talk', 'walk'])
    expect(choice?.probabilities.walk).toBeCloseTo(0.6, 6)
  })
  test('a ban wins over a pin, by rules and by what was learnt', () => {
    for (const known of [memory, emptyArmMemory]) {
      for (let seed = 0; seed < 60; seed++) {
        expect(chosen(known, { pins: ['walk'], bans: ['walk'] }, seed)?.arm).not.toBe('walk')
      }
    }
  })
  test('a pin that does not fit the pause gives way', () => {
    expect(chosen(memory, { kind: 'pause', pins: ['lookAway'] })?.arm).not.toBe('lookAway')
  })
  test('all banned: nothing in particular is suggested', () => {
    expect(chosen(memory, { bans: ARMS.filter((arm) => arm !== 'nothing') })).toBeNull()
    expect(chosen(memory, { bans: [...ARMS] })).toBeNull()
  })
})
