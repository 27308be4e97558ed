/** The typed bus features talk over: they never import one another. Events are past tense and carry what changed. */
import { EventEmitter } from 'node:events'
import type { PresenceState } from '../contract/presence.ts'
import type { Settings } from '../contract/settings.ts'
import type { ConversationChange } from '../core/chat/conversation.ts'
import type { RuntimeState } from '../core/models/model.ts'

export interface EngineEvents {
  /** Something about one conversation; `conversationId` tells which. */
  conversationChanged: { conversationId: string; change: ConversationChange }
  /** The list of conversations: one was added, renamed, removed or moved. */
  conversationsChanged: Record<string, never>
  modelsChanged: Record<string, never>
  runtimeChanged: RuntimeState
  settingsChanged: Settings
  presenceChanged: PresenceState
  /** A connection left this machine, or tried to. */
  connectionMade: { at: number; peer: string; reason: string; outcome: 'answered' | 'failed' | 'stopped' }
  /** Everything was erased: forget what you hold in memory. */
  everythingErased: Record<string, never>
}

export type EventName = keyof EngineEvents

export class EventBus {
  readonly #emitter = new EventEmitter().setMaxListeners(0)

  emit<Name extends EventName>(name: Name, payload: EngineEvents[Name]): void {
    this.#emitter.emit(name, payload)
  }

  /** @returns a function that stops listening. */
  on<Name extends EventName>(name: Name, listener: (payload: EngineEvents[Name]) => void): () => void {
    this.#emitter.on(name, listener)
    return () => this.#emitter.off(name, listener)
  }
}
