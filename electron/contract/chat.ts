/** Talking: conversations, what is said in them, and replies as they come. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import type {
  Conversation,
  ConversationChange,
  ConversationView,
  Message,
} from '../core/chat/conversation.ts'
import { MAX_MESSAGE_LENGTH, procedure } from './procedure.ts'
import { careCard, opinion, tier } from './safety.ts'

const id = z.uuid()
const mode = z.enum(['talk'])

export const message = z.object({
  id,
  conversationId: id,
  author: z.enum(['person', 'lull']),
  text: z.string(),
  at: z.number().int(),
  status: z.enum(['sent', 'complete', 'stopped', 'cut']),
  source: z.enum(['model', 'scripted', 'guided']).nullable(),
  tier,
  care: careCard.nullable(),
  offer: z.literal('safety-plan').nullable(),
  isPrivate: z.boolean(),
  guard: z.array(z.string()),
  modelTitle: z.string().nullable(),
}) satisfies z.ZodType<Message>

export const conversation = z.object({
  id,
  title: z.string(),
  startedAt: z.number().int(),
  updatedAt: z.number().int(),
  mode,
  messageCount: z.number().int(),
  preview: z.string(),
}) satisfies z.ZodType<Conversation>

const reply = z.object({
  id,
  answersMessageId: id,
  phase: z.enum(['waking', 'reading', 'writing']),
  readFraction: z.number().min(0).max(1).nullable(),
  text: z.string(),
  source: z.enum(['model', 'scripted', 'guided']),
})

const failure = z
  .object({
    code: z.enum(['MODEL_MISSING', 'MODEL_BROKEN', 'MODEL_TOO_BIG', 'MODEL_STOPPED', 'INTERNAL']),
    messageId: id,
  })
  .nullable()

const view = z.object({
  conversation: conversation.nullable(),
  messages: z.array(message),
  reply: reply.nullable(),
  failure,
}) satisfies z.ZodType<ConversationView>

export const conversationChange = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), view }),
  z.object({ type: z.literal('conversation'), conversation }),
  z.object({ type: z.literal('message'), message }),
  z.object({ type: z.literal('messageRemoved'), messageId: id }),
  z.object({ type: z.literal('reply'), reply: reply.nullable() }),
  z.object({ type: z.literal('failure'), failure }),
  z.object({ type: z.literal('erased') }),
]) satisfies z.ZodType<ConversationChange>

export const chat = {
  /** All conversations, newest first, then again at every change. `query` searches titles and messages. */
  watchList: procedure
    .input(z.object({ query: z.string().max(200).optional() }))
    .output(eventIterator(z.object({ conversations: z.array(conversation) }))),
  /** One conversation: a snapshot, then every change, replies included. */
  watch: procedure.input(z.object({ conversationId: id })).output(eventIterator(conversationChange)),
  /**
   * Commits the person's message and starts a reply; answers as soon as the message is safe on disk.
   * `conversationId` and `messageId` are made by the page, so that sending twice commits once.
   * @throws BUSY while a reply is in progress in that conversation.
   */
  send: procedure
    .input(
      z.object({
        conversationId: id,
        messageId: id,
        text: z.string().min(1).max(MAX_MESSAGE_LENGTH),
        mode: mode.default('talk'),
      }),
    )
    .output(z.object({ message })),
  /** Stops the reply in progress; what came is kept. Without one it does nothing. */
  stop: procedure.input(z.object({ conversationId: id })).output(z.object({ stopped: z.boolean() })),
  /** Answers the person's last message again, replacing the last reply or the failure. */
  tryAgain: procedure.input(z.object({ conversationId: id })).output(z.object({})),
  /** "Why this reply": the exact prompt as sent, with what triage and the guard did. */
  explain: procedure.input(z.object({ messageId: id })).output(
    z.object({
      promptText: z.string().nullable(),
      modelTitle: z.string().nullable(),
      tier,
      reasons: z.array(z.string()),
      /** What the ways of listening beside the rules thought of the message that was answered. */
      opinions: z.array(opinion),
      guard: z.array(z.string()),
      /** Sentences of the model that were cut: which rule, and the place among its sentences, from 0. */
      cuts: z.array(z.object({ rule: z.string(), sentence: z.number().int().min(0) })),
      inputTokens: z.number().int().nullable(),
      outputTokens: z.number().int().nullable(),
    }),
  ),
  rename: procedure
    .input(z.object({ conversationId: id, title: z.string().trim().min(1).max(120) }))
    .output(z.object({})),
  /** Hides a conversation at once and erases it for good after `undoSeconds`, unless restored. */
  erase: procedure.input(z.object({ conversationId: id })).output(z.object({ undoSeconds: z.number() })),
  restore: procedure.input(z.object({ conversationId: id })).output(z.object({ restored: z.boolean() })),
}
