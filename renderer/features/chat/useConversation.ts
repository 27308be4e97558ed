/** One talk as the page shows it: what is committed, what is on its way, and what a person can do with it. */
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import {
  type ConversationChange,
  type ConversationView,
  conversationView,
  emptyConversationView,
} from '../../../electron/core/chat/conversation.ts'
import { useEngine, useKept, useWatch } from '../../watch.ts'
import { conversationKey, type OutgoingMessage, outboxKey, sendMessage, takeOut } from './outbox.ts'

export interface OpenTalk {
  conversationId: string
  /** False for a fresh talk the engine has never heard of: there is nothing to watch before the first message. */
  isKnown: boolean
}

export interface Talk {
  view: ConversationView
  /** True until a known talk has been read for the first time. */
  isLoading: boolean
  outgoing: OutgoingMessage[]
  send(text: string, messageId: string): Promise<boolean>
  sendAgain(message: OutgoingMessage): Promise<boolean>
  takeBack(message: OutgoingMessage): void
  stop(): Promise<unknown>
  tryAgain(): Promise<unknown>
}

export function useConversation({ conversationId, isKnown }: OpenTalk): Talk {
  const engine = useEngine()
  const cache = useQueryClient()
  useWatch<ConversationChange, ConversationView>(
    isKnown
      ? {
          key: conversationKey(conversationId),
          open: (client, signal) => client.chat.watch({ conversationId }, { signal }),
          reduce: (view, change) => conversationView(view ?? emptyConversationView, change),
        }
      : null,
  )
  // Read apart from the watch: the first message is there before there is anything to watch.
  const watched = useKept<ConversationView>(conversationKey(conversationId))
  const kept = useKept<OutgoingMessage[]>(outboxKey(conversationId)) ?? []
  const view = watched ?? emptyConversationView
  // The stream may bring the message before the answer to `send` does.
  const outgoing = kept.filter((message) => !view.messages.some((committed) => committed.id === message.id))

  const doings = useMemo(() => {
    const sending = { engine, cache, conversationId }
    return {
      send: (text: string, messageId: string) => sendMessage(sending, messageId, text),
      sendAgain: (message: OutgoingMessage) => sendMessage(sending, message.id, message.text),
      takeBack: (message: OutgoingMessage) => takeOut(sending, message.id),
      stop: () => engine.client.chat.stop({ conversationId }),
      tryAgain: () => engine.client.chat.tryAgain({ conversationId }),
    }
  }, [engine, cache, conversationId])

  return { view, isLoading: isKnown && watched === undefined, outgoing, ...doings }
}
