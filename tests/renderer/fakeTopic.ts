/** A value that many can watch: first as it is, then every change, until they stop. */
export class FakeTopic<Change> {
  readonly #listeners = new Set<(change: Change) => void>()

  /** How many are watching now, so that tests can wait for it. */
  get watchers(): number {
    return this.#listeners.size
  }

  emit(change: Change): void {
    for (const listener of this.#listeners) listener(change)
  }

  async *watch(first: Change, signal: AbortSignal | undefined): AsyncGenerator<Change> {
    const waiting: Change[] = [first]
    let wake = () => {}
    const listener = (change: Change) => {
      waiting.push(change)
      wake()
    }
    this.#listeners.add(listener)
    signal?.addEventListener('abort', () => wake())
    try {
      while (!signal?.aborted) {
        const change = waiting.shift()
        if (change !== undefined) yield change
        else {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
      }
    } finally {
      this.#listeners.delete(listener)
    }
  }
}
