/** What waited at a broker is told from what is sent now. */
import { expect, test } from 'vitest'
import { type CatchUp, catchUpAfter, caughtUpWith } from '../../../electron/core/readings/catchUp.ts'

/** Whether the backlog still runs after messages at these times since the connect, ms. */
function runsAfter(times: number[]): boolean {
  let state: CatchUp | null = catchUpAfter(60_000, 1000)
  for (const time of times) state = state && caughtUpWith(state, 1000 + time)
  return state !== null
}

test('a rush goes on while messages follow one another, and for two seconds at least', () => {
  expect(runsAfter([0, 5, 1900])).toBe(true)
  expect(runsAfter(Array.from({ length: 50 }, (_, at) => at * 100))).toBe(true)
})

test('the first pause after two seconds ends it, and so do half a minute and a clock set back', () => {
  expect(runsAfter([0, 5, 2005])).toBe(false)
  expect(runsAfter(Array.from({ length: 301 }, (_, at) => at * 100))).toBe(false)
  expect(runsAfter([0, -5])).toBe(false)
})

test('as much is let in as would have come, within reason', () => {
  expect(catchUpAfter(1500, 0).allowance).toBe(100)
  expect(catchUpAfter(Number.POSITIVE_INFINITY, 0).allowance).toBe(5000)
})

test('after ten seconds the time of arrival says nothing any more', () => {
  expect(catchUpAfter(10_000, 0).stale).toBe(false)
  expect(catchUpAfter(10_001, 0).stale).toBe(true)
})
