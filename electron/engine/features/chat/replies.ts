/** Answers one message: care first, then the model, keeping every reviewed sentence as it comes. */
import type {
  ConversationChange,
  Message,
  ReplyFailure,
  ReplyInProgress,
  Source,
} from '../../../core/chat/conversation.ts'
import type { PromptTurn } from '../../../core/chat/prompt.ts'
import { type CrisisState, type CrisisTurn, readCrisisState } from '../../../core/safety/crisisTalk.ts'
import { EngineError } from '../../errors.ts'
import type { EventBus } from '../../events.ts'
import type { InspectOverrides } from '../../host.ts'
import type { Log } from '../../log.ts'
import type { CareForTalks } from '../../ports/care.ts'
import type { Clock } from '../../ports/clock.ts'
import { LanguageModelError } from '../../ports/languageModel.ts'
import type { ModelRuntime, ReadyModel } from '../../ports/modelRuntime.ts'
import type { SlowListening } from '../../ports/slowListening.ts'
import type { ChatStore, Script } from './chatStore.ts'
import type { AuthoredAnswer, CareDecision, Decisions, Listened } from './decisions.ts'
import { fitPrompt } from './fitPrompt.ts'
import { askModel, listenFurther } from './listenFurther.ts'
import type { ReplyTurns } from './replyTurns.ts'
import { ReplyUnderWay } from './replyUnderWay.ts'
import type { Warmth } from './warmth.ts'
import { withOverrides, writeReply } from './writeReply.ts'

export interface ReplyParts {
  store: ChatStore
  bus: EventBus
  log: Log
  clock: Clock
  runtime: ModelRuntime
  decisions: Decisions
  turns: ReplyTurns
  warmth: Warmth
  /** Size of the model that would answer, awake or not; null when there is none or it is unknown. */
  selectedParameters: () => number | null
  listening: SlowListening
  care: CareForTalks
  inspect: InspectOverrides | undefined
}

export class Replies {
  readonly #active = new Map<string, ReplyUnderWay>()
  readonly #running = new Set<Promise<void>>()
  readonly #parts: ReplyParts
  #closed = false

  constructor(parts: ReplyParts) {
    this.#parts = parts
  }

  inProgress(conversationId: string): ReplyInProgress | null {
    return this.#active.get(conversationId)?.progress ?? null
  }

  get anyInProgress(): boolean {
    return this.#active.size > 0
  }

  /** Ids of stored messages that the page sees otherwise: the growing reply, and the one it replaces. */
  hiddenMessageIds(conversationId: string): Set<string> {
    const reply = this.#active.get(conversationId)
    return new Set(reply ? [reply.id, ...(reply.replaces ? [reply.replaces.id] : [])] : [])
  }

  /** @param triage null when looking at the session failed: then no model may answer. */
  begin(answers: Message, triage: Listened | null, replaces: Message | null): void {
    const awake = this.#parts.runtime.awake() !== null && !this.#parts.turns.busy
    const reply = new ReplyUnderWay(answers, triage, replaces, awake)
    this.#active.set(reply.conversationId, reply)
    if (replaces) this.#tell(reply, { type: 'messageRemoved', messageId: replaces.id })
    this.#parts.warmth.stepAside()
    this.#show(reply, {})
    const run = this.#run(reply).catch((error) => {
      this.#parts.log.error('replyFailed', error, { conversationId: reply.conversationId })
      this.#conclude(reply, 'cut', 'INTERNAL')
    })
    this.#running.add(run)
    void run.then(() => this.#running.delete(run))
  }

  /** Ends the reply for the person at once; the model ends its part within a moment. */
  stop(conversationId: string): boolean {
    const reply = this.#active.get(conversationId)
    if (!reply) return false
    reply.abort.abort()
    this.#conclude(reply, 'stopped', null)
    return true
  }

  /** Ends everything without another write: what was shown is already kept, as 'cut'. */
  async close(): Promise<void> {
    this.#closed = true
    for (const reply of this.#active.values()) reply.abort.abort()
    this.#active.clear()
    await Promise.allSettled(this.#running)
  }

  /** Forgets replies under way without keeping anything of them. */
  forgetAll(): void {
    for (const reply of this.#active.values()) {
      reply.concluded = true
      reply.abort.abort()
    }
    this.#active.clear()
  }

  async #run(reply: ReplyUnderWay): Promise<void> {
    const { store, decisions } = this.#parts
    const messages = this.#spoken(store.messages(reply.conversationId), reply)
    const previous = readCrisisState(store.scriptBefore(reply.conversationId, reply.answers.id))
    if (reply.triage === null) return this.#answerAuthored(reply, decisions.unchecked(messages, previous))
    await listenFurther(this.#parts, reply, messages)
    if (reply.abort.signal.aborted) return
    await this.#decide(reply, messages, previous)
    this.#parts.warmth.keepWarm(reply.conversationId)
  }

  /** Care first, then the model; again when the model that was to answer hears something grave itself. */
  async #decide(reply: ReplyUnderWay, messages: Message[], previous: CrisisState | null): Promise<void> {
    const { decisions, selectedParameters, turns } = this.#parts
    const care = decisions.care(reply.triage as Listened, messages, selectedParameters(), previous)
    reply.tier = care.talk?.tier ?? reply.tier
    if (care.answer) {
      reply.script = scriptOf(care.talk)
      return this.#answerAuthored(reply, care.answer)
    }
    reply.card = care.card
    // The words of a model are no step of the scripted talk: it stands where it stood.
    if (previous) reply.script = { state: previous, offer: null, isPrivate: previous.privacy }
    try {
      const heardMore = await turns.take(reply.abort.signal, () => this.#answerByModel(reply, care.note))
      if (heardMore) return this.#decide(reply, messages, previous)
    } catch (error) {
      if (reply.abort.signal.aborted) return
      this.#fail(reply, error, care)
    }
  }

  #answerAuthored(reply: ReplyUnderWay, answer: AuthoredAnswer): void {
    reply.progress = { ...reply.progress, source: answer.source, text: answer.text }
    reply.facts = { ...reply.facts, reasons: [...reply.facts.reasons, ...answer.reasons] }
    reply.card = answer.care
    this.#conclude(reply, 'complete', null)
  }

  /** @returns true when nothing was answered yet, because the model itself heard something grave. */
  async #answerByModel(reply: ReplyUnderWay, note: string | null): Promise<boolean> {
    const { runtime, decisions, store, warmth } = this.#parts
    const ready = await runtime.wake(reply.abort.signal)
    reply.modelTitle = ready.title
    return runtime.using(async () => {
      const summary = store.summary(reply.conversationId)
      const recent = store
        .placedMessages(reply.conversationId, summary?.until ?? 0)
        .map((placed) => placed.message)
      const messages = this.#spoken(recent, reply)
      await warmth.recall(reply.conversationId, messages.slice(0, -1), ready, reply.abort.signal)
      const prompt = await fitPrompt({
        messages,
        contextTokens: ready.contextTokens,
        build: (kept) =>
          decisions.prompt({
            messages: kept,
            summary: summary?.text ?? null,
            note,
            parameters: ready.parameters,
          }),
        countTokens: (turns) => ready.model.countTokens(turns),
      })
      if (await askModel(this.#parts, reply, { ready, messages, prompt: prompt.turns })) return true
      reply.facts = { ...reply.facts, reasons: [...reply.facts.reasons, ...prompt.reasons] }
      await this.#write(reply, ready, messages, prompt)
      return false
    })
  }

  async #write(
    reply: ReplyUnderWay,
    ready: ReadyModel,
    messages: Message[],
    prompt: Awaited<ReturnType<typeof fitPrompt>>,
  ): Promise<void> {
    const { decisions, inspect, clock, warmth } = this.#parts
    const triage = reply.triage as Listened
    reply.abort.signal.throwIfAborted()
    const written = await writeReply({
      ready,
      turns: prompt.turns,
      sampling: withOverrides(prompt.sampling, inspect),
      candidates: decisions.candidates(messages, reply.replaces?.text ?? null, ready.parameters),
      review: () => decisions.review(messages, triage, ready.parameters),
      clock,
      signal: reply.abort.signal,
      progressed: (progress) => this.#show(reply, progress),
      wrote: (text, source, rules) => {
        reply.rules = rules
        this.#keepPart(reply, text, source)
      },
    })
    reply.rules = written.rules
    reply.cuts = written.cuts
    reply.facts = {
      promptText: written.promptText,
      reasons: [...reply.facts.reasons, ...written.reasons],
      inputTokens: written.usage?.inputTokens ?? null,
      outputTokens: written.usage?.outputTokens ?? null,
    }
    if (written.talkTokens !== null) warmth.measured(reply.conversationId, written.talkTokens)
    if (reply.concluded) this.#keepLateFacts(reply)
    else if (reply.progress.text === '') this.#conclude(reply, 'cut', 'MODEL_STOPPED')
    else this.#conclude(reply, 'complete', null)
    if (written.holdsOther) await this.#readBack(reply, ready, prompt.turns)
  }

  /**
   * The model holds the last words it wrote, which are not the ones that were shown. Reading those takes a moment
   * that nobody waits for now; it is not left to idle time, which the next message may end.
   */
  async #readBack(reply: ReplyUnderWay, ready: ReadyModel, turns: PromptTurn[]): Promise<void> {
    const shown: PromptTurn = { role: 'assistant', text: reply.progress.text.trimEnd() }
    if (shown.text === '' || reply.abort.signal.aborted) return
    try {
      await ready.model.prepare([...turns, shown], null, reply.abort.signal)
    } catch (error) {
      this.#parts.log.warn('readBackFailed', { conversationId: reply.conversationId, code: failureOf(error) })
    }
  }

  #fail(reply: ReplyUnderWay, error: unknown, { withoutModel, talk }: CareDecision): void {
    const code = failureOf(error)
    if (code === 'INTERNAL')
      this.#parts.log.error('replyFailed', error, { conversationId: reply.conversationId })
    else this.#parts.log.warn('replyBroken', { conversationId: reply.conversationId, code })
    // Someone who said something serious is answered, model or not.
    if (withoutModel !== null && reply.progress.text === '') {
      const reasons = ['care.without-model']
      reply.script = scriptOf(talk)
      this.#answerAuthored(reply, { source: 'scripted', text: withoutModel, care: reply.card, reasons })
    } else this.#conclude(reply, 'cut', code)
  }

  /** What was said, without the growing reply, the one it replaces, and replies stopped before a word. */
  #spoken(messages: Message[], reply: ReplyUnderWay): Message[] {
    return messages.filter(
      (message) => message.text !== '' && message.id !== reply.id && message.id !== reply.replaces?.id,
    )
  }

  #keepPart(reply: ReplyUnderWay, text: string, source: Source): void {
    if (reply.concluded || this.#closed) return
    const first = reply.progress.text === ''
    reply.progress = { ...reply.progress, phase: 'writing', readFraction: null, text, source }
    this.#parts.store.transaction(() => {
      if (first && reply.replaces) this.#parts.store.removeMessage(reply.replaces.id)
      this.#parts.store.keep(this.#message(reply, 'cut'))
    })
    this.#show(reply, {})
  }

  #conclude(
    reply: ReplyUnderWay,
    status: 'complete' | 'stopped' | 'cut',
    failure: ReplyFailure | null,
  ): void {
    if (reply.concluded || this.#closed) return
    reply.concluded = true
    // Whatever happens below, the talk must be free for the next message.
    this.#active.delete(reply.conversationId)
    const { store, bus } = this.#parts
    // A reply that broke off before a word leaves nothing but its failure, and what it was to replace stays.
    const kept = reply.progress.text !== '' || (status === 'stopped' && !reply.replaces)
    const message = this.#message(reply, status)
    try {
      store.transaction(() => {
        if (kept) {
          if (reply.replaces) store.removeMessage(reply.replaces.id)
          store.keep(message)
          store.keepFacts(reply.id, reply.facts)
          if (reply.script) store.keepScript(reply.id, reply.script)
          if (reply.cuts.length > 0) store.keepCuts(reply.id, reply.cuts)
        }
        store.setFailure(reply.conversationId, failure)
      })
    } catch (error) {
      // What was reviewed and shown was kept sentence by sentence; only its end could not be written.
      this.#parts.log.error('replyNotConcluded', error, { conversationId: reply.conversationId })
      this.#tell(reply, { type: 'reply', reply: null })
      this.#tell(reply, { type: 'failure', failure: { code: 'INTERNAL', messageId: reply.answers.id } })
      return
    }
    if (kept) this.#remember(reply)
    if (kept) this.#tell(reply, { type: 'message', message })
    else {
      this.#tell(reply, { type: 'reply', reply: null })
      if (reply.replaces) this.#tell(reply, { type: 'message', message: reply.replaces })
    }
    this.#tell(reply, {
      type: 'failure',
      failure: failure === null ? null : { code: failure, messageId: reply.answers.id },
    })
    const conversation = store.conversation(reply.conversationId)
    if (conversation) this.#tell(reply, { type: 'conversation', conversation })
    bus.emit('conversationsChanged', {})
  }

  /** What care keeps of it: that people were shown, and that Lull will ask again. Nobody at home is to read the latter. */
  #remember({ card, conversationId, script, tier, triage, progress }: ReplyUnderWay): void {
    const { care } = this.#parts
    if (card) care.referred({ tier: card.tier, kinds: triage?.kinds ?? [], country: card.country })
    const state = readCrisisState(script?.state)
    if (progress.source !== 'scripted' || !state?.wantsCheckBack || state.privacy) return
    care.willCheckBack({ conversationId, tier, language: state.language })
  }

  /** The model's own account of a stopped reply comes after the person was already served. */
  #keepLateFacts(reply: ReplyUnderWay): void {
    if (this.#closed || !this.#parts.store.message(reply.id)) return
    this.#parts.store.keepFacts(reply.id, reply.facts)
  }

  #message(reply: ReplyUnderWay, status: 'complete' | 'stopped' | 'cut'): Message {
    return {
      id: reply.id,
      conversationId: reply.conversationId,
      author: 'lull',
      // A sentence brings the space after it; the last one needs none.
      text: reply.progress.text.trimEnd(),
      at: this.#parts.clock.now(),
      status,
      source: reply.progress.source,
      tier: reply.tier,
      care: reply.card,
      offer: reply.script?.offer ?? null,
      isPrivate: reply.script?.isPrivate ?? false,
      guard: reply.rules,
      modelTitle: reply.progress.source === 'model' ? reply.modelTitle : null,
    }
  }

  #show(reply: ReplyUnderWay, progress: Partial<Pick<ReplyInProgress, 'phase' | 'readFraction'>>): void {
    if (reply.concluded || this.#closed) return
    reply.progress = { ...reply.progress, ...progress }
    this.#tell(reply, { type: 'reply', reply: reply.progress })
  }

  #tell(reply: ReplyUnderWay, change: ConversationChange): void {
    this.#parts.bus.emit('conversationChanged', { conversationId: reply.conversationId, change })
  }
}

/** What is kept beside a message of the scripted talk. */
function scriptOf(talk: CrisisTurn | null): Script | null {
  return talk && { state: talk.state, offer: talk.offer, isPrivate: talk.privacy }
}

function failureOf(error: unknown): ReplyFailure {
  if (error instanceof LanguageModelError) return error.code === 'PROMPT_TOO_LONG' ? 'INTERNAL' : error.code
  if (!(error instanceof EngineError)) return 'INTERNAL'
  const { code } = error
  return code === 'MODEL_MISSING' ||
    code === 'MODEL_BROKEN' ||
    code === 'MODEL_TOO_BIG' ||
    code === 'MODEL_STOPPED'
    ? code
    : 'INTERNAL'
}
