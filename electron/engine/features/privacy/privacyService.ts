/** What Lull keeps, to look at, to take along and to erase. */
import type { DataKind } from '../../../contract/privacy.ts'
import type { Settings } from '../../../contract/settings.ts'
import type { Conversation, Message } from '../../../core/chat/conversation.ts'
import { EngineError } from '../../errors.ts'
import type { EventBus } from '../../events.ts'
import type { KeyKeeper } from '../../host.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Keeper } from '../../ports/keeper.ts'
import { exportText } from './exportText.ts'
import { Keepers } from './keepers.ts'
import { keptDays } from './keptDays.ts'
import type { PrivacyStore } from './privacyStore.ts'

const SHOWN_CONNECTIONS = 200

export interface PrivacyParts {
  store: PrivacyStore
  bus: EventBus
  clock: Clock
  /** Which stretch of time a day is. */
  calendar: Calendar
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
  /** What was noticed, by the features that keep it. */
  keepers: readonly Keeper[]
}

/** What a person erases by itself beside what was noticed: the whole of it at once. */
const OWN_ERASABLE: readonly DataKind[] = ['conversations', 'connections']

export class PrivacyService {
  readonly #parts: PrivacyParts
  readonly #keepers: Keepers
  #stopListening = () => {}

  constructor(parts: PrivacyParts) {
    this.#parts = parts
    this.#keepers = new Keepers(parts.keepers)
  }

  start(): void {
    const { bus, store } = this.#parts
    this.#stopListening = bus.on('connectionMade', (connection) => store.addConnection(connection))
  }

  stop(): void {
    this.#stopListening()
  }

  inventory() {
    const { dataFolder, keyKeeper } = this.#parts
    const own = this.#ownKinds().map((one) => ({ ...one, erasable: OWN_ERASABLE.includes(one.kind) }))
    const noticed = this.#keepers.counts().map((one) => ({ ...one, bytes: null, erasable: true }))
    return {
      kinds: [...own, ...noticed].map((one) => ({ ...one, keptDays: keptDays[one.kind] ?? null })),
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
      json: exportText(document, this.#keepers.rows()),
    }
  }

  async eraseEverything(alsoModels: boolean): Promise<void> {
    const { erasers, store, bus } = this.#parts
    erasers.talks()
    erasers.settings()
    store.eraseConnections()
    try {
      // After the settings: what sensors still wrote while they were switched off goes too.
      this.#keepers.eraseAll()
      if (alsoModels) await erasers.models()
    } finally {
      // Whatever goes wrong around it, no copy of the words stays, on disk or in memory. Compacting comes last: it
      // needs room on the disk, and there may be none.
      erasers.copies()
      bus.emit('everythingErased', {})
      store.compact()
    }
  }

  /** @throws EngineError NOT_ALLOWED for a kind that goes only with everything. */
  eraseKind(kind: DataKind): void {
    const erase = this.#eraserOf(kind)
    if (!erase) throw new EngineError('NOT_ALLOWED', 'This kind of data is not erased by itself.')
    this.#withoutTraces(erase)
  }

  /** Everything noticed on one day; talks and connections stay. */
  eraseDay(workDay: number): void {
    const day = { workDay, ...this.#parts.calendar.daySpan(workDay) }
    this.#withoutTraces(() => this.#keepers.eraseDay(day))
  }

  #eraserOf(kind: DataKind): (() => void) | null {
    if (kind === 'conversations') return () => this.#parts.erasers.talks()
    if (kind === 'connections') return () => this.#parts.store.eraseConnections()
    return this.#keepers.has(kind) ? () => this.#keepers.erase(kind) : null
  }

  /** Copies made before an update hold what is erased now, and so does the log of pending writes. */
  #withoutTraces(erase: () => void): void {
    try {
      erase()
    } finally {
      this.#parts.erasers.copies()
      this.#parts.store.emptyLog()
    }
  }

  #ownKinds() {
    const counts = this.#parts.store.counts()
    const states = this.#parts.states()
    const oldestState = states.length > 0 ? Math.min(...states.map((state) => state.savedAt)) : null
    const modelBytes = this.#parts.models().reduce((sum, model) => sum + model.sizeBytes, 0)
    return [
      { kind: 'conversations' as const, ...counts.conversations, bytes: null },
      // The whole file: what was said, and what was noticed.
      { kind: 'messages' as const, ...counts.messages, bytes: this.#parts.store.bytes() },
      { kind: 'models' as const, ...counts.models, bytes: modelBytes },
      { kind: 'settings' as const, ...counts.settings, bytes: null },
      { kind: 'connections' as const, ...counts.connections, bytes: null },
      {
        kind: 'states' as const,
        rows: states.length,
        oldestAt: oldestState,
        bytes: states.reduce((sum, state) => sum + state.bytes, 0),
      },
    ]
  }
}
