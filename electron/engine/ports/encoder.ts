/** What the engine may ask of a sentence encoder: a direction for each text, near for texts that mean alike. */

/** Most texts of one call. */
export const MAX_TEXTS = 32
/** Most UTF-16 units of one text. */
export const MAX_TEXT_LENGTH = 2000
/** Numbers of one vector. */
export const DIMENSIONS = 384

export interface EncoderFile {
  path: string
  /** Lower-case hex; another file is MODEL_BROKEN. */
  sha256: string
}

export interface Encoder {
  /**
   * Unit vectors of DIMENSIONS numbers, in the order of the texts; what a text holds beyond 256 tokens is not read.
   * @throws LanguageModelError when it cannot be had, RangeError for more or longer texts than allowed, the signal's reason.
   */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>
}

/** The encoder as its own process has it. */
export interface LoadableEncoder extends Encoder {
  /** Does nothing when this file is loaded. @throws LanguageModelError MODEL_BROKEN, MODEL_TOO_BIG */
  load(file: EncoderFile): Promise<void>
}

/** The encoder as features meet it: whoever asks wakes it. */
export interface WakingEncoder extends Encoder {
  /** Makes it ready ahead of need; never fails. */
  wake(): void
}
