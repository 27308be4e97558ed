/** Five ways to write a moment, and the ways to write none. */
import { expect, test } from 'vitest'
import { readingTimeMs } from '../../../electron/core/readings/readingTime.ts'

const moment = Date.UTC(2026, 0, 1, 7, 30, 0)

test.each([
  ['2026-01-01T07:30:00Z', 'iso', moment],
  ['2026-01-01T08:30:00+01:00', 'iso', moment],
  ['2026-01-01 08:30:00 +0100', 'iso', moment],
  ['2026-01-01T02:00:00.250-05:30', 'iso', moment + 250],
  ['2024-02-29T00:00Z', 'iso', Date.UTC(2024, 1, 29)],
  [moment / 1000, 's', moment],
  [moment / 1000 + 0.12, 's', moment + 120],
  [String(moment), 'ms', moment],
  [moment * 1000, 'us', moment],
  [820_485_000 * 1e9, 'polar_ns', Date.UTC(2000, 0, 1) + 820_485_000_000],
] as const)('%j in %s', (value, unit, expected) => expect(readingTimeMs(value, unit)).toBe(expected))

test.each([
  ['2026-01-01T07:30:00', 'iso'],
  ['2026-02-29T07:30:00Z', 'iso'],
  ['2026-13-01T07:30:00Z', 'iso'],
  ['2026-01-01T24:00:00Z', 'iso'],
  ['yesterday', 'iso'],
  [1767252600, 'iso'],
  [null, 'ms'],
  [Number.POSITIVE_INFINITY, 'ms'],
  ['12:00', 's'],
  [{}, 's'],
] as const)('%j in %s is no time', (value, unit) => expect(readingTimeMs(value, unit)).toBeNull())
