/** Whether something is said at this look: due, through the gate, at a moment that fits. */
import type { LocalMoment } from '../presence/localMoment.ts'
import { type BreakFacts, isSomebodyThere } from './breakFacts.ts'
import { breakpointNow, MOST_WAIT_MS } from './breakpoint.ts'
import type { BreakState, Step } from './breakState.ts'
import { dueNow } from './due.ts'
import { gateReason } from './gate.ts'
import { said } from './say.ts'
import { suppressed } from './suppressions.ts'

function unwaiting(state: BreakState): BreakState {
  return state.waiting === null ? state : { ...state, waiting: null }
}

/** One thing at a time: while a nudge or a break is open, nothing else comes due. */
export function spoken(state: BreakState, facts: BreakFacts, now: LocalMoment): Step {
  if (state.nudge !== null || state.running !== null) return [unwaiting(state), []]
  // Whoever is just back: what their rest was worth is known at the next look.
  if (facts.standing === 'working' && facts.restMs > 0) return [unwaiting(state), []]
  const due = dueNow(state, facts, now)
  if (due === null || !isSomebodyThere(facts)) return [unwaiting(state), []]
  const reason = gateReason(state, due, now)
  if (reason !== null) return suppressed(unwaiting(state), due, reason, now)
  const sinceMs = state.waiting?.sinceMs ?? now.atMs
  const isBreakpoint = breakpointNow(facts, state.breakpoint, now.atMs) !== null
  if (isBreakpoint || now.atMs - sinceMs >= MOST_WAIT_MS) return said(state, due, facts, isBreakpoint, now)
  const { kind, because } = due
  return [{ ...state, waiting: { kind, because, sinceMs } }, []]
}
