/**
 * The one sequence of tokens a model holds: prompts come whole, and whatever is already evaluated of them is
 * kept. The library's own chat session is not used, since it cannot stop while it reads and shifts the context.
 */
import { randomInt } from 'node:crypto'
import type { ControlledEvaluateInputItem, LlamaContextSequence, LlamaModel, Token } from 'node-llama-cpp'
import { LanguageModelError, type ReplyEvent, type Sampling } from '../engine/ports/languageModel.ts'
import { ChunkSize } from './chunkSize.ts'
import type { RenderedPrompt } from './promptTokens.ts'
import { ReplyText } from './replyText.ts'
import { RightOfWay } from './rightOfWay.ts'
import { chanceOfYes } from './yesOrNo.ts'

/** A prompt that leaves less room than this for the answer is too long. */
const LEAST_ROOM_TOKENS = 16
/** The last tokens of a reply that a repeat penalty looks at. */
const PENALISED_TOKENS = 64
/** llama.cpp's default; also keeps sampling from sorting the whole vocabulary. */
const TOP_K = 40

export interface Progress {
  readTokens: number
  totalTokens: number
}

export class Talk {
  readonly #sequence: LlamaContextSequence
  readonly #model: LlamaModel
  readonly #chunk = new ChunkSize()
  readonly #way: RightOfWay

  /** @param way given to the encoder of the same process, if there is one. */
  constructor(sequence: LlamaContextSequence, way = new RightOfWay()) {
    this.#way = way
    this.#sequence = sequence
    this.#model = sequence.model
  }

  /** Number of tokens at the start of `tokens` that are evaluated already. */
  held(tokens: readonly Token[]): number {
    return Math.min(this.#sequence.compareContextTokens([...tokens]).firstDifferentIndex, tokens.length)
  }

  /** Everything that is evaluated, in order. */
  get tokens(): Token[] {
    return this.#sequence.contextTokens
  }

  checkLength(tokens: readonly Token[], maxTokens: number): void {
    const room = this.#sequence.contextSize - tokens.length
    if (room < Math.min(maxTokens, LEAST_ROOM_TOKENS)) {
      throw new LanguageModelError(
        'PROMPT_TOO_LONG',
        `The prompt has ${tokens.length} tokens; the context holds ${this.#sequence.contextSize}.`,
      )
    }
  }

  /** Drops what is not the beginning of `tokens`; at least the last of them stays to be evaluated. */
  async #cutTo(tokens: readonly Token[], most: number): Promise<number> {
    const sequence = this.#sequence
    let keep = Math.min(this.held(tokens), most)
    if (keep === sequence.nextTokenIndex) return keep
    // Models whose state cannot be cut go back to a checkpoint. What lies between it and the cut is read
    // again, and the library would do that in one piece that nothing can stop: cut further, read it here.
    if (keep > 0) keep -= Math.max(0, sequence.getRestoreToPrefixIndexEvaluationSize(keep - 1))
    if (keep <= 1) keep = 0
    await sequence.eraseContextTokenRanges([{ start: keep, end: sequence.nextTokenIndex }])
    return sequence.nextTokenIndex
  }

  /** Evaluates up to `end`, telling how far it has come; between two pieces it can be stopped. */
  async *#read(tokens: readonly Token[], end: number, signal?: AbortSignal): AsyncGenerator<Progress> {
    while (this.#sequence.nextTokenIndex < end && !signal?.aborted) {
      await this.#way.clear()
      const from = this.#sequence.nextTokenIndex
      const piece = tokens.slice(from, Math.min(end, from + this.#chunk.tokens))
      const startedAt = performance.now()
      await this.#sequence.evaluateWithoutGeneratingNewTokens(piece)
      this.#chunk.took(piece.length, performance.now() - startedAt)
      yield { readTokens: this.#sequence.nextTokenIndex, totalTokens: tokens.length }
    }
  }

  /** Evaluates a prefix, so that what is appended to it later is all there is to read. @returns tokens evaluated. */
  async prepare(tokens: readonly Token[], signal?: AbortSignal): Promise<number> {
    // A longer state that begins with this prefix serves as well, if it can be cut when the message comes.
    if (this.held(tokens) === tokens.length && !this.#sequence.needsCheckpoints) return 0
    const kept = await this.#cutTo(tokens, tokens.length)
    for await (const _ of this.#read(tokens, tokens.length, signal)) signal?.throwIfAborted()
    signal?.throwIfAborted()
    if (kept < tokens.length) await this.#sequence.takeCheckpoint()
    return tokens.length - kept
  }

  async *reply(
    { text: promptText, tokens }: RenderedPrompt,
    turnEnds: readonly string[],
    sampling: Sampling,
    signal?: AbortSignal,
  ): AsyncGenerator<ReplyEvent> {
    this.checkLength(tokens, sampling.maxTokens)
    const totalTokens = tokens.length
    const kept = await this.#cutTo(tokens, totalTokens - 1)
    let outputTokens = 0
    const done = (reason: 'end' | 'length' | 'stopped', readTokens = totalTokens): ReplyEvent => ({
      type: 'done',
      reason,
      usage: { inputTokens: readTokens - kept, outputTokens, promptTokens: totalTokens },
      promptText,
    })
    yield { type: 'reading', readTokens: kept, totalTokens }

    // The last piece is read together with making the first token, which saves one round.
    const lastPiece = Math.max(kept, totalTokens - this.#chunk.tokens)
    for await (const progress of this.#read(tokens, lastPiece, signal)) yield { type: 'reading', ...progress }
    if (signal?.aborted) {
      yield done('stopped', this.#sequence.nextTokenIndex)
      return
    }

    const limit = Math.min(sampling.maxTokens, this.#sequence.contextSize - totalTokens)
    const text = new ReplyText(this.#model, tokens, turnEnds)
    const written: Token[] = []
    const generation = this.#sequence.evaluateWithMetadata(
      tokens.slice(this.#sequence.nextTokenIndex),
      {},
      options(sampling, written),
    )
    let reason: 'end' | 'length' | 'stopped' = 'end'
    try {
      for (;;) {
        await this.#way.clear()
        const next = await generation.next()
        if (outputTokens === 0) {
          await this.#sequence.takeCheckpoint()
          yield { type: 'reading', readTokens: totalTokens, totalTokens }
        }
        if (next.done) break
        if (signal?.aborted) {
          reason = 'stopped'
          break
        }
        outputTokens++
        written.push(next.value.token)
        const delta = text.push(next.value.token)
        if (delta !== '') yield { type: 'text', delta }
        if (text.ended) break
        if (outputTokens >= limit) {
          reason = 'length'
          break
        }
        if (signal?.aborted) {
          reason = 'stopped'
          break
        }
      }
      const rest = text.flush()
      if (rest !== '') yield { type: 'text', delta: rest }
      yield done(reason)
    } finally {
      await generation.return()
    }
  }

  /**
   * How likely a yes rather than a no comes after each of `asked`, prompts that begin as `reply` does: 0–1, and 0 where
   * neither would come. What they share is read once and kept, so that afterwards a reply to `reply` reads no more than before.
   */
  async judge(
    reply: readonly Token[],
    asked: readonly (readonly Token[])[],
    signal?: AbortSignal,
  ): Promise<number[]> {
    for (const tokens of asked) this.checkLength(tokens, 1)
    const shared = Math.min(...asked.map((tokens) => sharedLength(reply, tokens)))
    const heldBefore = this.held(reply)
    const chances: number[] = []
    try {
      await this.#cutTo(reply, shared)
      await this.#readAll(reply, shared, signal)
      // Where the state cannot be cut, each question begins here again.
      await this.#sequence.takeCheckpoint()
      for (const tokens of asked) {
        await this.#cutTo(tokens, shared)
        await this.#readAll(tokens, tokens.length - 1, signal)
        chances.push(await this.#chanceOfYes(tokens.slice(this.#sequence.nextTokenIndex)))
      }
    } finally {
      await this.#cutTo(reply, shared)
      await this.#readAll(reply, heldBefore)
    }
    return chances
  }

  async #readAll(tokens: readonly Token[], end: number, signal?: AbortSignal): Promise<void> {
    for await (const _ of this.#read(tokens, end, signal)) signal?.throwIfAborted()
    signal?.throwIfAborted()
  }

  async #chanceOfYes(last: readonly Token[]): Promise<number> {
    const before = last.slice(0, -1)
    const asking = last.slice(-1).map((token): ControlledEvaluateInputItem => {
      const sampling = { temperature: 1, minP: 0, topK: TOP_K, topP: 1 }
      return [token, { generateNext: { probabilities: true, options: sampling } }]
    })
    const outputs = await this.#sequence.controlledEvaluate([...before, ...asking])
    return chanceOfYes(outputs.at(-1)?.next.probabilities, (token) => this.#model.detokenize([token]))
  }

  async restore(path: string): Promise<void> {
    // Checkpoints of the talk before would otherwise be taken for this one's.
    await this.#sequence.clearHistory()
    try {
      await this.#sequence.loadStateFromFile(path, { acceptRisk: true })
    } catch (error) {
      await this.#sequence.clearHistory()
      throw error
    }
  }

  async save(path: string): Promise<void> {
    await this.#sequence.saveStateToFile(path)
  }
}

function sharedLength(a: readonly Token[], b: readonly Token[]): number {
  const differs = a.findIndex((token, i) => token !== b[i])
  return differs < 0 ? a.length : differs
}

function options(sampling: Sampling, written: readonly Token[]) {
  const { temperature, minP, repeatPenalty, seed } = sampling
  return {
    temperature,
    minP,
    topK: TOP_K,
    topP: 1,
    seed: seed ?? randomInt(2 ** 32),
    ...(repeatPenalty > 1 && {
      repeatPenalty: { penalty: repeatPenalty, punishTokens: () => written.slice(-PENALISED_TOKENS) },
    }),
  }
}
