/** The topics somebody sees while looking around: the latest three hundred, with the beginning of what they said. */
import { textBeginning } from '../../../core/readings/utf8Text.ts'
import type { HeardTopic } from '../../ports/vitals.ts'

const MOST_TOPICS = 300
const MOST_TEXT_CHARACTERS = 120
/** Enough bytes for that many characters. */
const KEPT_BYTES = MOST_TEXT_CHARACTERS * 4

interface Heard {
  count: number
  lastAtMs: number
  retained: boolean
  beginning: Uint8Array
}

export class HeardTopics {
  /** In the order in which topics were last heard. */
  readonly #topics = new Map<string, Heard>()

  hear(topic: string, payload: Uint8Array, atMs: number, retained: boolean): void {
    const count = (this.#topics.get(topic)?.count ?? 0) + 1
    this.#topics.delete(topic)
    const beginning = Uint8Array.from(payload.subarray(0, KEPT_BYTES))
    this.#topics.set(topic, { count, lastAtMs: atMs, retained, beginning })
    if (this.#topics.size > MOST_TOPICS) {
      for (const oldest of this.#topics.keys().take(1)) this.#topics.delete(oldest)
    }
  }

  /** By name, so that a list on a screen keeps still. */
  list(isWanted: (topic: string) => boolean): HeardTopic[] {
    return [...this.#topics]
      .filter(([topic]) => isWanted(topic))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([topic, { beginning, ...heard }]) => ({
        topic,
        ...heard,
        text: textBeginning(beginning, MOST_TEXT_CHARACTERS),
      }))
  }
}
