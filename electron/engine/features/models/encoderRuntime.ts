/** Wakes the encoder in the language model process, whether or not a model that talks was ever chosen. */
import { afterDeath, type CrashRecord, keepsDying, noCrashes } from '../../../core/models/crashRecord.ts'
import type { LanguageModelProcess } from '../../host.ts'
import type { Clock } from '../../ports/clock.ts'
import type { EncoderFile, WakingEncoder } from '../../ports/encoder.ts'
import { LanguageModelError } from '../../ports/languageModel.ts'
import { type ModelProcess, NotStartedError } from './modelProcess.ts'
import { unlessAborted } from './unlessAborted.ts'

/** A process that keeps dying is given this long a rest; the other ways of listening go on. */
const REST_MS = 30 * 60_000

export interface EncoderRuntimeParts {
  /** Shared with the model that talks. */
  process: ModelProcess
  file: EncoderFile
  clock: Clock
}

export class EncoderRuntime implements WakingEncoder {
  readonly #parts: EncoderRuntimeParts
  #loaded: { in: LanguageModelProcess; ready: Promise<void> } | null = null
  #deaths: CrashRecord = noCrashes
  /** The file is not the one that ships: trying again would change nothing. */
  #broken: LanguageModelError | null = null

  constructor(parts: EncoderRuntimeParts) {
    this.#parts = parts
  }

  wake(): void {
    this.#ready().catch(() => {})
  }

  /** @param signal ends the waiting, not the waking. */
  async embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    const process = await unlessAborted(this.#ready(), signal)
    const vectors = await this.#asking(process, () => process.encoder.embed(texts, signal))
    this.#deaths = noCrashes
    return vectors
  }

  async #ready(): Promise<LanguageModelProcess> {
    if (this.#broken) throw this.#broken
    if (keepsDying(this.#deaths) && this.#parts.clock.now() - (this.#deaths.at(-1) ?? 0) < REST_MS) {
      throw new LanguageModelError('MODEL_STOPPED', 'The encoder ended its process three times in a row.')
    }
    const process = await this.#parts.process.start().catch((error: unknown) => {
      if (error instanceof NotStartedError) this.#died()
      throw error
    })
    if (this.#loaded?.in !== process) this.#loaded = { in: process, ready: this.#load(process) }
    await this.#loaded.ready
    return process
  }

  /** Without a limit of its own: it may have to wait until a large model that talks is loaded. */
  async #load(process: LanguageModelProcess): Promise<void> {
    try {
      await this.#asking(process, () => process.encoder.load(this.#parts.file))
    } catch (error) {
      if (this.#loaded?.in === process) this.#loaded = null
      if (error instanceof LanguageModelError && error.code === 'MODEL_BROKEN') this.#broken = error
      throw error
    }
  }

  async #asking<Value>(process: LanguageModelProcess, ask: () => Promise<Value>): Promise<Value> {
    try {
      return await this.#parts.process.using(ask)
    } catch (error) {
      if (error instanceof LanguageModelError && error.code === 'MODEL_STOPPED') this.#stopped(process)
      throw error
    }
  }

  /** Its channel closes a moment before the process is gone: the next call must not be given the same one. */
  #stopped(process: LanguageModelProcess): void {
    if (this.#parts.process.lost(process)) this.#died()
  }

  #died(): void {
    this.#deaths = afterDeath(this.#deaths, this.#parts.clock.now())
  }
}
