/** What the rest of the engine may ask of a language model; llama.cpp in its own process is the first to answer. */

import type { PromptTurn, Sampling } from '../../core/chat/prompt.ts'

export type { PromptTurn, Sampling }

/** Where a conversation's evaluated state is kept between runs; written encrypted with `keyHex` (32 bytes). */
export interface StateFile {
  path: string
  keyHex: string
}

export interface ModelFacts {
  architecture: string
  title: string | null
  parameters: number | null
  trainedContextTokens: number | null
  licence: string | null
  /** False for embedders and other files that cannot talk. */
  canChat: boolean
  fileBytes: number
}

export interface LoadRequest {
  path: string
  /** Checked before loading when given; a mismatch is MODEL_BROKEN. */
  sha256: string | null
  /** Upper bound of the context in tokens; the model's own training length may lower it. */
  contextTokens: number
  /** Null: chosen by model size (one thread below 300 MB, else the machine's maths cores). */
  threads: number | null
}

export interface LoadedModel {
  contextTokens: number
  threads: number
  /** Changes whenever a saved state could no longer be used: model, template, options, library. */
  stateKey: string
}

export interface Usage {
  /** Tokens evaluated for this call (not the whole prompt when a prefix was reused). */
  inputTokens: number
  outputTokens: number
  /** Length of the whole prompt in tokens. */
  promptTokens: number
}

export type ReplyEvent =
  | { type: 'reading'; readTokens: number; totalTokens: number }
  | { type: 'text'; delta: string }
  | {
      type: 'done'
      reason: 'end' | 'length' | 'stopped'
      usage: Usage
      /** The exact prompt as the model saw it, for "why this reply". */
      promptText: string
    }

export type LanguageModelErrorCode = 'MODEL_BROKEN' | 'MODEL_TOO_BIG' | 'MODEL_STOPPED' | 'PROMPT_TOO_LONG'

export class LanguageModelError extends Error {
  readonly code: LanguageModelErrorCode
  constructor(code: LanguageModelErrorCode, message: string) {
    super(message)
    this.name = 'LanguageModelError'
    this.code = code
  }
}

/** One model at a time, one talk at a time. Every call may throw LanguageModelError. */
export interface LanguageModel {
  /** Reads a file's header without loading it. @throws MODEL_BROKEN for anything that is not a whole GGUF. */
  examine(path: string): Promise<ModelFacts>
  /** Loads a model, replacing the one before. @throws MODEL_BROKEN, MODEL_TOO_BIG */
  load(request: LoadRequest, signal?: AbortSignal): Promise<LoadedModel>
  /**
   * Evaluates a prompt ahead of need, so that the next reply only reads the new message; with `stateFile`
   * it first tries to restore a saved state and afterwards saves the new one. Abortable between chunks.
   */
  prepare(prompt: PromptTurn[], stateFile: StateFile | null, signal?: AbortSignal): Promise<Usage>
  /** Streams a reply. Aborting stops within one chunk (about 100 ms) while reading, one token while writing. */
  reply(prompt: PromptTurn[], sampling: Sampling, signal?: AbortSignal): AsyncIterable<ReplyEvent>
  /** Exact length of a prompt in tokens, template included. */
  countTokens(prompt: PromptTurn[]): Promise<number>
  /**
   * How likely each question, asked after the prompt's last turn, is answered with yes rather than no: 0–1, and 0 where
   * the model would say something else. Leaves the talk as evaluated as it was; the next reply reads no more than it would have.
   */
  judge(prompt: PromptTurn[], questions: readonly string[], signal?: AbortSignal): Promise<number[]>
}
