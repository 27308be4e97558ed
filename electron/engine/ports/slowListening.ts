/** Ways of listening that take a moment: what a talk asks of them before a message is answered. */
import type { Opinion } from '../../core/safety/tier.ts'
import type { PromptTurn } from './languageModel.ts'
import type { ReadyModel } from './modelRuntime.ts'

/** None of it ever fails: without it the rules listen on. */
export interface SlowListening {
  /** For a talk that is looked at: ready by the time something is sent. */
  wake(): void
  /** What the sentence encoder thinks of one message; null when it is off, gone, or `signal` came first. */
  byEncoder(text: string, signal: AbortSignal): Promise<Opinion[] | null>
  /** Whether the model that is awake is asked too. */
  asksModel(model: Pick<ReadyModel, 'parameters'>): boolean
  /** @param prompt ends with the person's newest message. */
  byModel(model: ReadyModel, prompt: readonly PromptTurn[], signal: AbortSignal): Promise<Opinion[]>
}
