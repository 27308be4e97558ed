/** llama.cpp as Lull's language model: checks a file, loads it, keeps one talk evaluated and streams replies. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { LlamaContext, LlamaModel, Token } from 'node-llama-cpp'
import {
  type LanguageModel,
  LanguageModelError,
  type LoadedModel,
  type LoadRequest,
  type ModelFacts,
  type PromptTurn,
  type ReplyEvent,
  type Sampling,
  type StateFile,
  type Usage,
} from '../engine/ports/languageModel.ts'
import { MAX_CHUNK_TOKENS } from './chunkSize.ts'
import { fileSha256 } from './fileSha256.ts'
import { type GgufHeader, readGgufHeader } from './ggufHeader.ts'
import { KeptStates } from './keptState.ts'
import { type LlamaLibrary, llamaLibrary } from './llamaLibrary.ts'
import { availableBytes, threadsFor } from './loadPlan.ts'
import { checkSizes, modelFacts } from './modelFacts.ts'
import { OneAtATime } from './oneAtATime.ts'
import { type PromptTokens, promptTokens, sameTokens } from './promptTokens.ts'
import { RightOfWay } from './rightOfWay.ts'
import { Talk } from './talk.ts'

/** A state that differs in any of these options could not be read. */
const STATE_FORMAT = 'kv-f16 no-flash-attention v1'

interface Loaded {
  model: LlamaModel
  prompts: PromptTokens
  talk: Talk
  stateKey: string
}

/** @throws LanguageModelError MODEL_BROKEN when the library does not know this kind of model. */
async function checkArchitecture({ library, llama }: LlamaLibrary, path: string): Promise<void> {
  const info = await library.readGgufFileInfo(path, {
    sourceType: 'filesystem',
    spliceSplitFiles: false,
    logWarnings: false,
  })
  const insights = await library.GgufInsights.from(info, llama)
  if (!insights.isSupportedByLlamaCpp) {
    throw new LanguageModelError('MODEL_BROKEN', 'The model file is of a kind that Lull does not know.')
  }
}

/** Loading failures as the person meets them; what was thrown tells little, the log sometimes more. */
function loadFailure(error: unknown, path: string, { library, takeErrors }: LlamaLibrary): unknown {
  const log = takeErrors()
  if (error instanceof library.InsufficientMemoryError || /unable to allocate|out of memory/i.test(log)) {
    return new LanguageModelError('MODEL_TOO_BIG', 'The model does not fit into the free memory.')
  }
  const detail = (log || String(error)).replaceAll(path, 'it').split('\n')[0]?.slice(0, 200) ?? ''
  return new LanguageModelError('MODEL_BROKEN', `The model file cannot be loaded: ${detail}`)
}

class LlamaLanguageModel implements LanguageModel {
  readonly #queue = new OneAtATime()
  readonly #states = new KeptStates()
  readonly #way: RightOfWay
  #loaded: Loaded | null = null
  /** The file that was written or read last, and what is in it. */
  #kept: { path: string; tokens: Token[] } | null = null

  constructor(way: RightOfWay) {
    this.#way = way
  }

  async examine(path: string): Promise<ModelFacts> {
    const header = await readGgufHeader(path)
    checkSizes(header)
    await checkArchitecture(await llamaLibrary(), path)
    return modelFacts(header)
  }

  load(request: LoadRequest, signal?: AbortSignal): Promise<LoadedModel> {
    return this.#queue.run(async () => {
      signal?.throwIfAborted()
      const before = this.#loaded?.model
      this.#loaded = null
      this.#kept = null
      await before?.dispose()
      const header = await readGgufHeader(request.path)
      await checkFile(header, request, signal)
      return this.#open(header, request, signal)
    })
  }

  async #open(header: GgufHeader, request: LoadRequest, signal?: AbortSignal): Promise<LoadedModel> {
    const start = await llamaLibrary()
    const { library, llama } = start
    const threads = request.threads ?? threadsFor(header.fileBytes, llama.cpuMathCores)
    llama.maxThreads = threads
    start.takeErrors()
    let model: LlamaModel | null = null
    try {
      model = await llama.loadModel({
        modelPath: request.path,
        // Mapped files are kept twice once the weights are repacked for this processor.
        useMmap: false,
        ...(llama.gpu === false && { gpuLayers: 0 }),
        ...(signal && { loadSignal: signal }),
      })
      const context = await createContext(model, request.contextTokens, threads, signal)
      const talk = new Talk(context.getSequence({ checkpoints: { max: 4, interval: false } }), this.#way)
      const prompts = promptTokens(library, model)
      const stateKey = await stateKeyOf(start, header, request, model)
      this.#loaded = { model, prompts, talk, stateKey }
      return { contextTokens: context.contextSize, threads, stateKey }
    } catch (error) {
      await model?.dispose()
      if (signal?.aborted) throw signal.reason
      throw loadFailure(error, request.path, start)
    }
  }

  prepare(prompt: PromptTurn[], stateFile: StateFile | null, signal?: AbortSignal): Promise<Usage> {
    return this.#queue.run(async () => {
      signal?.throwIfAborted()
      const { prompts, talk, stateKey } = this.#current()
      const tokens = prompts.prefix(prompt)
      talk.checkLength(tokens, tokens.length)
      if (stateFile) await this.#restore(stateFile, talk, stateKey, talk.held(tokens))
      const inputTokens = await talk.prepare(tokens, signal)
      if (stateFile) await this.#keep(stateFile, talk, stateKey)
      return { inputTokens, outputTokens: 0, promptTokens: tokens.length }
    })
  }

  async #restore(file: StateFile, talk: Talk, stateKey: string, worthTokens: number): Promise<void> {
    const restored = await this.#states.restore(file, stateKey, worthTokens, (path) => talk.restore(path))
    if (restored) this.#kept = { path: file.path, tokens: talk.tokens }
  }

  /** Saving writes tens of megabytes, so a file that holds this very state is left as it is. */
  async #keep(file: StateFile, talk: Talk, stateKey: string): Promise<void> {
    const { tokens } = talk
    const same = this.#kept?.path === file.path && sameTokens(this.#kept.tokens, tokens)
    if (same && existsSync(file.path)) return
    await this.#states.save(file, { stateKey, tokens: tokens.length }, (path) => talk.save(path))
    this.#kept = { path: file.path, tokens }
  }

  async *reply(prompt: PromptTurn[], sampling: Sampling, signal?: AbortSignal): AsyncGenerator<ReplyEvent> {
    const end = await this.#queue.turn()
    try {
      const { prompts, talk } = this.#current()
      yield* talk.reply(prompts.reply(prompt), prompts.turnEnds, sampling, signal)
    } finally {
      end()
    }
  }

  judge(prompt: PromptTurn[], questions: readonly string[], signal?: AbortSignal): Promise<number[]> {
    return this.#queue.run(async () => {
      signal?.throwIfAborted()
      const { prompts, talk } = this.#current()
      const asked = questions.map((text) => prompts.reply([...prompt, { role: 'user', text }]).tokens)
      return talk.judge(prompts.reply(prompt).tokens, asked, signal)
    })
  }

  /** Waits for nobody: counting leaves the evaluated state alone. */
  async countTokens(prompt: PromptTurn[]): Promise<number> {
    const { prompts } = this.#current()
    const complete = prompt.at(-1)?.role === 'user'
    return (complete ? prompts.reply(prompt).tokens : prompts.prefix(prompt)).length
  }

  #current(): Loaded {
    if (this.#loaded) return this.#loaded
    throw new LanguageModelError('MODEL_STOPPED', 'No model is loaded.')
  }
}

/** @throws LanguageModelError MODEL_BROKEN, MODEL_TOO_BIG */
async function checkFile(header: GgufHeader, request: LoadRequest, signal?: AbortSignal): Promise<void> {
  checkSizes(header)
  if (!modelFacts(header).canChat) {
    throw new LanguageModelError('MODEL_BROKEN', 'The model file is of a kind that cannot talk.')
  }
  if (header.fileBytes > availableBytes()) {
    throw new LanguageModelError('MODEL_TOO_BIG', 'The model does not fit into the free memory.')
  }
  if (request.sha256 === null) return
  if ((await fileSha256(request.path, signal)) !== request.sha256.toLowerCase()) {
    throw new LanguageModelError('MODEL_BROKEN', 'The model file has changed since it was added.')
  }
}

function createContext(
  model: LlamaModel,
  contextTokens: number,
  threads: number,
  signal?: AbortSignal,
): Promise<LlamaContext> {
  const contextSize = Math.min(contextTokens, model.trainContextSize)
  return model.createContext({
    contextSize,
    batchSize: Math.min(contextSize, MAX_CHUNK_TOKENS),
    threads,
    // On processors it halves the speed of writing once some thousand tokens are held.
    flashAttention: model.llama.gpu !== false,
    // A smaller context than agreed would be a surprise; too little memory is an error with a sentence.
    failedCreationRemedy: false,
    ...(signal && { createSignal: signal }),
  })
}

/** The file's checksum where known, else what tells apart files on one machine. */
async function stateKeyOf(
  { library, llama }: LlamaLibrary,
  header: GgufHeader,
  request: LoadRequest,
  model: LlamaModel,
): Promise<string> {
  const parts = [
    request.sha256?.toLowerCase() ?? (await fileSha256(request.path)),
    model.fileInfo.metadata.tokenizer?.chat_template ?? '',
    header.architecture,
    await library.getModuleVersion(),
    llama.llamaCppRelease.release,
    String(llama.gpu),
    STATE_FORMAT,
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}

/** @param way given to the encoder of the same process, if there is one. */
export function createLlamaModel(way = new RightOfWay()): LanguageModel {
  return new LlamaLanguageModel(way)
}
