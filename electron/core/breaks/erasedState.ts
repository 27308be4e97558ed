/** What the state still knows after a person erased something: nothing of it comes back. */
import type { ArmMemory } from './armMemory.ts'
import type { BreakState } from './breakState.ts'

/** Without the history. Today's count of nudges stays, for a limit is no memory. */
export function withoutHistory(state: BreakState, today: number): BreakState {
  return { ...state, suppressions: [], days: state.days.filter(({ workDay }) => workDay === today) }
}

/** Without one day. @param memory what the choices of the other days have taught; null where the day had none. */
export function withoutDay(
  state: BreakState,
  day: number,
  today: number,
  memory: ArmMemory | null,
): BreakState {
  const { nudge } = state
  return {
    ...state,
    suppressions: state.suppressions.filter(({ workDay }) => workDay !== day),
    days: state.days.filter(({ workDay }) => workDay !== day || workDay === today),
    memory: memory ?? state.memory,
    // What is open belongs to today, and nothing is to be learnt from today.
    nudge: nudge && day === today ? { ...nudge, choice: null } : nudge,
  }
}
