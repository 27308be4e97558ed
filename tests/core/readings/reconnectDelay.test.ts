/** Soon at first, then never more often than once a minute. */
import { expect, test } from 'vitest'
import { reconnectDelayMs } from '../../../electron/core/readings/reconnectDelay.ts'

test('from one second to sixty', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 1_000_000].map(reconnectDelayMs)).toEqual([
    1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000,
  ])
})
