/** Who wakes the language model, keeps it while it is needed and ends it when idle; chat asks here, never for a process. */
import type { RuntimeState } from '../../core/models/model.ts'
import type { LanguageModel } from './languageModel.ts'

/** A model that is loaded and may be used now. */
export interface ReadyModel {
  modelId: string
  title: string
  /** Number of parameters, or null when unknown; decides which prompt files are used. */
  parameters: number | null
  contextTokens: number
  /** Part of a state file's name: a state saved under another key is never loaded. */
  stateKey: string
  model: LanguageModel
}

export interface ModelRuntime {
  state(): RuntimeState
  /**
   * The loaded model; starts the process and loads the selected file when needed, joined by concurrent
   * callers. @throws LanguageModelError or EngineError MODEL_MISSING.
   */
  wake(signal?: AbortSignal): Promise<ReadyModel>
  /** The loaded model if it is awake right now, else null; never starts anything. */
  awake(): ReadyModel | null
  /** Marks the model busy while `work` runs and restarts the ten-minute idle clock after it. */
  using<T>(work: () => Promise<T>): Promise<T>
}
