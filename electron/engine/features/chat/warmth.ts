/** Work for the model's idle moments: reading ahead, saving the state, and folding a long talk into a summary. */
import type { Message } from '../../../core/chat/conversation.ts'
import type { Log } from '../../log.ts'
import type { ModelRuntime, ReadyModel } from '../../ports/modelRuntime.ts'
import type { ChatStore, PlacedMessage } from './chatStore.ts'
import type { Decisions, Prompt } from './decisions.ts'
import { fitPrompt } from './fitPrompt.ts'
import type { ReplyTurns } from './replyTurns.ts'
import type { StateFiles } from './stateFiles.ts'

export interface WarmthParts {
  store: ChatStore
  states: StateFiles
  runtime: ModelRuntime
  decisions: Decisions
  turns: ReplyTurns
  log: Log
}

export class Warmth {
  #idle: AbortController | null = null
  #closed = false
  /** What the model has evaluated: conversation, last message and model; equal means nothing to do. */
  #holds: string | null = null
  /** Tokens a talk took at its last reply; looked at once, when the model is idle. */
  readonly #usedTokens = new Map<string, number>()
  readonly #parts: WarmthParts

  constructor(parts: WarmthParts) {
    this.#parts = parts
  }

  /** A reply is wanted: idle work ends between two chunks. */
  stepAside(): void {
    this.#idle?.abort()
    this.#idle = null
  }

  close(): void {
    this.#closed = true
    this.stepAside()
  }

  /** The process ended: nothing it held is there any more. */
  modelGone(): void {
    this.#holds = null
  }

  forget(conversationId: string): void {
    this.#usedTokens.delete(conversationId)
    if (this.#holds?.startsWith(conversationId)) this.stepAside()
    this.#holds = null
  }

  /** How much of the context a talk takes now. */
  measured(conversationId: string, tokens: number): void {
    this.#holds = `${conversationId} reply`
    this.#usedTokens.set(conversationId, tokens)
  }

  /** Reads a talk ahead while nobody waits for the model; does nothing when the model sleeps. */
  keepWarm(conversationId: string): void {
    const ready = this.#parts.runtime.awake()
    if (!ready || this.#closed || this.#parts.turns.busy) return
    this.stepAside()
    const idle = new AbortController()
    this.#idle = idle
    void this.#parts.turns
      .take(idle.signal, async () => {
        const usedTokens = this.#usedTokens.get(conversationId)
        if (usedTokens !== undefined) await this.#fold(conversationId, ready, usedTokens, idle.signal)
        this.#usedTokens.delete(conversationId)
        await this.#prepare(conversationId, ready, idle.signal)
      })
      .catch((error) => {
        // Reading ahead is a kindness: whatever stops it, the next reply reads for itself.
        if (!idle.signal.aborted && !this.#closed) {
          this.#parts.log.warn('readAheadFailed', { conversationId, code: codeOf(error) })
        }
      })
  }

  /**
   * Before a reply: takes up a saved state when the model holds another talk or none.
   * @param earlier what was said before the message that is answered now.
   */
  async recall(
    conversationId: string,
    earlier: Message[],
    ready: ReadyModel,
    signal: AbortSignal,
  ): Promise<void> {
    const { states, log } = this.#parts
    if (this.#holds?.startsWith(conversationId) || !states.has(conversationId, ready.stateKey)) return
    const { turns } = this.#built(conversationId, earlier, ready)
    try {
      await ready.model.prepare(turns, states.fileOf(conversationId, ready.stateKey), signal)
    } catch (error) {
      if (signal.aborted) throw error
      log.warn('stateUnusable', { conversationId, code: codeOf(error) })
    }
  }

  async #prepare(conversationId: string, ready: ReadyModel, signal: AbortSignal): Promise<void> {
    const placed = this.#messages(conversationId)
    const key = `${conversationId} ${placed.at(-1)?.sequence ?? 0} ${ready.stateKey}`
    if (this.#holds === key) return
    const messages = placed.map((one) => one.message)
    const fitted = await fitPrompt({
      messages,
      contextTokens: ready.contextTokens,
      build: (kept) => this.#built(conversationId, kept, ready),
      countTokens: (turns) => ready.model.countTokens(turns),
    })
    // A talk that was never saved has no file: its state would outlive it.
    const file = placed.length > 0 ? this.#parts.states.fileOf(conversationId, ready.stateKey) : null
    await ready.model.prepare(fitted.turns, file, signal)
    this.#holds = key
    if (file) this.#parts.states.sweep(this.#parts.store.conversationIds())
  }

  async #fold(
    conversationId: string,
    ready: ReadyModel,
    usedTokens: number,
    signal: AbortSignal,
  ): Promise<void> {
    const { store, decisions } = this.#parts
    const placed = this.#messages(conversationId)
    const summary = store.summary(conversationId)?.text ?? null
    const plan = decisions.summary({
      messages: placed.map((one) => one.message),
      summary,
      usedTokens,
      fixedTokens: await ready.model.countTokens(this.#built(conversationId, [], ready).turns),
      contextTokens: ready.contextTokens,
      parameters: ready.parameters,
    })
    const last = placed.find((one) => one.message.id === plan?.untilMessageId)
    if (!plan || !last) return
    const text =
      (plan.writing && plan.reviewed(await this.#written(plan.writing, ready, signal))) ?? plan.extract
    if (signal.aborted || this.#closed || text === '') return
    store.setSummary(conversationId, { text, until: last.sequence })
  }

  async #written(prompt: Prompt, ready: ReadyModel, signal: AbortSignal): Promise<string> {
    this.#holds = null
    let text = ''
    for await (const event of ready.model.reply(prompt.turns, prompt.sampling, signal)) {
      if (event.type === 'text') text += event.delta
    }
    signal.throwIfAborted()
    return text
  }

  #messages(conversationId: string): PlacedMessage[] {
    const { store } = this.#parts
    const after = store.summary(conversationId)?.until ?? 0
    return store.placedMessages(conversationId, after).filter((placed) => placed.message.text !== '')
  }

  #built(conversationId: string, messages: readonly Message[], ready: ReadyModel) {
    const summary = this.#parts.store.summary(conversationId)?.text ?? null
    return this.#parts.decisions.prompt({ messages, summary, note: null, parameters: ready.parameters })
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'INTERNAL'
}
