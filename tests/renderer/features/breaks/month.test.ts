/** The calendar by keys, and what a month and its days are told as. */
import { describe, expect, it } from 'vitest'
import type { CalendarDayView } from '../../../../electron/contract/breaks.ts'
import { gridMove, monthAfter, weekStartOf } from '../../../../renderer/features/breaks/monthGrid.ts'
import { calendarDayWords, dayMarks, monthSentence } from '../../../../renderer/features/breaks/monthWords.ts'
import { plain } from '../stress/wordsOf.ts'
import { minuteMs, pauseWordsOf, tuesday } from './pauseWordsOf.ts'

const words = pauseWordsOf()
const day = (rest: Partial<CalendarDayView> = {}): CalendarDayView => ({
  workDay: tuesday,
  dayOfMonth: 12,
  isOfMonth: true,
  isKnown: true,
  offered: 0,
  taken: 0,
  natural: 0,
  restedMs: 0,
  longestStretchMs: null,
  ...rest,
})

describe('keys in the calendar', () => {
  /** May 2026 begins on a Friday; 12 May is a Tuesday. */
  const bounds = { firstDay: tuesday - 11, lastDay: tuesday + 3, weekStart: 1 } as const
  const to = (key: string, from = tuesday) => gridMove(key, from, bounds)

  it('go from day to day and from week to week', () => {
    expect(to('ArrowLeft')).toEqual({ to: 'day', day: tuesday - 1 })
    expect(to('ArrowDown', tuesday - 7)).toEqual({ to: 'day', day: tuesday })
    expect(to('Home')).toEqual({ to: 'day', day: tuesday - 1 })
    expect(gridMove('Home', tuesday, { ...bounds, weekStart: 0 })).toEqual({ to: 'day', day: tuesday - 2 })
    expect(to('End')).toEqual({ to: 'day', day: tuesday + 3 })
  })
  it('turn the month at its edges', () => {
    expect(to('ArrowUp', tuesday - 9)).toEqual({ to: 'month', by: -1 })
    expect(to('ArrowRight', tuesday + 3)).toEqual({ to: 'month', by: 1 })
    expect(to('PageUp')).toEqual({ to: 'month', by: -1 })
    expect(to('PageDown')).toEqual({ to: 'month', by: 1 })
  })
  it('leave all others alone', () => expect(to('a')).toBeNull())
})

it('weeks begin as the language has it', () => {
  expect(['en-US', 'en-GB', 'de', 'ar-EG', 'pt-BR'].map(weekStartOf)).toEqual([0, 1, 1, 0, 0])
})

it('months follow one another', () => {
  expect(monthAfter({ year: 2025, month: 12 }, 1)).toEqual({ year: 2026, month: 1 })
  expect(monthAfter({ year: 2026, month: 1 }, -1)).toEqual({ year: 2025, month: 12 })
})

describe('a day of the calendar', () => {
  it.each([
    [
      { taken: 3, natural: 2, restedMs: 24 * minuteMs },
      'Tuesday 12 May: three pauses and two rests of your own, 24 min in all',
    ],
    [{ taken: 1, restedMs: 20_000 }, 'Tuesday 12 May: one pause'],
    [{ offered: 4 }, 'Tuesday 12 May: four offered, none taken'],
    [{}, 'Tuesday 12 May: no pause'],
    [{ isKnown: false }, 'Tuesday 12 May: nothing known'],
  ])('%o', (rest, text) => expect(plain(calendarDayWords(day(rest), false, words))).toBe(text))
  it('that is to come is not unknown', () => {
    expect(calendarDayWords(day({ isKnown: false }), true, words)).toBe('Tuesday 12 May: still to come')
  })
  it('shows at most eight marks, and both kinds', () => {
    expect(dayMarks({ taken: 2, natural: 1 })).toEqual({ taken: 2, natural: 1 })
    expect(dayMarks({ taken: 9, natural: 9 })).toEqual({ taken: 4, natural: 4 })
    expect(dayMarks({ taken: 12, natural: 1 })).toEqual({ taken: 7, natural: 1 })
  })
})

describe('a month', () => {
  const said = (days: CalendarDayView[], isNow = false) => monthSentence(days, { month: 'May', isNow }, words)
  it('is told by what it held', () => {
    expect(said([day({ taken: 3 }), day({ natural: 14 })])).toBe(
      'May held three pauses and 14 rests of your own.',
    )
    expect(said([day({ taken: 1 })], true)).toBe('May has held one pause so far.')
    expect(said([day({ offered: 3 })])).toBe('May held no pause that is known.')
  })
  it('does not count days of other months, and unknown is not none', () => {
    expect(said([day({ isOfMonth: false, taken: 3 }), day({ isKnown: false })])).toBe(
      'Nothing is known of pauses in May.',
    )
  })
})
