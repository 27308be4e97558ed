/** All that is known of one moment as one value, so that time can be kept as stretches in which nothing changed. */
import type { AppCategory } from './minuteRecord.ts'
import type { Activity, Presence } from './presenceFrom.ts'
import { type Standing, type StandingRules, standingOf } from './standing.ts'

/** Null wherever it is unknown. */
export interface Situation {
  activity: Activity | null
  inCall: boolean | null
  sharing: boolean | null
  fullScreen: boolean | null
  doNotDisturb: boolean | null
  /** Kind of the program in front. */
  category: AppCategory | null
}

export const NOTHING_KNOWN: Situation = {
  activity: null,
  inCall: null,
  sharing: null,
  fullScreen: null,
  doNotDisturb: null,
  category: null,
}

export function situationOf(presence: Presence, category: AppCategory | null): Situation {
  return {
    activity: presence.activity.value,
    inCall: presence.inCall.value,
    sharing: presence.sharing.value,
    fullScreen: presence.fullScreen.value,
    doNotDisturb: presence.doNotDisturb.value,
    category,
  }
}

export function isSameSituation(a: Situation, b: Situation): boolean {
  return (
    a.activity === b.activity &&
    a.inCall === b.inCall &&
    a.sharing === b.sharing &&
    a.fullScreen === b.fullScreen &&
    a.doNotDisturb === b.doNotDisturb &&
    a.category === b.category
  )
}

export function standingIn(situation: Situation, rules: StandingRules): Standing {
  const { activity, inCall, sharing, fullScreen } = situation
  return standingOf(
    {
      activity: { value: activity },
      inCall: { value: inCall },
      sharing: { value: sharing },
      fullScreen: { value: fullScreen },
    },
    rules,
  )
}
