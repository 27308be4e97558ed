/** The last five messages of each topic, in memory only and never more than a few megabytes. */
import { MOST_PAYLOAD_BYTES } from '../../../core/readings/parsePayload.ts'
import type { LastMessage } from '../../../core/readings/previewMapping.ts'
import { topicMatches } from '../../../core/readings/topics.ts'

const KEPT_PER_TOPIC = 5
const MOST_TOPICS = 300
const MOST_BYTES = 4 * 1024 * 1024

/** Stands in for every payload that is refused for its size anyway. */
const TOO_LARGE = new Uint8Array(MOST_PAYLOAD_BYTES + 1)

interface Kept {
  messages: LastMessage[]
  bytes: number
}

export class RecentMessages {
  /** In the order in which topics were last heard. */
  readonly #topics = new Map<string, Kept>()
  #bytes = 0

  keep(topic: string, payload: Uint8Array, arrivedAtMs: number, retained: boolean): void {
    const isHuge = payload.length > MOST_PAYLOAD_BYTES
    // A copy: the payload is a view into a far larger buffer.
    const copy = isHuge ? TOO_LARGE : Uint8Array.from(payload)
    const known = this.#topics.get(topic)?.messages ?? []
    this.#drop(topic)
    const messages = [...known.slice(1 - KEPT_PER_TOPIC), { topic, payload: copy, arrivedAtMs, retained }]
    const bytes = messages.reduce((sum, message) => sum + sizeOf(message), 0)
    this.#topics.set(topic, { messages, bytes })
    this.#bytes += bytes
    for (const oldest of this.#topics.keys()) {
      if (this.#topics.size <= MOST_TOPICS && this.#bytes <= MOST_BYTES) break
      this.#drop(oldest)
    }
  }

  /** The last five under a filter, newest last. */
  under(topicFilter: string): LastMessage[] {
    return [...this.#topics]
      .filter(([topic]) => topicMatches(topicFilter, topic))
      .flatMap(([, kept]) => kept.messages)
      .sort((one, other) => one.arrivedAtMs - other.arrivedAtMs)
      .slice(-KEPT_PER_TOPIC)
  }

  /** Forgets every topic that no filter reaches. */
  keepOnly(topicFilters: readonly string[]): void {
    for (const topic of [...this.#topics.keys()]) {
      if (!topicFilters.some((filter) => topicMatches(filter, topic))) this.#drop(topic)
    }
  }

  #drop(topic: string): void {
    this.#bytes -= this.#topics.get(topic)?.bytes ?? 0
    this.#topics.delete(topic)
  }
}

function sizeOf({ topic, payload }: LastMessage): number {
  return topic.length + (payload === TOO_LARGE ? 0 : payload.length)
}
