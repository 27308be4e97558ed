/** One language model, one reply at a time: whoever comes later waits its turn, and can leave the line. */

export class ReplyTurns {
  #last: Promise<void> = Promise.resolve()
  #waiting = 0

  /** Whether anyone has or wants the model. */
  get busy(): boolean {
    return this.#waiting > 0
  }

  /** Runs `work` when everyone before has finished; never runs it once `signal` has aborted. */
  async take<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last
    let leave: () => void = () => {}
    const mine = new Promise<void>((resolve) => {
      leave = resolve
    })
    this.#last = before.then(() => mine)
    this.#waiting++
    try {
      await turnOrAbort(before, signal)
      signal.throwIfAborted()
      return await work()
    } finally {
      this.#waiting--
      leave()
    }
  }
}

async function turnOrAbort(turn: Promise<void>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  let stopListening = () => {}
  const aborted = new Promise<void>((resolve) => {
    const done = () => resolve()
    signal.addEventListener('abort', done, { once: true })
    stopListening = () => signal.removeEventListener('abort', done)
  })
  try {
    await Promise.race([turn, aborted])
  } finally {
    stopListening()
  }
}
