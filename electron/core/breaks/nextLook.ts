/** When something of a break is over by the clock, so that nobody has to look at it all the time. */
import type { BreakState } from './breakState.ts'

/** While a moment that fits is waited for, it is looked for this often. */
const LOOK_FOR_GAP_MS = 2000
/** Timers may run a little early; what is left then is not worth a second. */
const LEAST_MS = 50

/** Whether something that is due waits for a gap in the typing. */
export function looksForGap({ waiting, nudge, suspendedMs }: BreakState, nowMs: number): boolean {
  if (suspendedMs !== null) return false
  return waiting !== null || (nudge?.stage === 'snoozed' && nudge.untilMs !== null && nudge.untilMs <= nowMs)
}

/** Time until the next look that cannot wait for the usual one, ms; null when there is none, or the machine sleeps. */
export function nextLookInMs(state: BreakState, nowMs: number): number | null {
  const { running, nudge, suspendedMs } = state
  if (suspendedMs !== null) return null
  const isTimed = nudge?.stage === 'snoozed' || nudge?.stage === 'rating'
  const ends = [running?.endsAtMs ?? null, isTimed ? nudge.untilMs : null]
  const waits = ends.flatMap((end) => (end !== null && end > nowMs ? [Math.max(LEAST_MS, end - nowMs)] : []))
  if (looksForGap(state, nowMs)) waits.push(LOOK_FOR_GAP_MS)
  return waits.length === 0 ? null : Math.min(...waits)
}
