/** What a person set: defaults for everything, a change saved before anyone hears of it. */
import { type Settings, settingsDocument } from '../../../contract/settings.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import type { SettingsStore } from './settingsStore.ts'
import { storedSettings } from './storedSettings.ts'

export type SettingsPatch = { [Key in keyof Settings]?: Settings[Key] | undefined }

export class SettingsService {
  #settings: Settings
  readonly #store: SettingsStore
  readonly #bus: EventBus
  readonly #log: Log

  constructor(store: SettingsStore, bus: EventBus, log: Log) {
    this.#store = store
    this.#bus = bus
    this.#log = log
    this.#settings = this.#load()
  }

  current(): Settings {
    return this.#settings
  }

  change(patch: SettingsPatch): Settings {
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    this.#replace(settingsDocument.parse({ ...this.#settings, ...given }))
    return this.#settings
  }

  /** Back to the defaults, as part of erasing everything. */
  reset(): void {
    this.#replace(settingsDocument.parse({}))
  }

  #replace(settings: Settings): void {
    this.#store.write(settings)
    this.#settings = settings
    this.#bus.emit('settingsChanged', settings)
  }

  #load(): Settings {
    const text = this.#store.read()
    if (text === null) return settingsDocument.parse({})
    const { settings, unreadable } = storedSettings(jsonOrNull(text))
    // A setting nobody can read must not keep the app from starting; the row is replaced at the next change.
    if (unreadable > 0) this.#log.warn('settingsUnreadable', { count: unreadable })
    return settings
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
