/** A chosen time is due for half an hour by the wall clock, also over midnight and where that clock jumps. */
import { expect, it } from 'vitest'
import { dueTime, localMinute } from '../../../electron/core/checkins/chosenTimes.ts'
import type { LocalMoment } from '../../../electron/core/presence/localMoment.ts'

const MINUTE = 60_000
const DAY = 20_781

/** A moment whose wall clock is `aheadMinutes` ahead of the epoch's. */
const moment = (minuteOfDay: number, seconds = 0, aheadMinutes = 0, dayNumber = DAY): LocalMoment => ({
  atMs: (dayNumber * 1440 + minuteOfDay - aheadMinutes) * MINUTE + seconds * 1000,
  dayNumber,
  minuteOfDay,
})

it.each([
  ['just before', 839, null],
  ['to the minute', 840, 840],
  ['at its last minute', 869, 840],
  ['when it is over', 870, null],
])('%s', (_when, now, due) => {
  expect(dueTime([840], null, moment(now))?.minute ?? null).toEqual(due === null ? null : DAY * 1440 + due)
})

it('is over half an hour after its minute began, whatever the second it was seen at', () => {
  const due = dueTime([840], null, moment(845, 30))
  expect(due?.untilMs).toBe(moment(870).atMs)
})

it('is the latest of several, and of the day before just after midnight', () => {
  expect(dueTime([840, 850], null, moment(855))?.minute).toBe(DAY * 1440 + 850)
  expect(dueTime([1430], null, moment(5))?.minute).toBe((DAY - 1) * 1440 + 1430)
  expect(dueTime([], null, moment(5))).toBeNull()
})

it('that a clock change left out comes right after it, for a whole half hour', () => {
  const before = moment(119, 0, 60)
  const after = moment(180, 0, 120)
  const due = dueTime([150], before, after)
  expect(due).toEqual({ minute: localMinute(after) - 30, untilMs: after.atMs + 30 * MINUTE })
})

it('that a journey left out does not come', () => {
  expect(dueTime([750], moment(600, 0, 0), moment(961, 0, 360))).toBeNull()
})

it('after a night of sleep is not taken for a clock change', () => {
  expect(dueTime([150], moment(119), moment(480))).toBeNull()
})
