/** Weeks of talk on the page: one scale for all bars, the running week by name, and when there is too little to compare. */
import { describe, expect, it } from 'vitest'
import { mondayOf, type WeekOfUse } from '../../../../electron/core/balance/weeks.ts'
import {
  mondayOfMoment,
  nameOfWeek,
  weekBars,
  weeksMissing,
} from '../../../../renderer/features/balance/balanceWeeks.ts'

const monday = mondayOf(20_781)
const week = (back: number, rest: Partial<WeekOfUse> = {}): WeekOfUse => ({
  workDay: monday - back * 7,
  minutes: 60,
  nightMinutes: 0,
  nights: 0,
  onlyYou: 0,
  people: 1,
  acts: 0,
  ...rest,
})

describe('the Monday of a moment', () => {
  it('changes at 04:00', () => {
    const before = mondayOfMoment(new Date(2026, 10, 23, 3, 59).getTime())
    expect(mondayOfMoment(new Date(2026, 10, 23, 4, 0).getTime())).toBe(before + 7)
    expect(mondayOfMoment(new Date(2026, 10, 29, 23, 0).getTime())).toBe(before + 7)
  })
})

describe('bars', () => {
  it('share one scale, the night at the end', () => {
    expect(weekBars([week(0, { minutes: 200, nightMinutes: 50 }), week(1, { minutes: 100 })])).toEqual([
      { day: 0.75, night: 0.25 },
      { day: 0.5, night: 0 },
    ])
  })
  it('of little talk are short, and never longer than the row', () => {
    expect(weekBars([week(0, { minutes: 6 })])).toEqual([{ day: 0.1, night: 0 }])
    expect(weekBars([week(0, { minutes: 60, nightMinutes: 90 })])).toEqual([{ day: 0, night: 1 }])
  })
})

describe('names', () => {
  it.each([
    [0, 'this'],
    [1, 'last'],
    [2, null],
  ])('%d weeks back is %s', (back, name) => expect(nameOfWeek(week(back), monday)).toBe(name))
})

describe('what is missing to compare', () => {
  it('counts earlier weeks with a talk, not acts alone', () => {
    expect(weeksMissing([], monday)).toBe(3)
    expect(weeksMissing([week(0), week(1), week(2, { minutes: 0, people: 0, acts: 3 })], monday)).toBe(2)
    expect(weeksMissing([week(1), week(2), week(3), week(4)], monday)).toBe(0)
  })
})
