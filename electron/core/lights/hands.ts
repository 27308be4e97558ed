/** A hand on any switch or app wins: the lamp is let go, and stays as the hand left it until the next look. */
import type { LocalMoment } from '../presence/localMoment.ts'
import { entered } from './entry.ts'
import { entryLamp } from './heldLamps.ts'
import type { HeldLamp, LightsState, LightsStep } from './lightsState.ts'
import { whoseDoing } from './whoseDoing.ts'

function wasTouched(state: LightsState, held: HeldLamp, nowMs: number): boolean {
  const lamp = state.lamps.find(({ id }) => id === held.lampId)
  if (lamp === undefined || lamp.isReachable === false || held.giving !== null) return false
  if (lamp.isOn === false) return true
  return whoseDoing(lamp, held, state.log, nowMs) === 'theirs'
}

export function handsRespected(state: LightsState, now: LocalMoment): LightsStep {
  const touched = state.held.filter((one) => wasTouched(state, one, now.atMs))
  if (touched.length === 0) return [state, []]
  const ids = touched.map(({ lampId }) => lampId)
  const claims = state.claims.map((claim) =>
    claim.begunMs === null ? claim : { ...claim, handsOff: [...new Set([...claim.handsOff, ...ids])] },
  )
  const held = state.held.filter(({ lampId }) => !ids.includes(lampId))
  const claimId = touched[0]?.layers.at(-1)?.claimId
  const claim = state.claims.find(({ id }) => id === claimId) ?? null
  const entry = entered({ what: 'left', lamps: touched.map(entryLamp), why: 'hand' }, claim, now)
  return [{ ...state, claims, held }, [entry]]
}
