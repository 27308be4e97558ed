/** Sizes the pieces a prompt is read in by time, since reading can only be stopped between two of them. */

const TARGET_MS = 100
const FIRST_TOKENS = 64
const MIN_TOKENS = 8
/** llama.cpp multiplies in blocks; a piece of whole blocks is read up to a tenth faster. */
const BLOCK_TOKENS = 16
/** llama.cpp's own batch; larger pieces would be split again. */
export const MAX_CHUNK_TOKENS = 512

export class ChunkSize {
  /** Tokens that are read in the target time, as far as is known. */
  #fitting = FIRST_TOKENS

  get tokens(): number {
    if (this.#fitting <= MIN_TOKENS) return MIN_TOKENS
    return Math.min(MAX_CHUNK_TOKENS, Math.ceil(this.#fitting / BLOCK_TOKENS) * BLOCK_TOKENS)
  }

  /** Learns from one piece that was read. */
  took(tokens: number, ms: number): void {
    // Short pieces are dominated by fixed costs and say little about the speed.
    if (tokens < this.tokens / 2) return
    const measured = (tokens / Math.max(ms, 0.1)) * TARGET_MS
    // Half way to the measurement and at most doubled: one moment of luck or of a busy machine decides little.
    this.#fitting = Math.min((this.#fitting + measured) / 2, this.#fitting * 2, MAX_CHUNK_TOKENS)
  }
}
