/** Standing up shows in the slope, breathing does not. */
import { expect, test } from 'vitest'
import { cleanRr } from '../../../electron/core/hrv/cleanRr.ts'
import { heartRateSlopeBpmPerMinute, isHeartRateSteady } from '../../../electron/core/hrv/heartRateSlope.ts'
import { syntheticRr } from '../../fixtures/rr/syntheticRr.ts'

/** Beats whose rate climbs by the same number of bpm every minute. */
function climbing(bpmPerMinute: number): number[] {
  const rr: number[] = []
  for (let atMs = 0; atMs < 60_000; ) {
    const next = 60_000 / (70 + (bpmPerMinute * atMs) / 60_000)
    rr.push(next)
    atMs += next
  }
  return rr
}

test.each([
  [0, true],
  [8, true],
  [15, false],
  [-15, false],
])('%d bpm a minute', (slope, steady) => {
  const { beats } = cleanRr(climbing(slope))
  expect(heartRateSlopeBpmPerMinute(beats)).toBeCloseTo(slope, 0)
  expect(isHeartRateSteady(beats)).toBe(steady)
})

test('breathing is no movement', () => {
  for (let seed = 0; seed < 50; seed++) {
    expect(isHeartRateSteady(cleanRr(syntheticRr(seed, { lengthMs: 60_000 })).beats)).toBe(true)
  }
})

test('too few beats say nothing', () => {
  expect(isHeartRateSteady(cleanRr([800, 810]).beats)).toBeNull()
})
