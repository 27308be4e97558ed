/** How a sound comes and goes, the cap over whatever is played, and when a sound is to end. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHORDS, chordRing, noteSwell } from '../../../electron/core/sound/chords.ts'
import {
  FADE_IN_SECONDS,
  FADE_OUT_SECONDS,
  fadeCurve,
  gainOf,
  rising,
  swellAt,
  swellSeconds,
} from '../../../electron/core/sound/envelope.ts'
import {
  capCurve,
  fromDecibels,
  inDecibels,
  levelled,
  MOST_PEAK_DBFS,
  meanOf,
  peakOf,
} from '../../../electron/core/sound/loudness.ts'
import {
  filtered,
  highPass,
  laidOver,
  lowPass,
  turned,
  whiteRing,
} from '../../../electron/core/sound/ring.ts'
import { soundEndsAtMs } from '../../../electron/core/sound/soundKinds.ts'
import { made } from '../../../electron/core/sound/soundLoop.ts'
import { seededRandom } from '../../../electron/core/stress/seededRandom.ts'

/** Of sounds of which each ends when the next begins. */
function loudnessAt(starts: readonly number[], at: number): number {
  return starts.reduce((loud, from, place) => {
    if (at < from) return loud
    const end = starts[place + 1] ?? at
    const going = at <= end ? 1 : 1 - rising((at - end) / FADE_OUT_SECONDS)
    return loud + rising((at - from) / FADE_IN_SECONDS) * going
  }, 0)
}

describe('fades', () => {
  test('begin and end level, and only ever go one way', () => {
    const coming = fadeCurve('in')
    expect([coming[0], coming.at(-1)]).toEqual([0, 1])
    expect([...fadeCurve('out')].reverse()).toEqual([...coming])
    for (let at = 1; at < coming.length; at++) expect(coming[at]).toBeGreaterThan(coming[at - 1] ?? 1)
    expect(coming[1]).toBeLessThan(0.001)
    expect([FADE_IN_SECONDS, FADE_OUT_SECONDS]).toEqual([3, 2])
  })
  test('begun and stopped again and again, together they are never louder than one', () => {
    // Faster than a hand presses, the gate before the loudspeaker holds.
    const gaps = fc.array(fc.double({ min: 0.25, max: 5, noNaN: true }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(gaps, (waits) => {
        const starts = [0]
        for (const wait of waits) starts.push((starts.at(-1) ?? 0) + wait)
        for (let at = 0; at < (starts.at(-1) ?? 0) + 6; at += 0.05)
          expect(loudnessAt(starts, at)).toBeLessThanOrEqual(1 + 1e-9)
      }),
      { numRuns: 60 },
    )
  })
  test('volume is a share, whatever is given', () => {
    expect([gainOf(0), gainOf(0.5), gainOf(1)]).toEqual([0, 0.25, 1])
    expect([gainOf(-1), gainOf(7), gainOf(Number.NaN)]).toEqual([0, 1, 0])
  })
  test('a swell is nothing before and after', () => {
    const swell = { riseSeconds: 2, holdSeconds: 3, fallSeconds: 4 }
    expect(swellSeconds(swell)).toBe(9)
    expect([-1, 0, 1, 2, 5, 7, 9, 20].map((at) => Number(swellAt(swell, at).toFixed(3)))).toEqual([
      0, 0, 0.5, 1, 1, 0.5, 0, 0,
    ])
  })
})

describe('the cap', () => {
  test('holds for anything, and leaves nothing that stands still', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 300 }),
        fc.double({ min: -60, max: 20, noNaN: true }),
        (values, loud) => {
          const samples = levelled(Float32Array.from(values), loud)
          expect(peakOf(samples)).toBeLessThanOrEqual(fromDecibels(MOST_PEAK_DBFS))
          expect(samples.every(Number.isFinite)).toBe(true)
        },
      ),
    )
    expect(levelled(new Float32Array(50), -20).every((one) => one === 0)).toBe(true)
    expect(peakOf(levelled(new Float32Array(50).fill(3), -20))).toBeLessThan(1e-6)
  })
})

test('the gate lets pass what is quiet and nothing else', () => {
  const curve = capCurve()
  const through = (sample: number) => curve[Math.round(((sample + 1) / 2) * (curve.length - 1))]
  for (const quiet of [-0.25, -0.125, 0, 0.0625, 0.25]) expect(through(quiet)).toBe(quiet)
  for (const loud of [0.3, 0.7, 1]) expect([through(loud), through(-loud)]).toEqual([0.25, -0.25])
  expect(inDecibels(peakOf(curve))).toBeLessThan(MOST_PEAK_DBFS)
})

describe('rings', () => {
  test('a filter knows no end: from any place on, the same ring comes out turned', () => {
    const white = whiteRing(48_000, seededRandom(4))
    const through = (ring: Float32Array) => {
      filtered(ring, 24_000, lowPass(300, 24_000))
      filtered(ring, 24_000, highPass(40, 24_000))
      return ring
    }
    const once = through(white.slice())
    const turnedOnce = turned(through(turned(white, 17_000)), 48_000 - 17_000)
    let far = 0
    for (let at = 0; at < once.length; at++)
      far = Math.max(far, Math.abs((once[at] ?? 0) - (turnedOnce[at] ?? 0)))
    expect(far).toBeLessThan(1e-6)
    expect(Math.abs(meanOf(once))).toBeLessThan(1e-3)
  })
  test('what goes over the end comes in at the beginning', () => {
    const ring = new Float32Array(5)
    laidOver(ring, 3, Float32Array.of(1, 2, 3), 2)
    expect([...ring]).toEqual([6, 0, 0, 2, 4])
    laidOver(ring, -1, Float32Array.of(1), 1)
    expect(ring[4]).toBe(5)
  })
})

describe('chords', () => {
  test('are low and slow, and meet each other', () => {
    for (const chord of CHORDS) {
      expect(Math.min(...chord.hz)).toBeGreaterThan(80)
      expect(Math.max(...chord.hz)).toBeLessThan(400)
      expect([...chord.hz].sort((a, b) => a - b)).toEqual(chord.hz)
      const swell = noteSwell(chord)
      expect(swell.riseSeconds).toBeGreaterThanOrEqual(3)
      expect(swellSeconds(swell)).toBeGreaterThan(chord.seconds + 3)
    }
  })
  test('are of the notes they name', () => {
    const rateHz = 8000
    const [left] = made(chordRing(rateHz, [{ hz: [200], seconds: 10 }]))
    const part = left.subarray(4 * rateHz, 8 * rateHz)
    const strength = (hz: number) => {
      let real = 0
      let unreal = 0
      part.forEach((sample, at) => {
        real += sample * Math.cos((2 * Math.PI * hz * at) / rateHz)
        unreal += sample * Math.sin((2 * Math.PI * hz * at) / rateHz)
      })
      return Math.hypot(real, unreal)
    }
    expect(strength(199.825)).toBeGreaterThan(20 * strength(250))
  })
})

test('a sound ends when it was to end', () => {
  expect(soundEndsAtMs('open', 1000, null, 2000)).toBeNull()
  expect(soundEndsAtMs('15', 1000, null, 2000)).toBe(901_000)
  expect(soundEndsAtMs('60', 0, 5, 2000)).toBe(3_600_000)
  // It is gone when the pause is.
  expect(soundEndsAtMs('pause', 1000, 61_000, 2000)).toBe(59_000)
  expect(soundEndsAtMs('pause', 60_500, 61_000, 2000)).toBe(60_500)
  expect(soundEndsAtMs('pause', 1000, null, 2000)).toBeNull()
})
