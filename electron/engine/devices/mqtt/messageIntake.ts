/** The way of a message: rate, size, meaning, duplicates. Nothing in it may throw, grow or be logged. */
import { type CatchUp, catchUpAfter, caughtUpWith } from '../../../core/readings/catchUp.ts'
import { decodePayload } from '../../../core/readings/decodePayload.ts'
import { duplicateGate } from '../../../core/readings/duplicateGate.ts'
import type { Mapping, Reading } from '../../../core/readings/mapping.ts'
import type { LastMessage } from '../../../core/readings/previewMapping.ts'
import { RedeliveryMemory } from '../../../core/readings/redelivery.ts'
import { quietTopic, type TopicRate, takeMessage } from '../../../core/readings/topicRate.ts'
import { MOST_READ_TOPIC_CHARACTERS, topicMatches } from '../../../core/readings/topics.ts'
import type { CountedRefusal, DeviceContext } from '../../ports/vitals.ts'
import { Outbox } from './outbox.ts'
import type { BrokerMessage } from './protocol.ts'
import { RecentMessages } from './recentMessages.ts'

/** A mapped `#` may reach any number of topics. */
const MOST_TOPICS = 4096

interface Route {
  mapping: Mapping
  isNew: (reading: Reading) => boolean
}

interface Topic {
  rate: TopicRate
  routes: Route[]
}

export class MessageIntake {
  readonly #context: DeviceContext
  readonly #outbox: Outbox
  readonly #recent = new RecentMessages()
  readonly #redelivered = new RedeliveryMemory()
  readonly #topics = new Map<string, Topic>()
  #routes: Route[] = []
  #catchUp: CatchUp | null = null

  constructor(context: DeviceContext) {
    this.#context = context
    this.#outbox = new Outbox(context)
  }

  setMappings(mappings: readonly Mapping[]): void {
    // A mapping that stays keeps its memory of what came.
    this.#routes = mappings.map((mapping) => ({
      mapping,
      isNew: this.#routes.find((route) => route.mapping.id === mapping.id)?.isNew ?? duplicateGate(),
    }))
    this.#topics.clear()
    // A value the broker retains may mean something else now.
    this.#redelivered.forgetRetained()
    this.#recent.keepOnly(mappings.map((mapping) => mapping.topicFilter))
  }

  onConnected(sessionPresent: boolean, awayMs: number): void {
    if (!sessionPresent) this.#redelivered.forgetNumbers()
    this.#catchUp = sessionPresent ? catchUpAfter(awayMs, this.#context.clock.now()) : null
  }

  onTopicsRefused(filters: readonly string[]): void {
    for (const { mapping } of this.#routes) {
      if (filters.includes(mapping.topicFilter)) this.#outbox.refuse(mapping.id, 'topic_refused')
    }
  }

  /** @returns false for a topic that nobody mapped. */
  take(message: BrokerMessage): boolean {
    const topic = this.#topicOf(message.topic)
    if (topic.routes.length === 0) {
      this.#outbox.refuse(null, 'topic_not_mapped')
      return false
    }
    try {
      this.#read(message, topic)
    } catch {
      this.#refuseAll(topic, 'internal')
    }
    return true
  }

  lastMessages(topicFilter: string): LastMessage[] {
    return this.#recent.under(topicFilter)
  }

  flush(): void {
    this.#outbox.flush()
  }

  #read(message: BrokerMessage, topic: Topic): void {
    const nowMs = this.#context.clock.now()
    if (this.#catchUp !== null) this.#catchUp = caughtUpWith(this.#catchUp, nowMs)
    for (const { mapping } of topic.routes) this.#outbox.heard(mapping.id, nowMs)
    if (!this.#isWithinRate(topic, nowMs)) this.#refuseAll(topic, 'over_rate')
    else if (this.#redelivered.isRepeat(message)) this.#refuseAll(topic, 'duplicate')
    else {
      this.#recent.keep(message.topic, message.payload, nowMs, message.retained)
      for (const route of topic.routes) this.#decode(message, route, nowMs)
    }
  }

  #decode({ topic, payload, retained }: BrokerMessage, { mapping, isNew }: Route, nowMs: number): void {
    // What waited at the broker without a time of its own is of nobody knows when, like a retained message.
    const isOfUnknownTime = this.#catchUp?.stale === true && mapping.time === undefined
    const decoded = decodePayload(mapping, topic, payload, nowMs, retained || isOfUnknownTime)
    const fresh = decoded.readings.filter(isNew)
    for (const { reason, count } of decoded.refused) this.#outbox.refuse(mapping.id, reason, count)
    const repeats = decoded.readings.length - fresh.length
    if (repeats > 0) this.#outbox.refuse(mapping.id, 'duplicate', repeats)
    if (fresh.length > 0) this.#outbox.take(fresh)
  }

  #isWithinRate(topic: Topic, nowMs: number): boolean {
    const [rate, taken] = takeMessage(topic.rate, nowMs)
    topic.rate = rate
    if (taken) return true
    if (this.#catchUp === null || this.#catchUp.allowance === 0) return false
    this.#catchUp = { ...this.#catchUp, allowance: this.#catchUp.allowance - 1 }
    return true
  }

  #refuseAll(topic: Topic, reason: CountedRefusal['reason']): void {
    for (const { mapping } of topic.routes) this.#outbox.refuse(mapping.id, reason)
  }

  #topicOf(name: string): Topic {
    const known = this.#topics.get(name)
    if (known) return known
    if (name.length > MOST_READ_TOPIC_CHARACTERS) return { rate: quietTopic, routes: [] }
    const routes = this.#routes.filter(({ mapping }) => topicMatches(mapping.topicFilter, name))
    const topic = { rate: quietTopic, routes }
    this.#topics.set(name, topic)
    if (this.#topics.size > MOST_TOPICS)
      for (const oldest of this.#topics.keys().take(1)) this.#topics.delete(oldest)
    return topic
  }
}
