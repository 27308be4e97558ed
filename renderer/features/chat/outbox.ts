/** Words on their way to the engine: shown at once, sent again under the same id until the engine has them. */
import type { QueryClient } from '@tanstack/react-query'
import {
  type ConversationView,
  conversationView,
  emptyConversationView,
} from '../../../electron/core/chat/conversation.ts'
import type { Engine } from '../../engine.ts'
import { errorCode, isCut, type PageErrorCode } from '../../watch.ts'

export interface OutgoingMessage {
  id: string
  text: string
  /** Null while it is on its way. */
  failure: PageErrorCode | null
}

export const outboxKey = (conversationId: string) => ['outbox', conversationId]
export const conversationKey = (conversationId: string) => ['conversation', conversationId]

export interface Sending {
  engine: Engine
  cache: QueryClient
  conversationId: string
}

const cutsMax = 5
const cutPauseMs = 300

/** @returns true when the engine has the message on disk. */
export async function sendMessage(sending: Sending, messageId: string, text: string): Promise<boolean> {
  const { engine, cache, conversationId } = sending
  put(sending, { id: messageId, text, failure: null })
  for (let cuts = 0; ; cuts += 1) {
    try {
      const { message } = await engine.client.chat.send({ conversationId, messageId, text, mode: 'talk' })
      cache.setQueryData<ConversationView>(conversationKey(conversationId), (view) =>
        conversationView(view ?? emptyConversationView, { type: 'message', message }),
      )
      takeOut(sending, messageId)
      return true
    } catch (error) {
      const failure = errorCode(error)
      if (isCut(error) && cuts < cutsMax) {
        // The engine went away in the middle: the same ids again on the next link, so that it is kept once.
        await new Promise((resolve) => setTimeout(resolve, cutPauseMs))
        continue
      }
      put(sending, { id: messageId, text, failure })
      return false
    }
  }
}

export function takeOut({ cache, conversationId }: Sending, messageId: string): void {
  cache.setQueryData<OutgoingMessage[]>(outboxKey(conversationId), (all = []) =>
    all.filter((message) => message.id !== messageId),
  )
}

function put({ cache, conversationId }: Sending, message: OutgoingMessage): void {
  cache.setQueryData<OutgoingMessage[]>(outboxKey(conversationId), (all = []) => {
    const index = all.findIndex((other) => other.id === message.id)
    return index < 0 ? [...all, message] : all.with(index, message)
  })
}
