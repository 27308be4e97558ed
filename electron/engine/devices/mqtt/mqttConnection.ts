/** A saved broker at work: one lasting connection for the mapped topics, and a visit while somebody looks around. */
import { createHash } from 'node:crypto'
import type { Mapping } from '../../../core/readings/mapping.ts'
import type { LastMessage } from '../../../core/readings/previewMapping.ts'
import type { DeviceConnection, DeviceContext, HeardTopic } from '../../ports/vitals.ts'
import { BrokerLink } from './brokerLink.ts'
import type { BrokerSettings } from './brokerSettings.ts'
import { LookAround } from './lookAround.ts'
import { MessageIntake } from './messageIntake.ts'

/** A night and a day: a watch that reports in the morning is heard when the computer starts. */
const SESSION_SECONDS = 24 * 60 * 60

/**
 * At most 23 characters, as old brokers want it. Two devices or two users at one broker are two clients; the same ones
 * are always the same client.
 */
export function clientId(
  role: 'lull' | 'look' | 'test' | 'tell' | 'lamp',
  installId: string,
  settings: BrokerSettings,
  deviceId = '',
): string {
  const { host, port, username } = settings
  const which = createHash('sha256')
    .update(`${host}\n${port}\n${username}\n${deviceId}`)
    .digest('hex')
    .slice(0, 4)
  return `${role}-${installId}-${which}`
}

/** For the list of connections a person can look at. */
export const peerOf = ({ host, port }: BrokerSettings) => `${host.includes(':') ? `[${host}]` : host}:${port}`

export class MqttConnection implements DeviceConnection {
  readonly #intake: MessageIntake
  readonly #link: BrokerLink
  readonly #look: LookAround
  /** The broker goes on with a session of an earlier run, which may hold topics that are no longer mapped. */
  #inherited = false
  #isFirstConnect = true

  constructor(settings: BrokerSettings, mappings: readonly Mapping[], context: DeviceContext) {
    const { clock, installId } = context
    const connectionMade = (outcome: 'answered' | 'failed') =>
      context.connectionMade(peerOf(settings), outcome)
    this.#intake = new MessageIntake(context)
    this.#link = new BrokerLink({
      settings,
      clock,
      clientId: clientId('lull', installId, settings, context.deviceId),
      sessionSeconds: SESSION_SECONDS,
      fresh: context.fresh ?? false,
      qos: settings.qos,
      onMessage: (message) => {
        if (!this.#intake.take(message)) this.#unasked()
      },
      onConnected: (sessionPresent, awayMs) => {
        this.#inherited = this.#isFirstConnect && sessionPresent
        this.#isFirstConnect = false
        this.#intake.onConnected(sessionPresent, awayMs)
      },
      onPhase: (phase) => context.phase(phase),
      onTopicsRefused: (filters) => this.#intake.onTopicsRefused(filters),
      connectionMade,
    })
    const visit = { settings, clock, sessionSeconds: 0, fresh: true, qos: 0 as const, connectionMade }
    this.#look = new LookAround(
      clock,
      (onMessage) =>
        new BrokerLink({
          ...visit,
          clientId: clientId('look', installId, settings, context.deviceId),
          onMessage,
        }),
    )
    this.setMappings(mappings)
    this.#link.start()
  }

  setMappings(mappings: readonly Mapping[]): void {
    this.#intake.setMappings(mappings)
    this.#link.want(mappings.map((mapping) => mapping.topicFilter))
  }

  explore(topicFilter: string, listener: (topics: readonly HeardTopic[]) => void): () => void {
    return this.#look.explore(topicFilter, listener)
  }

  lastMessages(topicFilter: string): readonly LastMessage[] {
    const looked = this.#look.lastMessages(topicFilter)
    return looked.length > 0 ? looked : this.#intake.lastMessages(topicFilter)
  }

  retry(): void {
    this.#link.retry()
  }

  async close(forget = false): Promise<void> {
    await Promise.all([this.#look.close(), this.#link.close(forget)])
    this.#intake.flush()
  }

  /** Once: a few messages of a topic just dropped are normal later on. */
  #unasked(): void {
    if (!this.#inherited) return
    this.#inherited = false
    this.#link.startOver()
  }
}
