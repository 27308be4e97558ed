/** A language model that says what a test wrote for it, one word at a time, and can be held, stopped or killed. */
import { writeFileSync } from 'node:fs'
import type { LanguageModelProcess } from '../../electron/engine/host.ts'
import { DIMENSIONS, type LoadableEncoder } from '../../electron/engine/ports/encoder.ts'
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

/** What a test arranges and looks at; outlives the processes that speak for it. */
export class ScriptedModel {
  readonly prompts: PromptTurn[][] = []
  readonly prepared: { prompt: PromptTurn[]; stateFile: StateFile | null }[] = []
  readonly samplings: Sampling[] = []
  /** Calls of `prepare` that were aborted while they waited. */
  abortedPreparations = 0
  /** When set, each word from `holdFromWord` on waits for it: lets a test look at a half-written reply. */
  hold: Promise<void> | null = null
  holdFromWord = 0
  /** When set, reading the prompt waits for it. */
  holdReading: Promise<void> | null = null
  /** When set, `prepare` waits for it. */
  holdPreparing: Promise<void> | null = null
  contextTokens = 4096
  /** Large enough to be streamed; below half a billion the best of several candidates is shown. */
  parameters = 1_700_000_000
  stateKey = 'scripted'
  /** Texts the encoder was given, call by call. */
  readonly embedded: string[][] = []
  /** When set, the encoder waits for it. */
  holdEncoding: Promise<void> | null = null
  encoderLoads = 0
  /** Questions about prompts, and what is answered to each. */
  readonly judged: { prompt: PromptTurn[]; questions: readonly string[] }[] = []
  chances: (question: string) => number = () => 0
  readonly script: Script

  constructor(script: Script | string = 'It sounds like a lot. What weighs most?') {
    this.script = typeof script === 'string' ? () => script : script
  }

  async examine(): Promise<ModelFacts> {
    return {
      architecture: 'llama',
      title: 'Scripted',
      parameters: this.parameters,
      trainedContextTokens: 8192,
      licence: 'apache-2.0',
      canChat: true,
      fileBytes: 1,
    }
  }
}

/** One process' view of a scripted model: dies alone. */
class ScriptedProcessModel implements LanguageModel {
  readonly #model: ScriptedModel
  readonly #death = Promise.withResolvers<void>()
  #killed = false

  constructor(model: ScriptedModel) {
    this.#model = model
  }

  /** From now on every call fails as if the process had gone. */
  kill(): void {
    this.#killed = true
    this.#death.resolve()
  }

  #alive(): void {
    if (this.#killed) throw new LanguageModelError('MODEL_STOPPED', 'the model process ended')
  }

  /** Waits for a test's gate, but neither past the end of the process nor past an abort. */
  async #wait(gate: Promise<void> | null, signal: AbortSignal | undefined): Promise<void> {
    if (!gate) return
    const aborted = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()))
    if (signal?.aborted) return
    await Promise.race([gate, this.#death.promise, aborted])
    this.#alive()
  }

  async examine(_path: string): Promise<ModelFacts> {
    this.#alive()
    return this.#model.examine()
  }

  async load(): Promise<LoadedModel> {
    this.#alive()
    return { contextTokens: this.#model.contextTokens, threads: 1, stateKey: this.#model.stateKey }
  }

  async prepare(prompt: PromptTurn[], stateFile: StateFile | null, signal?: AbortSignal): Promise<Usage> {
    this.#alive()
    this.#model.prepared.push({ prompt, stateFile })
    await this.#wait(this.#model.holdPreparing, signal)
    if (signal?.aborted) {
      this.#model.abortedPreparations++
      throw signal.reason
    }
    if (stateFile) writeFileSync(stateFile.path, 'numbers')
    return { inputTokens: 0, outputTokens: 0, promptTokens: tokensOf(prompt) }
  }

  async *reply(prompt: PromptTurn[], sampling: Sampling, signal?: AbortSignal): AsyncGenerator<ReplyEvent> {
    this.#alive()
    const model = this.#model
    const text = model.script(prompt, model.prompts.length)
    model.prompts.push(prompt)
    model.samplings.push(sampling)
    const promptTokens = tokensOf(prompt)
    yield { type: 'reading', readTokens: Math.floor(promptTokens / 2), totalTokens: promptTokens }
    await this.#wait(model.holdReading, signal)
    let outputTokens = 0
    let reason: 'end' | 'length' | 'stopped' = 'end'
    for (const [index, word] of (text.match(/\s*\S+|\s+$/g) ?? []).entries()) {
      if (index >= model.holdFromWord) await this.#wait(model.hold, signal)
      this.#alive()
      if (signal?.aborted || outputTokens >= sampling.maxTokens) {
        reason = signal?.aborted ? 'stopped' : 'length'
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

  async judge(prompt: PromptTurn[], questions: readonly string[], signal?: AbortSignal): Promise<number[]> {
    this.#alive()
    signal?.throwIfAborted()
    this.#model.judged.push({ prompt, questions })
    return questions.map((question) => this.#model.chances(question))
  }

  readonly encoder: LoadableEncoder = {
    load: async () => {
      this.#alive()
      this.#model.encoderLoads++
    },
    embed: async (texts, signal) => {
      this.#alive()
      this.#model.embedded.push([...texts])
      await this.#wait(this.#model.holdEncoding, signal)
      signal?.throwIfAborted()
      return texts.map(scriptedVector)
    },
  }
}

/** A unit vector that differs with the text, and says nothing about it. */
function scriptedVector(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS)
  const letters = [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0)
  vector[letters % DIMENSIONS] = 1
  return vector
}

/** A process around a scripted model; `end` and `crash` resolve `ended` as a real one would. */
export function scriptedProcess(model: ScriptedModel): LanguageModelProcess & { crash(): void } {
  const inProcess = new ScriptedProcessModel(model)
  const { promise: ended, resolve: finish } = Promise.withResolvers<{ expected: boolean; detail: string }>()
  return {
    model: inProcess,
    encoder: inProcess.encoder,
    ended,
    end() {
      inProcess.kill()
      finish({ expected: true, detail: 'ended' })
    },
    crash() {
      inProcess.kill()
      finish({ expected: false, detail: 'SIGABRT' })
    },
  }
}
