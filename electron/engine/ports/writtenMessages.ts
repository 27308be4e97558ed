/** Messages of all talks as they were written, for figures of use: when, and what the person said. */

export interface WrittenMessage {
  /** Its place in the order of all messages; clocks jump, this does not. */
  sequence: number
  /** Epoch milliseconds. */
  atMs: number
  /** The beginning of the person's words; null where Lull wrote. */
  text: string | null
}

/** Of those before a place (null = from the newest on) the latest `most`, newest first; talks being erased are left out. */
export type WrittenBefore = (sequence: number | null, most: number) => WrittenMessage[]
