/**
 * Lets the encoder go before the talk. Both are computed on the one pool thread of the process, piece by piece in turns;
 * without this each sentence would wait for a piece of the talk (100 ms), with it a whole message waits for one.
 */
export class RightOfWay {
  #going = 0
  #over = Promise.withResolvers<void>()

  /** Whoever calls `clear` waits while `work` runs. */
  async taking<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#going++ === 0) this.#over = Promise.withResolvers()
    try {
      return await work()
    } finally {
      if (--this.#going === 0) this.#over.resolve()
    }
  }

  /** Resolves when nobody goes before. */
  async clear(): Promise<void> {
    while (this.#going > 0) await this.#over.promise
  }
}
