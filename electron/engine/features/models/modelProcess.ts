/** The one child process that the talking model and the encoder share: whoever comes first starts it, idleness ends it. */
import type { LanguageModelProcess } from '../../host.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import { LanguageModelError } from '../../ports/languageModel.ts'

/** How long it stays after its last use; a reload takes seconds, memory is missed all day. */
const IDLE_LIMIT_MS = 10 * 60_000

export interface ModelProcessParts {
  startLanguageModel: () => Promise<LanguageModelProcess>
  clock: Clock
  log: Log
}

/** It could not be started at all, while nobody wanted it ended. */
export class NotStartedError extends LanguageModelError {
  constructor() {
    super('MODEL_STOPPED', 'The model process did not start.')
  }
}

export class ModelProcess {
  /** Called when nobody used it for ten minutes, and expected to end it. */
  onIdle: () => void = () => this.end()
  readonly #parts: ModelProcessParts
  #running: LanguageModelProcess | null = null
  #starting: Promise<LanguageModelProcess> | null = null
  /** Changes with every end; a start that finds another number is no longer wanted. */
  #generation = 0
  #gone: Promise<unknown> = Promise.resolve()
  /** Those that were told to end. */
  readonly #retired = new WeakSet<LanguageModelProcess>()
  #closed = false
  #uses = 0
  #cancelIdle = () => {}

  constructor(parts: ModelProcessParts) {
    this.#parts = parts
  }

  /** Settles once every process that was ended is gone: two at a time in memory may be one too many. */
  get gone(): Promise<unknown> {
    return this.#gone
  }

  /** The process, joined by whoever else asks. @throws LanguageModelError MODEL_STOPPED */
  start(): Promise<LanguageModelProcess> {
    if (this.#closed) return Promise.reject(new LanguageModelError('MODEL_STOPPED', 'Lull is closing.'))
    if (this.#running) return Promise.resolve(this.#running)
    this.#starting ??= this.#start(this.#generation)
    return this.#starting
  }

  /** Keeps the process while `work` runs, and for ten minutes after it. */
  async using<Value>(work: () => Promise<Value>): Promise<Value> {
    this.#uses++
    this.#cancelIdle()
    try {
      return await work()
    } finally {
      this.#uses--
      this.touch()
    }
  }

  /** Ten minutes from now. */
  touch(): void {
    this.#cancelIdle()
    if (!this.#running || this.#uses > 0) return
    this.#cancelIdle = this.#parts.clock.after(IDLE_LIMIT_MS, () => this.onIdle())
  }

  /** Ends it at once; the next start waits until it is gone. */
  end(): void {
    this.#generation++
    this.#starting = null
    const process = this.#running
    this.#forget()
    if (process) this.#retire(process)
  }

  /**
   * It no longer answers: whoever asks next gets another one, once this one is gone.
   * @returns false when it was ended, or found lost, before.
   */
  lost(process: LanguageModelProcess): boolean {
    if (this.#retired.has(process)) return false
    if (this.#running === process) this.#forget()
    this.#retire(process)
    return true
  }

  /** Ends it for good. Resolves when it is gone. */
  async close(): Promise<void> {
    const starting = this.#starting
    this.#closed = true
    this.end()
    await starting?.catch(() => {})
    await this.#gone
  }

  async #start(generation: number): Promise<LanguageModelProcess> {
    try {
      await this.#gone
      this.#require(generation)
      const process = await this.#started()
      if (generation !== this.#generation) this.#retire(process)
      this.#require(generation)
      this.#running = process
      void process.ended.then(() => {
        if (this.#running === process) this.#forget()
      })
      return process
    } finally {
      if (generation === this.#generation) this.#starting = null
    }
  }

  async #started(): Promise<LanguageModelProcess> {
    try {
      return await this.#parts.startLanguageModel()
    } catch (error) {
      this.#parts.log.error('languageModelNotStarted', error)
      throw new NotStartedError()
    }
  }

  #require(generation: number): void {
    if (generation === this.#generation) return
    throw new LanguageModelError('MODEL_STOPPED', 'The model was put to sleep.')
  }

  #retire(process: LanguageModelProcess): void {
    this.#retired.add(process)
    this.#gone = process.ended
    process.end()
  }

  #forget(): void {
    this.#running = null
    this.#cancelIdle()
  }
}
