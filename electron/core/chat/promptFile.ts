/** What a prompt file holds and which one a model of a given size gets. */
import type { MessageKind } from './messageKind.ts'
import type { Sampling } from './prompt.ts'

export interface PromptExample {
  person: string
  lull: string
}

export interface CandidateSettings extends Pick<Sampling, 'temperature' | 'minP' | 'maxTokens'> {
  count: number
  /** Put after what was said back well, in place of a question that went wrong. */
  questions: string[]
  /** Said when none of the candidates will do. */
  authored: Record<MessageKind, string[]>
}

export interface PromptFile {
  id: string
  version: string
  /** One sentence on whom it is for. */
  about: string
  /** Models with at least this many parameters use it; the file with the highest fitting number wins. */
  fromParameters: number
  system: string
  /** Shown to the model as a talk that came before. */
  examples: PromptExample[]
  sampling: Omit<Sampling, 'seed'>
  /** Several short replies are written and the best one is shown: for models too small to get it right at once. */
  candidates?: CandidateSettings | undefined
  policy: { maxSentences: number; maxQuestions: number }
  summary: {
    /** Too small a model makes things up: then the person's own first sentences are kept. */
    by: 'model' | 'extract'
    instruction: string
    /** Put before a summary in the first turn of the talk. */
    lead: string
    maxTokens: number
  }
}

/** Below this a model needs example exchanges and cannot be trusted with summaries. */
export const SMALL_MODEL_PARAMETERS = 500_000_000

export const isSmallModel = (parameters: number | null) =>
  parameters !== null && parameters < SMALL_MODEL_PARAMETERS

/** An unknown size gets the prompt for larger models: imported files rarely are tiny. */
export function choosePromptFile(files: readonly PromptFile[], parameters: number | null): PromptFile | null {
  const size = parameters ?? SMALL_MODEL_PARAMETERS
  const fitting = files.filter((file) => file.fromParameters <= size)
  return fitting.reduce<PromptFile | null>(
    (best, file) => (best === null || file.fromParameters > best.fromParameters ? file : best),
    null,
  )
}
