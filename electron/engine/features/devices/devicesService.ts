/** Devices a person added: saved, connected while sensing is allowed, watched, and taken away with a way back. */
import type { DeviceView, MappingInput } from '../../../contract/devices.ts'
import { type MappingPreview, previewMapping } from '../../../core/readings/previewMapping.ts'
import { topicFilterProblem } from '../../../core/readings/topics.ts'
import { EngineError } from '../../errors.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import { type Paced, paced } from '../../paced.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Keeper } from '../../ports/keeper.ts'
import type { DeviceDriver, DevicePhase, DeviceSettings, HeardTopic } from '../../ports/vitals.ts'
import { acceptedMappings } from './acceptedMappings.ts'
import { asMapping } from './asMapping.ts'
import { DeviceRuns } from './deviceRuns.ts'
import { acceptedSettings, settingsError } from './deviceSettings.ts'
import { devicesKeeper } from './devicesKeeper.ts'
import type { DevicesStore, StoredDevice } from './devicesStore.ts'
import { deviceView } from './deviceView.ts'
import { Removals } from './removals.ts'
import { testedDevice } from './testedDevice.ts'
import { TopicWatch } from './topicWatch.ts'

export interface DevicesParts {
  store: DevicesStore
  bus: EventBus
  clock: Clock
  log: Log
  drivers: readonly DeviceDriver[]
  /** Whether sensing runs at all: neither paused nor off. Read again on every change of settings or presence. */
  isSensingAllowed: () => boolean
  /** Weight of the body family; 0 switches its sensors off. */
  bodyWeight: () => number
}

export interface DeviceInput {
  id: string
  driver: string
  title: string
  enabled: boolean
  settings: DeviceSettings
}

const MOST_DEVICES = 20
/** Silence is noticed, and the end of a pause caught up with, this often. */
const LOOK_EVERY_MS = 30_000
/** Messages come many times a second; a page is told of what they changed twice. */
const TELL_EVERY_MS = 500

export class DevicesService {
  readonly #parts: DevicesParts
  readonly #runs: DeviceRuns
  readonly #topics: TopicWatch
  readonly #removals: Removals
  readonly #teller: Paced<void>
  #stopListening: (() => void)[] = []
  #cancelLook = () => {}
  #wasAllowed = false
  #silences = ''
  #started = false

  constructor(parts: DevicesParts) {
    const { store, clock } = parts
    this.#parts = parts
    this.#runs = new DeviceRuns({
      ...parts,
      driver: (id) => this.#driver(id),
      installId: () => store.installId(),
      onChange: () => this.#changed(),
    })
    this.#topics = new TopicWatch((id) => this.#runs.get(id)?.connection ?? null)
    this.#removals = new Removals({ ...parts, erased: (id) => this.#runs.forgetCounts(id) })
    this.#teller = paced(clock, TELL_EVERY_MS, () => this.#tell())
  }

  start(): void {
    const { bus } = this.#parts
    this.#started = true
    this.#removals.finish()
    this.#align(false)
    for (const event of ['settingsChanged', 'presenceChanged'] as const) {
      this.#stopListening.push(bus.on(event, () => this.#alignIfAllowanceChanged()))
    }
    this.#stopListening.push(bus.on('everythingErased', () => this.#align()))
    this.#look()
  }

  /** Puts devices away; what brokers keep for us meanwhile stays. */
  async stop(): Promise<void> {
    this.#started = false
    for (const stop of this.#stopListening.splice(0)) stop()
    this.#cancelLook()
    this.#teller.stop()
    this.#removals.finish()
    await this.#runs.closeAll()
  }

  drivers() {
    return this.#parts.drivers.map(({ id, settingsSchema, secrets, hasTopics }) => ({
      id,
      settingsSchema: { ...settingsSchema },
      secrets: [...secrets],
      hasTopics,
    }))
  }

  snapshot(): { devices: DeviceView[] } {
    return { devices: this.#present().map((device) => this.#view(device)) }
  }

  /** Whether any device listens, or goes on trying to. */
  get isRunning(): boolean {
    return this.#runs.anyAtWork
  }

  /** Names this machine towards others. 12 hex digits. */
  installId(): string {
    return this.#parts.store.installId()
  }

  /**
   * Saved settings with their secrets, for another part of the engine and never for the wire; of a device that is
   * switched off, too. Null id: the only one of its kind, for among several nobody guesses.
   */
  savedSettings(driver: string, id: string | null): DeviceSettings | null {
    const known = this.#present().filter((device) => device.driver === driver)
    const [meant, ...others] = id === null ? known : known.filter((device) => device.id === id)
    return meant === undefined || others.length > 0 ? null : meant.settings
  }

  /** @throws EngineError NOT_FOUND, DEVICE_SETTINGS */
  async test(input: { id: string | null; driver: string; settings: DeviceSettings }): Promise<DevicePhase> {
    const { bus, clock, store } = this.#parts
    const driver = this.#knownDriver(input.driver)
    const saved = input.id === null ? null : store.byId(input.id)
    const secrets = saved?.driver === driver.id ? saved.settings : null
    const settings = acceptedSettings(driver, input.settings, secrets)
    return await testedDevice(driver, settings, { clock, bus, installId: store.installId() })
  }

  /** @throws EngineError NOT_FOUND, DEVICE_SETTINGS */
  save(input: DeviceInput): DeviceView {
    const { store, clock } = this.#parts
    const driver = this.#knownDriver(input.driver)
    const saved = store.byId(input.id)
    if (saved?.removedAt != null) throw new EngineError('NOT_FOUND', 'This device was taken away.')
    if (saved && saved.driver !== driver.id) throw settingsError('driver', 'cannot_change')
    if (!saved && store.all().length >= MOST_DEVICES) throw settingsError('title', 'too_many')
    const settings = acceptedSettings(driver, input.settings, saved?.settings ?? null)
    store.save({ ...input, settings, addedAt: saved?.addedAt ?? clock.now() })
    this.#align()
    return this.#view(this.#known(input.id))
  }

  /** @returns how long it can be taken back, in seconds. @throws EngineError NOT_FOUND */
  remove(id: string): number {
    this.#known(id)
    const undoSeconds = this.#removals.remove(id)
    this.#align()
    return undoSeconds
  }

  /** @returns whether it was still there to come back. */
  restore(id: string): boolean {
    const restored = this.#removals.restore(id)
    if (restored) this.#align()
    return restored
  }

  /** @throws EngineError NOT_FOUND */
  retry(id: string): void {
    this.#known(id)
    this.#runs.get(id)?.connection?.retry()
  }

  /** Goes on over pauses and reconnects. @throws EngineError NOT_FOUND, DEVICE_SETTINGS */
  watchTopics(
    id: string,
    topicFilter: string,
    listener: (topics: readonly HeardTopic[]) => void,
  ): () => void {
    this.#known(id)
    const problem = topicFilterProblem(topicFilter)
    if (problem !== null) throw settingsError('topicFilter', problem)
    return this.#topics.watch(id, topicFilter, listener)
  }

  /** @throws EngineError NOT_FOUND */
  preview(id: string, input: MappingInput): MappingPreview {
    this.#known(id)
    const mapping = asMapping(input)
    return previewMapping(mapping, this.#runs.get(id)?.connection?.lastMessages(mapping.topicFilter) ?? [])
  }

  /** @throws EngineError NOT_FOUND, DEVICE_SETTINGS */
  setMappings(id: string, inputs: readonly MappingInput[]): DeviceView {
    const device = this.#known(id)
    if (inputs.length > 0 && this.#driver(device.driver)?.hasTopics === false) {
      throw settingsError('topicFilter', 'no_topics')
    }
    const others = this.#parts.store.all().filter((other) => other.id !== id)
    const taken = others.flatMap((other) => other.mappings.map((mapping) => mapping.id))
    const mappings = acceptedMappings(inputs, taken)
    this.#parts.store.setMappings(id, mappings)
    this.#runs.get(id)?.setMappings(mappings)
    this.#changed()
    return this.#view(this.#known(id))
  }

  keeper(): Keeper {
    const { store } = this.#parts
    return devicesKeeper(
      store,
      (id) => this.#driver(id),
      () => {
        this.#removals.finish()
        store.eraseAll()
        this.#runs.forgetCounts()
        this.#align()
      },
    )
  }

  #isAllowed(): boolean {
    const { isSensingAllowed, bodyWeight } = this.#parts
    return isSensingAllowed() && bodyWeight() > 0
  }

  /** Connects and disconnects until what runs is what should. */
  #align(fresh = true): void {
    if (!this.#started) return
    this.#wasAllowed = this.#isAllowed()
    this.#runs.align(this.#wasAllowed ? this.#present().filter(({ enabled }) => enabled) : [], fresh)
    this.#changed()
  }

  #alignIfAllowanceChanged(): void {
    if (this.#isAllowed() !== this.#wasAllowed) this.#align()
  }

  #look(): void {
    this.#cancelLook = this.#parts.clock.after(LOOK_EVERY_MS, () => {
      this.#look()
      this.#alignIfAllowanceChanged()
      const silences = this.#runs.silences()
      if (silences !== this.#silences) this.#changed()
      this.#silences = silences
    })
  }

  #changed(): void {
    if (!this.#started) return
    this.#topics.attach()
    this.#teller.push()
  }

  #tell(): void {
    const { bus, log } = this.#parts
    try {
      bus.emit('devicesChanged', {})
    } catch (error) {
      // Told from within a device's own work, which must go on.
      log.error('listenerFailed', error)
    }
  }

  #view(device: StoredDevice): DeviceView {
    const { id, driver } = device
    return deviceView(device, this.#driver(driver), this.#runs.get(id), this.#runs.counts(id))
  }

  #present(): StoredDevice[] {
    return this.#parts.store.all().filter(({ removedAt }) => removedAt === null)
  }

  #known(id: string): StoredDevice {
    const device = this.#parts.store.byId(id)
    if (device === null || device.removedAt !== null) {
      throw new EngineError('NOT_FOUND', 'There is no such device.')
    }
    return device
  }

  #driver(id: string): DeviceDriver | null {
    return this.#parts.drivers.find((driver) => driver.id === id) ?? null
  }

  #knownDriver(id: string): DeviceDriver {
    const driver = this.#driver(id)
    if (driver === null) throw new EngineError('NOT_FOUND', 'There is no such kind of device.')
    return driver
  }
}
