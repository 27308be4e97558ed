/** What Lull keeps, to look at, to take along and to erase. */

import type { Settings } from '../../../contract/settings.ts'
import type { Conversation, Message } from '../../../core/chat/conversation.ts'
import type { EventBus } from '../../events.ts'
import type { KeyKeeper } from '../../host.ts'
import type { Clock } from '../../ports/clock.ts'
import type { PrivacyStore } from './privacyStore.ts'

const SHOWN_CONNECTIONS = 200

export interface PrivacyParts {
  store: PrivacyStore
  bus: EventBus
  clock: Clock
  dataFolder: string | null
  keyKeeper: KeyKeeper
  appVersion: string
  /** What other features keep, as the composition root hands it over. */
  talks: () => { conversation: Conversation; messages: Message[] }[]
  settings: () => Settings
  models: () => { title: string; fileName: string; sha256: string; sizeBytes: number; addedAt: number }[]
  states: () => { bytes: number; savedAt: number }[]
  /** In order; each forgets and deletes what its feature keeps. */
  erasers: { talks(): void; models(): Promise<void>; settings(): void; copies(): void }
}

export class PrivacyService {
  readonly #parts: PrivacyParts
  #stopListening = () => {}

  constructor(parts: PrivacyParts) {
    this.#parts = parts
  }

  start(): void {
    const { bus, store } = this.#parts
    this.#stopListening = bus.on('connectionMade', (connection) => store.addConnection(connection))
  }

  stop(): void {
    this.#stopListening()
  }

  inventory() {
    const { store, dataFolder, keyKeeper } = this.#parts
    const counts = store.counts()
    const states = this.#parts.states()
    const oldestState = states.length > 0 ? Math.min(...states.map((state) => state.savedAt)) : null
    const modelBytes = this.#parts.models().reduce((sum, model) => sum + model.sizeBytes, 0)
    return {
      kinds: [
        { kind: 'conversations' as const, ...counts.conversations, bytes: null },
        // Nearly all of the file is what was said.
        { kind: 'messages' as const, ...counts.messages, bytes: store.bytes() },
        { kind: 'models' as const, ...counts.models, bytes: modelBytes },
        { kind: 'settings' as const, ...counts.settings, bytes: null },
        { kind: 'connections' as const, ...counts.connections, bytes: null },
        {
          kind: 'states' as const,
          rows: states.length,
          oldestAt: oldestState,
          bytes: states.reduce((sum, state) => sum + state.bytes, 0),
        },
      ],
      dataFolder,
      keyKeeper,
    }
  }

  connections() {
    return this.#parts.store.connections(SHOWN_CONNECTIONS)
  }

  export(): { fileName: string; json: string } {
    const exportedAt = new Date(this.#parts.clock.now()).toISOString()
    const { talks, settings, models, store, appVersion } = this.#parts
    const document = {
      app: 'Lull',
      appVersion,
      exportedAt,
      conversations: talks().map(({ conversation, messages }) => ({ ...conversation, messages })),
      settings: settings(),
      models: models(),
      connections: store.connections(Number.MAX_SAFE_INTEGER),
    }
    return {
      fileName: `lull-export-${exportedAt.slice(0, 10)}.json`,
      json: JSON.stringify(document, null, 2),
    }
  }

  async eraseEverything(alsoModels: boolean): Promise<void> {
    const { erasers, store, bus } = this.#parts
    erasers.talks()
    erasers.settings()
    store.eraseConnections()
    try {
      if (alsoModels) await erasers.models()
    } finally {
      // Whatever goes wrong around it, no copy of the words stays, on disk or in memory. Compacting comes last: it
      // needs room on the disk, and there may be none.
      erasers.copies()
      bus.emit('everythingErased', {})
      store.compact()
    }
  }
}
