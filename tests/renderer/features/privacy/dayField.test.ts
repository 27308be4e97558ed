/** The day a moment belongs to begins at 04:00, and is said with its weekday. */
import { expect, it } from 'vitest'
import { dayText, dayWords } from '../../../../renderer/features/privacy/dayField.ts'

it('two in the morning still belongs to the day before', () => {
  expect(dayText(new Date('2026-11-22T02:00:00').getTime())).toBe('2026-11-21')
  expect(dayText(new Date('2026-11-22T04:00:00').getTime())).toBe('2026-11-22')
})

it('is said with its weekday', () => expect(dayWords(20_779, 'en-GB')).toMatch(/^Sunday,? 22 November 2026$/))
