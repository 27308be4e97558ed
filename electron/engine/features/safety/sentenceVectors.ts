/** Directions of what people wrote, from the encoder: kept while they may be asked for again, absent when it is not there. */
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import { MAX_TEXT_LENGTH, type WakingEncoder } from '../../ports/encoder.ts'
import { LanguageModelError } from '../../ports/languageModel.ts'

/** About 4 MB with their texts; a long talk has some hundreds. */
const KEPT_WINDOWS = 2048
/** What is done when time runs out is kept up to the last whole call of this many windows. */
const WINDOWS_A_CALL = 8

export interface SentenceVectorsParts {
  encoder: WakingEncoder
  /** Whether the person lets the encoder listen. */
  isOn: () => boolean
  bus: EventBus
  log: Log
}

export class SentenceVectors {
  readonly #parts: SentenceVectorsParts
  /** In the order of their last use. */
  readonly #kept = new Map<string, Float32Array>()
  /** Times it was asked and gave nothing, other than for want of time. */
  failures = 0
  /** Windows that were read by the encoder, and those that were known. */
  readonly windows = { read: 0, known: 0 }

  constructor(parts: SentenceVectorsParts) {
    this.#parts = parts
    parts.bus.on('everythingErased', () => this.#kept.clear())
  }

  /** For a talk that is looked at: ready by the time something is sent. */
  wake(): void {
    if (this.#parts.isOn()) this.#parts.encoder.wake()
  }

  /**
   * Unit vectors of 384 numbers, in the order of `windows`. Null, and never an error, when the layer is off, the encoder
   * is not there or failed, or `signal` came first; what was read until then is kept for the next time.
   */
  async of(windows: readonly string[], signal: AbortSignal): Promise<Float32Array[] | null> {
    if (!this.#parts.isOn()) return null
    const texts = windows.map((window) => window.slice(0, MAX_TEXT_LENGTH))
    const found = new Map<string, Float32Array>()
    for (const text of texts) {
      const known = this.#kept.get(text)
      if (known) found.set(text, known)
    }
    const unknown = [...new Set(texts)].filter((text) => !found.has(text))
    this.windows.known += found.size
    try {
      for (let at = 0; at < unknown.length; at += WINDOWS_A_CALL) {
        signal.throwIfAborted()
        const asked = unknown.slice(at, at + WINDOWS_A_CALL)
        const vectors = await this.#parts.encoder.embed(asked, signal)
        this.windows.read += asked.length
        asked.forEach((text, nth) => {
          const vector = vectors[nth]
          if (!vector) return
          found.set(text, vector)
          this.#keep(text, vector)
        })
      }
    } catch (error) {
      if (!signal.aborted) this.#failed(error)
      return null
    }
    for (const [text, vector] of found) this.#keep(text, vector)
    return texts.flatMap((text) => found.get(text) ?? [])
  }

  #keep(text: string, vector: Float32Array): void {
    this.#kept.delete(text)
    this.#kept.set(text, vector)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_WINDOWS) break
      this.#kept.delete(oldest)
    }
  }

  #failed(error: unknown): void {
    this.failures++
    // Without it the other layers listen on; once is enough to know.
    if (this.failures > 1) return
    if (error instanceof LanguageModelError) this.#parts.log.warn('encoderFailed', { code: error.code })
    else this.#parts.log.error('encoderFailed', error)
  }
}
