/** The live baseline knows one person, one source, one part of the day; before that it knows nothing. */
import { describe, expect, test } from 'vitest'
import { liveBaseline, type QuietMinute, sustainedZ } from '../../../electron/core/hrv/liveBaseline.ts'
import { spreadBaseline } from '../../../electron/core/hrv/spreadBaseline.ts'

const DAY_MS = 86_400_000
const at = (dayNumber: number, minuteOfDay: number) => ({
  dayNumber,
  minuteOfDay,
  atMs: dayNumber * DAY_MS + minuteOfDay * 60_000,
})

/** `perDay` quiet minutes at ten o'clock on each day. */
function quiet(days: number[], perDay: number, over: Partial<QuietMinute> = {}): QuietMinute[] {
  return days.flatMap((day) =>
    Array.from({ length: perDay }, (_, place) => ({
      ...at(day, 600 + (place % 60)),
      source: 'strap',
      hrBpm: 60 + (place % 11),
      lnRmssd: 3.5 + (place % 5) / 10,
      ...over,
    })),
  )
}
const now = at(20, 630)

test('sixty quiet minutes over three days are enough, in both ways', () => {
  expect(liveBaseline(quiet([17, 18, 19], 20), 'hrBpm', 'strap', now)).toMatchObject({
    known: true,
    count: 60,
    days: 3,
  })
  expect(liveBaseline(quiet([17, 18, 19], 19), 'hrBpm', 'strap', now)).toEqual({
    known: false,
    reason: 'too_few_quiet_minutes',
    quietMinutes: 57,
    days: 3,
  })
  expect(liveBaseline(quiet([18, 19], 60), 'hrBpm', 'strap', now)).toMatchObject({ reason: 'too_few_days' })
})

describe('what does not belong is left out', () => {
  const good = quiet([17, 18, 19], 20)
  const before = liveBaseline(good, 'lnRmssd', 'strap', now)
  test.each([
    ['another source', quiet([17, 18], 50, { source: 'watch', lnRmssd: 9 })],
    ['another part of the day', quiet([17, 18], 50, { minuteOfDay: 600 - 121 + 30, lnRmssd: 9 })],
    ['older than fourteen days', quiet([5], 50, { lnRmssd: 9 })],
    ['the future', quiet([21], 50, { lnRmssd: 9 })],
    ['minutes without a value', quiet([17], 50, { lnRmssd: null })],
  ])('%s', (_name, others) => {
    expect(liveBaseline([...good, ...others], 'lnRmssd', 'strap', now)).toEqual(before)
  })
})

test('two hours reach over midnight', () => {
  const late = quiet([17, 18, 19], 20, { minuteOfDay: 1430 })
  expect(liveBaseline(late, 'hrBpm', 'strap', at(21, 100))).toMatchObject({ known: true })
})

test('minutes that are all equal make nothing unusual', () => {
  expect(liveBaseline(quiet([17, 18, 19], 20, { hrBpm: 60 }), 'hrBpm', 'strap', now)).toMatchObject({
    known: false,
    reason: 'no_spread',
  })
})

test('it takes two windows', () => {
  expect(sustainedZ(3, 1.2)).toBe(1.2)
  expect(sustainedZ(-3, -2.5)).toBe(-2.5)
  expect(sustainedZ(-3, 2)).toBe(0)
  expect(sustainedZ(null, 2)).toBeNull()
})

test('the laboratory baseline takes all windows of a person', () => {
  expect(spreadBaseline([1, 2, null, 3])).toMatchObject({ known: true, median: 2, mad: 1, count: 3 })
  expect([spreadBaseline([null]), spreadBaseline([2, 2])].map((baseline) => baseline.known)).toEqual([
    false,
    false,
  ])
})
