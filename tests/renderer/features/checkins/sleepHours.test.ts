/** Hours of sleep as people write them. */
import { expect, it } from 'vitest'
import { sleepHoursOf, steppedSleepHours } from '../../../../renderer/features/checkins/sleepHours.ts'

it.each([
  ['', null],
  ['  ', null],
  ['7', 7],
  ['6,5', 6.5],
  ['6.4', 6.5],
  ['7:30', 7.5],
  ['0', 0],
  ['24', 24],
  ['24.5', 'unclear'],
  ['25', 'unclear'],
  ['-1', 'unclear'],
  ['7:75', 'unclear'],
  ['1e1', 'unclear'],
  ['little', 'unclear'],
] as const)('%j is %j', (text, hours) => {
  expect(sleepHoursOf(text)).toBe(hours)
})

it('are stepped by half an hour and stay within a day', () => {
  expect(steppedSleepHours(null, 1)).toBe(7)
  expect(steppedSleepHours(7, -1)).toBe(6.5)
  expect(steppedSleepHours(24, 1)).toBe(24)
  expect(steppedSleepHours(0, -1)).toBe(0)
})
