/** Wakes the language model when it is needed and ends its process when it is not: the only way to give the memory back. */
import { contextPlan } from '../../../core/models/contextPlan.ts'
import { afterDeath, type CrashRecord, keepsDying, noCrashes } from '../../../core/models/crashRecord.ts'
import type { RuntimeState } from '../../../core/models/model.ts'
import { EngineError } from '../../errors.ts'
import type { EventBus } from '../../events.ts'
import type { LanguageModelProcess } from '../../host.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import { type LanguageModel, LanguageModelError } from '../../ports/languageModel.ts'
import type { ModelRuntime, ReadyModel } from '../../ports/modelRuntime.ts'
import type { FileState } from './modelFiles.ts'
import type { ModelProcess } from './modelProcess.ts'
import type { StoredModel } from './modelsStore.ts'
import { unlessAborted } from './unlessAborted.ts'

/** A load that takes longer than this hangs: the largest file of the catalogue reads in about a minute from a slow disk. */
const LOAD_LIMIT_MS = 5 * 60_000

export interface RuntimeParts {
  /** Shared with the encoder: what it holds goes with the process, and comes back when asked for. */
  process: ModelProcess
  clock: Clock
  bus: EventBus
  log: Log
  /** The model that talks, or null. */
  selected: () => StoredModel | null
  pathOf: (model: StoredModel) => string
  fileState: (model: StoredModel) => Promise<FileState>
  /** Called when the selected model's file is gone. */
  onMissing: (model: StoredModel) => void
  availableMemoryBytes: () => number
}

type Failure = NonNullable<RuntimeState['failure']>

/** Another model was chosen while this one was waking: wait for that one instead. */
class SupersededError extends Error {}

export class LanguageModelRuntime implements ModelRuntime {
  readonly #parts: RuntimeParts
  #process: LanguageModelProcess | null = null
  #loading: { process: LanguageModelProcess; ended: Promise<never> } | null = null
  #ready: ReadyModel | null = null
  #waking: { generation: number; ready: Promise<ReadyModel> } | null = null
  #failed: { modelId: string | null; failure: Failure } | null = null
  #busy = 0
  #crashes: CrashRecord = noCrashes
  /** Changes whenever what runs now is no longer wanted; a wake that finds another number gives up. */
  #generation = 0
  #whyEnded: 'ended' | 'superseded' = 'ended'
  #stopped = false
  #published: RuntimeState = { phase: 'off', modelId: null, failure: null }

  constructor(parts: RuntimeParts) {
    this.#parts = parts
    parts.process.onIdle = () => this.end()
  }

  state(): RuntimeState {
    if (this.#wakingNow()) return { phase: 'waking', modelId: this.#selectedId(), failure: null }
    if (this.#ready) {
      return { phase: this.#busy > 0 ? 'busy' : 'ready', modelId: this.#ready.modelId, failure: null }
    }
    if (this.#failed) return { phase: 'failed', ...this.#failed }
    return { phase: 'off', modelId: this.#selectedId(), failure: null }
  }

  awake(): ReadyModel | null {
    return this.#ready
  }

  async wake(signal?: AbortSignal): Promise<ReadyModel> {
    for (;;) {
      signal?.throwIfAborted()
      if (this.#stopped) throw new LanguageModelError('MODEL_STOPPED', 'Lull is closing.')
      if (this.#ready) {
        this.#parts.process.touch()
        return this.#ready
      }
      if (!this.#parts.selected()) throw new EngineError('MODEL_MISSING', 'No model is chosen.')
      try {
        return await unlessAborted(this.#wakingNow() ?? this.#beginWaking(), signal)
      } catch (error) {
        if (!(error instanceof SupersededError)) throw error
      }
    }
  }

  /**
   * For a popup that opened: wakes when that has a chance, and never fails. A file known to be broken and a process that
   * keeps dying wait for the person to ask.
   */
  wakeQuietly(): void {
    if (this.#stopped || !this.#parts.selected()) return
    if (!this.#ready && (keepsDying(this.#crashes) || this.#failed?.failure === 'MODEL_BROKEN')) return
    this.wake().catch(() => {})
  }

  async using<T>(work: () => Promise<T>): Promise<T> {
    this.#busy++
    this.#publish()
    try {
      const result = await this.#parts.process.using(work)
      // It did its work: what happened before was not a row of crashes.
      if (this.#ready) this.#crashes = noCrashes
      return result
    } finally {
      this.#busy--
      this.#publish()
    }
  }

  /** Another model talks from now on, or none: what is loaded goes, and the new one wakes if the old one was awake. */
  selectionChanged(): void {
    const selectedId = this.#selectedId()
    const wasAwake = this.#ready !== null || this.#wakingNow() !== null
    if (this.#ready?.modelId === selectedId) return
    this.#crashes = noCrashes
    this.#end('superseded')
    if (wasAwake) this.wakeQuietly()
  }

  /** Ends the process at once; the next wake starts a new one. */
  end(): void {
    this.#end('ended')
  }

  async stop(): Promise<void> {
    this.#end('ended')
    this.#stopped = true
    await this.#waking?.ready.catch(() => {})
    await this.#parts.process.close()
  }

  #selectedId(): string | null {
    return this.#parts.selected()?.id ?? null
  }

  /** The wake that is still wanted, to be joined. */
  #wakingNow(): Promise<ReadyModel> | null {
    return this.#waking?.generation === this.#generation ? this.#waking.ready : null
  }

  #beginWaking(): Promise<ReadyModel> {
    this.#failed = null
    const generation = ++this.#generation
    const ready = this.#start(generation).finally(() => {
      if (this.#waking?.generation === generation) this.#waking = null
      this.#publish()
    })
    this.#waking = { generation, ready }
    this.#publish()
    return ready
  }

  async #start(generation: number): Promise<ReadyModel> {
    const model = this.#parts.selected()
    try {
      if (!model) throw new EngineError('MODEL_MISSING', 'No model is chosen.')
      await this.#requireFile(model)
      await this.#parts.process.gone
      this.#requireCurrent(generation)
      const plan = contextPlan(model, this.#parts.availableMemoryBytes())
      if (plan.fit === 'too-big') {
        throw new LanguageModelError('MODEL_TOO_BIG', 'There is not enough free memory for this model.')
      }
      return await this.#parts.process.using(() => this.#load(model, plan.contextTokens, generation))
    } catch (error) {
      this.#requireCurrent(generation)
      this.#fail(model?.id ?? null, error)
      throw error
    }
  }

  async #requireFile(model: StoredModel): Promise<void> {
    const state = await this.#parts.fileState(model)
    if (state === 'present') return
    if (state === 'altered') {
      throw new LanguageModelError('MODEL_BROKEN', 'The model file changed since it was checked.')
    }
    this.#parts.onMissing(model)
    throw new EngineError('MODEL_MISSING', 'The model file is gone.')
  }

  async #load(model: StoredModel, contextTokens: number, generation: number): Promise<ReadyModel> {
    const process = await this.#parts.process.start()
    this.#requireCurrent(generation)
    this.#process = process
    const gone = new LanguageModelError('MODEL_STOPPED', 'The model process ended.')
    const ended = process.ended.then(() => {
      this.#onEnded(process)
      throw gone
    })
    // Most of the time nobody waits for this one.
    ended.catch(() => {})
    this.#loading = { process, ended }
    const limit = Promise.withResolvers<never>()
    const cancelLimit = this.#parts.clock.after(LOAD_LIMIT_MS, () => limit.reject(gone))
    try {
      const path = this.#parts.pathOf(model)
      const request = { path, sha256: model.sha256, contextTokens, threads: null }
      const loaded = await Promise.race([process.model.load(request), ended, limit.promise])
      this.#requireCurrent(generation)
      this.#ready = readyModel(model, loaded, process.model)
      return this.#ready
    } finally {
      cancelLimit()
      this.#loading = null
    }
  }

  /** A wake that is no longer wanted ends here, whatever else went wrong with it. */
  #requireCurrent(generation: number): void {
    if (generation === this.#generation) return
    if (this.#whyEnded === 'superseded') throw new SupersededError()
    throw new LanguageModelError('MODEL_STOPPED', 'The model was put to sleep.')
  }

  /** A wake that failed: nothing of it stays, and the state says why. */
  #fail(modelId: string | null, error: unknown): void {
    const failure = failureOf(error)
    if (failure === 'MODEL_STOPPED') this.#crashes = afterDeath(this.#crashes, this.#parts.clock.now())
    this.#parts.log.warn('modelNotWoken', { code: failure, deaths: this.#crashes.length })
    // One that was never started for this wake may still serve the encoder.
    if (this.#process) this.#parts.process.end()
    this.#forget()
    // A file that is gone is no longer on the list: there is nothing left to have failed.
    const gone = error instanceof EngineError && error.code === 'MODEL_MISSING'
    this.#failed = { modelId: gone ? null : modelId, failure }
  }

  /** The process went by itself. */
  #onEnded(process: LanguageModelProcess): void {
    if (this.#process !== process) return
    // While it loads, the wake that waits for it tells the story.
    if (this.#loading?.process === process) return
    this.#crashes = afterDeath(this.#crashes, this.#parts.clock.now())
    const modelId = this.#ready?.modelId ?? null
    this.#forget()
    if (this.#busy > 0 || keepsDying(this.#crashes)) this.#failed = { modelId, failure: 'MODEL_STOPPED' }
    this.#parts.log.warn('languageModelDied', { busy: this.#busy, deaths: this.#crashes.length })
    this.#publish()
  }

  #end(why: 'ended' | 'superseded'): void {
    this.#generation++
    this.#whyEnded = why
    // The encoder may stay in a process that holds no model yet, until it is to sleep as well.
    if (why === 'ended' || this.#process) this.#parts.process.end()
    this.#forget()
    this.#failed = null
    this.#publish()
  }

  #forget(): void {
    this.#process = null
    this.#ready = null
  }

  #publish(): void {
    // A wake that ends after the engine did has nobody to tell, and no database to ask.
    if (this.#stopped) return
    const state = this.state()
    const before = this.#published
    const same =
      state.phase === before.phase && state.modelId === before.modelId && state.failure === before.failure
    if (same) return
    this.#published = state
    this.#parts.bus.emit('runtimeChanged', state)
  }
}

function readyModel(
  model: StoredModel,
  loaded: { contextTokens: number; stateKey: string },
  languageModel: LanguageModel,
): ReadyModel {
  return {
    modelId: model.id,
    title: model.title,
    parameters: model.parameters,
    contextTokens: loaded.contextTokens,
    stateKey: loaded.stateKey,
    model: languageModel,
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof EngineError && error.code === 'MODEL_MISSING') return 'MODEL_MISSING'
  if (error instanceof LanguageModelError && error.code !== 'PROMPT_TOO_LONG') return error.code
  return 'MODEL_STOPPED'
}
