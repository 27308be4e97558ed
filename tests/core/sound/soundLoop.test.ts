/** The sounds as samples: never above the cap, nothing that stands still, and no seam where the end meets the beginning. */
import { describe, expect, test } from 'vitest'
import { inDecibels, MOST_PEAK_DBFS, meanOf, peakOf, rmsOf } from '../../../electron/core/sound/loudness.ts'
import { SOUND_KINDS } from '../../../electron/core/sound/soundKinds.ts'
import { LOOP_RATE_HZ, made, soundLoop } from '../../../electron/core/sound/soundLoop.ts'
import { seededRandom } from '../../../electron/core/stress/seededRandom.ts'
import { loudnessOf, seamOf } from './measures.ts'

describe.each(SOUND_KINDS)('%s', (kind) => {
  const ears = made(soundLoop(kind, seededRandom(11)))
  const seconds = ears[0].length / LOOP_RATE_HZ

  test.each([0, 1] as const)('ear %d', (side) => {
    const samples = ears[side]
    const peak = inDecibels(peakOf(samples))
    const seam = seamOf(samples)
    process.stdout.write(
      `${kind} ${side === 0 ? 'left' : 'right'}: ${seconds.toFixed(1)} s, peak ${peak.toFixed(2)} dBFS, rms ${inDecibels(rmsOf(samples)).toFixed(2)} dBFS, ` +
        `mean ${meanOf(samples).toExponential(1)}, step at the seam ${seam.step.toFixed(5)} (p99 elsewhere ${seam.usual.toFixed(5)})\n`,
    )
    expect(seconds).toBeGreaterThanOrEqual(20)
    expect(peak).toBeLessThan(MOST_PEAK_DBFS)
    // Quiet, and still there.
    expect(inDecibels(rmsOf(samples))).toBeGreaterThan(-32)
    expect(inDecibels(rmsOf(samples))).toBeLessThan(-20)
    expect(Math.abs(meanOf(samples))).toBeLessThan(1e-4)
    expect(samples.every(Number.isFinite)).toBe(true)
    expect(seam.step).toBeLessThanOrEqual(seam.most)
    expect(seam.bend).toBeLessThanOrEqual(seam.mostBend)
  })

  test('is as loud around the seam as anywhere else', () => {
    for (const samples of ears) {
      const parts = loudnessOf(samples, LOOP_RATE_HZ)
      const sorted = parts.toSorted((a, b) => a - b)
      for (const part of [parts[0], parts.at(-1)]) {
        expect(part).toBeGreaterThanOrEqual((sorted[0] ?? 0) - 1e-9)
        expect(part).toBeLessThanOrEqual((sorted.at(-1) ?? 0) + 1e-9)
      }
      // Nothing starts anybody: from half a second to the next it never grows by more than a third.
      parts.forEach((part, place) => {
        const before = parts.at(place - 1) ?? part
        expect(part / before).toBeLessThan(1.5)
      })
    }
  })

  test('the ears hear different things', () => {
    const [left, right] = ears
    let together = 0
    for (let at = 0; at < left.length; at++) together += (left[at] ?? 0) * (right[at] ?? 0)
    const likeness = together / left.length / (rmsOf(left) * rmsOf(right))
    expect(Math.abs(likeness)).toBeLessThan(0.7)
  })

  test('the same beginning makes the same sound', () => {
    const again = made(soundLoop(kind, seededRandom(11)))
    expect(again[0].subarray(0, 5000)).toEqual(ears[0].subarray(0, 5000))
    expect(again[1].at(-1)).toBe(ears[1].at(-1))
  })
})

test('it is made in short turns', () => {
  for (const kind of SOUND_KINDS) {
    const making = soundLoop(kind, seededRandom(1))
    let turns = 1
    while (!making.next().done) turns += 1
    expect(turns).toBeGreaterThanOrEqual(4)
  }
})
