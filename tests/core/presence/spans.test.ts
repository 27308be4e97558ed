/** The day in spans: without overlap, without a hole, and honest about what nobody saw. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tickBetween } from '../../../electron/core/presence/sleepGap.ts'
import { restSpans, type Span, withReading, withRest } from '../../../electron/core/presence/spans.ts'
import type { Standing } from '../../../electron/core/presence/standing.ts'

const spans = (...readings: [Standing, number][]) =>
  readings.reduce<Span[]>((row, [standing, atMs]) => withReading(row, standing, atMs), [])

test('equal readings grow, a different one begins, a long silence is unknown', () => {
  expect(spans(['working', 0], ['working', 10_000], ['resting', 20_000], ['resting', 90_000])).toEqual([
    { standing: 'working', fromMs: 0, toMs: 20_000 },
    { standing: 'resting', fromMs: 20_000, toMs: 20_000 },
    { standing: 'unknown', fromMs: 20_000, toMs: 90_000 },
    { standing: 'resting', fromMs: 90_000, toMs: 90_000 },
  ])
})

test('sleep found afterwards replaces what stood there', () => {
  expect(withRest(spans(['working', 0], ['working', 20_000], ['working', 600_000]), 20_000, 600_000)).toEqual(
    [
      { standing: 'working', fromMs: 0, toMs: 20_000 },
      { standing: 'resting', fromMs: 20_000, toMs: 600_000 },
    ],
  )
})

test('rests are joined, and short ones are thoughts', () => {
  const row: Span[] = [
    { standing: 'resting', fromMs: 0, toMs: 40_000 },
    { standing: 'resting', fromMs: 40_000, toMs: 70_000 },
    { standing: 'working', fromMs: 70_000, toMs: 80_000 },
    { standing: 'resting', fromMs: 80_000, toMs: 139_999 },
  ]
  expect(restSpans(row)).toEqual([{ standing: 'resting', fromMs: 0, toMs: 70_000 }])
})

test('spans follow one another without hole or overlap', () => {
  const reading = fc.tuple(fc.constantFrom<Standing>('working', 'resting', 'unknown'), fc.nat(60_000))
  fc.assert(
    fc.property(
      fc.array(reading, { minLength: 1, maxLength: 50 }),
      fc.nat(900_000),
      fc.nat(900_000),
      (steps, a, b) => {
        let atMs = 0
        let row: Span[] = []
        for (const [standing, laterMs] of steps) {
          atMs += laterMs
          row = withReading(row, standing, atMs)
        }
        for (const [place, span] of row.entries()) {
          expect(span.toMs).toBeGreaterThanOrEqual(span.fromMs)
          if (place > 0) expect(span.fromMs).toBe(row[place - 1]?.toMs)
        }
        const rested = withRest(row, Math.min(a, b), Math.max(a, b))
        for (const [place, span] of rested.entries()) {
          if (place > 0) expect(span.fromMs).toBeGreaterThanOrEqual(rested[place - 1]?.toMs ?? 0)
        }
      },
    ),
  )
})

test('a missing half minute is sleep, a clock set back is told', () => {
  expect(tickBetween(0, 29_999)).toEqual({ kind: 'steady' })
  expect(tickBetween(0, 3 * 86_400_000)).toEqual({ kind: 'slept', fromMs: 0, toMs: 3 * 86_400_000 })
  expect(tickBetween(3_600_000, 0)).toEqual({ kind: 'clock_set_back', byMs: 3_600_000 })
  expect(tickBetween(1000, 500)).toEqual({ kind: 'steady' })
})
