/** One way to say a time of day, one way to read a time field, and a day that begins at four. */
import { describe, expect, it } from 'vitest'
import {
  clockFormat,
  dateText,
  dayOfDate,
  minuteOfTimeField,
  minuteWords,
  nextMorning,
  ownDayStart,
  timeFieldText,
} from '../../../renderer/design/clock.ts'

const local = (text: string) => new Date(text).getTime()
const plain = (text: string) => text.replaceAll(/\s/g, ' ')

describe('a clock time', () => {
  it('is said as the person says it', () => {
    expect(minuteWords(845, 'en-GB')).toBe('14:05')
    expect(plain(minuteWords(845, 'en-US'))).toBe('2:05 PM')
    expect(minuteWords(0, 'de')).toBe('00:00')
  })
  it('is that of a zone where one is given', () => {
    const noon = Date.UTC(2026, 10, 24, 12)
    expect(clockFormat('en-GB', 'Europe/Berlin').format(noon)).toBe('13:00')
    expect(clockFormat('en-GB', 'UTC').format(noon)).toBe('12:00')
  })
})

describe('a time field', () => {
  it('goes there and back', () => {
    for (const minute of [0, 5, 425, 1320, 1439])
      expect(minuteOfTimeField(timeFieldText(minute))).toBe(minute)
    expect(timeFieldText(425)).toBe('07:05')
    expect(minuteOfTimeField('07:05:30')).toBe(425)
  })
  it('is nothing while it is not filled', () => {
    for (const text of ['', '7:05', '24:00', '12:60', '--:--']) expect(minuteOfTimeField(text)).toBeNull()
  })
})

describe('a date', () => {
  it('is a day number, and back', () => {
    expect(dayOfDate('1970-01-01')).toBe(0)
    expect(dayOfDate('2026-11-22')).toBe(20_779)
    expect(dateText(20_779)).toBe('2026-11-22')
    for (const text of ['', '2026-11', '22.11.2026', '2026-13-40']) expect(dayOfDate(text)).toBeNull()
  })
})

describe('a day of Lull', () => {
  it.each([
    ['2026-11-24T15:00', '2026-11-24T04:00'],
    ['2026-11-24T04:00', '2026-11-24T04:00'],
    ['2026-11-24T03:59', '2026-11-23T04:00'],
  ])('%s belongs to the one that began at %s', (now, start) =>
    expect(ownDayStart(local(now))).toBe(local(start)),
  )
  it.each([
    ['2026-11-22T18:00', '2026-11-23T04:00'],
    ['2026-11-22T01:30', '2026-11-22T04:00'],
    ['2026-11-22T04:00', '2026-11-23T04:00'],
    ['2026-12-31T23:59', '2027-01-01T04:00'],
  ])('%s ends at %s', (now, end) => expect(nextMorning(local(now))).toBe(local(end)))
})
