/** Where a lamp is heading: what Lull asked, unless a hand has been there since. */
import { describe, expect, it } from 'vitest'
import { headingTo, type LoggedWrite, mayBeAt } from '../../../electron/core/lights/writeLog.ts'
import { lamp, NOON, SECOND } from './room.ts'

const write = (from: number, to: number, atMs: number): LoggedWrite => ({
  ...{ atMs, lampId: 'a', roomIds: ['study'], purpose: 'breathe', fadeMs: 1000, isTaken: true },
  from: { brightness: from, colour: null },
  to: { brightness: to, colour: null },
})
const log = [write(60, 55, NOON), write(55, 50, NOON + SECOND)]
const soon = NOON + 1.5 * SECOND

describe('a lamp', () => {
  it('heads to what it was asked, from anywhere on its way there', () => {
    for (const brightness of [60, 57, 53, 50]) {
      expect(headingTo(lamp('a', { brightness }), log, soon)).toBe(50)
    }
  })

  it('heads nowhere once a hand has been there: a step from there would be too big', () => {
    expect(headingTo(lamp('a', { brightness: 97 }), log, soon)).toBe(97)
    expect(mayBeAt(lamp('a', { brightness: 97 }), log, soon)).toEqual([97, 97])
  })

  it('shows what it shows when its last write is long over', () => {
    expect(headingTo(lamp('a', { brightness: 54 }), log, NOON + 20 * SECOND)).toBe(54)
  })
})
