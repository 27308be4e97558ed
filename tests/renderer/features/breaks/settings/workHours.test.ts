/** Editing working hours: nothing overlaps unnoticed, nothing becomes "never", and nights are nights. */
import { describe, expect, it } from 'vitest'
import {
  endsNextDay,
  isInHours,
  isSameDay,
  joinedSpans,
  MOST_SPANS,
  type Span,
  suggestedBreak,
  suggestedRange,
  usualHours,
  weekdayOrder,
  withDays,
  withSpan,
} from '../../../../../renderer/features/breaks/settings/workHours.ts'

const at = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}
const span = (from: string, to: string): Span => ({ startMinute: at(from), endMinute: at(to) })

describe('a span beside others', () => {
  const morning = span('09:00', '12:00')
  const late = span('22:00', '02:00')

  it('comes in order', () => {
    expect(withSpan([span('13:00', '17:00')], null, morning, 'ranges')).toEqual({
      spans: [morning, span('13:00', '17:00')],
    })
  })
  it('may begin where another ends', () => {
    expect(withSpan([morning], null, span('12:00', '13:00'), 'ranges')).toHaveProperty('spans')
  })
  it('is refused where it overlaps, and says with which', () => {
    expect(withSpan([morning, late], null, span('23:00', '23:30'), 'ranges')).toEqual({
      problem: 'overlap',
      other: late,
    })
  })
  it('may take its own place', () => {
    expect(withSpan([morning, late], 0, span('08:00', '13:00'), 'ranges')).toEqual({
      spans: [span('08:00', '13:00'), late],
    })
  })
  it('cannot be never', () => {
    expect(withSpan([], null, span('09:00', '09:00'), 'ranges')).toEqual({ problem: 'same' })
  })
  it('has room for six', () => {
    const full = Array.from({ length: MOST_SPANS }, (_, hour) => span(`${hour}:00`, `${hour}:30`))
    expect(withSpan(full, null, span('20:00', '21:00'), 'ranges')).toEqual({ problem: 'many' })
    expect(withSpan(full, 2, span('20:00', '21:00'), 'ranges')).toHaveProperty('spans')
  })
  it('of the small hours is of another night than one that runs over midnight', () => {
    // 01:00 on the same day comes before 22:00 of it.
    expect(withSpan([late], null, span('01:00', '05:00'), 'ranges')).toHaveProperty('spans')
  })
  it('off work is written as the clock shows it, so it does meet one that runs over midnight', () => {
    expect(withSpan([span('23:30', '00:30')], null, span('00:15', '00:45'), 'breaks')).toMatchObject({
      problem: 'overlap',
    })
  })
})

describe('spans made one', () => {
  it('cover all that they touch, one after another', () => {
    const all = [span('08:00', '10:00'), span('11:00', '12:00'), span('15:00', '16:00')]
    expect(joinedSpans(all, null, span('09:30', '11:30'), 'ranges')).toEqual([
      span('08:00', '12:00'),
      span('15:00', '16:00'),
    ])
  })
  it('run over midnight where one of them does', () => {
    expect(joinedSpans([span('22:00', '02:00')], null, span('20:00', '23:00'), 'ranges')).toEqual([
      span('20:00', '02:00'),
    ])
  })
  it('stay a minute short of a whole day', () => {
    expect(joinedSpans([span('00:00', '13:00')], null, span('12:00', '00:00'), 'ranges')).toEqual([
      span('00:00', '23:59'),
    ])
  })
  it('meet over midnight when they are time off', () => {
    expect(joinedSpans([span('23:30', '00:30')], null, span('00:15', '00:45'), 'breaks')).toEqual([
      span('23:30', '00:45'),
    ])
    expect(joinedSpans([span('00:15', '00:45')], null, span('23:30', '00:30'), 'breaks')).toEqual([
      span('23:30', '00:45'),
    ])
  })
})

describe('what is suggested', () => {
  const room = (ranges: Span[]) => {
    const next = suggestedRange(ranges)
    return next && withSpan(ranges, null, next, 'ranges')
  }
  it('begins with nine to five', () => expect(suggestedRange([])).toEqual(span('09:00', '17:00')))
  it('leaves an hour after the last', () =>
    expect(suggestedRange([span('09:00', '17:00')])).toEqual(span('18:00', '21:00')))
  it.each([
    [[span('09:00', '12:30')]],
    [[span('09:00', '23:00')]],
    [[span('05:00', '23:30')]],
    [[span('00:00', '12:00'), span('13:00', '23:59')]],
    [[span('22:00', '06:00')]],
  ])('fits beside %j', (ranges) => expect(room(ranges)).toHaveProperty('spans'))
  it('is nothing where there is no hour left', () => {
    expect(suggestedRange([span('00:00', '23:59')])).toBeNull()
    expect(suggestedRange([span('00:30', '00:15')])).toBeNull()
  })
  it('is half an hour off at noon, and later where noon is taken', () => {
    const ranges = [span('09:00', '17:00')]
    expect(suggestedBreak({ ranges, breaks: [] })).toEqual(span('12:00', '12:30'))
    expect(suggestedBreak({ ranges, breaks: [span('12:00', '13:00')] })).toEqual(span('13:00', '13:30'))
    expect(suggestedBreak({ ranges: [span('22:00', '06:00')], breaks: [] })).toEqual(span('22:00', '22:30'))
    expect(suggestedBreak({ ranges: [], breaks: [] })).toBeNull()
  })
})

it('knows a night, and time off in it', () => {
  expect(endsNextDay(span('22:00', '02:00'))).toBe(true)
  expect(endsNextDay(span('18:00', '00:00'))).toBe(false)
  expect(isInHours([span('22:00', '06:00')], span('02:00', '02:30'))).toBe(true)
  expect(isInHours([span('09:00', '17:00')], span('02:00', '02:30'))).toBe(false)
})

it('changes single days and leaves the rest', () => {
  const hours = usualHours()
  const friday = { ranges: [span('09:00', '13:00')], breaks: [] }
  const next = withDays(hours, new Map([[5, friday]]))
  expect(next.weekdays[5]).toEqual(friday)
  expect(next.weekdays[1]).toEqual(hours.weekdays[1])
  expect(isSameDay(friday, structuredClone(friday))).toBe(true)
})

it.each([
  ['en-US', 0],
  ['en-GB', 1],
  ['fa-IR', 6],
])('a week in %s begins with day %d', (language, first) => {
  expect(weekdayOrder(language)[0]).toBe(first)
  expect([...weekdayOrder(language)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
})
