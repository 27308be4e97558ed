/** The person's own trial: half by chance, outcomes fixed beforehand, and no answer before there is one. */
import { describe, expect, test } from 'vitest'
import { compareTrial, drawnArm, type TrialMoment } from '../../../electron/core/lights/trial.ts'
import { seededRandom } from '../../../electron/core/stress/seededRandom.ts'

const moments = (look: number[], withheld: number[]): TrialMoment[] =>
  [
    ...look.map((value) => ['look', value] as const),
    ...withheld.map((value) => ['withheld', value] as const),
  ].map(([arm, value], place) => ({
    atMs: place,
    arm,
    propensity: 0.5,
    mood: value,
    heartRateChange: -value,
  }))

test('half of the moments', () => {
  const random = seededRandom(11)
  const look = Array.from({ length: 10_000 }, () => drawnArm(random)).filter((arm) => arm === 'look').length
  expect(Math.abs(look - 5000)).toBeLessThan(150)
})

describe('comparing', () => {
  test('not enough yet says how many are missing, and answers nobody gave do not count', () => {
    const few = moments([3, 4, 3], [2, 3, 4, 3])
    expect(compareTrial(few, 'mood')).toEqual({ kind: 'not_enough', n: 7, missing: 7 })
    const silent = few.map((one) => ({ ...one, mood: null }))
    expect(compareTrial(silent, 'mood')).toEqual({ kind: 'not_enough', n: 0, missing: 10 })
    const odd = few.map((one) => ({ ...one, mood: 99, propensity: 1 }))
    expect(compareTrial(odd, 'mood')).toMatchObject({ n: 0 })
  })
  test("Welch's interval, as worked out by hand", () => {
    const look = [4, 5, 4, 3, 4, 5, 4, 4, 5, 4]
    const withheld = [3, 3, 4, 2, 3, 3, 4, 3, 2, 3]
    const result = compareTrial(moments(look, withheld), 'mood')
    // Means 4.2 and 3.0, variances .4 and .4444 (n − 1): s.e. .29059, 17.95 degrees, t .975 = 2.1013.
    expect(result).toMatchObject({
      kind: 'known',
      n: 20,
      look: { mean: 4.2, n: 10 },
      withheld: { mean: 3, n: 10 },
    })
    if (result.kind !== 'known') throw new Error()
    expect(result.difference).toBeCloseTo(1.2, 10)
    expect(result.low).toBeCloseTo(1.2 - 0.6106, 2)
    expect(result.high).toBeCloseTo(1.2 + 0.6106, 2)
  })
  test('where nothing is to be found, 95 of 100 intervals hold zero', () => {
    const random = seededRandom(2)
    const draw = () => Array.from({ length: 15 }, () => 1 + Math.floor(random() * 5))
    let holds = 0
    for (let time = 0; time < 1000; time++) {
      const result = compareTrial(moments(draw(), draw()), 'heartRate')
      if (result.kind === 'known' && result.low <= 0 && result.high >= 0) holds++
    }
    expect(holds).toBeGreaterThan(930)
    expect(holds).toBeLessThan(970)
  })
})
