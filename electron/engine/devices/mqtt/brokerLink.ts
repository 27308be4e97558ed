/** Keeps one connection to a broker: version fall-back, waiting between tries, storms, and the topics it asks for. */
import {
  type BrokerError,
  type BrokerFailure,
  brokerFailure,
  isCut,
  waitsForPerson,
} from '../../../core/readings/brokerFailure.ts'
import { afterConnect } from '../../../core/readings/connectStorm.ts'
import { reconnectDelayMs } from '../../../core/readings/reconnectDelay.ts'
import { fewestFilters, topicFilterProblem } from '../../../core/readings/topics.ts'
import type { Clock } from '../../ports/clock.ts'
import type { DevicePhase } from '../../ports/vitals.ts'
import type { BrokerSettings } from './brokerSettings.ts'
import type {
  Attempt,
  BrokerClient,
  BrokerMessage,
  BrokerVersion,
  openBroker,
  PublishOutcome,
} from './protocol.ts'

export interface LinkParts {
  settings: BrokerSettings
  clock: Clock
  clientId: string
  /** How long the broker keeps messages while we are away; 0 for a visit that leaves nothing. */
  sessionSeconds: number
  /** Begin without what the broker kept. */
  fresh: boolean
  qos: 0 | 1
  answerWithinMs?: number
  /** Absent: what readings need. */
  mostPacketBytes?: number
  will?: NonNullable<Attempt['will']>
  /** It is there to speak: where it may hear nothing it goes on, and what it hears it takes as it was published. */
  speaks?: boolean
  onMessage(message: BrokerMessage): void
  /** Let in, before any message; `awayMs` is Infinity for the first time. */
  onConnected?(sessionPresent: boolean, awayMs: number): void
  onPhase?(phase: DevicePhase): void
  onTopicsRefused?(filters: readonly string[]): void
  connectionMade(outcome: 'answered' | 'failed'): void
}

const ANSWER_WITHIN_MS = 8000

/** Some brokers hang up on a version they do not know. */
const VERSION_DOUBTS = new Set<BrokerFailure>(['version_refused', 'connection_lost'])

const firstVersion = (settings: BrokerSettings): BrokerVersion =>
  settings.version === '3.1.1' ? '3.1.1' : '5'

/** Sockets, TLS and the mqtt package are loaded when the first broker is asked for: most people have none. */
const open: typeof openBroker = async (attempt, handlers) =>
  (await import('./protocol.ts')).openBroker(attempt, handlers)

export class BrokerLink {
  readonly #parts: LinkParts
  #client: BrokerClient | null = null
  #version: BrokerVersion
  /** The version the broker has answered in: a cut line is then no reason to doubt it. */
  #provenVersion: BrokerVersion | null = null
  #clean: boolean
  #closed = false
  /** Events of any but the newest connection are of no interest. */
  #turn = 0
  #failures = 0
  #connectedAtMs: readonly number[] = []
  #connectedSinceMs: number | null = null
  #lastAliveMs = Number.NEGATIVE_INFINITY
  #toldFailure: string | null = null
  #cancelRetry = () => {}
  #wanted: readonly string[] = []
  /** What the broker's session holds as far as we know. */
  #held = new Set<string>()

  constructor(parts: LinkParts) {
    this.#parts = parts
    this.#version = firstVersion(parts.settings)
    this.#clean = parts.fresh || parts.sessionSeconds === 0
  }

  get connectedSinceMs(): number | null {
    return this.#connectedSinceMs
  }

  start(): void {
    this.#tell({ phase: 'connecting' })
    this.#open()
  }

  /** Exactly these filters from now on. */
  want(filters: readonly string[]): void {
    this.#wanted = fewestFilters(filters.filter((filter) => topicFilterProblem(filter) === null))
    if (this.#connectedSinceMs === null) return
    // Another topic is another chance after a refusal.
    if (this.#toldFailure === null) this.#ask()
    else this.#connected()
  }

  /** Left out while not connected. */
  publish(topic: string, payload: string, retained: boolean): Promise<PublishOutcome> {
    if (this.#connectedSinceMs === null || this.#client === null) return Promise.resolve('lost')
    return this.#client.publish(topic, payload, retained)
  }

  /** Tries again now, as if for the first time. */
  retry(): void {
    if (this.#closed || (this.#connectedSinceMs !== null && this.#toldFailure === null)) return
    this.#failures = 0
    this.#connectedAtMs = []
    this.#version = firstVersion(this.#parts.settings)
    this.#provenVersion = null
    this.#tell({ phase: 'connecting' })
    this.#reopen()
  }

  /** Drops what the broker holds for us and begins anew: it sends topics that nobody asked for. */
  startOver(): void {
    this.#clean = true
    this.#reopen()
  }

  async close(forget: boolean): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#cancelRetry()
    const client = this.#dropClient()
    // Version 3.1.1 has no other way of not being sent things while away.
    if (forget && client?.version === '3.1.1') await client.unsubscribe([...this.#held])
    await client?.end(forget)
  }

  #dropClient(): BrokerClient | null {
    this.#turn++
    const client = this.#client
    this.#client = null
    this.#connectedSinceMs = null
    return client
  }

  #reopen(): void {
    this.#cancelRetry()
    void this.#dropClient()?.end(this.#clean)
    this.#open()
  }

  #open(): void {
    const turn = ++this.#turn
    const isCurrent = () => turn === this.#turn && !this.#closed
    const { settings, clock, clientId, sessionSeconds, answerWithinMs = ANSWER_WITHIN_MS } = this.#parts
    const { onMessage, will, mostPacketBytes } = this.#parts
    open(
      {
        settings,
        clock,
        clientId,
        sessionSeconds,
        answerWithinMs,
        version: this.#version,
        clean: this.#clean,
        ...(will === undefined ? {} : { will }),
        ...(mostPacketBytes === undefined ? {} : { mostPacketBytes }),
      },
      {
        answered: (sessionPresent) => isCurrent() && this.#answered(sessionPresent),
        ready: () => isCurrent() && this.#ready(),
        message: (message) => isCurrent() && onMessage(message),
        alive: () => {
          if (isCurrent() && this.#connectedSinceMs !== null) this.#lastAliveMs = clock.now()
        },
        ended: (error, wasAnswered) => void (isCurrent() && this.#ended(error, wasAnswered)),
      },
    ).then(
      (client) => {
        if (isCurrent()) this.#client = client
        else void client.end(false)
      },
      (error: unknown) =>
        void (isCurrent() && this.#ended({ message: error instanceof Error ? error.message : '' }, false)),
    )
  }

  #answered(sessionPresent: boolean): void {
    const nowMs = this.#parts.clock.now()
    const { connectedAtMs, storm } = afterConnect(this.#connectedAtMs, nowMs)
    this.#connectedAtMs = connectedAtMs
    this.#provenVersion = this.#version
    this.#parts.connectionMade('answered')
    if (storm) {
      void this.#dropClient()?.end(false)
      this.#fail('storm', false, null)
      return
    }
    if (!sessionPresent) this.#held.clear()
    const wasClean = this.#clean
    this.#clean = this.#parts.sessionSeconds === 0
    // On 3.1.1 a session begun clean ends with its connection: come back for one that lasts.
    if (wasClean && !this.#clean && this.#version === '3.1.1') {
      this.#reopen()
      return
    }
    this.#connectedSinceMs = nowMs
    const awayMs = nowMs - this.#lastAliveMs
    this.#lastAliveMs = nowMs
    this.#parts.onConnected?.(sessionPresent, awayMs)
  }

  #ready(): void {
    if (this.#connectedSinceMs === null) return
    // A broker that died may have kept the session and lost its newest topics: all are asked for again.
    const known = [...this.#held]
    this.#held = new Set(known.filter((filter) => !this.#wanted.includes(filter)))
    this.#connected()
  }

  #connected(): void {
    this.#tell({ phase: 'connected', protocol: this.#version })
    this.#ask()
  }

  #ask(): void {
    const wanted = new Set(this.#wanted)
    const dropped = [...this.#held].filter((filter) => !wanted.has(filter))
    const added = this.#wanted.filter((filter) => !this.#held.has(filter))
    this.#held = wanted
    void this.#client?.unsubscribe(dropped)
    const { qos, speaks: asPublished = false } = this.#parts
    this.#client?.subscribe(added, { qos, asPublished }, (refused) => this.#refused(refused))
  }

  #refused(filters: readonly string[]): void {
    for (const filter of filters) this.#held.delete(filter)
    this.#parts.onTopicsRefused?.(filters)
    if (this.#held.size === 0 && !this.#parts.speaks) this.#fail('topic_refused', false, null)
  }

  async #ended(error: BrokerError, wasAnswered: boolean): Promise<void> {
    const { clock, settings } = this.#parts
    void this.#dropClient()?.end(false)
    const turn = this.#turn
    this.#failures = wasAnswered ? 1 : this.#failures + 1
    // What the broker keeps for us would be sent again and again.
    if (error.code === 'PACKET_TOO_LARGE') this.#clean = true
    const failure = await this.#judged(error, wasAnswered)
    if (this.#closed || turn !== this.#turn) return
    if (settings.version === 'auto' && this.#provenVersion === null && VERSION_DOUBTS.has(failure)) {
      // The other version at once; only when both fail is there something to tell.
      this.#version = this.#version === '5' ? '3.1.1' : '5'
      if (this.#version === '3.1.1') {
        this.#open()
        return
      }
    }
    const retrying = !waitsForPerson(failure)
    this.#fail(failure, retrying, error.code === undefined ? null : String(error.code))
    if (retrying) {
      this.#cancelRetry = clock.after(reconnectDelayMs(this.#failures), () => this.#open())
    }
  }

  async #judged(error: BrokerError, wasAnswered: boolean): Promise<BrokerFailure> {
    const failure = brokerFailure(error, wasAnswered ? 'connected' : 'connecting')
    if (failure !== 'tls_mismatch' || !isCut(error)) return failure
    const { settings, clock } = this.#parts
    const { speaksTheOtherWay } = await import('./otherSpeech.ts')
    return (await speaksTheOtherWay(settings, clock)) ? 'tls_mismatch' : 'connection_lost'
  }

  #fail(failure: BrokerFailure | 'storm', retrying: boolean, detail: string | null): void {
    const told = `${failure} ${retrying}`
    if (told === this.#toldFailure) return
    if (failure !== 'storm' && failure !== 'topic_refused') this.#parts.connectionMade('failed')
    this.#tell({ phase: 'failed', failure, retrying, detail })
    this.#toldFailure = told
  }

  #tell(phase: DevicePhase): void {
    this.#toldFailure = null
    this.#parts.onPhase?.(phase)
  }
}
