/** Pairs with an older bridge: finds the way to speak to it, checks who it is, and waits for its button. */
import { z } from 'zod'
import type { Clock } from '../../ports/clock.ts'
import type { LightsFailure, PairFailure, Pairing, PairRequest } from '../../ports/lights.ts'
import { type Asked, machineWord, waitForButton } from '../lampLink/buttonWait.ts'
import { type OldBridgeSettings, v1Key } from './oldBridgeSettings.ts'
import { type OldPlace, oldPlacesAt } from './oldPlaces.ts'
import { asFailure, strangerAt } from './readHouse.ts'
import type { V1Answer, V1Client } from './v1Client.ts'

/** A client, and the certificate it has met. */
export interface Visitor {
  client: V1Client
  sha256(): string | null
}

const given = z.object({ username: v1Key })
const MAY_PASS = new Set<PairFailure>(['busy', 'timed_out', 'unreachable'])

export function oldKeyOf(answer: V1Answer): Asked<string> {
  if (answer.ok) {
    const parsed = given.safeParse(answer.data)
    return parsed.success
      ? { kind: 'key', key: parsed.data.username }
      : { kind: 'refused', failure: 'bad_answer' }
  }
  const { failure } = answer
  if (failure === 'button_not_pressed') return { kind: 'wait' }
  if (failure === 'too_many_keys') return { kind: 'refused', failure }
  const known = failure === 'rejected' || failure === 'key_removed' ? 'refused' : asFailure(failure)
  return { kind: MAY_PASS.has(known) ? 'missed' : 'refused', failure: known }
}

export function startOldPairing(
  request: PairRequest,
  visit: (place: OldPlace) => Visitor,
  clock: Clock,
): Pairing {
  let met: { visitor: Visitor; place: OldPlace } | null = null
  let isClosed = false
  const check = async (): Promise<PairFailure | null> => {
    let failure: LightsFailure = 'unreachable'
    for (const place of oldPlacesAt(request)) {
      if (isClosed) return 'cancelled'
      met?.visitor.client.close()
      met = { visitor: visit(place), place }
      const stranger = await strangerAt(met.visitor.client, request.bridgeId)
      if (stranger === null) return null
      // What answered says more than what did not.
      if (failure === 'unreachable') failure = stranger
    }
    return failure
  }
  const machine = machineWord(request.machineName)
  return waitForButton<string>({
    clock,
    check,
    ask: async () =>
      oldKeyOf(met ? await met.visitor.client.makeKey(machine) : { ok: false, failure: 'unreachable' }),
    settings: (key): OldBridgeSettings => ({
      host: request.host,
      port: request.port,
      isSecure: met?.place.isSecure ?? false,
      bridgeId: request.bridgeId,
      key,
      certificateSha256: met?.visitor.sha256() ?? null,
    }),
    close: () => {
      isClosed = true
      met?.visitor.client.close()
    },
  })
}
