/** A look that nobody asked for is told once, silently, for as long as it can be undone. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { BECAUSE } from '../../../electron/core/lights/lightsEffects.ts'
import { lightsNotice } from '../../../electron/main/lights/lightsNotice.ts'
import { pairedLights } from '../../renderer/fakeRoom.ts'
import { nowMs, softened } from './softened.ts'

beforeEach(() => void vi.useFakeTimers({ now: nowMs }))
afterEach(() => void vi.useRealTimers())

function told({ isSeen = false, isHushed = false } = {}) {
  const log: string[] = []
  const notice = lightsNotice({
    isSeen: () => isSeen,
    isHushed: () => isHushed,
    nowMs: () => Date.now(),
    show: ({ claimId }) => {
      log.push(`shown ${claimId}`)
      return () => log.push(`closed ${claimId}`)
    },
  })
  return { log, notice }
}

it('is shown for strain and bedtime, and never for what somebody asked for or can see', () => {
  const shown = BECAUSE.filter((because) => {
    const { log, notice } = told()
    notice.follow(softened(because))
    return log.length > 0
  })
  expect(shown).toEqual(['bedtime', 'strain'])
})

it('is shown once, however often the same is told', () => {
  const { log, notice } = told()
  for (let times = 0; times < 3; times++) notice.follow(softened('strain'))
  expect(log).toEqual(['shown 7'])
})

it('goes when the look is undone, and when its minute is over', () => {
  const { log, notice } = told()
  notice.follow(softened('strain'))
  notice.follow(pairedLights(nowMs))
  notice.follow(softened('strain', 'soften', 8))
  vi.advanceTimersByTime(60_000)
  expect(log).toEqual(['shown 7', 'closed 7', 'shown 8', 'closed 8'])
  notice.follow(softened('strain', 'soften', 8))
  expect(log).toHaveLength(4)
})

it('goes with the engine, for nothing can be undone without it', () => {
  const { log, notice } = told()
  notice.follow(softened('strain'))
  notice.engineGone()
  expect(log).toEqual(['shown 7', 'closed 7'])
})

it('is left out while Lull is before the person, in a call, and does not come late', () => {
  const seen = told({ isSeen: true })
  seen.notice.follow(softened('strain'))
  expect(seen.log).toEqual([])
  let inCall = true
  const log: string[] = []
  const hushed = lightsNotice({
    isSeen: () => false,
    isHushed: () => inCall,
    nowMs: () => Date.now(),
    show: () => {
      log.push('shown')
      return () => {}
    },
  })
  hushed.follow(softened('bedtime'))
  inCall = false
  hushed.follow(softened('bedtime'))
  expect(log).toEqual([])
})
