/** A hard moment is come back to after six hours, twice at most, and any answer closes it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CHECK_BACK_AFTER_MS,
  checkBackAnswers,
  dueCheckBack,
  type HardMoment,
  hardMomentNow,
  MOST_TIMES_ASKED,
  withAnswer,
} from '../../../electron/core/care/checkBack.ts'
import { tiers } from '../../../electron/core/safety/tier.ts'

const HOUR = 3_600_000
const YEAR = 365 * 24 * HOUR
const T = Date.UTC(2026, 10, 24, 22)
const heard = { conversationId: 'a', tier: 'high' as const, language: 'de' }
const moment = (change: Partial<HardMoment> = {}): HardMoment => ({
  ...hardMomentNow(null, heard, { atMs: T, workDay: 20_781 }),
  ...change,
})

describe('a hard moment', () => {
  it('is due six hours later, and not before', () => {
    expect(dueCheckBack([moment()], T + CHECK_BACK_AFTER_MS - 1)).toBeNull()
    expect(dueCheckBack([moment()], T + CHECK_BACK_AFTER_MS)).toMatchObject({
      conversationId: 'a',
      language: 'de',
    })
  })

  it('that comes again begins the wait anew, and stays as grave as it was', () => {
    const again = hardMomentNow(
      moment({ tier: 'imminent', timesAsked: 1 }),
      { ...heard, tier: 'high' },
      { atMs: T + HOUR, workDay: 20_781 },
    )
    expect(again).toMatchObject({ tier: 'imminent', sinceMs: T + HOUR, timesAsked: 0 })
    expect(dueCheckBack([again], T + CHECK_BACK_AFTER_MS)).toBeNull()
    const closed = moment({ tier: 'imminent', answer: 'better' })
    expect(hardMomentNow(closed, heard, { atMs: T, workDay: 1 })).toMatchObject({
      tier: 'high',
      answer: null,
    })
  })

  it('under a clock that was years ahead is asked about all the same; two hours back only wait longer', () => {
    expect(dueCheckBack([moment()], T - 4 * YEAR)).not.toBeNull()
    expect(dueCheckBack([moment()], T - 2 * HOUR)).toBeNull()
  })
})

it('of several the gravest is asked about, of these the latest', () => {
  const all = [
    moment({ conversationId: 'old', sinceMs: T - HOUR }),
    moment({ conversationId: 'grave', tier: 'imminent', sinceMs: T - 2 * HOUR }),
    moment({ conversationId: 'new' }),
  ]
  const nowMs = T + CHECK_BACK_AFTER_MS
  expect(dueCheckBack(all, nowMs)?.conversationId).toBe('grave')
  expect(
    dueCheckBack(
      all.filter(({ tier }) => tier === 'high'),
      nowMs,
    )?.conversationId,
  ).toBe('new')
  expect(dueCheckBack([], nowMs)).toBeNull()
})

describe('an answer', () => {
  it.each(checkBackAnswers.filter((answer) => answer !== 'later'))('"%s" closes it', (answer) => {
    const closed = withAnswer(moment(), answer, T)
    expect(closed.answer).toBe(answer)
    expect(dueCheckBack([closed], T + YEAR)).toBeNull()
  })

  it('"later" asks once more after six hours, and then no more', () => {
    const later = withAnswer(moment(), 'later', T + 7 * HOUR)
    expect(dueCheckBack([later], T + 13 * HOUR - 1)).toBeNull()
    expect(dueCheckBack([later], T + 13 * HOUR)).toMatchObject({ timesAsked: 1 })
    expect(dueCheckBack([withAnswer(later, 'later', T + 14 * HOUR)], T + YEAR)).toBeNull()
  })

  it('in any order never leads to a third question, and nothing opens what is closed', () => {
    const answers = fc.array(fc.constantFrom(...checkBackAnswers), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(answers, fc.constantFrom(...tiers), (list, tier) => {
        let one = moment({ tier })
        let asked = 0
        let nowMs = T
        for (const answer of list) {
          nowMs += CHECK_BACK_AFTER_MS
          if (dueCheckBack([one], nowMs) !== null) asked += 1
          const before = one
          one = withAnswer(one, answer, nowMs)
          if (before.answer !== null) expect(one).toEqual(before)
        }
        expect(asked).toBeLessThanOrEqual(MOST_TIMES_ASKED)
      }),
    )
  })
})
