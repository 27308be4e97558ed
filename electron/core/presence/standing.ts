/** Whether a moment counts as work or as rest, with the person's own view on watching and reading. */
import type { Presence } from './presenceFrom.ts'

export type Standing = 'working' | 'resting' | 'unknown'

export interface StandingRules {
  /** A full-screen picture without input, such as a film or a long text: screen time (the default) or rest. */
  passiveScreen: 'work' | 'rest'
}

/** The values a standing is read from; a whole presence is one. */
export type StandingFacts = {
  [F in 'activity' | 'inCall' | 'sharing' | 'fullScreen']: Pick<Presence[F], 'value'>
}

/** Calls count as work, also without a key pressed; a locked or sleeping machine is rest (work-pattern notes §4.4). */
export function standingOf(presence: StandingFacts, rules: StandingRules): Standing {
  const activity = presence.activity.value
  if (activity === 'asleep') return 'resting'
  if (presence.inCall.value === true || presence.sharing.value === true) return 'working'
  if (activity === 'locked') return 'resting'
  if (activity === null) return 'unknown'
  if (activity === 'active') return 'working'
  return presence.fullScreen.value === true && rules.passiveScreen === 'work' ? 'working' : 'resting'
}
