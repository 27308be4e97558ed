/** Cleaning drops and cuts, and never makes up a beat. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanRr, uncleanedRr } from '../../../electron/core/hrv/cleanRr.ts'
import { rmssdMs } from '../../../electron/core/hrv/hrvFeatures.ts'
import { median } from '../../../electron/core/hrv/statistics.ts'
import { syntheticRr, withEarlyBeat, withExtraBeat, withMissedBeat } from '../../fixtures/rr/syntheticRr.ts'

test('300 and 2000 ms are beats, 299.9 and 2000.1 are not', () => {
  for (const edge of [300, 2000]) expect(cleanRr([edge, edge, edge]).beats).toHaveLength(3)
  for (const beyond of [299.9, 2000.1, 0, -800, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(cleanRr([800, beyond, 800]).rejected).toEqual([{ index: 1, reason: 'out_of_range' }])
  }
})

test('exactly 20 % from the median stays, a little more goes, and the chain is cut there', () => {
  const around = (value: number) => [...Array(5).fill(1000), value, ...Array(5).fill(1000)]
  expect(cleanRr(around(1200)).rejected).toEqual([])
  const cleaned = cleanRr(around(1200.5))
  expect(cleaned.rejected).toEqual([{ index: 5, reason: 'off_median' }])
  expect(cleaned.runs.map((run) => run.length)).toEqual([5, 5])
})

test('a gap is no beat, but cuts the chain', () => {
  const cleaned = cleanRr([800, 810, null, 820, 830])
  expect(cleaned).toMatchObject({
    total: 4,
    rejected: [],
    runs: [
      [800, 810],
      [820, 830],
    ],
  })
})

test('uncleaned keeps what cleaning drops', () => {
  expect(uncleanedRr([800, 1700, 800, 0, null, 810]).runs).toEqual([[800, 1700, 800], [810]])
})

const anything = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.double({ min: 500, max: 1200, noNaN: true }) },
    fc.constantFrom(null, 0, -1, Number.NaN, Number.POSITIVE_INFINITY, 5000, 299, 2001),
  ),
  { maxLength: 120 },
)

test('every kept beat is a received beat in its place, and each beat is either kept or rejected', () => {
  fc.assert(
    fc.property(anything, (rr) => {
      const { beats, rejected, runs, total } = cleanRr(rr)
      expect(total).toBe(rr.filter((value) => value !== null).length)
      expect(beats.length + rejected.length).toBe(total)
      for (const beat of beats) expect(rr[beat.index]).toBe(beat.rrMs)
      expect(beats.map((beat) => beat.index)).toEqual(
        beats.map((beat) => beat.index).toSorted((a, b) => a - b),
      )
      expect(runs.flat()).toEqual(beats.map((beat) => beat.rrMs))
    }),
  )
})

test('backwards in time the same beats are kept', () => {
  fc.assert(
    fc.property(anything, (rr) => {
      const kept = (list: typeof rr) => cleanRr(list).beats.map((beat) => beat.rrMs)
      expect(kept(rr.toReversed())).toEqual(kept(rr).toReversed())
    }),
  )
})

test('a gap between two calm stretches takes away exactly the difference across it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 2, max: 100 }), (seed, at) => {
      const rr = syntheticRr(seed)
      const cut = cleanRr([...rr.slice(0, at), null, ...rr.slice(at)])
      expect(cut.beats.map((beat) => beat.rrMs)).toEqual(cleanRr(rr).beats.map((beat) => beat.rrMs))
      expect(cut.runs).toHaveLength(cleanRr(rr).runs.length + 1)
    }),
  )
})

describe('one fault in 120 s of calm beats (the table of the notes, §4.3)', () => {
  const recordings = Array.from({ length: 200 }, (_, seed) => ({
    rr: syntheticRr(seed, { breathingMs: 15 + (seed % 30), meanMs: 700 + (seed % 7) * 60 }),
    at: 12 + (seed % 90),
  }))
  const faults = { missed: withMissedBeat, extra: withExtraBeat, early: withEarlyBeat }

  test.each(Object.entries(faults))('%s beat', (_name, fault) => {
    const ratios = recordings.map(({ rr, at }) => {
      const truth = rmssdMs([rr]) ?? 0
      return {
        before: (rmssdMs(uncleanedRr(fault(rr, at)).runs) ?? 0) / truth,
        after: (rmssdMs(cleanRr(fault(rr, at)).runs) ?? 0) / truth,
      }
    })
    expect(Math.min(...ratios.map(({ before }) => before))).toBeGreaterThan(1.5)
    for (const { after } of ratios) expect(Math.abs(after - 1)).toBeLessThan(0.05)
    expect(median(ratios.map(({ after }) => Math.abs(after - 1)))).toBeLessThan(0.01)
  })

  test('no fault: nothing is dropped and nothing changes', () => {
    for (const { rr } of recordings) expect(cleanRr(rr).rejected).toEqual([])
  })
})
