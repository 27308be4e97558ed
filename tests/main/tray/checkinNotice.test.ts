/** An offered check-in is told once, silently, and not to someone who sees it already. */
import { expect, it } from 'vitest'
import { checkinNotice } from '../../../electron/main/tray/checkinNotice.ts'

const MINUTE = 60_000

function told(isSeen = false) {
  const log: string[] = []
  const clock = { nowMs: 1_000_000_000 }
  const tell = checkinNotice({
    isSeen: () => isSeen,
    nowMs: () => clock.nowMs,
    show: () => {
      log.push('shown')
      return () => log.push('closed')
    },
  })
  return { log, tell, clock }
}

it('is shown when one is offered, and goes with it', () => {
  const { log, tell } = told()
  for (const isDue of [false, true, true, false, false]) tell(isDue)
  expect(log).toEqual(['shown', 'closed'])
})

it('is not shown again for the same offer after a call, but for the next one', () => {
  const { log, tell, clock } = told()
  tell(true)
  tell(false)
  clock.nowMs += 20 * MINUTE
  tell(true)
  tell(false)
  expect(log).toEqual(['shown', 'closed'])
  clock.nowMs += 90 * MINUTE
  tell(true)
  expect(log).toEqual(['shown', 'closed', 'shown'])
})

it('is left out while the popup is before the person', () => {
  const { log, tell } = told(true)
  tell(true)
  tell(false)
  expect(log).toEqual([])
})
