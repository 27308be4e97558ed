/** What the lamp shows: the reply under way, or else what the model is doing. */
import type { ConversationView } from '../../../electron/core/chat/conversation.ts'
import type { LampState } from '../../design/Lamp.tsx'
import { useKept, useLinkState } from '../../watch.ts'
import { selectedModel, useModels } from '../models/useModels.ts'
import { conversationKey } from './outbox.ts'

export function useLamp(conversationId: string): LampState {
  const link = useLinkState()
  const models = useModels()
  const reply = useKept<ConversationView>(conversationKey(conversationId))?.reply
  if (link.state !== 'connected' || !models) return 'off'
  if (reply) return reply.phase
  if (!selectedModel(models)) return 'off'
  return models.runtime.phase === 'waking' ? 'waking' : 'resting'
}
