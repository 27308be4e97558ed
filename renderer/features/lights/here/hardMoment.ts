/** Whether a talk has people to call in it: then the room is left alone, and nothing is said about it there. */
import type { ConversationView } from '../../../../electron/core/chat/conversation.ts'
import { useKept } from '../../../watch.ts'
import { conversationKey } from '../../chat/outbox.ts'

export const isHardMoment = (view: Pick<ConversationView, 'messages'> | undefined): boolean =>
  view?.messages.some(({ care }) => care !== null) ?? false

/** @param conversationId null: no talk is in sight. */
export const useHardMoment = (conversationId: string | null): boolean =>
  isHardMoment(useKept<ConversationView>(conversationKey(conversationId ?? '')))
