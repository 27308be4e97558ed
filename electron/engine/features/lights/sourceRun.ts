/** One thing with lamps at work: its connection, and how it fares; where it cannot be connected, it says so and has no lamps. */
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import type {
  LampTouch,
  LightsConnection,
  LightsDriver,
  LightsNews,
  LightsSettings,
  LightsSnapshot,
  LightsState,
  WritePlan,
  WriteResult,
} from '../../ports/lights.ts'
import type { StoredSource } from './sourcesStore.ts'

export interface SourceRunParts {
  source: Pick<StoredSource, 'id' | 'settings'>
  /** Null: this version of Lull has none of that name. */
  driver: LightsDriver | null
  clock: Clock
  log: Log
  random: () => number
  settingsChanged: (members: LightsSettings) => void
  connectionMade: (peer: string, outcome: 'answered' | 'failed') => void
  changed: () => void
}

/** Settings that no longer fit: the person has to pair again. */
const unfit: LightsState = {
  phase: { phase: 'failed', failure: 'key_removed', retrying: false },
  snapshot: null,
}
const noBroker: LightsState = { ...unfit, phase: { phase: 'failed', failure: 'no_broker', retrying: false } }

export class SourceRun {
  readonly id: string
  readonly driverId: string | null
  readonly #parts: SourceRunParts
  readonly #connection: LightsConnection | null
  #stopWatching = () => {}
  #gaveUp = false
  /** When all of it was last read because it was asked to be, epoch ms. */
  #readAtMs: number | null = null
  #reading: Promise<void> | null = null

  constructor(parts: SourceRunParts) {
    this.#parts = parts
    this.id = parts.source.id
    this.driverId = parts.driver?.id ?? null
    this.#connection = this.#connect()
    this.#stopWatching = this.#connection?.watch((news) => this.#heard(news)) ?? (() => {})
  }

  get state(): LightsState {
    return this.#connection?.state() ?? (this.driverId === 'mqttLights' ? noBroker : unfit)
  }

  get snapshot(): LightsSnapshot | null {
    return this.state.snapshot
  }

  get gaveUp(): boolean {
    return this.#gaveUp
  }

  /** Never rejects, whatever the driver does. */
  async write(plan: WritePlan): Promise<readonly WriteResult[]> {
    const ids = [
      ...(plan.lamps ?? []).map(({ lampId }) => lampId),
      ...(plan.groups ?? []).map((one) => one.groupId),
    ]
    if (this.#connection === null) return ids.map((id) => ({ id, outcome: 'unreachable' }))
    try {
      const results = await this.#connection.write(plan)
      if (results.some(({ outcome }) => outcome === 'written')) this.#gaveUp = false
      return results
    } catch (error) {
      this.#parts.log.error('lightsWriteFailed', error, { sourceId: this.id })
      return ids.map((id) => ({ id, outcome: 'unreachable' }))
    }
  }

  /** Whether it was read anew within this time, or nothing could be read. */
  isFresh(withinMs: number): boolean {
    const { clock } = this.#parts
    return this.#readAtMs !== null && Math.abs(clock.now() - this.#readAtMs) <= withinMs
  }

  /** Reads all lamps anew; goes on without an answer after this time, with what was last heard. Never rejects. */
  async refresh(withinMs: number): Promise<void> {
    if (this.#connection === null) return
    this.#reading ??= this.#read(this.#connection)
    const reading = this.#reading
    await new Promise<void>((done) => {
      const cancel = this.#parts.clock.after(withinMs, done)
      void reading.then(() => {
        cancel()
        done()
      })
    })
    this.#readAtMs = this.#parts.clock.now()
  }

  retry(): void {
    this.#connection?.retry()
  }

  touch(lampId: string, hand: LampTouch): boolean {
    return this.#connection?.touch?.(lampId, hand) ?? false
  }

  async close(): Promise<void> {
    this.#stopWatching()
    try {
      await this.#connection?.close()
    } catch (error) {
      this.#parts.log.error('lightsCloseFailed', error, { sourceId: this.id })
    }
  }

  #connect(): LightsConnection | null {
    const { source, driver, clock, log, random, settingsChanged, connectionMade } = this.#parts
    try {
      if (driver === null) throw new Error('no such driver')
      return driver.connect(source.settings, {
        clock,
        random,
        settingsChanged,
        note: (event, counts) => log.info(event, { ...counts, sourceId: source.id }),
        connectionMade,
      })
    } catch (error) {
      log.error('lightsNotConnected', error, { sourceId: source.id })
      return null
    }
  }

  async #read(connection: LightsConnection): Promise<void> {
    try {
      await connection.refresh()
    } catch (error) {
      this.#parts.log.error('lightsReadFailed', error, { sourceId: this.id })
    }
    this.#reading = null
  }

  #heard(news: LightsNews): void {
    if (news.kind === 'gave_up') this.#gaveUp = true
    this.#parts.changed()
  }
}
