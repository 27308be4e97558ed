/** The words of a talk: what a conversation, a message and a reply in progress are, and how a view of one follows its changes. */
import type { CareCard, Tier } from '../safety/tier.ts'

/** Who wrote a message. The person, or Lull (through a model or through authored text). */
export type Author = 'person' | 'lull'

/**
 * Where Lull's words came from: the local model, text reviewed by people (safety), or an authored flow
 * that needs no model.
 */
export type Source = 'model' | 'scripted' | 'guided'

/**
 * `sent`: a person's message, committed. `complete`: a reply that ended by itself. `stopped`: the person
 * stopped it. `cut`: the model process ended under it; the part that came is kept.
 */
export type MessageStatus = 'sent' | 'complete' | 'stopped' | 'cut'

/** What a person can do in a talk. Later modes add their own word here. */
export type Mode = 'talk'

export interface Message {
  id: string
  conversationId: string
  author: Author
  text: string
  /** Epoch milliseconds. */
  at: number
  status: MessageStatus
  /** Only on Lull's messages. */
  source: Source | null
  /** Triage tier of the session when this message was answered (on Lull's) or sent (on the person's). */
  tier: Tier
  /** People to call, shown under the message. */
  care: CareCard | null
  /** What the scripted talk offers under this message; null for nothing. */
  offer: 'safety-plan' | null
  /** Someone at home may read along: the window gets a neutral name and a way to leave at once. */
  isPrivate: boolean
  /** Rules of the guard that replaced a sentence of this reply. */
  guard: string[]
  /** The model that wrote it, as the person knows it ("SmolLM2 135M"); null when no model did. */
  modelTitle: string | null
}

export interface Conversation {
  id: string
  title: string
  /** Epoch milliseconds. */
  startedAt: number
  /** Epoch milliseconds of the last message. */
  updatedAt: number
  mode: Mode
  messageCount: number
  /** First words of the last message, at most 120 characters. */
  preview: string
}

/** What the reply in progress is doing. Reading carries how far it has come, 0–1, or null when unknown. */
export type ReplyPhase = 'waking' | 'reading' | 'writing'

export interface ReplyInProgress {
  /** Becomes the message's id when the reply ends. */
  id: string
  answersMessageId: string
  phase: ReplyPhase
  /** 0–1 while reading; null while unknown or in another phase. */
  readFraction: number | null
  /** Reviewed text so far: only sentences that passed the guard. */
  text: string
  source: Source
}

/** Why the last reply did not come or broke off; the page offers "try again" beside it. */
export type ReplyFailure = 'MODEL_MISSING' | 'MODEL_BROKEN' | 'MODEL_TOO_BIG' | 'MODEL_STOPPED' | 'INTERNAL'

export interface ConversationView {
  conversation: Conversation | null
  messages: Message[]
  reply: ReplyInProgress | null
  failure: { code: ReplyFailure; messageId: string } | null
}

/** One step of a watched conversation: first a snapshot, then changes. */
export type ConversationChange =
  | { type: 'snapshot'; view: ConversationView }
  | { type: 'conversation'; conversation: Conversation }
  | { type: 'message'; message: Message }
  | { type: 'messageRemoved'; messageId: string }
  | { type: 'reply'; reply: ReplyInProgress | null }
  | { type: 'failure'; failure: ConversationView['failure'] }
  | { type: 'erased' }

export const emptyConversationView: ConversationView = {
  conversation: null,
  messages: [],
  reply: null,
  failure: null,
}

/** The view after one change. Messages keep their order; a known id is replaced, a new one is appended. */
export function conversationView(view: ConversationView, change: ConversationChange): ConversationView {
  switch (change.type) {
    case 'snapshot':
      return change.view
    case 'conversation':
      return { ...view, conversation: change.conversation }
    case 'message': {
      const index = view.messages.findIndex((message) => message.id === change.message.id)
      const messages =
        index < 0 ? [...view.messages, change.message] : view.messages.with(index, change.message)
      // A reply that became a message is no longer in progress.
      const reply = view.reply?.id === change.message.id ? null : view.reply
      return { ...view, messages, reply }
    }
    case 'messageRemoved':
      return { ...view, messages: view.messages.filter((message) => message.id !== change.messageId) }
    case 'reply':
      return { ...view, reply: change.reply }
    case 'failure':
      return { ...view, failure: change.failure }
    case 'erased':
      return emptyConversationView
  }
}
