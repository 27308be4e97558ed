/** At the start nothing is said before it is known whether somebody writes or is in a call. */
import { expect, it } from 'vitest'
import { BEGINNING_MS, isBeginning } from '../../../electron/core/breaks/beginning.ts'
import type { Situation } from '../../../electron/core/presence/situation.ts'

const situation = (inCall: boolean | null): Situation => ({
  activity: 'active',
  inCall,
  sharing: false,
  fullScreen: false,
  doNotDisturb: false,
  category: null,
})
const begunAtMs = 1_000_000

it.each([
  { what: 'the keys are not known yet', inputIdleMs: null, inCall: false, afterMs: 1, is: true },
  { what: 'calls are not known yet', inputIdleMs: 5, inCall: null, afterMs: 1, is: true },
  { what: 'both are known', inputIdleMs: 5, inCall: false, afterMs: 1, is: false },
  { what: 'nobody will ever know', inputIdleMs: null, inCall: null, afterMs: BEGINNING_MS, is: false },
  { what: 'the clock was set back', inputIdleMs: null, inCall: null, afterMs: -BEGINNING_MS, is: false },
])('where $what: $is', ({ inputIdleMs, inCall, afterMs, is }) => {
  expect(isBeginning({ inputIdleMs, situation: situation(inCall) }, begunAtMs, begunAtMs + afterMs)).toBe(is)
})
