/** Whoever asks while the same is being asked gets that answer; what was asked of an earlier line is waited for no more. */
export class Together<Answer> {
  #asked: Promise<Answer> | null = null

  ask(work: () => Promise<Answer>): Promise<Answer> {
    if (this.#asked) return this.#asked
    const own = work().finally(() => {
      if (this.#asked === own) this.#asked = null
    })
    this.#asked = own
    return own
  }

  forget(): void {
    this.#asked = null
  }
}
