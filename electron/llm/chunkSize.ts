/** Sizes the pieces a prompt is read in by time, since reading can only be stopped between two of them. */

const TARGET_MS = 100
const FIRST_TOKENS = 64
const MIN_TOKENS = 8
/** llama.cpp's own batch; larger pieces would be split again. */
export const MAX_CHUNK_TOKENS = 512

export class ChunkSize {
  #tokens = FIRST_TOKENS

  get tokens(): number {
    return this.#tokens
  }

  /** Learns from one piece that was read. */
  took(tokens: number, ms: number): void {
    // Short pieces are dominated by fixed costs and say little about the speed.
    if (tokens < this.#tokens / 2) return
    const fitting = (tokens / Math.max(ms, 0.1)) * TARGET_MS
    // At most doubled: one lucky measurement must not make the next piece a second long.
    const next = Math.min(fitting, this.#tokens * 2)
    this.#tokens = Math.round(Math.min(MAX_CHUNK_TOKENS, Math.max(MIN_TOKENS, next)))
  }
}
