/** Lines of the log, filled in from what a decision knows anyway. */
import { type LocalMoment, workDay } from '../presence/localMoment.ts'
import type { LightsEffect, LightsEntry } from './lightsEffects.ts'
import type { Claim } from './lightsState.ts'

type Told = Pick<LightsEntry, 'what'> & Partial<Pick<LightsEntry, 'lamps' | 'refused' | 'why'>>

export function entered(told: Told, claim: Claim | null, now: LocalMoment): LightsEffect {
  const entry: LightsEntry = {
    atMs: now.atMs,
    workDay: workDay(now),
    because: claim?.because ?? null,
    look: claim?.look.id ?? null,
    claimId: claim?.id ?? null,
    lamps: [],
    refused: [],
    why: null,
    ...told,
  }
  return { kind: 'entered', entry }
}
