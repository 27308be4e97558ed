/** What the gate has to know, from what a decision remembers. */
import { type LocalMoment, workDay } from '../presence/localMoment.ts'
import { keptOf } from './heldLamps.ts'
import type { LightsState } from './lightsState.ts'
import type { Known } from './safety.ts'

export function known(state: LightsState, now: LocalMoment): Known {
  const { lamps, log, held, limits, day } = state
  const looksToday = day?.workDay === workDay(now) ? day.looks : 0
  return { lamps, log, kept: held.map(keptOf), limits, looksToday }
}
