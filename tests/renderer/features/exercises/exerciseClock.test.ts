/** Time in an exercise: pauses, sleep, and clocks that somebody sets. */
import { describe, expect, it } from 'vitest'
import {
  atRest,
  type Look,
  lookedAt,
  paused,
  spentAt,
  started,
} from '../../../../renderer/features/exercises/player/exerciseClock.ts'

const startWallMs = Date.UTC(2026, 10, 23, 9)
/** Both clocks, `ms` after the beginning; `wallMs` where the other one went elsewhere. */
const look = (ms: number, wallMs = ms, isHidden = false): Look => ({
  monotonicMs: 5000 + ms,
  wallMs: startWallMs + wallMs,
  isHidden,
})

describe('time in an exercise', () => {
  it('runs from its start, and stands still in a pause', () => {
    const begun = started(atRest, look(0))
    expect(spentAt(begun, look(900))).toBe(900)
    const stopped = paused(lookedAt(begun, look(1000)), look(1400))
    expect(spentAt(stopped, look(90_000))).toBe(1400)
    const again = started(stopped, look(90_000))
    expect(spentAt(lookedAt(again, look(91_000)), look(91_500))).toBe(2900)
  })

  it('is not begun before it is begun', () => {
    expect(spentAt(atRest, look(5000))).toBe(0)
    expect(lookedAt(atRest, look(5000))).toBe(atRest)
  })

  it('pauses at the last moment that is known when the computer slept', () => {
    const begun = lookedAt(started(atRest, look(0)), look(2000))
    // A clock that went on through the sleep.
    expect(lookedAt(begun, look(600_000))).toEqual({ spentMs: 2000, last: null })
    // A clock that stood still in it, as on Linux.
    expect(lookedAt(begun, look(2500, 600_000))).toEqual({ spentMs: 2000, last: null })
  })

  it('takes a short stutter for what it is', () => {
    const begun = started(atRest, look(0))
    expect(lookedAt(begun, look(4900)).spentMs).toBe(4900)
  })

  it('does not mind a clock that is set back', () => {
    const begun = started(atRest, look(0))
    const later = lookedAt(begun, look(1000, 1000 - 7_200_000))
    expect(later).toMatchObject({ spentMs: 1000 })
    expect(later.last).not.toBeNull()
  })

  it('goes on where the page is hidden and looks once a minute, and knows a sleep there too', () => {
    const begun = started(atRest, look(0))
    expect(lookedAt(begun, look(60_000, 60_000, true)).spentMs).toBe(60_000)
    expect(lookedAt(begun, look(3_600_000, 3_600_000, true))).toEqual({ spentMs: 0, last: null })
    expect(lookedAt(begun, look(1000, 3_600_000, true))).toEqual({ spentMs: 0, last: null })
  })

  it('counts what ran before a pause after a sleep nobody noticed as nothing', () => {
    const begun = lookedAt(started(atRest, look(0)), look(3000))
    expect(paused(begun, look(900_000)).spentMs).toBe(3000)
  })
})
