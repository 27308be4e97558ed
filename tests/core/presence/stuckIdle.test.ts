/** A source that always says zero hears nothing; one that does so for a moment hears someone type. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  believedIdleMs,
  type IdleAnswer,
  NO_ZEROS,
  type ZeroRun,
  zeroRunAfter,
} from '../../../electron/core/presence/stuckIdle.ts'

const answer = (atMs: number, idleMs: number, more: Partial<IdleAnswer> = {}): IdleAnswer => ({
  idleMs,
  atMs,
  stepMs: 1,
  otherIdleMs: null,
  ...more,
})

/** What is believed at each answer. */
function believed(answers: IdleAnswer[]): (number | null)[] {
  let run: ZeroRun = NO_ZEROS
  return answers.map((one) => {
    run = zeroRunAfter(run, one)
    return believedIdleMs(run, one.idleMs)
  })
}

const every5s = (idle: number[], more: Partial<IdleAnswer> = {}) =>
  idle.map((idleMs, at) => answer(at * 5_000, idleMs, more))

describe('a source that never said anything but zero', () => {
  test('is not believed', () => {
    expect(believed(every5s([0, 0, 0]))).toEqual([null, null, null])
  })

  test('is believed as soon as it counts', () => {
    expect(believed(every5s([0, 120, 0]))).toEqual([null, 120, 0])
  })
})

describe('a run of zeros', () => {
  test('of a minute is stuck when the source counts milliseconds, until it counts again', () => {
    const said = believed(every5s([7, ...Array<number>(14).fill(0), 9, 0]))
    expect(said.slice(0, 13)).toEqual([7, ...Array<number>(12).fill(0)])
    expect(said.slice(13)).toEqual([null, null, 9, 0])
  })

  test('of a minute is typing when it counts seconds, and of five minutes is stuck', () => {
    const said = believed(every5s([1000, ...Array<number>(62).fill(0)], { stepMs: 1000 }))
    expect(said.slice(0, 61)).not.toContain(null)
    expect(said.slice(61)).toEqual([null, null])
  })

  test('that another source contradicts for ten seconds is stuck', () => {
    const said = believed([answer(0, 50), ...every5s([0, 0, 0, 0], { otherIdleMs: 40_000 })])
    expect(said).toEqual([50, 0, 0, null, null])
  })

  test('that another source agrees with is not', () => {
    expect(believed([answer(0, 50), ...every5s([0, 0, 0, 0], { otherIdleMs: 200 })])).not.toContain(null)
  })

  test('begins afresh when the clock was set back', () => {
    const said = believed([answer(0, 5), answer(90_000, 0), answer(20_000, 0), answer(79_000, 0)])
    expect(said).toEqual([5, 0, 0, 0])
  })
})

test('what counts is always believed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10 ** 8 })), (idle) => {
      expect(believed(every5s(idle, { otherIdleMs: 10 ** 9 }))).toEqual(idle)
    }),
  )
})
