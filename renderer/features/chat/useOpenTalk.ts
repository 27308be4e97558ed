/** Which talk a window shows: the one from earlier today while it is warm, or a fresh one. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Conversation } from '../../../electron/core/chat/conversation.ts'
import { type OutgoingMessage, outboxKey } from './outbox.ts'
import type { OpenTalk } from './useConversation.ts'
import { useConversations } from './useConversations.ts'

/** A talk older than this is offered in the list and not opened by itself. */
const warmForMs = 12 * 3_600_000
const endedKey = 'lull.talkEndedAt'

/** The talk to go on with when a window opens, or null for a fresh one. */
export function warmTalk(conversations: Conversation[], now: number, endedAt: number): Conversation | null {
  const newest = conversations[0]
  if (!newest) return null
  return now - newest.updatedAt < warmForMs && newest.updatedAt > endedAt ? newest : null
}

const freshTalk = (): OpenTalk => ({ conversationId: crypto.randomUUID(), isKnown: false })

export interface TalkChoice {
  talk: OpenTalk
  /** Leaves the talk as it is and begins a fresh one. */
  begin(): void
  open(conversation: Conversation): void
  /** A talk that is known by its id alone. */
  openAgain(conversationId: string): void
  onKnown(conversationId: string): void
}

export function useOpenTalk(): TalkChoice {
  const cache = useQueryClient()
  const conversations = useConversations()
  const [talk, setTalk] = useState(freshTalk)
  const hasChosen = useRef(false)
  const wasListed = useRef(false)

  const openAgain = useCallback((conversationId: string) => {
    hasChosen.current = true
    wasListed.current = true
    setTalk({ conversationId, isKnown: true })
  }, [])
  const open = useCallback((conversation: Conversation) => openAgain(conversation.id), [openAgain])
  const begin = useCallback(() => {
    hasChosen.current = true
    wasListed.current = false
    // So that a reload does not bring back what the person has put down.
    window.localStorage.setItem(endedKey, String(Date.now()))
    setTalk(freshTalk())
  }, [])
  const onKnown = useCallback((conversationId: string) => {
    hasChosen.current = true
    setTalk((now) => (now.conversationId === conversationId ? { ...now, isKnown: true } : now))
  }, [])

  useEffect(() => {
    if (!conversations) return
    const { conversationId, isKnown } = talk
    const isListed = conversations.some((conversation) => conversation.id === conversationId)
    if (isListed) wasListed.current = true
    // Deleted here or in another window.
    else if (isKnown && wasListed.current) {
      wasListed.current = false
      setTalk(freshTalk())
    }
    if (hasChosen.current) return
    hasChosen.current = true
    const hasBegun =
      cache.getQueryData<string>(['draft', conversationId]) ||
      cache.getQueryData<OutgoingMessage[]>(outboxKey(conversationId))?.length
    const warm = warmTalk(conversations, Date.now(), Number(window.localStorage.getItem(endedKey) ?? 0))
    if (warm && !hasBegun) open(warm)
  }, [conversations, talk, cache, open])

  return { talk, begin, open, openAgain, onKnown }
}
