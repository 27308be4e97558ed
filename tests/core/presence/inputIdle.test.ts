/** How long the keys have rested: as far as a look can vouch, never further, and unknown where nobody can tell. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FactReading } from '../../../electron/core/presence/fact.ts'
import { idleReading } from '../../../electron/core/presence/idleReading.ts'
import {
  inputIdleMs,
  inputLooksOf,
  LOOK_VOUCHES_FOR_MS,
  NO_INPUT_LOOKS,
  shiftedInputLooks,
  withInputLook,
} from '../../../electron/core/presence/inputIdle.ts'

const NOW = 1_000_000_000
const SECOND = 1000

/** A look at `atMs` (0 = NOW) by a source that tells idle time. */
const look = (idleMs: number | null, atMs = 0, source = 'mutter', quality = 0.9) =>
  idleReading({ source, idleMs, atMs: NOW + atMs, quality })
const word = (value: 'active' | 'idle' | null, more: Partial<FactReading> = {}): FactReading =>
  ({ fact: 'input', value, source: 'lab', atMs: NOW, quality: 1, how: 'poll', ...more }) as FactReading

const after = (...readings: FactReading[]) => readings.reduce(withInputLook, NO_INPUT_LOOKS)
const idleAt = (readings: FactReading[], atMs: number) => inputIdleMs(after(...readings), NOW + atMs)

describe('one source', () => {
  test('is believed at its first word, and its time goes on until the next look is due', () => {
    expect(idleAt([look(7 * SECOND)], 0)).toBe(7 * SECOND)
    expect(idleAt([look(7 * SECOND)], 2 * SECOND)).toBe(9 * SECOND)
    expect(idleAt([look(7 * SECOND)], LOOK_VOUCHES_FOR_MS)).toBe(7 * SECOND + LOOK_VOUCHES_FOR_MS)
  })

  test('then keys may be in use: no gap is made up between two looks', () => {
    expect(idleAt([look(7 * SECOND)], LOOK_VOUCHES_FOR_MS + 1)).toBe(0)
    expect(idleAt([look(29 * SECOND)], 25 * SECOND)).toBe(0)
  })

  test('a rest that was seen goes on, for its end would be told', () => {
    expect(idleAt([look(31 * SECOND)], 9 * SECOND)).toBe(40 * SECOND)
    expect(idleAt([look(31 * SECOND)], 29 * SECOND)).toBe(60 * SECOND)
  })

  test('that says nothing for half a minute tells nothing any more', () => {
    expect(idleAt([look(3 * SECOND)], 30_001)).toBeNull()
    expect(idleAt([look(90 * SECOND)], 30_001)).toBeNull()
  })

  test('takes its word back', () => {
    expect(idleAt([look(3 * SECOND), look(null, 2 * SECOND)], 2 * SECOND)).toBeNull()
  })

  test('a key ends a gap at once', () => {
    const key = { ...look(0, 1 * SECOND), how: 'event' } as FactReading
    expect(idleAt([look(9 * SECOND), key], 1 * SECOND)).toBe(0)
    expect(idleAt([look(9 * SECOND), key], 2 * SECOND)).toBe(1 * SECOND)
  })

  test('a late word about an earlier moment is no news', () => {
    expect(idleAt([look(0, 2 * SECOND), look(9 * SECOND, 1 * SECOND)], 2 * SECOND)).toBe(0)
  })
})

describe('without an idle time', () => {
  test('"in use" alone is unknown, and so is "not in use" without its beginning', () => {
    expect(idleAt([word('active')], 0)).toBeNull()
    expect(idleAt([word('idle')], 0)).toBeNull()
    expect(idleAt([], 0)).toBeNull()
  })

  test('a rest with its beginning is known', () => {
    expect(idleAt([word('idle', { sinceMs: NOW - 50 * SECOND })], 5 * SECOND)).toBe(55 * SECOND)
  })

  test('"in use" is a key right now where this machine can tell gaps', () => {
    const looks = [look(12 * SECOND, -60 * SECOND), word('active')]
    expect(idleAt(looks, 0)).toBe(0)
    // Unless it is unknown whether input is used at all.
    expect(idleAt([...looks, word(null)], 0)).toBeNull()
  })

  test('events hold until the next one', () => {
    const held = word('idle', { how: 'event', sinceMs: NOW - SECOND })
    expect(idleAt([held], 3_600 * SECOND)).toBe(3_601 * SECOND)
    expect(idleAt([held], 25 * 3_600 * SECOND)).toBeNull()
  })
})

describe('several sources', () => {
  test('the most trusted of those that looked just now counts', () => {
    const both = [look(9 * SECOND, 0, 'screensaver', 0.8), look(2 * SECOND, 0, 'mutter', 0.95)]
    expect(idleAt(both, 0)).toBe(2 * SECOND)
    expect(idleAt(both.toReversed(), 0)).toBe(2 * SECOND)
  })

  test('a newer look counts more than an old one that is trusted more', () => {
    const both = [look(40 * SECOND, -5 * SECOND, 'mutter', 0.95), look(SECOND, 0, 'powerMonitor', 0.9)]
    expect(idleAt(both, 0)).toBe(SECOND)
  })

  test('one that cannot tell does not hide one that can', () => {
    expect(idleAt([look(8 * SECOND), word('active')], 0)).toBe(8 * SECOND)
    expect(idleAt([look(8 * SECOND), look(null, 0, 'screensaver')], 0)).toBe(8 * SECOND)
  })

  test('what a lost source said is forgotten, and the others stay', () => {
    const looks = after(look(8 * SECOND), look(3 * SECOND, 0, 'powerMonitor', 0.8))
    const left = inputLooksOf(looks, (source) => source === 'powerMonitor')
    expect(inputIdleMs(left, NOW)).toBe(3 * SECOND)
    expect(
      inputIdleMs(
        inputLooksOf(looks, () => false),
        NOW,
      ),
    ).toBeNull()
  })
})

test('other facts change nothing', () => {
  const locked = { ...word(null), fact: 'locked', value: true } as FactReading
  expect(withInputLook(NO_INPUT_LOOKS, locked)).toBe(NO_INPUT_LOOKS)
})

test('a clock set back moves everything along', () => {
  const back = 7_200 * SECOND
  const looks = shiftedInputLooks(after(look(9 * SECOND), look(45 * SECOND, 0, 'ioreg', 0.8)), back)
  expect(inputIdleMs(looks, NOW - back + SECOND)).toBe(10 * SECOND)
  expect(inputIdleMs(looks, NOW - back + 10 * SECOND)).toBe(55 * SECOND)
})

test('while looked at every two seconds it is right to two seconds, whatever a person does', () => {
  const gaps = fc.array(fc.integer({ min: 50, max: 90 * SECOND }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(gaps, fc.integer({ min: 0, max: 1999 }), (lengths, phaseMs) => {
      let looks = NO_INPUT_LOOKS
      let lastInputMs = NOW
      const inputs = lengths.map((length) => {
        lastInputMs += length
        return lastInputMs
      })
      const lastBefore = (atMs: number) => inputs.findLast((one) => one <= atMs) ?? NOW
      for (let atMs = NOW + phaseMs; atMs < lastInputMs; atMs += 500) {
        const isLook = (atMs - NOW - phaseMs) % 2000 === 0
        if (isLook) looks = withInputLook(looks, look(atMs - lastBefore(atMs), atMs - NOW))
        const said = inputIdleMs(looks, atMs) ?? Number.NaN
        const truth = atMs - lastBefore(atMs)
        // Never shorter than it is, and longer only by keys pressed since the last look.
        expect(said).toBeGreaterThanOrEqual(truth)
        if (said > truth) expect(truth).toBeLessThan(2000)
      }
    }),
    { numRuns: 50 },
  )
})
