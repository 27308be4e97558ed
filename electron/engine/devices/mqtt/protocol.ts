/** One connection to a broker from its first packet to its end; the only place that knows the mqtt package. */
import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { IClientOptions, IPublishPacket, MqttClient } from 'mqtt'
import type { BrokerError } from '../../../core/readings/brokerFailure.ts'
import type { Clock } from '../../ports/clock.ts'
import type { BrokerSettings } from './brokerSettings.ts'

export type BrokerVersion = '5' | '3.1.1'

export interface Attempt {
  settings: BrokerSettings
  clientId: string
  version: BrokerVersion
  /** Forget what the broker kept for this name. */
  clean: boolean
  /** How long the broker keeps messages after we are gone; 0 for a visit that leaves nothing. */
  sessionSeconds: number
  answerWithinMs: number
  clock: Clock
  /** Larger ones are not taken; absent: what readings need. */
  mostPacketBytes?: number
  /** Said by the broker, and retained, when we are gone without a goodbye. */
  will?: { topic: string; payload: string }
}

/** `lost`: nobody knows whether it arrived. */
export type PublishOutcome = 'taken' | 'refused' | 'lost'

export interface BrokerMessage {
  topic: string
  /** A view into the buffer it came in: copy what is kept. */
  payload: Uint8Array
  retained: boolean
  /** Null at QoS 0. */
  messageId: number | null
  again: boolean
}

export interface ClientHandlers {
  /** The broker let us in; comes before any message. */
  answered(sessionPresent: boolean): void
  /** Subscriptions may be made. */
  ready(): void
  message(message: BrokerMessage): void
  /** Anything at all came. */
  alive(): void
  /** Comes once, whatever happened. An empty error is a line that was closed. */
  ended(error: BrokerError, wasAnswered: boolean): void
}

/** Larger ones are never sent to us on version 5; ours are refused from 64 kB on, and counted. */
const USUAL_PACKET_BYTES = 1024 * 1024
/** Version 3.1.1 has no such word: a packet that grows beyond so many times the most is cut off before it fills the memory. */
const UNREAD_PACKETS = 2
/** A dead line is noticed after one and a half times this. */
const KEEPALIVE_SECONDS = 30
const GOODBYE_WITHIN_MS = 1000

function socketTo({ host, port, tls, ca }: BrokerSettings): Socket {
  if (!tls) return connectPlain({ host, port, noDelay: true })
  // Certificates are always checked; the person's own authority stands in for the usual ones.
  const names = isIP(host) === 0 ? { servername: host } : {}
  return connectTls({ host, port, ...names, ...(ca === null ? {} : { ca }) })
}

function clientOptions(attempt: Attempt): IClientOptions {
  const { settings, version, will, mostPacketBytes: maximumPacketSize = USUAL_PACKET_BYTES } = attempt
  return {
    clientId: attempt.clientId,
    clean: attempt.clean,
    protocolVersion: version === '5' ? 5 : 4,
    keepalive: KEEPALIVE_SECONDS,
    connectTimeout: attempt.answerWithinMs,
    // Whoever opened this decides when to try again and what to ask for.
    reconnectPeriod: 0,
    resubscribe: false,
    timerVariant: 'native',
    ...(settings.username === null ? {} : { username: settings.username }),
    ...(settings.password === null ? {} : { password: settings.password }),
    ...(will === undefined
      ? {}
      : { will: { topic: will.topic, payload: Buffer.from(will.payload), qos: 1, retain: true } }),
    ...(version === '5'
      ? {
          properties: { sessionExpiryInterval: attempt.sessionSeconds, maximumPacketSize },
        }
      : {}),
  }
}

function messageOf(topic: string, payload: Uint8Array, packet: IPublishPacket): BrokerMessage {
  return {
    topic,
    payload,
    retained: packet.retain,
    messageId: packet.qos > 0 ? (packet.messageId ?? null) : null,
    again: packet.dup,
  }
}

function listen(client: MqttClient, socket: () => Socket | null, handlers: ClientHandlers): void {
  let answered = false
  let error: BrokerError | null = null
  let ended = false
  client.on('packetreceive', (packet) => {
    handlers.alive()
    if (packet.cmd === 'connack' && (packet.reasonCode ?? packet.returnCode ?? 0) === 0) {
      answered = true
      handlers.answered(packet.sessionPresent)
    } else if (packet.cmd === 'disconnect' && (packet.reasonCode ?? 0) >= 128) {
      error ??= { code: packet.reasonCode ?? 128 }
    }
  })
  client.on('connect', () => handlers.ready())
  client.on('message', (topic, payload, packet) => handlers.message(messageOf(topic, payload, packet)))
  client.on('error', (problem) => {
    const code = 'code' in problem ? problem.code : undefined
    error ??= {
      message: problem.message,
      ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    }
    // A packet that is none leaves the line open and the client deaf.
    socket()?.destroy()
  })
  client.on('close', () => {
    if (ended) return
    ended = true
    handlers.ended(error ?? {}, answered)
  })
}

/** Ends a line on which bytes come that never become a packet. */
function limitUnread(client: MqttClient, socket: Socket, mostBytes: number): void {
  let unreadBytes = 0
  client.on('packetreceive', () => {
    unreadBytes = 0
  })
  socket.on('data', (chunk: Uint8Array) => {
    unreadBytes += chunk.length
    if (unreadBytes > mostBytes) {
      socket.destroy(Object.assign(new Error('a packet is too large'), { code: 'PACKET_TOO_LARGE' }))
    }
  })
}

export class BrokerClient {
  readonly version: BrokerVersion
  readonly #client: MqttClient
  readonly #clock: Clock

  constructor(client: MqttClient, version: BrokerVersion, clock: Clock) {
    this.#client = client
    this.version = version
    this.#clock = clock
  }

  /**
   * Asks for filters; those the broker refuses are told.
   * @param asPublished on version 5, a message that is to be kept says so even when it comes live.
   */
  subscribe(
    filters: readonly string[],
    { qos, asPublished }: { qos: 0 | 1; asPublished: boolean },
    refused: (filters: string[]) => void,
  ): void {
    if (filters.length === 0) return
    // On version 5 what is retained comes only for a topic that is new to the session.
    this.#client.subscribe([...filters], { qos, rh: 1, rap: asPublished }, (error, _granted, packet) => {
      const codes = packet?.granted ?? []
      const bad = filters.filter((_filter, place) => Number(codes[place] ?? 0) >= 128)
      if (error && bad.length > 0) refused(bad)
    })
  }

  unsubscribe(filters: readonly string[]): Promise<void> {
    if (filters.length === 0) return Promise.resolve()
    return this.#answered((done) => this.#client.unsubscribe([...filters], done))
  }

  /** Once, at QoS 1. Version 3.1.1 has no word for a refusal: it may look as if it was taken. */
  publish(topic: string, payload: string, retained: boolean): Promise<PublishOutcome> {
    return new Promise((resolve) => {
      this.#client.publish(topic, payload, { qos: 1, retain: retained }, (error) => {
        const code = error && 'code' in error ? Number(error.code) : 0
        resolve(!error ? 'taken' : code >= 128 ? 'refused' : 'lost')
      })
    })
  }

  /** Says goodbye; `forget` also drops what the broker would keep for us. */
  async end(forget: boolean): Promise<void> {
    const client = this.#client
    if (client.connected) {
      const farewell = forget && this.version === '5' ? { properties: { sessionExpiryInterval: 0 } } : {}
      await this.#answered((done) => client.end(false, { reasonCode: 0, ...farewell }, done))
    }
    client.stream.destroy()
    client.end(true)
  }

  /** Waits for an answer that a dead line may never give. */
  #answered(ask: (done: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#clock.after(GOODBYE_WITHIN_MS, resolve)
      ask(() => {
        cancel()
        resolve()
      })
    })
  }
}

/** Begins to connect; everything that follows is told to the handlers. */
export async function openBroker(attempt: Attempt, handlers: ClientHandlers): Promise<BrokerClient> {
  const { MqttClient } = await import('mqtt')
  let socket: Socket | null = null
  const client: MqttClient = new MqttClient(
    () => {
      socket = socketTo(attempt.settings)
      limitUnread(client, socket, UNREAD_PACKETS * (attempt.mostPacketBytes ?? USUAL_PACKET_BYTES))
      return socket
    },
    { ...clientOptions(attempt), manualConnect: true },
  )
  listen(client, () => socket, handlers)
  client.connect()
  return new BrokerClient(client, attempt.version, attempt.clock)
}
