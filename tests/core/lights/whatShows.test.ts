/** Which wish a room shows, and what of it can be undone. */
import { describe, expect, it } from 'vitest'
import { showing, undoable } from '../../../electron/core/lights/whatShows.ts'

const claim = (claimId: number, look: string, begunMs: number | null = 1) => ({ claimId, look, begunMs })
const held = (...looks: (string | null)[]) => looks.map((heldBy) => ({ heldBy }))

describe('showing', () => {
  it.each([
    ['nothing wanted', [], held(null), null],
    ['one that shows', [claim(1, 'soften')], held(null, 'soften'), 1],
    ['one that waits', [claim(1, 'soften', null)], held(null), null],
    ['one whose lamps were all changed by hand', [claim(1, 'soften')], held(null, null), null],
    ['a stronger one over another', [claim(2, 'break'), claim(1, 'soften')], held('break', 'soften'), 2],
    ['one beneath a stronger that waits', [claim(2, 'break', null), claim(1, 'soften')], held('soften'), 1],
  ])('%s', (_what, claims, lamps, claimId) => {
    expect(showing({ claims, lamps })?.claimId ?? null).toBe(claimId)
  })
})

describe('undoable', () => {
  const announced = { claimId: 1, undoUntilMs: 100 }
  it.each([
    ['within its minute', [claim(1, 'soften')], announced, 99, true],
    ['its minute over', [claim(1, 'soften')], announced, 100, false],
    ['ended meanwhile', [claim(2, 'soften')], announced, 50, false],
    ['nothing announced', [claim(1, 'soften')], null, 50, false],
  ])('%s', (_what, claims, said, nowMs, can) => {
    expect(undoable({ claims, announced: said }, nowMs) !== null).toBe(can)
  })
})
