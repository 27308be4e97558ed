/** The score's own hit rate: right against worked examples, honest about how little is known. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreement } from '../../../electron/core/stress/agreement.ts'
import { resampledSpearman } from '../../../electron/core/stress/resampledSpearman.ts'
import { seededRandom } from '../../../electron/core/stress/seededRandom.ts'
import { ranks, spearman } from '../../../electron/core/stress/spearman.ts'

const zip = (x: number[], y: number[]) => x.map((value, place): [number, number] => [value, y[place] ?? 0])

test('ranks share the mean of their places', () => {
  expect(ranks([10, 30, 20, 20])).toEqual([1, 4, 2.5, 2.5])
})

test('Spearman by hand', () => {
  // Differences of ranks 1 −1 0 1 −1: 1 − 6·4/(5·24).
  expect(spearman(zip([1, 2, 3, 4, 5], [2, 1, 3, 5, 4]))).toBeCloseTo(0.8, 12)
  // The textbook example of intelligence and hours before a screen.
  expect(
    spearman(zip([106, 100, 86, 101, 99, 103, 97, 113, 112, 110], [7, 27, 2, 50, 28, 29, 20, 12, 6, 17])),
  ).toBeCloseTo(-29 / 165, 12)
  expect(spearman(zip([1, 2, 3], [5, 5, 5]))).toBeNull()
  expect(spearman(zip([1, 2], [1, 2]))).toBeNull()
})

test('only the order counts', () => {
  const list = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 5 })), {
    minLength: 3,
  })
  fc.assert(
    fc.property(list, (pairs) => {
      const rho = spearman(pairs)
      const bent = spearman(pairs.map(([x, y]): [number, number] => [x ** 3, -y]))
      if (rho === null) expect(bent).toBeNull()
      else expect(bent).toBeCloseTo(-rho, 9)
    }),
  )
})

test('a resample has the ρ of its pairs', () => {
  const list = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 5 })), {
    minLength: 3,
    maxLength: 40,
  })
  fc.assert(
    fc.property(list, fc.integer(), (pairs, seed) => {
      const random = seededRandom(seed)
      const draw = resampledSpearman(pairs, seededRandom(seed))
      for (let drawing = 0; drawing < 3; drawing++) {
        const drawn = pairs.map((): [number, number] => pairs[Math.floor(random() * pairs.length)] ?? [0, 0])
        const rho = spearman(drawn)
        if (rho === null) expect(draw()).toBeNull()
        else expect(draw()).toBeCloseTo(rho, 9)
      }
    }),
  )
})

/** Answers that follow the score with some noise, or not at all. */
function answers(n: number, link: number, seed: number) {
  const random = seededRandom(seed)
  return Array.from({ length: n }, () => {
    const strain = random()
    const felt = link * strain + (1 - link) * random()
    return { strain, mood: 5 - Math.floor(felt * 4.999) }
  })
}

test('before forty answers it says how many are missing', () => {
  expect(agreement(answers(39, 1, 1), seededRandom(1))).toEqual({ kind: 'too_few', n: 39, missing: 1 })
})

test('answers that follow the score agree; the interval lies above 0', () => {
  const found = agreement(answers(60, 0.8, 2), seededRandom(1))
  expect(found).toMatchObject({ kind: 'known', n: 60, proposeOff: false })
  if (found.kind === 'known') {
    expect(found.low).toBeGreaterThan(0.3)
    expect(found.low).toBeLessThan(found.rho)
    expect(found.high).toBeGreaterThan(found.rho)
  }
})

test('answers that do not, or that say the opposite, propose to switch off', () => {
  expect(agreement(answers(60, 0, 4), seededRandom(1))).toMatchObject({ proposeOff: true })
  const opposite = answers(60, 0.9, 5).map(({ strain, mood }) => ({ strain, mood: 6 - mood }))
  expect(agreement(opposite, seededRandom(1))).toMatchObject({ proposeOff: true })
})

test('the same seed gives the same interval', () => {
  const checkins = answers(50, 0.5, 3)
  expect(agreement(checkins, seededRandom(7))).toEqual(agreement(checkins, seededRandom(7)))
})

test('an answer that never changes cannot be compared', () => {
  expect(
    agreement(
      answers(50, 0.5, 3).map((one) => ({ ...one, mood: 3 })),
      seededRandom(7),
    ),
  ).toEqual({
    kind: 'no_variation',
    n: 50,
  })
})

test('the interval holds the truth about as often as it says', () => {
  let held = 0
  const trials = 60
  for (let seed = 0; seed < trials; seed++) {
    const found = agreement(answers(40, 0, seed), seededRandom(seed))
    if (found.kind === 'known' && found.low <= 0 && found.high >= 0) held++
  }
  expect(held / trials).toBeGreaterThan(0.85)
}, 30_000)
