/** A language model that says what a test wrote for it, one word at a time, and can be held, stopped or killed. */
import type { LanguageModelProcess } from '../../electron/engine/host.ts'
import {
  type LanguageModel,
  LanguageModelError,
  type LoadedModel,
  type ModelFacts,
  type PromptTurn,
  type ReplyEvent,
  type Sampling,
  type StateFile,
  type Usage,
} from '../../electron/engine/ports/languageModel.ts'

/** Text for the n-th reply (0-based), given the whole prompt. */
export type Script = (prompt: PromptTurn[], nth: number) => string

const tokensOf = (prompt: PromptTurn[]) =>
  prompt.reduce((sum, turn) => sum + turn.text.split(/\s+/).filter(Boolean).length + 4, 0)

export class ScriptedModel implements LanguageModel {
  readonly prompts: PromptTurn[][] = []
  readonly prepared: { prompt: PromptTurn[]; stateFile: StateFile | null }[] = []
  readonly samplings: Sampling[] = []
  /** When set, each word waits for it: lets a test look at a half-written reply. */
  hold: Promise<void> | null = null
  #killed = false
  readonly #script: Script

  constructor(script: Script | string = 'It sounds like a lot. What weighs most?') {
    this.#script = typeof script === 'string' ? () => script : script
  }

  /** From now on every call fails as if the process had gone. */
  kill(): void {
    this.#killed = true
  }

  #alive(): void {
    if (this.#killed) throw new LanguageModelError('MODEL_STOPPED', 'the model process ended')
  }

  async examine(): Promise<ModelFacts> {
    this.#alive()
    return {
      architecture: 'llama',
      title: 'Scripted',
      parameters: 135_000_000,
      trainedContextTokens: 8192,
      licence: 'apache-2.0',
      canChat: true,
      fileBytes: 1,
    }
  }

  async load(): Promise<LoadedModel> {
    this.#alive()
    return { contextTokens: 4096, threads: 1, stateKey: 'scripted' }
  }

  async prepare(prompt: PromptTurn[], stateFile: StateFile | null): Promise<Usage> {
    this.#alive()
    this.prepared.push({ prompt, stateFile })
    return { inputTokens: 0, outputTokens: 0, promptTokens: tokensOf(prompt) }
  }

  async *reply(prompt: PromptTurn[], sampling: Sampling, signal?: AbortSignal): AsyncGenerator<ReplyEvent> {
    this.#alive()
    const text = this.#script(prompt, this.prompts.length)
    this.prompts.push(prompt)
    this.samplings.push(sampling)
    const promptTokens = tokensOf(prompt)
    yield { type: 'reading', readTokens: promptTokens, totalTokens: promptTokens }
    let outputTokens = 0
    let reason: 'end' | 'stopped' = 'end'
    for (const word of text.match(/\s*\S+|\s+$/g) ?? []) {
      if (this.hold) await this.hold
      this.#alive()
      if (signal?.aborted) {
        reason = 'stopped'
        break
      }
      outputTokens++
      yield { type: 'text', delta: word }
    }
    yield {
      type: 'done',
      reason,
      usage: { inputTokens: promptTokens, outputTokens, promptTokens },
      promptText: prompt.map((turn) => `${turn.role}: ${turn.text}`).join('\n'),
    }
  }

  async countTokens(prompt: PromptTurn[]): Promise<number> {
    this.#alive()
    return tokensOf(prompt)
  }
}

/** A process around a scripted model; `end` and `crash` resolve `ended` as a real one would. */
export function scriptedProcess(model: ScriptedModel): LanguageModelProcess & { crash(): void } {
  let finish: (how: { expected: boolean; detail: string }) => void = () => {}
  const ended = new Promise<{ expected: boolean; detail: string }>((resolve) => {
    finish = resolve
  })
  return {
    model,
    ended,
    end() {
      model.kill()
      finish({ expected: true, detail: 'ended' })
    },
    crash() {
      model.kill()
      finish({ expected: false, detail: 'SIGABRT' })
    },
  }
}
