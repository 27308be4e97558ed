/** The list of talks, newest first, as it is now; with words to look for, the talks that hold them. */
import type { Conversation } from '../../../electron/core/chat/conversation.ts'
import { useWatch } from '../../watch.ts'

export function useConversations(query = ''): Conversation[] | undefined {
  const words = query.trim()
  return useWatch<{ conversations: Conversation[] }, Conversation[]>({
    key: ['conversations', words],
    open: (client, signal) => client.chat.watchList(words ? { query: words } : {}, { signal }),
    reduce: (_, list) => list.conversations,
  })
}
