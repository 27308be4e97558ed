/** Weeks begin on Mondays, those with nothing in them are left out, and eight are enough. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MOST_WEEKS, mondayOf, weeksOfUse } from '../../../electron/core/balance/weeks.ts'
import { isWeekend } from '../../../electron/core/presence/localMoment.ts'

const monday = Date.UTC(2026, 10, 23) / 86_400_000
const figures = { minutes: 10, nightMinutes: 0, nights: 0, onlyYou: 0, people: 1 }

it('begin on the Monday before', () => {
  expect([0, 1, 6].map((days) => mondayOf(monday + days))).toEqual([monday, monday, monday])
  expect(mondayOf(monday - 1)).toBe(monday - 7)
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 100_000 }), (day) => {
      expect(mondayOf(day)).toBeLessThanOrEqual(day)
      expect(day - mondayOf(day)).toBeLessThan(7)
      expect([5, 6].map((days) => isWeekend(mondayOf(day) + days))).toEqual([true, true])
    }),
  )
})

it('are those with a talk or an act, newest first', () => {
  const weeks = weeksOfUse(new Map([[monday - 21, figures]]), [monday + 2, monday, monday - 20])
  expect(weeks).toEqual([
    { workDay: monday, minutes: 0, nightMinutes: 0, nights: 0, onlyYou: 0, people: 0, acts: 2 },
    { workDay: monday - 21, ...figures, acts: 1 },
  ])
})

it('are eight at most', () => {
  const many = new Map(Array.from({ length: 12 }, (_, n) => [monday - 7 * n, figures]))
  const weeks = weeksOfUse(many, [])
  expect(weeks).toHaveLength(MOST_WEEKS)
  expect(weeks[0]?.workDay).toBe(monday)
})
