/** What the ribbon of a day draws, and that it draws nothing where nobody looked. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beatStretches,
  drawnStretches,
  type Stretch,
  silentStretches,
  timeByKind,
} from '../../../../renderer/features/stress/stretches.ts'

const minute = 60_000
const stretch = (kind: Stretch['kind'], from: number, to: number): Stretch => ({
  kind,
  fromMs: from * minute,
  toMs: to * minute,
})
const window = { fromMs: 0, toMs: 100 * minute }

describe('stretches', () => {
  it('join a thought of less than a minute to the work around it', () => {
    const spans = [stretch('work', 0, 10), stretch('rest', 10, 10.5), stretch('work', 10.5, 20)]
    expect(drawnStretches(spans, window)).toEqual([stretch('work', 0, 20)])
  })
  it('keep a rest of a minute, and a hole between two', () => {
    const spans = [stretch('work', 0, 10), stretch('rest', 10, 11), stretch('work', 30, 40)]
    expect(drawnStretches(spans, window)).toEqual(spans)
    expect(silentStretches(spans, window)).toEqual([stretch('unknown', 11, 30), stretch('unknown', 40, 100)])
  })
  it('end at the window', () => {
    expect(drawnStretches([stretch('rest', -50, 5), stretch('work', 90, 300)], window)).toEqual([
      stretch('rest', 0, 5),
      stretch('work', 90, 100),
    ])
  })
  it('draw calls over the work they were part of, also where both began at once', () => {
    const [early, late] = [stretch('call', 0, 30), stretch('call', 60, 80)]
    const spans = [early, stretch('work', 0, 70), late, stretch('rest', 70, 70.5), stretch('work', 70.5, 100)]
    expect(drawnStretches(spans, window)).toEqual([stretch('work', 0, 100), early, late])
    expect(silentStretches(drawnStretches(spans, window), window)).toEqual([])
  })
  it('never overlap but for calls, never leave the window, and with the holes fill it', () => {
    const kinds = fc.constantFrom('work' as const, 'rest' as const, 'unknown' as const)
    const lengths = fc.array(fc.tuple(kinds, fc.integer({ min: 1, max: 900 }), fc.nat(300)), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(lengths, (rows) => {
        let atMs = 0
        const spans = rows.map(([kind, seconds, pause]) => {
          const fromMs = atMs + pause * 1000
          atMs = fromMs + seconds * 1000
          return { kind, fromMs, toMs: atMs }
        })
        const drawn = drawnStretches(spans, window)
        const all = [...drawn, ...silentStretches(drawn, window)].toSorted((a, b) => a.fromMs - b.fromMs)
        let endMs = window.fromMs
        for (const one of all) {
          expect(one.fromMs).toBeGreaterThanOrEqual(endMs)
          expect(one.fromMs - endMs).toBeLessThan(minute)
          endMs = one.toMs
        }
        expect(window.toMs - endMs).toBeLessThan(minute)
        expect(endMs).toBeLessThanOrEqual(window.toMs)
      }),
    )
  })
  it('add up by kind', () => {
    const spans = [stretch('work', 0, 10), stretch('call', 10, 15), stretch('work', 15, 20)]
    expect(timeByKind(spans)).toEqual({ work: 15 * minute, call: 5 * minute, rest: 0, unknown: 0 })
  })
})

describe('beats', () => {
  it('are lines where minutes were heard, thicker where they were quiet, and nothing between', () => {
    const windows = [1, 2, 3, 10, 11].map((at) => ({ atMs: at * minute, quiet: at === 3 }))
    expect(beatStretches(windows)).toEqual([
      { fromMs: 0, toMs: 2 * minute, quiet: false },
      { fromMs: 2 * minute, toMs: 3 * minute, quiet: true },
      { fromMs: 9 * minute, toMs: 11 * minute, quiet: false },
    ])
    expect(beatStretches([])).toEqual([])
  })
})
