/** Lets calls into the model through one after another: it has one context, and a load replaces it. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve()

  /** Waits for its turn. @returns a function that ends it. */
  async turn(): Promise<() => void> {
    const before = this.#last
    let end: () => void = () => {}
    this.#last = new Promise<void>((resolve) => {
      end = resolve
    })
    await before
    return end
  }

  async run<Value>(work: () => Promise<Value>): Promise<Value> {
    const end = await this.turn()
    try {
      return await work()
    } finally {
      end()
    }
  }
}
