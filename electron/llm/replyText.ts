/** Turns tokens into text as they come: letters that span tokens wait until they are whole, turn ends are held back. */
import type { LlamaModel, Token } from 'node-llama-cpp'

/** A letter has at most four bytes; more tokens than that are not going to make one. */
const MAX_WAITING = 8
const REPLACEMENT = '\ufffd'

export class ReplyText {
  #waiting: Token[] = []
  #held = ''
  readonly #before: Token[]
  readonly #model: LlamaModel
  readonly #turnEnds: readonly string[]
  /** Set once a text that ends the turn has come. */
  ended = false

  /** `before` are the tokens the reply follows: some tokenizers write a space or not depending on them. */
  constructor(model: LlamaModel, before: readonly Token[], turnEnds: readonly string[]) {
    this.#model = model
    this.#before = before.slice(-3)
    this.#turnEnds = turnEnds
  }

  /** The text that may be shown after this token; often empty. */
  push(token: Token): string {
    this.#waiting.push(token)
    const text = this.#model.detokenize(this.#waiting, false, this.#before)
    if (text.endsWith(REPLACEMENT) && this.#waiting.length < MAX_WAITING) return ''
    return this.#release(text, false)
  }

  /** What was held back when no more tokens come. */
  flush(): string {
    if (this.ended) return ''
    const text = this.#waiting.length > 0 ? this.#model.detokenize(this.#waiting, false, this.#before) : ''
    // Half a letter at the very end is left out.
    return this.#release(text.replace(/\ufffd+$/, ''), true)
  }

  #release(text: string, all: boolean): string {
    this.#before.push(...this.#waiting)
    this.#before.splice(0, this.#before.length - 3)
    this.#waiting = []
    if (this.#turnEnds.length === 0) return text
    this.#held += text
    const cuts = this.#turnEnds.map((end) => this.#held.indexOf(end)).filter((at) => at >= 0)
    if (cuts.length > 0) {
      this.ended = true
      return this.#held.slice(0, Math.min(...cuts))
    }
    const keep = all ? 0 : Math.max(...this.#turnEnds.map((end) => overlap(this.#held, end)))
    const shown = this.#held.slice(0, this.#held.length - keep)
    this.#held = this.#held.slice(this.#held.length - keep)
    return shown
  }
}

/** Length of the longest end of `text` that begins `pattern`. */
function overlap(text: string, pattern: string): number {
  for (let length = Math.min(text.length, pattern.length - 1); length > 0; length--) {
    if (text.endsWith(pattern.slice(0, length))) return length
  }
  return 0
}
