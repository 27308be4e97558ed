/** Signs are told against one's own earlier weeks, of which three are needed, and an unfinished week is not held to have less. */
import { describe, expect, it } from 'vitest'
import { signsOf } from '../../../electron/core/balance/signs.ts'
import type { WeekOfUse } from '../../../electron/core/balance/weeks.ts'

const monday = Date.UTC(2026, 10, 23) / 86_400_000
const week = (weeksAgo: number, change: Partial<WeekOfUse> = {}): WeekOfUse => ({
  workDay: monday - 7 * weeksAgo,
  ...{ minutes: 120, nightMinutes: 10, nights: 1, onlyYou: 0, people: 5, acts: 0 },
  ...change,
})
const usual = [2, 3, 4].map((ago) => week(ago))
const now = (change: Partial<WeekOfUse>) => signsOf([week(0, change), ...usual], monday)
const lastWeek = (change: Partial<WeekOfUse>) => signsOf([week(1, change), ...usual], monday)

describe('a sign', () => {
  it.each([
    ['nothing', {}, []],
    ['an hour more, and half as much again', { minutes: 180 }, ['moreTime']],
    ['half as much again, under an hour', { minutes: 179 }, []],
    ['one night more', { nights: 2 }, []],
    ['two nights more', { nights: 3 }, ['moreNights']],
    ['said once', { onlyYou: 1 }, []],
    ['said twice', { onlyYou: 2 }, ['onlyYou']],
    ['half as many people', { people: 2 }, ['fewerPeople']],
    ['a little fewer', { people: 3 }, []],
    ['fewer people in a week of little talk', { people: 0, minutes: 59 }, []],
    [
      'everything, worst first',
      { minutes: 300, nights: 5, onlyYou: 3, people: 1 },
      ['onlyYou', 'fewerPeople', 'moreNights', 'moreTime'],
    ],
  ])('of the last week: %s', (_what, change, signs) => {
    expect(lastWeek(change)).toEqual(signs)
  })

  it('of the running week is that there is more, never that there is less', () => {
    expect(now({ minutes: 300, people: 0 })).toEqual(['moreTime'])
  })

  it('of the running week joins that of the last', () => {
    const weeks = [week(0, { onlyYou: 4 }), week(1, { nights: 4 }), ...usual]
    expect(signsOf(weeks, monday)).toEqual(['onlyYou', 'moreNights'])
  })
})

it('needs three earlier weeks with a talk', () => {
  const loud = { minutes: 900, nights: 7, onlyYou: 9 }
  const quiet = { minutes: 0, people: 0 }
  expect(signsOf([week(0, loud), week(2), week(3)], monday)).toEqual([])
  expect(signsOf([week(0, loud), week(2), week(3), week(4, quiet)], monday)).toEqual([])
  expect(signsOf([], monday)).toEqual([])
})

it('says nothing of weeks that are long over', () => {
  expect(signsOf([week(5, { onlyYou: 9 }), week(6), week(7), week(8)], monday)).toEqual([])
})

it('takes the middle of the own weeks, so that one loud week changes nothing', () => {
  expect(signsOf([week(1, { minutes: 240 }), ...usual, week(5, { minutes: 5000 })], monday)).toEqual([
    'moreTime',
  ])
})
