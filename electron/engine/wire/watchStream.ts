/** A watch procedure's stream: the snapshot first, then every change, with no gap and no growing queue. */

interface WatchOptions<Value> {
  /** Ends the stream when the connection or the caller goes away. */
  signal: AbortSignal | undefined
  /** Starts listening; called before `snapshot`, in the same turn, so that nothing falls between. */
  listen: (push: (value: Value) => void) => () => void
  snapshot: () => Value
  /**
   * Folds a new value into those a slow reader has not taken yet, and returns the new queue. Without it,
   * only the newest value waits.
   */
  queue?: (waiting: Value[], next: Value) => Value[]
}

type Result<Value> = IteratorResult<Value, undefined>

class WatchStream<Value> implements AsyncIterableIterator<Value, undefined, undefined> {
  #waiting: Value[] = []
  #readers: ((result: Result<Value>) => void)[] = []
  #stopListening: (() => void) | null = null
  #started = false
  #ended = false
  readonly #options: WatchOptions<Value>

  constructor(options: WatchOptions<Value>) {
    this.#options = options
    options.signal?.addEventListener('abort', () => this.#end(), { once: true })
    if (options.signal?.aborted) this.#end()
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#end()
  }

  next(): Promise<Result<Value>> {
    if (this.#ended) return Promise.resolve({ done: true, value: undefined })
    if (!this.#started) {
      this.#started = true
      this.#stopListening = this.#options.listen((value) => this.#push(value))
      try {
        return Promise.resolve({ done: false, value: this.#options.snapshot() })
      } catch (error) {
        // Nobody takes anything from a stream that could not begin: it must not go on listening.
        return this.throw(error)
      }
    }
    const [first, ...rest] = this.#waiting
    if (first !== undefined) {
      this.#waiting = rest
      return Promise.resolve({ done: false, value: first })
    }
    return new Promise((resolve) => this.#readers.push(resolve))
  }

  return(): Promise<Result<Value>> {
    this.#end()
    return Promise.resolve({ done: true, value: undefined })
  }

  throw(error: unknown): Promise<Result<Value>> {
    this.#end()
    return Promise.reject(error)
  }

  #push(value: Value): void {
    if (this.#ended) return
    const reader = this.#readers.shift()
    if (reader) reader({ done: false, value })
    else this.#waiting = this.#options.queue?.(this.#waiting, value) ?? [value]
  }

  #end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#stopListening?.()
    this.#waiting = []
    for (const reader of this.#readers.splice(0)) reader({ done: true, value: undefined })
  }
}

export function watchStream<Value>(
  options: WatchOptions<Value>,
): AsyncIterableIterator<Value, undefined, undefined> & AsyncIteratorObject<Value, undefined, undefined> {
  return new WatchStream(options)
}
