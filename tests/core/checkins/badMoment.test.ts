/** Nobody is asked in a call or before a locked screen, and what is unknown keeps nobody from asking. */
import { expect, it } from 'vitest'
import { isBadMoment, type Surroundings } from '../../../electron/core/checkins/badMoment.ts'

const unknown: Surroundings = {
  activity: null,
  inCall: null,
  sharing: null,
  fullScreen: null,
  doNotDisturb: null,
}

it.each([
  [{ inCall: true }],
  [{ sharing: true }],
  [{ fullScreen: true }],
  [{ doNotDisturb: true }],
  [{ activity: 'locked' as const }],
  [{ activity: 'asleep' as const }],
])('%j is a bad moment', (known) => {
  expect(isBadMoment({ ...unknown, ...known })).toBe(true)
})

it.each([[{}], [{ inCall: false, activity: 'active' as const }], [{ activity: 'idle' as const }]])(
  '%j is none',
  (known) => {
    expect(isBadMoment({ ...unknown, ...known })).toBe(false)
  },
)
