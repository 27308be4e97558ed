/** Keeps people who look for a topic looking, whichever connection the device has by then. */
import type { DeviceConnection, HeardTopic } from '../../ports/vitals.ts'

interface Watcher {
  id: string
  topicFilter: string
  listener: (topics: readonly HeardTopic[]) => void
  connection: DeviceConnection | null
  leave: () => void
}

export class TopicWatch {
  readonly #connectionOf: (id: string) => DeviceConnection | null
  readonly #watchers = new Set<Watcher>()

  constructor(connectionOf: (id: string) => DeviceConnection | null) {
    this.#connectionOf = connectionOf
  }

  watch(id: string, topicFilter: string, listener: Watcher['listener']): () => void {
    const watcher: Watcher = { id, topicFilter, listener, connection: null, leave: () => {} }
    this.#watchers.add(watcher)
    this.attach()
    return () => {
      if (this.#watchers.delete(watcher)) watcher.leave()
    }
  }

  /** Moves everyone over to the connections of now. */
  attach(): void {
    for (const watcher of this.#watchers) {
      const connection = this.#connectionOf(watcher.id)
      if (connection === watcher.connection) continue
      watcher.leave()
      watcher.connection = connection
      watcher.leave = connection?.explore(watcher.topicFilter, watcher.listener) ?? (() => {})
    }
  }
}
