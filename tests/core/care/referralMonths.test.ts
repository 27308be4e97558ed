/** Referrals are counted by month, tier and kind, and by nothing else. */
import { expect, it } from 'vitest'
import { referralMonths } from '../../../electron/core/care/referralMonths.ts'

const day = (text: string) => Date.parse(text) / 86_400_000

it('counts by month, newest first, and a kind once each time', () => {
  const months = referralMonths([
    { workDay: day('2026-10-31'), tier: 'high', kinds: ['suicide'] },
    { workDay: day('2026-11-01'), tier: 'imminent', kinds: ['suicide', 'overdose', 'suicide'] },
    { workDay: day('2026-11-30'), tier: 'high', kinds: [] },
  ])
  expect(months.map(({ month, shown }) => [month, shown])).toEqual([
    ['2026-11', 2],
    ['2026-10', 1],
  ])
  expect(months[0]?.byTier).toEqual({ none: 0, concern: 0, high: 1, imminent: 1 })
  expect(months[0]?.byKind).toMatchObject({ suicide: 1, overdose: 1, eating: 0 })
})

it('of nothing is nothing', () => {
  expect(referralMonths([])).toEqual([])
})
