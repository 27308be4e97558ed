/** Brokers are set up elsewhere: notices when one that brings lamps is another now. */
import type { LightsParts } from './lightsParts.ts'
import type { StoredSource } from './sourcesStore.ts'

const BROKERS = 'mqttLights'

export class BrokerWatch {
  readonly #broker: LightsParts['broker']
  readonly #known = new Map<string, string>()

  constructor(broker: LightsParts['broker']) {
    this.#broker = broker
  }

  /** Ids of those whose broker changed since they were last looked at; a new one has not. */
  changed(sources: readonly StoredSource[]): string[] {
    return sources.flatMap(({ id, driver, settings }) => {
      if (driver !== BROKERS) return []
      const broker = JSON.stringify(this.#broker(String(settings.deviceId)))
      const before = this.#known.get(id)
      this.#known.set(id, broker)
      return before !== undefined && before !== broker ? [id] : []
    })
  }
}
