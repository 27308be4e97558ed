/** Keeps exactly the wanted devices connected, one connection each, the old one gone before the new one comes. */
import type { Reading } from '../../../core/readings/mapping.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import type { DeviceDriver } from '../../ports/vitals.ts'
import { DeviceRun } from './deviceRun.ts'
import type { StoredDevice } from './devicesStore.ts'
import type { MappingCounts } from './mappingCounts.ts'

export interface DeviceRunsParts {
  clock: Clock
  log: Log
  bus: EventBus
  driver: (id: string) => DeviceDriver | null
  installId: () => string
  onChange(): void
}

interface Running {
  run: DeviceRun
  /** What the connection was made with; any change of it needs another one. */
  madeWith: string
}

const madeWith = ({ driver, settings }: StoredDevice) => JSON.stringify([driver, settings])

export class DeviceRuns {
  readonly #parts: DeviceRunsParts
  readonly #running = new Map<string, Running>()
  readonly #closing = new Map<string, Promise<void>>()
  readonly #counts = new Map<string, Map<string, MappingCounts>>()
  #wanted: readonly StoredDevice[] = []

  constructor(parts: DeviceRunsParts) {
    this.#parts = parts
  }

  /** Whether any of them listens or goes on trying to. */
  get anyAtWork(): boolean {
    return [...this.#running.values()].some(({ run }) => run.isAtWork)
  }

  get(id: string): DeviceRun | null {
    return this.#running.get(id)?.run ?? null
  }

  counts(id: string): ReadonlyMap<string, MappingCounts> | undefined {
    return this.#counts.get(id)
  }

  /** Of one device, or of all. */
  forgetCounts(id?: string): void {
    if (id === undefined) this.#counts.clear()
    else this.#counts.delete(id)
  }

  /** @param fresh they were off until now: nothing that was kept for them meanwhile may come. */
  align(wanted: readonly StoredDevice[], fresh: boolean): void {
    this.#wanted = wanted
    for (const [id, running] of this.#running) {
      const device = wanted.find((one) => one.id === id)
      if (!device || madeWith(device) !== running.madeWith) this.#close(id, running.run)
    }
    for (const device of wanted) {
      if (!this.#running.has(device.id) && !this.#closing.has(device.id)) this.#open(device, fresh)
    }
  }

  silences(): string {
    return [...this.#running].map(([id, { run }]) => `${id} ${run.silences()}`).join('\n')
  }

  /** Puts all away for the time being. */
  async closeAll(): Promise<void> {
    this.#wanted = []
    const runs = [...this.#running.values()].map(({ run }) => run.close(false))
    this.#running.clear()
    await Promise.all([...runs, ...this.#closing.values()])
  }

  #open(device: StoredDevice, fresh: boolean): void {
    const { driver: driverOf, installId, clock, log, onChange } = this.#parts
    const driver = driverOf(device.driver)
    if (driver === null) return
    const counts = this.#counts.get(device.id) ?? new Map<string, MappingCounts>()
    this.#counts.set(device.id, counts)
    const run = new DeviceRun({
      device,
      driver,
      clock,
      log,
      installId: installId(),
      fresh,
      counts,
      onChange,
      onReadings: (readings) => this.#hand(readings),
      connectionMade: (peer, outcome) =>
        this.#tell('connectionMade', { at: clock.now(), peer, reason: 'devices', outcome }),
    })
    this.#running.set(device.id, { run, madeWith: madeWith(device) })
  }

  #close(id: string, run: DeviceRun): void {
    this.#running.delete(id)
    const closing = run.close(true).finally(() => {
      this.#closing.delete(id)
      // It may have been wanted again meanwhile.
      const device = this.#wanted.find((one) => one.id === id)
      if (device && !this.#running.has(id)) {
        this.#open(device, true)
        this.#parts.onChange()
      }
    })
    this.#closing.set(id, closing)
  }

  #hand(readings: readonly Reading[]): void {
    this.#tell('readingsTaken', readings)
  }

  /** Whoever listens may fail; a device must go on. */
  #tell: EventBus['emit'] = (name, payload) => {
    try {
      this.#parts.bus.emit(name, payload)
    } catch (error) {
      this.#parts.log.error('listenerFailed', error)
    }
  }
}
