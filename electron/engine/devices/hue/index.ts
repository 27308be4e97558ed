/** Hue bridges that speak CLIP v2. */
import type { X509Certificate } from 'node:crypto'
import type {
  Findings,
  FoundLights,
  LightsContext,
  LightsDriver,
  PairRequest,
  Sighting,
} from '../../ports/lights.ts'
import { formSchema } from '../formSchema.ts'
import { ANSWER_WITHIN_MS } from '../lampLink/bridgeLine.ts'
import { ClientPlace } from '../lampLink/clientPlace.ts'
import { type BridgeAddress, bridgeAddress, peerOf } from './bridgeAddress.ts'
import { BridgeLink } from './bridgeLink.ts'
import {
  bridgeSettings,
  checkBridgeSettings,
  readBridgeSettings,
  SECRETS,
  trustOf,
} from './bridgeSettings.ts'
import { ClipClient } from './clip.ts'
import { type DiscoveryParts, discoverBridges, lookUpBridges } from './discovery.ts'
import { DRIVER } from './houseState.ts'
import { startPairing } from './pairing.ts'
import { readRoots } from './roots.ts'
import { openSecure, type Trust } from './tls.ts'

const MULTICAST_PEER = '224.0.0.251:5353'

type Visit = Pick<LightsContext, 'clock' | 'connectionMade'>

export interface HueParts {
  /** Folder of `resources/`. */
  resourcesFolder: string
  /** Instead of the local network: tests. */
  discovery?: Partial<DiscoveryParts>
}

interface Place {
  address: BridgeAddress
  bridgeId: string
  trust: Trust
  key: string | null
}

/** Where a self-signed bridge is met for the first time it is named after itself, not after what we expected. */
async function lookAt(
  typed: string,
  roots: readonly X509Certificate[],
  { clock, connectionMade }: Visit,
): Promise<Sighting> {
  const address = bridgeAddress(typed)
  if (!address) return { seen: false, failure: 'bad_address' }
  const opened = await openSecure({
    address,
    bridgeId: null,
    trust: { kind: 'new' },
    roots,
    clock,
    withinMs: ANSWER_WITHIN_MS,
  })
  const { host, port } = address
  const refused = opened.ok ? null : opened.refused
  connectionMade(peerOf(address), opened.ok || refused ? 'answered' : 'failed')
  if (opened.ok) {
    opened.socket.destroy()
    return { seen: true, bridgeId: opened.bridgeId, host, port, trust: 'root' }
  }
  if (refused?.fault === 'unknown_certificate' && refused.bridgeId !== null) {
    return { seen: true, bridgeId: refused.bridgeId, host, port, trust: 'ask', sha256: refused.sha256 }
  }
  return { seen: false, failure: opened.failure }
}

export function hue({ resourcesFolder, discovery = {} }: HueParts): LightsDriver {
  let read: readonly X509Certificate[] | null = null
  const roots = (): readonly X509Certificate[] => {
    read ??= readRoots(resourcesFolder)
    return read
  }
  const search = async (
    { clock, connectionMade }: Visit,
    until?: (found: FoundLights) => boolean,
  ): Promise<Findings> => {
    const findings = await discoverBridges({ clock, ...(until ? { until } : {}), ...discovery })
    connectionMade(MULTICAST_PEER, findings.found.length > 0 ? 'answered' : 'failed')
    return findings
  }
  const clientAt = ({ address, bridgeId, trust, key }: Place, { clock, connectionMade }: Visit): ClipClient =>
    new ClipClient({
      clock,
      address,
      key,
      open: () => openSecure({ address, bridgeId, trust, roots: roots(), clock, withinMs: ANSWER_WITHIN_MS }),
      connectionMade: (outcome) => connectionMade(peerOf(address), outcome),
    })
  return {
    id: DRIVER,
    get settingsSchema() {
      return formSchema(bridgeSettings)
    },
    secrets: SECRETS,
    checkSettings: checkBridgeSettings,
    discover: (visit) => search(visit),
    lookUp: async ({ clock, connectionMade }) => {
      const findings = await lookUpBridges({ clock })
      connectionMade('discovery.meethue.com:443', findings.outcome === 'unreachable' ? 'failed' : 'answered')
      return findings
    },
    lookAt: (typed, visit) => lookAt(typed, roots(), visit),
    pair: (request: PairRequest, visit) => {
      const { host, port, bridgeId, sha256 } = request
      const trust: Trust = sha256 === null ? { kind: 'new' } : { kind: 'pin', sha256 }
      const client = clientAt({ address: { host, port }, bridgeId, trust, key: null }, visit)
      return startPairing(request, client, visit.clock)
    },
    connect: (given, context) => {
      const settings = readBridgeSettings(given)
      const { host, port, bridgeId, key } = settings
      const trust = trustOf(settings)
      const isOwn = (one: FoundLights) => one.bridgeId === bridgeId
      const place = new ClientPlace<BridgeAddress, ClipClient>({
        clock: context.clock,
        place: { host, port },
        clientAt: (address) => clientAt({ address, bridgeId, trust, key }, context),
        find: async () => {
          const own = (await search(context, isOwn)).found.find(isOwn)
          return own ? { host: own.host, port: own.port } : null
        },
        moved: (address) => context.settingsChanged({ ...address }),
      })
      return new BridgeLink({
        clock: context.clock,
        random: () => context.random(),
        place,
        note: (event, counts) => context.note(event, counts),
      })
    },
  }
}
