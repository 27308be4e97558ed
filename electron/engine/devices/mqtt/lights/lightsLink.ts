/** The line to a broker that lamps are heard and told through: a client of its own, beside that of the readings. */
import type { LightsContext } from '../../../ports/lights.ts'
import type { DevicePhase, DeviceSettings } from '../../../ports/vitals.ts'
import { BrokerLink } from '../brokerLink.ts'
import { type BrokerSettings, readBrokerSettings } from '../brokerSettings.ts'
import { clientId, peerOf } from '../mqttConnection.ts'
import type { BrokerMessage } from '../protocol.ts'
import { MOST_LIST_BYTES } from './lampLists.ts'
import type { LightsBrokerSettings } from './lightsSettings.ts'

/** What else is in a packet. */
const TOPIC_BYTES = 1024

/** Null: there is none, or one of an earlier version that nobody can read. */
export function readableBroker(saved: DeviceSettings | null): BrokerSettings | null {
  if (saved === null) return null
  try {
    return readBrokerSettings(saved)
  } catch {
    return null
  }
}

export interface LightsLinkParts {
  broker: BrokerSettings
  settings: LightsBrokerSettings
  installId: string
  context: LightsContext
  onMessage(message: BrokerMessage): void
  onPhase(phase: DevicePhase): void
  onTopicsRefused(filters: readonly string[]): void
}

export function lightsLink({ broker, settings, installId, context, ...heard }: LightsLinkParts): BrokerLink {
  const { deviceId, zigbeeTopic, discoveryTopic } = settings
  return new BrokerLink({
    ...heard,
    settings: broker,
    clock: context.clock,
    clientId: clientId('lamp', installId, broker, `${deviceId}\n${zigbeeTopic}\n${discoveryTopic}`),
    sessionSeconds: 0,
    fresh: true,
    // Of QoS 1 messages too large for us mosquitto 2.0 counts each as under way for ever, and after twenty sends no
    // more; a long list of Zigbee devices may be one. What we publish goes at QoS 1.
    qos: 0,
    mostPacketBytes: MOST_LIST_BYTES + TOPIC_BYTES,
    connectionMade: (outcome) => context.connectionMade(peerOf(broker), outcome),
  })
}
