/** Asks the model that talks a few yes-or-no questions about what was written: one more voice, which can raise and never calm. */
import type { Opinion } from '../../../core/safety/tier.ts'
import type { Log } from '../../log.ts'
import { LanguageModelError, type PromptTurn } from '../../ports/languageModel.ts'
import type { ReadyModel } from '../../ports/modelRuntime.ts'
import type { ModelQuestion } from './modelQuestions.ts'

/** Below this size a yes says little: the hidden states of a 135-million model told hardly more than chance. */
export const LEAST_PARAMETERS = 1_500_000_000

export interface ModelVoiceParts {
  questions: readonly ModelQuestion[]
  /** Whether the person lets the model listen. */
  isOn: () => boolean
  log: Log
}

export class ModelVoice {
  readonly #parts: ModelVoiceParts
  /** Times it was asked and did not answer, for whatever reason but being told to stop. */
  failures = 0

  constructor(parts: ModelVoiceParts) {
    this.#parts = parts
  }

  canHear(model: Pick<ReadyModel, 'parameters'>): boolean {
    return this.#parts.isOn() && model.parameters !== null && model.parameters >= LEAST_PARAMETERS
  }

  /**
   * Never throws. Empty where nothing was heard, the model is too small, failed, or was stopped by `signal`.
   * @param prompt of the talk, ending with the person's newest message.
   */
  async opinions(ready: ReadyModel, prompt: readonly PromptTurn[], signal: AbortSignal): Promise<Opinion[]> {
    if (!this.canHear(ready) || signal.aborted) return []
    const { questions } = this.#parts
    try {
      const texts = questions.map((question) => question.text)
      const chances = await ready.model.judge([...prompt], texts, signal)
      return questions.flatMap((question, nth) => opinionOf(question, chances[nth] ?? 0))
    } catch (error) {
      if (!signal.aborted) this.#failed(error)
      return []
    }
  }

  #failed(error: unknown): void {
    this.failures++
    if (this.failures > 1) return
    if (error instanceof LanguageModelError) this.#parts.log.warn('modelVoiceFailed', { code: error.code })
    else this.#parts.log.error('modelVoiceFailed', error)
  }
}

function opinionOf({ kinds, from }: ModelQuestion, probability: number): Opinion[] {
  if (probability < from.concern) return []
  return [{ layer: 'model', tier: probability < from.high ? 'concern' : 'high', kinds, probability }]
}
