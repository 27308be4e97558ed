/** Older bridges, and what speaks like them: CLIP v1 only, with nobody who vouches for who is at the other end. */
import type { LightsContext, LightsDriver, LightsFailure, Sighting } from '../../ports/lights.ts'
import { formSchema } from '../formSchema.ts'
import { FIRST_V2_VERSION } from '../lampLink/bridgeGeneration.ts'
import { ClientPlace } from '../lampLink/clientPlace.ts'
import { peerOf } from '../lampLink/typedAddress.ts'
import { CappedLine, LineFailed } from './cappedLine.ts'
import { OldBridgeLink } from './oldBridgeLink.ts'
import {
  checkOldBridgeSettings,
  oldBridgeSettings,
  readOldBridgeSettings,
  SECRETS,
} from './oldBridgeSettings.ts'
import { DRIVER } from './oldHouse.ts'
import { startOldPairing, type Visitor } from './oldPairing.ts'
import { newerPlace, type OldPlace, oldPlaces } from './oldPlaces.ts'
import { asFailure } from './readHouse.ts'
import { type V1Client, v1Client } from './v1Client.ts'
import { readConfig, type V1Config } from './v1Resources.ts'

type Visit = Pick<LightsContext, 'clock' | 'connectionMade'>

export interface HueV1Parts {
  /** Where the bridge with this id is now, as the network says; null: nobody knows. */
  find?(bridgeId: string, visit: Visit): Promise<{ host: string } | null>
}

interface Known {
  key: string | null
  sha256: string | null
}

/** Models that learnt the newer language, by an update or from the start. */
const V2_MODELS = new Set(['BSB002', 'BSB003'])

function claimsV2({ modelId, softwareVersion }: V1Config): boolean {
  return V2_MODELS.has(modelId) && softwareVersion >= FIRST_V2_VERSION
}

function lineTo(place: OldPlace, sha256: string | null, { clock, connectionMade }: Visit): CappedLine {
  const told = (outcome: 'answered' | 'failed') => connectionMade(peerOf(place), outcome)
  return new CappedLine({ clock, place, sha256, connectionMade: told })
}

function visitAt(place: OldPlace, { key, sha256 }: Known, visit: Visit): Visitor {
  const line = lineTo(place, sha256, visit)
  return { client: v1Client(line, key), sha256: () => line.sha256 }
}

/**
 * Some that speak like a bridge claim to be a new one and have none of the newer language: only its resources settle it.
 * `busy`: it could not be asked now.
 */
async function speaksV2(place: OldPlace, visit: Visit): Promise<boolean | 'busy'> {
  const newer = newerPlace(place)
  if (newer === null) return false
  const line = lineTo(newer, null, visit)
  try {
    return await line.hasNewResources()
  } catch (error) {
    return error instanceof LineFailed && error.failure === 'busy' ? 'busy' : false
  } finally {
    line.close()
  }
}

const STRANGER: Known = { key: null, sha256: null }

async function seenAt(place: OldPlace, visit: Visit): Promise<V1Config | LightsFailure> {
  const { client } = visitAt(place, STRANGER, visit)
  const answer = await client.config()
  client.close()
  return answer.ok ? (readConfig(answer.data) ?? 'bad_answer') : asFailure(answer.failure)
}

async function lookAt(typed: string, visit: Visit): Promise<Sighting> {
  let failure: LightsFailure | 'bad_address' = 'bad_address'
  for (const place of oldPlaces(typed)) {
    const seen = await seenAt(place, visit)
    if (typeof seen !== 'string') {
      const isNewer = claimsV2(seen) && (await speaksV2(place, visit))
      if (isNewer !== false) return { seen: false, failure: isNewer === 'busy' ? 'busy' : 'speaks_v2' }
      const { host, port } = place
      return { seen: true, bridgeId: seen.bridgeId, host, port, trust: 'unverified' }
    }
    // What answered says more than what did not.
    if (failure === 'bad_address' || failure === 'unreachable') failure = seen
  }
  return { seen: false, failure }
}

export function hueV1({ find }: HueV1Parts = {}): LightsDriver {
  return {
    id: DRIVER,
    get settingsSchema() {
      return formSchema(oldBridgeSettings)
    },
    secrets: SECRETS,
    checkSettings: checkOldBridgeSettings,
    lookAt,
    pair: (request, visit) =>
      startOldPairing(request, (place) => visitAt(place, STRANGER, visit), visit.clock),
    connect: (given, context) => {
      const { host, port, isSecure, bridgeId, key, certificateSha256 } = readOldBridgeSettings(given)
      const known = { key, sha256: certificateSha256 }
      const place = new ClientPlace<OldPlace, V1Client>({
        clock: context.clock,
        place: { host, port, isSecure },
        clientAt: (at) => visitAt(at, known, context).client,
        find: async () => {
          const found = await find?.(bridgeId, context)
          return found ? { host: found.host, port, isSecure } : null
        },
        moved: (to) => context.settingsChanged({ host: to.host }),
      })
      return new OldBridgeLink({
        clock: context.clock,
        random: () => context.random(),
        bridgeId,
        place,
        note: (event, counts) => context.note(event, counts),
      })
    },
  }
}
