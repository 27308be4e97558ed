/** How closely the sensors of a process look at idle time: closer only while somebody waits for a gap in it. */

export class Pace {
  #isCloser = false
  readonly #listeners = new Set<() => void>()

  get isCloser(): boolean {
    return this.#isCloser
  }

  set(isCloser: boolean): void {
    if (isCloser === this.#isCloser) return
    this.#isCloser = isCloser
    for (const listener of [...this.#listeners]) listener()
  }

  /** @returns a function that stops listening. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
