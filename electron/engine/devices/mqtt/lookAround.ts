/** Listens to more than the mappings while somebody looks for a topic, on a visit of its own that leaves nothing behind. */
import type { LastMessage } from '../../../core/readings/previewMapping.ts'
import { MOST_READ_TOPIC_CHARACTERS, topicMatches } from '../../../core/readings/topics.ts'
import type { Clock } from '../../ports/clock.ts'
import type { HeardTopic } from '../../ports/vitals.ts'
import type { BrokerLink, LinkParts } from './brokerLink.ts'
import { HeardTopics } from './heardTopics.ts'
import type { BrokerMessage } from './protocol.ts'
import { RecentMessages } from './recentMessages.ts'

/** At most four times a second. */
const TELL_EVERY_MS = 250
/** A busy home sends a few hundred a second; more is noise that nobody can read. */
const MOST_BETWEEN_TELLING = 1000
/** A page that turns from the list to the form still finds the messages it was looking at. */
const LINGER_MS = 30_000

interface Looker {
  topicFilter: string
  listener: (topics: readonly HeardTopic[]) => void
}

export class LookAround {
  readonly #clock: Clock
  readonly #open: (onMessage: LinkParts['onMessage']) => BrokerLink
  readonly #lookers = new Set<Looker>()
  #link: BrokerLink | null = null
  #heard = new HeardTopics()
  #recent = new RecentMessages()
  #heardSinceTelling = 0
  #cancelTell: (() => void) | null = null
  #cancelClose = () => {}

  /** @param open a link that was not started, at QoS 0 and without a session. */
  constructor(clock: Clock, open: (onMessage: LinkParts['onMessage']) => BrokerLink) {
    this.#clock = clock
    this.#open = open
  }

  /** Two connections, so that a message is never sent twice to the one that counts. */
  explore(topicFilter: string, listener: Looker['listener']): () => void {
    const looker = { topicFilter, listener }
    this.#lookers.add(looker)
    this.#cancelClose()
    if (this.#link === null) {
      this.#link = this.#open((message) => this.#hear(message))
      this.#link.start()
    }
    this.#askFor()
    this.#soon()
    return () => {
      if (this.#lookers.delete(looker)) this.#left()
    }
  }

  lastMessages(topicFilter: string): LastMessage[] {
    return this.#recent.under(topicFilter)
  }

  async close(): Promise<void> {
    this.#cancelClose()
    this.#cancelTell?.()
    this.#cancelTell = null
    this.#heard = new HeardTopics()
    this.#recent = new RecentMessages()
    const link = this.#link
    this.#link = null
    await link?.close(true)
  }

  #left(): void {
    this.#askFor()
    if (this.#lookers.size > 0) return
    this.#cancelClose = this.#clock.after(LINGER_MS, () => void this.close())
  }

  #askFor(): void {
    this.#link?.want([...this.#lookers].map(({ topicFilter }) => topicFilter))
  }

  #hear({ topic, payload, retained }: BrokerMessage): void {
    // What a broker says of itself is not a sensor.
    if (topic.startsWith('$') || this.#lookers.size === 0) return
    if (topic.length > MOST_READ_TOPIC_CHARACTERS) return
    if (++this.#heardSinceTelling > MOST_BETWEEN_TELLING) return
    const nowMs = this.#clock.now()
    this.#heard.hear(topic, payload, nowMs, retained)
    this.#recent.keep(topic, payload, nowMs, retained)
    this.#soon()
  }

  #soon(): void {
    this.#cancelTell ??= this.#clock.after(TELL_EVERY_MS, () => {
      this.#cancelTell = null
      this.#heardSinceTelling = 0
      for (const { topicFilter, listener } of this.#lookers) {
        listener(this.#heard.list((topic) => topicMatches(topicFilter, topic)))
      }
    })
  }
}
