/** What is believed of a reading from outside. */
import { describe, expect, test } from 'vitest'
import {
  flawOfApp,
  flawOfInput,
  flawOfMachine,
  flawOfReading,
  type UncheckedReading,
} from '../../../electron/core/presence/readingFlaw.ts'

const NOW = 1e12
const MINUTE = 60_000
const reading = (changes: Partial<UncheckedReading>): UncheckedReading => ({
  fact: 'input',
  value: 'active',
  source: 'x',
  atMs: NOW,
  quality: 1,
  how: 'poll',
  ...changes,
})

describe('a fact', () => {
  test.each<[Partial<UncheckedReading>, string | null]>([
    [{}, null],
    [{ value: null }, null],
    [{ value: true }, 'value'],
    [{ value: 'busy' }, 'value'],
    [{ fact: 'locked', value: 'active' }, 'value'],
    [{ fact: 'locked', value: 1 }, 'value'],
    [{ fact: 'locked', value: false }, null],
    [{ quality: 1.1 }, 'value'],
    [{ quality: Number.NaN }, 'value'],
    [{ source: '' }, 'value'],
    [{ source: 'x'.repeat(41) }, 'value'],
    [{ sinceMs: Number.POSITIVE_INFINITY }, 'value'],
    [{ idleMs: 0 }, null],
    [{ idleMs: -1 }, 'value'],
    [{ idleMs: Number.POSITIVE_INFINITY }, 'value'],
    [{ atMs: Number.NaN }, 'value'],
    [{ atMs: NOW + 2 * MINUTE }, null],
    [{ atMs: NOW + 2 * MINUTE + 1 }, 'future'],
    [{ atMs: NOW - 24 * 60 * MINUTE + 1 }, null],
    [{ atMs: NOW - 24 * 60 * MINUTE }, 'old'],
  ])('%j: %s', (changes, flaw) => expect(flawOfReading(reading(changes), NOW)).toBe(flaw))
})

test('a program has a name of sensible length, and a time at hand', () => {
  expect(flawOfApp({ atMs: NOW, app: 'x' }, NOW)).toBeNull()
  expect(flawOfApp({ atMs: NOW, app: null }, NOW)).toBeNull()
  expect(flawOfApp({ atMs: NOW, app: ' ' }, NOW)).toBe('value')
  expect(flawOfApp({ atMs: NOW, app: 'x'.repeat(121) }, NOW)).toBe('value')
  expect(flawOfApp({ atMs: NOW - 5 * MINUTE, app: 'x' }, NOW)).toBe('old')
})

test('counts are whole, and not more than anyone can type', () => {
  const counts = {
    fromMs: NOW - MINUTE,
    toMs: NOW,
    keys: 1,
    deletes: 0,
    clicks: 0,
    scrolls: 0,
    pathPx: 2.5,
    pauses: 0,
    shortPauses: 0,
  }
  expect(flawOfInput(counts, NOW)).toBeNull()
  for (const keys of [-1, 0.5, Number.NaN, 100_001])
    expect(flawOfInput({ ...counts, keys }, NOW)).toBe('value')
  expect(flawOfInput({ ...counts, pathPx: Number.NaN }, NOW)).toBe('value')
  expect(flawOfInput({ ...counts, fromMs: NOW + 1 }, NOW)).toBe('value')
  expect(flawOfInput({ ...counts, toMs: NOW + 3 * MINUTE }, NOW)).toBe('future')
})

test('a machine is neither colder nor busier than machines are', () => {
  const sample = {
    atMs: NOW,
    cpuShare: 0.5,
    loopLagMs: 1,
    memoryShare: null,
    temperatureC: 50,
    onBattery: null,
  }
  expect(flawOfMachine(sample, NOW)).toBeNull()
  for (const changes of [
    { cpuShare: 1.2 },
    { loopLagMs: -1 },
    { temperatureC: 900 },
    { memoryShare: Number.NaN },
  ]) {
    expect(flawOfMachine({ ...sample, ...changes }, NOW)).toBe('value')
  }
})
