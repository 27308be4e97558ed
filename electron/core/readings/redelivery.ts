/** Tells a message that a broker sends again after a lost acknowledgement from one that was never read. */
import { contentHash } from './contentHash.ts'

/** What a broker has under way at once is a few dozen; the protocol's own limit is 65 535. */
const REMEMBERED = 512
/** The same number, topic, length and beginning is the same message. */
const READ_BYTES = 4096

export interface DeliveredMessage {
  /** Null for messages that are never sent again. */
  messageId: number | null
  /** The broker says that it sent this before. */
  again: boolean
  /** The broker kept it for whoever comes: it is sent once for every subscription. */
  retained: boolean
  topic: string
  payload: Uint8Array
}

function remember<Key>(memory: Map<Key, number>, key: Key, hash: number): void {
  memory.delete(key)
  memory.set(key, hash)
  if (memory.size > REMEMBERED) for (const oldest of memory.keys().take(1)) memory.delete(oldest)
}

/**
 * Whether a message was read before, by its number or its retained topic, and its content: for values without a time of
 * their own this is the only way to tell.
 */
export class RedeliveryMemory {
  readonly #byNumber = new Map<number, number>()
  readonly #retained = new Map<string, number>()

  isRepeat({ messageId, again, retained, topic, payload }: DeliveredMessage): boolean {
    if (messageId === null && !retained) return false
    const hash = contentHash(topic) ^ contentHash(payload.subarray(0, READ_BYTES)) ^ payload.length
    const wasRead = again && messageId !== null && this.#byNumber.get(messageId) === hash
    const wasRetained = retained && this.#retained.get(topic) === hash
    if (messageId !== null) remember(this.#byNumber, messageId, hash)
    if (retained) remember(this.#retained, topic, hash)
    return wasRead || wasRetained
  }

  /** At the beginning of a new session, where numbers start over. */
  forgetNumbers(): void {
    this.#byNumber.clear()
  }

  forgetRetained(): void {
    this.#retained.clear()
  }
}
