/** One device at work: its connection, what it last said of itself, and how its mappings fare. */
import type { Mapping, Reading } from '../../../core/readings/mapping.ts'
import { mappingOfSource } from '../../../core/readings/mappingId.ts'
import { isSilent } from '../../../core/readings/silence.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import type { DeviceConnection, DeviceContext, DeviceDriver, DevicePhase } from '../../ports/vitals.ts'
import type { StoredDevice } from './devicesStore.ts'
import { MappingCounts } from './mappingCounts.ts'

export interface RunParts {
  device: StoredDevice
  driver: DeviceDriver
  clock: Clock
  log: Log
  installId: string
  /** It was switched off until now. */
  fresh: boolean
  /** Outlives the run: the person may pause and go on. */
  counts: Map<string, MappingCounts>
  onReadings(readings: readonly Reading[]): void
  onChange(): void
  connectionMade: DeviceContext['connectionMade']
}

export class DeviceRun {
  readonly #parts: RunParts
  readonly #connection: DeviceConnection | null
  #phase: DevicePhase = { phase: 'connecting' }
  #connectedSinceMs: number | null = null
  #mappings: readonly Mapping[]
  #closed = false

  constructor(parts: RunParts) {
    this.#parts = parts
    this.#mappings = parts.device.mappings
    for (const { id } of this.#mappings) this.#countsOf(id)
    this.#connection = this.#connect()
  }

  get phase(): DevicePhase {
    return this.#phase
  }

  /** It listens or goes on trying to; after some failures it waits for the person. */
  get isAtWork(): boolean {
    return this.#phase.phase !== 'failed' || this.#phase.retrying
  }

  get connection(): DeviceConnection | null {
    return this.#connection
  }

  setMappings(mappings: readonly Mapping[]): void {
    this.#mappings = mappings
    for (const { id } of mappings) this.#countsOf(id)
    this.#connection?.setMappings(mappings)
  }

  isSilent(mapping: Mapping): boolean {
    const { watchedSinceMs, lastMessageMs } = this.#countsOf(mapping.id)
    const connectedSinceMs = this.#connectedSinceMs
    return isSilent(mapping, { connectedSinceMs, watchedSinceMs, lastMessageMs }, this.#parts.clock.now())
  }

  /** Whether anything but silence may be told of a mapping. */
  silences(): string {
    return this.#mappings.map((mapping) => (this.isSilent(mapping) ? 's' : '.')).join('')
  }

  async close(forget: boolean): Promise<void> {
    await this.#connection?.close(forget)
    this.#closed = true
  }

  #connect(): DeviceConnection | null {
    const { driver, device, clock, installId, fresh, connectionMade } = this.#parts
    try {
      return driver.connect(device.settings, device.mappings, {
        clock,
        installId,
        deviceId: device.id,
        fresh,
        connectionMade,
        take: (readings) => this.#take(readings),
        refuse: (mappingId, refused) => this.#refuse(mappingId, refused),
        heard: (mappingId, atMs) => {
          this.#countsOf(mappingId).lastMessageMs = atMs
          this.#parts.onChange()
        },
        phase: (phase) => this.#setPhase(phase),
      })
    } catch (error) {
      // Settings of an earlier version that no longer fit; the form shows which.
      this.#parts.log.error('deviceNotConnected', error, { deviceId: device.id })
      this.#phase = { phase: 'failed', failure: 'unknown', retrying: false, detail: 'settings' }
      return null
    }
  }

  #take(readings: readonly Reading[]): void {
    if (this.#closed) return
    const atMs = this.#parts.clock.now()
    for (const reading of readings) this.#countsOf(mappingOfSource(reading.source)).accept(reading, atMs)
    this.#parts.onReadings(readings)
    this.#parts.onChange()
  }

  #refuse(mappingId: string | null, refused: Parameters<DeviceContext['refuse']>[1]): void {
    const internal = refused.find(({ reason }) => reason === 'internal')
    if (internal) {
      this.#parts.log.warn('messageFailed', { deviceId: this.#parts.device.id, count: internal.count })
    }
    if (mappingId !== null) this.#countsOf(mappingId).refuse(refused)
    this.#parts.onChange()
  }

  #setPhase(phase: DevicePhase): void {
    if (this.#closed) return
    this.#phase = phase
    this.#connectedSinceMs = phase.phase === 'connected' ? this.#parts.clock.now() : null
    const fields = { deviceId: this.#parts.device.id }
    if (phase.phase === 'connected') this.#parts.log.info('deviceConnected', fields)
    if (phase.phase === 'failed') {
      this.#parts.log.warn('deviceFailed', { ...fields, retrying: phase.retrying })
    }
    this.#parts.onChange()
  }

  #countsOf(mappingId: string): MappingCounts {
    const { counts, clock } = this.#parts
    const known = counts.get(mappingId)
    if (known) return known
    const fresh = new MappingCounts(clock.now())
    counts.set(mappingId, fresh)
    return fresh
  }
}
