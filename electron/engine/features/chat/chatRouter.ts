/** Talking, on the wire. */
import type { ConversationChange } from '../../../core/chat/conversation.ts'
import type { EventBus } from '../../events.ts'
import { os } from '../../wire/procedures.ts'
import { watchStream } from '../../wire/watchStream.ts'
import type { ChatService } from './chatService.ts'

/** A page that takes nothing for this many changes gets a fresh snapshot instead. */
const MAX_WAITING_CHANGES = 64

export function chatRouter(service: ChatService, bus: EventBus) {
  /** A reply in progress replaces the one before it, so a slow page skips to the newest. */
  const queued = (conversationId: string) => (waiting: ConversationChange[], next: ConversationChange) => {
    if (waiting.length >= MAX_WAITING_CHANGES) {
      return [{ type: 'snapshot' as const, view: service.view(conversationId) }]
    }
    const replacesLast = next.type === 'reply' && waiting.at(-1)?.type === 'reply'
    return [...(replacesLast ? waiting.slice(0, -1) : waiting), next]
  }

  return {
    watchList: os.chat.watchList.handler(({ input, signal }) => {
      const current = () => ({ conversations: service.conversations(input.query ?? null) })
      return watchStream({
        signal,
        listen: (push) => bus.on('conversationsChanged', () => push(current())),
        snapshot: current,
      })
    }),
    watch: os.chat.watch.handler(({ input: { conversationId }, signal }) =>
      watchStream<ConversationChange>({
        signal,
        listen: (push) =>
          bus.on('conversationChanged', (event) => {
            if (event.conversationId === conversationId) push(event.change)
          }),
        snapshot: () => {
          service.lookedAt(conversationId)
          return { type: 'snapshot', view: service.view(conversationId) }
        },
        queue: queued(conversationId),
      }),
    ),
    send: os.chat.send.handler(({ input }) => ({ message: service.send(input) })),
    stop: os.chat.stop.handler(({ input }) => ({ stopped: service.stopReply(input.conversationId) })),
    tryAgain: os.chat.tryAgain.handler(({ input }) => {
      service.tryAgain(input.conversationId)
      return {}
    }),
    explain: os.chat.explain.handler(({ input }) => service.explain(input.messageId)),
    rename: os.chat.rename.handler(({ input }) => {
      service.rename(input.conversationId, input.title)
      return {}
    }),
    erase: os.chat.erase.handler(({ input }) => ({ undoSeconds: service.erase(input.conversationId) })),
    restore: os.chat.restore.handler(({ input }) => ({ restored: service.restore(input.conversationId) })),
  }
}
