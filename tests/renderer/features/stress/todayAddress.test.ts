/** What Today shows goes into its address and comes out of it; anything else is today. */
import { expect, it } from 'vitest'
import { addressOf, shownAt } from '../../../../renderer/features/stress/todayAddress.ts'
import { tuesday } from './wordsOf.ts'

it.each([
  [[], { period: 'day', toDay: null, howWell: false }],
  [['2026-05-12'], { period: 'day', toDay: tuesday, howWell: false }],
  [['week'], { period: 'week', toDay: null, howWell: false }],
  [['month', '2026-05-12'], { period: 'month', toDay: tuesday, howWell: false }],
  [['2026-05-12', 'how-well'], { period: 'day', toDay: tuesday, howWell: true }],
] as const)('%j goes there and back', (within, shown) => {
  expect(shownAt(within)).toEqual(shown)
  expect(addressOf(shown)).toEqual(within)
})

it('is today where the address makes no sense', () => {
  expect(shownAt(['2026-13-40', 'year', ''])).toEqual({ period: 'day', toDay: null, howWell: false })
})
