/** Talking: commits what a person says, has it answered, and lets any number of pages watch. */
import type {
  Conversation,
  ConversationChange,
  ConversationView,
  Message,
  Mode,
} from '../../../core/chat/conversation.ts'
import { Erasures } from '../../erasures.ts'
import { EngineError } from '../../errors.ts'
import type { EventBus } from '../../events.ts'
import type { InspectOverrides } from '../../host.ts'
import type { Log } from '../../log.ts'
import type { CareForTalks } from '../../ports/care.ts'
import type { Clock } from '../../ports/clock.ts'
import type { ModelRuntime } from '../../ports/modelRuntime.ts'
import type { SlowListening } from '../../ports/slowListening.ts'
import type { ChatStore, Explanation } from './chatStore.ts'
import type { Decisions, Listened } from './decisions.ts'
import { Replies } from './replies.ts'
import { ReplyTurns } from './replyTurns.ts'
import type { StateFiles } from './stateFiles.ts'
import { Warmth } from './warmth.ts'

export interface ChatParts {
  store: ChatStore
  states: StateFiles
  bus: EventBus
  log: Log
  clock: Clock
  runtime: ModelRuntime
  decisions: Decisions
  listening: SlowListening
  care: CareForTalks
  selectedParameters: () => number | null
  inspect?: InspectOverrides | undefined
}

export interface Said {
  conversationId: string
  messageId: string
  text: string
  mode: Mode
}

export class ChatService {
  readonly #parts: ChatParts
  readonly #replies: Replies
  readonly #warmth: Warmth
  readonly #erasures: Erasures
  readonly #stopListening: (() => void)[] = []
  /** The talk a page looked at last: the one worth reading ahead. */
  #lookedAt: string | null = null

  constructor(parts: ChatParts) {
    this.#parts = parts
    const turns = new ReplyTurns()
    this.#warmth = new Warmth({ ...parts, turns })
    this.#replies = new Replies({ ...parts, inspect: parts.inspect, turns, warmth: this.#warmth })
    this.#erasures = new Erasures(parts.clock, (conversationId) => this.#eraseForGood(conversationId))
  }

  start(): void {
    const { bus, store, log } = this.#parts
    const erased = store.eraseAllHidden()
    if (erased > 0) log.info('conversationsErased', { count: erased })
    this.#tidyStates()
    this.#stopListening.push(
      bus.on('runtimeChanged', (runtime) => {
        if (runtime.phase === 'off' || runtime.phase === 'failed') {
          this.#warmth.modelGone()
          this.#tidyStates()
        }
        if (runtime.phase === 'ready' && this.#lookedAt !== null) this.#warmth.keepWarm(this.#lookedAt)
      }),
    )
  }

  /** Quick and safe: what was shown is on disk already, what was erased is gone before the door closes. */
  async stop(): Promise<void> {
    for (const stop of this.#stopListening.splice(0)) stop()
    this.#warmth.close()
    this.#erasures.finishAll()
    await this.#replies.close()
  }

  /** Whether Lull is writing anywhere, for the tray's lamp. */
  get replying(): boolean {
    return this.#replies.anyInProgress
  }

  conversations(query: string | null): Conversation[] {
    return this.#parts.store.conversations(query)
  }

  view(conversationId: string): ConversationView {
    const { store } = this.#parts
    const conversation = store.conversation(conversationId)
    if (!conversation) return { conversation: null, messages: [], reply: null, failure: null }
    const hidden = this.#replies.hiddenMessageIds(conversationId)
    const messages = store.messages(conversationId).filter((message) => !hidden.has(message.id))
    const reply = this.#replies.inProgress(conversationId)
    return { conversation, messages, reply, failure: reply ? null : this.#failure(conversationId, messages) }
  }

  /** A page opened this talk: read it ahead if the model is awake. */
  lookedAt(conversationId: string): void {
    this.#lookedAt = conversationId
    // First, since it is small: what listens should be ready before what talks.
    this.#parts.listening.wake()
    this.#warmth.keepWarm(conversationId)
  }

  send(said: Said): Message {
    const { store, bus } = this.#parts
    const known = store.message(said.messageId)
    if (known) return this.#sentBefore(known, said)
    if (!store.conversation(said.conversationId) && store.exists(said.conversationId)) throw notFound()
    if (this.#replies.inProgress(said.conversationId)) {
      throw new EngineError('BUSY', 'Lull is still answering in this conversation.')
    }
    const message = this.#message(said)
    const earlier = store.messages(said.conversationId)
    const triage = this.#triage([...earlier, message])
    message.tier = triage?.tier ?? 'none'
    const isNew = store.transaction(() => this.#commit(message, said.mode))
    this.#tell(said.conversationId, { type: 'message', message })
    this.#tell(said.conversationId, { type: 'failure', failure: null })
    const conversation = store.conversation(said.conversationId)
    if (conversation) this.#tell(said.conversationId, { type: 'conversation', conversation })
    bus.emit('conversationsChanged', {})
    if (isNew) this.#lookedAt = said.conversationId
    this.#replies.begin(message, triage, null)
    return message
  }

  stopReply(conversationId: string): boolean {
    return this.#replies.stop(conversationId)
  }

  tryAgain(conversationId: string): void {
    const { store } = this.#parts
    if (!store.conversation(conversationId)) throw notFound()
    if (this.#replies.inProgress(conversationId)) {
      throw new EngineError('BUSY', 'Lull is still answering in this conversation.')
    }
    const messages = store.messages(conversationId)
    const last = messages.at(-1)
    const replaces = last?.author === 'lull' ? last : null
    const answers = messages.findLast((message) => message.author === 'person')
    if (!answers) throw notFound()
    const upTo = messages.slice(0, messages.indexOf(answers) + 1)
    const triage = this.#triage(upTo)
    // Until the new reply stands, a crash leaves the old state: answered, or waiting to be tried again.
    if (!replaces) store.setFailure(conversationId, 'MODEL_STOPPED')
    this.#tell(conversationId, { type: 'failure', failure: null })
    this.#replies.begin(answers, triage, replaces)
  }

  explain(messageId: string): Explanation {
    const { store } = this.#parts
    const message = store.message(messageId)
    const explanation =
      message && store.conversation(message.conversationId) ? store.explanation(messageId) : null
    if (!explanation) throw notFound()
    return explanation
  }

  rename(conversationId: string, title: string): void {
    const { store, bus } = this.#parts
    if (!store.conversation(conversationId)) throw notFound()
    store.rename(conversationId, title.toWellFormed())
    const conversation = store.conversation(conversationId)
    if (conversation) this.#tell(conversationId, { type: 'conversation', conversation })
    bus.emit('conversationsChanged', {})
  }

  /** @returns how long it can be restored, in seconds. */
  erase(conversationId: string): number {
    const { store, bus, clock } = this.#parts
    if (!store.conversation(conversationId)) throw notFound()
    this.#replies.stop(conversationId)
    this.#warmth.forget(conversationId)
    store.hide(conversationId, clock.now())
    this.#tell(conversationId, { type: 'erased' })
    bus.emit('conversationsChanged', {})
    return this.#erasures.begin(conversationId)
  }

  restore(conversationId: string): boolean {
    const { store, bus } = this.#parts
    if (!this.#erasures.cancel(conversationId) || !store.unhide(conversationId)) return false
    this.#tell(conversationId, { type: 'snapshot', view: this.view(conversationId) })
    bus.emit('conversationsChanged', {})
    return true
  }

  /** Every word of every talk, now and for good. The caller compacts the file. */
  eraseEverything(): void {
    const { store, states, bus } = this.#parts
    this.#replies.forgetAll()
    this.#warmth.stepAside()
    this.#erasures.cancelAll()
    this.#lookedAt = null
    const ids = store.conversationIds()
    store.eraseEverything()
    states.removeAll()
    for (const id of ids) {
      this.#warmth.forget(id)
      this.#tell(id, { type: 'erased' })
    }
    bus.emit('conversationsChanged', {})
  }

  #sentBefore(known: Message, said: Said): Message {
    if (known.conversationId !== said.conversationId || known.author !== 'person') {
      throw new EngineError('INVALID_INPUT', 'This message id belongs to another message.')
    }
    if (!this.#parts.store.conversation(known.conversationId)) throw notFound()
    return known
  }

  #message(said: Said): Message {
    return {
      id: said.messageId,
      conversationId: said.conversationId,
      author: 'person',
      // Half a surrogate pair cannot be stored as text; the rest of the message is kept as typed.
      text: said.text.toWellFormed(),
      at: this.#parts.clock.now(),
      status: 'sent',
      source: null,
      tier: 'none',
      care: null,
      offer: null,
      isPrivate: false,
      guard: [],
      modelTitle: null,
    }
  }

  /** @returns whether the conversation is new. */
  #commit(message: Message, mode: Mode): boolean {
    const { store, decisions } = this.#parts
    const isNew = !store.exists(message.conversationId)
    if (isNew) {
      store.create({
        id: message.conversationId,
        title: decisions.title(message.text, message.tier),
        mode,
        at: message.at,
      })
    }
    store.keep(message)
    // True from now until the reply stands: a crash in between shows "try again" instead of silence.
    store.setFailure(message.conversationId, 'MODEL_STOPPED')
    return isNew
  }

  /** Null when it broke: the message is kept all the same, and no model answers unlooked-at words. */
  #triage(messages: Message[]): Listened | null {
    try {
      return this.#parts.decisions.triage(
        messages,
        this.#parts.store.opinions(messages[0]?.conversationId ?? ''),
      )
    } catch (error) {
      this.#parts.log.error('triageFailed', error)
      return null
    }
  }

  #failure(conversationId: string, messages: Message[]): ConversationView['failure'] {
    const code = this.#parts.store.failure(conversationId)
    const answered = messages.findLast((message) => message.author === 'person')
    return code && answered ? { code, messageId: answered.id } : null
  }

  /** While no model process runs: what one left half done goes, and so does what it saved of a talk since erased. */
  #tidyStates(): void {
    const { store, states } = this.#parts
    states.removeUnfinished()
    states.sweep(store.conversationIds())
  }

  /** Runs by the clock, with nobody to hear of a failure: what a full disk would not let go goes at the next start. */
  #eraseForGood(conversationId: string): void {
    const { store, states, log } = this.#parts
    states.removeOf(conversationId)
    try {
      store.eraseHidden(conversationId)
    } catch (error) {
      log.error('eraseFailed', error, { conversationId })
    }
  }

  #tell(conversationId: string, change: ConversationChange): void {
    this.#parts.bus.emit('conversationChanged', { conversationId, change })
  }
}

function notFound(): EngineError {
  return new EngineError('NOT_FOUND', 'This conversation or message is not there any more.')
}
