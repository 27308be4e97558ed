/** Days of a date field are the days Lull keeps: numbers from 1970, beginning at 04:00. */
import { expect, it } from 'vitest'
import { dayText, dayWords, workDayOf } from '../../../../renderer/features/privacy/dayField.ts'

it('a date is a day number', () => {
  expect(workDayOf('1970-01-01')).toBe(0)
  expect(workDayOf('2026-11-22')).toBe(20_779)
  for (const text of ['', '2026-11', '22.11.2026', '2026-13-40']) expect(workDayOf(text)).toBeNull()
})

it('two in the morning still belongs to the day before', () => {
  expect(dayText(new Date('2026-11-22T02:00:00').getTime())).toBe('2026-11-21')
  expect(dayText(new Date('2026-11-22T04:00:00').getTime())).toBe('2026-11-22')
})

it('is said with its weekday', () => expect(dayWords(20_779, 'en-GB')).toMatch(/^Sunday,? 22 November 2026$/))
