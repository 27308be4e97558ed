/** All that has lamps: one connection for each bridge and broker, or the room on screen while there is none. */
import { randomUUID } from 'node:crypto'
import type { Lamp } from '../../../core/lights/lamp.ts'
import { Erasures } from '../../erasures.ts'
import { EngineError } from '../../errors.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import type { LightsDriver, LightsSettings } from '../../ports/lights.ts'
import { BrokerWatch } from './brokerWatch.ts'
import { SIMULATOR } from './lightsParts.ts'
import { SourceRun } from './sourceRun.ts'
import type { SourcesStore, StoredSource } from './sourcesStore.ts'

export interface LightSourcesParts {
  store: SourcesStore
  drivers: readonly LightsDriver[]
  bus: EventBus
  clock: Clock
  log: Log
  random: () => number
  broker: (deviceId: string) => Readonly<Record<string, unknown>> | null
  /** Lamps, phases, or what there is. */
  changed: () => void
  /** These are gone for good. */
  lampsGone: (lampIds: readonly string[]) => void
}

const MOST_SOURCES = 20
const room = { id: SIMULATOR, driver: SIMULATOR, title: '', settings: {}, addedAt: 0, removedAt: null }

export class LightSources {
  readonly #parts: LightSourcesParts
  readonly #erasures: Erasures
  readonly #runs = new Map<string, SourceRun>()
  readonly #brokers: BrokerWatch
  #stored: StoredSource[] = []
  #closing: Promise<void>[] = []
  #started = false

  constructor(parts: LightSourcesParts) {
    this.#parts = parts
    this.#brokers = new BrokerWatch(parts.broker)
    this.#erasures = new Erasures(parts.clock, (id) => this.#eraseForGood(id))
  }

  /** What was taken away before is gone now. */
  start(): void {
    this.#started = true
    this.#safely(() => this.#parts.store.eraseRemoved())
    this.#align()
  }

  async stop(): Promise<void> {
    this.#started = false
    this.#erasures.cancelAll()
    this.#safely(() => this.#parts.store.eraseRemoved())
    const runs = [...this.#runs.values()]
    this.#runs.clear()
    await Promise.all([...runs.map((run) => run.close()), ...this.#closing])
  }

  /** Nothing is paired. */
  get isSimulated(): boolean {
    return this.present().length === 0
  }

  /** What is paired and was not taken away, oldest first. */
  present(): StoredSource[] {
    return this.#stored.filter(({ removedAt }) => removedAt === null)
  }

  /** What a page shows of: with the room on screen while that is all there is. */
  shown(): StoredSource[] {
    return this.isSimulated ? [room] : this.present()
  }

  run(id: string): SourceRun | null {
    return this.#runs.get(id) ?? null
  }

  /** A lamp two sources tell of is the older one's. */
  runOf(lampId: string): SourceRun | null {
    return [...this.#runs.values()].find((run) => run.snapshot?.lamps.some(({ id }) => id === lampId)) ?? null
  }

  lamps(): Lamp[] {
    const all = new Map<string, Lamp>()
    for (const run of this.#runs.values()) {
      for (const lamp of run.snapshot?.lamps ?? []) if (!all.has(lamp.id)) all.set(lamp.id, lamp)
    }
    return [...all.values()]
  }

  /** Lamps and groups of what was taken away: they are given back and not touched again. */
  leaving(): Set<string> {
    const shown = new Set(this.shown().map(({ id }) => id))
    const gone = [...this.#runs.values()].filter(({ id }) => !shown.has(id))
    return new Set(gone.flatMap((run) => idsOf(run)))
  }

  simulatedRoomIds(): string[] | null {
    if (!this.isSimulated) return null
    return (this.#runs.get(SIMULATOR)?.snapshot?.rooms ?? []).map(({ id }) => id)
  }

  /** @throws EngineError NOT_FOUND */
  known(id: string): StoredSource {
    const found = this.present().find((one) => one.id === id)
    if (!found) throw new EngineError('NOT_FOUND', 'There is no such bridge or broker.')
    return found
  }

  /**
   * Adds a source, or gives a known one new settings: what was ticked and named stays.
   * @throws EngineError INVALID_INPUT for one too many, DISK_FULL
   */
  keep(
    driver: string,
    settings: LightsSettings,
    title: string,
    isSame: (one: StoredSource) => boolean,
  ): string {
    const known = this.#stored.find(isSame)
    if (!known && this.#stored.length >= MOST_SOURCES) {
      throw new EngineError('INVALID_INPUT', 'There are too many bridges and brokers.')
    }
    const kept = known
      ? { ...known, driver, settings }
      : { id: randomUUID(), driver, title, settings, addedAt: this.#parts.clock.now() }
    this.#parts.store.save(kept)
    this.#erasures.cancel(kept.id)
    this.#end(kept.id)
    this.#align()
    return kept.id
  }

  /** @throws EngineError NOT_FOUND */
  rename(id: string, title: string): void {
    this.known(id)
    this.#parts.store.rename(id, title)
    this.#align()
  }

  /** @returns how long it can be taken back, in seconds. @throws EngineError NOT_FOUND */
  remove(id: string): number {
    this.known(id)
    this.#parts.store.setRemoved(id, this.#parts.clock.now())
    const seconds = this.#erasures.begin(id)
    this.#align()
    return seconds
  }

  /** @returns whether it was still there to come back. */
  restore(id: string): boolean {
    const isKept = this.#stored.some((one) => one.id === id && one.removedAt !== null)
    if (!isKept || !this.#erasures.cancel(id)) return false
    this.#parts.store.setRemoved(id, null)
    this.#align()
    return true
  }

  /** Their keys are gone from the disk at once; the connections stay until the lamps were given back. */
  eraseAll(): void {
    const ids = this.#stored.map(({ id }) => id)
    this.#parts.store.eraseAll()
    this.#erasures.cancelAll()
    for (const id of ids) if (this.#runs.has(id)) this.#erasures.begin(id)
    this.#align()
  }

  retry(id: string): void {
    this.known(id)
    this.#runs.get(id)?.retry()
  }

  /** Its lamps come from where a broker is now. */
  brokersChanged(): void {
    for (const id of this.#brokers.changed(this.present())) this.#runs.get(id)?.retry()
  }

  /** After the machine has slept. */
  retryAll(): void {
    for (const run of this.#runs.values()) run.retry()
  }

  /** Connects what is there and not connected; what was taken away stays until it is erased. */
  #align(): void {
    this.#stored = this.#parts.store.all()
    if (!this.#started) return
    for (const source of this.shown()) {
      if (!this.#runs.has(source.id)) this.#runs.set(source.id, this.#begin(source))
    }
    this.brokersChanged()
    if (!this.isSimulated && this.#runs.has(SIMULATOR)) this.#end(SIMULATOR)
    this.#parts.changed()
  }

  #begin(source: StoredSource): SourceRun {
    const { drivers, store, bus, clock } = this.#parts
    return new SourceRun({
      ...this.#parts,
      source,
      driver: drivers.find(({ id }) => id === source.driver) ?? null,
      settingsChanged: (members) =>
        this.#safely(() => {
          store.merge(source.id, members)
          this.#stored = store.all()
          this.#parts.changed()
        }),
      connectionMade: (peer, outcome) =>
        this.#safely(() => bus.emit('connectionMade', { at: clock.now(), peer, reason: 'lights', outcome })),
      changed: () => this.#safely(() => this.#parts.changed()),
    })
  }

  #end(id: string): void {
    const run = this.#runs.get(id)
    if (run === undefined) return
    const lampIds = (run.snapshot?.lamps ?? []).map((lamp) => lamp.id)
    this.#runs.delete(id)
    const closing = run.close().finally(() => {
      this.#closing = this.#closing.filter((one) => one !== closing)
    })
    this.#closing.push(closing)
    if (id === SIMULATOR) this.#safely(() => this.#parts.lampsGone(lampIds))
  }

  /** Runs by the clock, with nobody to hear of a failure: what would not go now goes at the next start. */
  #eraseForGood(id: string): void {
    const lampIds = (this.#runs.get(id)?.snapshot?.lamps ?? []).map((lamp) => lamp.id)
    this.#end(id)
    this.#safely(() => this.#parts.store.eraseRemoved(id))
    this.#safely(() => this.#parts.lampsGone(lampIds))
    this.#safely(() => this.#align())
  }

  #safely(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#parts.log.error('lightSourcesFailed', error)
    }
  }
}

function idsOf({ snapshot }: SourceRun): string[] {
  const { lamps = [], rooms = [], zones = [] } = snapshot ?? {}
  return [...lamps, ...rooms, ...zones].map(({ id }) => id)
}
