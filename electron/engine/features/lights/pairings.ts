/** Finds bridges and pairs them: nothing is said to a bridge before the person has seen who it is. */
import type { FoundBridge, PairStep, SightingView } from '../../../contract/lights.ts'
import { EngineError } from '../../errors.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Findings, LightsDriver, Pairing, PairOutcome, PairRequest } from '../../ports/lights.ts'
import type { LightSources } from './lightSources.ts'

export interface PairingsParts {
  drivers: readonly LightsDriver[]
  sources: LightSources
  bus: EventBus
  clock: Clock
  log: Log
  machineName: string
}

export interface WantedPair extends Omit<PairRequest, 'machineName'> {
  driver: string
}

export interface RunningPair {
  endsAtMs: number
  /** The last word; rejects only when what was paired could not be kept. */
  done: Promise<PairStep>
  cancel(): void
}

type Found = { found: FoundBridge[]; outcome: Findings['outcome'] }

/** As they are called until the person says otherwise: with the end of their id, for there may be several. */
const titleOf = (bridgeId: string) => `Hue Bridge ${bridgeId.slice(-6).toUpperCase()}`
const OUTCOMES = ['answered', 'too_often', 'bad_answer', 'unreachable'] as const

export class Pairings {
  readonly #parts: PairingsParts
  readonly #running = new Map<string, Pairing>()

  constructor(parts: PairingsParts) {
    this.#parts = parts
  }

  discover(): Promise<Found> {
    return this.#search((driver) => driver.discover?.(this.#visit))
  }

  lookUp(): Promise<Found> {
    return this.#search((driver) => driver.lookUp?.(this.#visit))
  }

  async lookAt(driverId: string, address: string): Promise<SightingView> {
    const driver = this.#driver(driverId)
    const seen = await driver.lookAt?.(address, this.#visit)
    if (seen === undefined) throw new EngineError('NOT_FOUND', 'These cannot be looked at.')
    if (!seen.seen) return seen
    const { bridgeId, host, port, trust } = seen
    return { seen: true, bridgeId, host, port, trust, sha256: seen.trust === 'ask' ? seen.sha256 : null }
  }

  /** A second try at the same bridge ends the first. What was paired is kept, whether or not somebody still looks. */
  begin({ driver: driverId, ...wanted }: WantedPair): RunningPair {
    const driver = this.#driver(driverId)
    const { bridgeId } = wanted
    this.#running.get(bridgeId)?.cancel()
    const pairing = driver.pair?.({ ...wanted, machineName: this.#parts.machineName }, this.#visit)
    if (pairing === undefined) throw new EngineError('NOT_FOUND', 'These cannot be paired.')
    this.#running.set(bridgeId, pairing)
    const done = pairing.done.then((outcome) => this.#ended(driverId, bridgeId, pairing, outcome))
    // Nobody may be looking any more.
    done.catch((error: unknown) => this.#parts.log.error('pairedNotKept', error))
    return { endsAtMs: pairing.endsAtMs, done, cancel: () => pairing.cancel() }
  }

  /** @throws EngineError DEVICE_SETTINGS */
  addBroker(settings: {
    deviceId: string
    zigbeeTopic: string | null
    discoveryTopic: string | null
  }): string {
    const check = this.#driver('mqttLights').checkSettings(settings)
    if (!check.ok) {
      const { field, problem } = check
      throw new EngineError('DEVICE_SETTINGS', 'These settings cannot be used.', { field, problem })
    }
    return this.#parts.sources.keep('mqttLights', check.settings, 'MQTT', (one) => {
      return one.driver === 'mqttLights' && one.settings.deviceId === settings.deviceId
    })
  }

  stop(): void {
    for (const pairing of this.#running.values()) pairing.cancel()
  }

  get #visit() {
    const { bus, clock } = this.#parts
    return {
      clock,
      connectionMade: (peer: string, outcome: 'answered' | 'failed') =>
        bus.emit('connectionMade', { at: clock.now(), peer, reason: 'lights', outcome }),
    }
  }

  #driver(id: string): LightsDriver {
    const found = this.#parts.drivers.find((one) => one.id === id)
    if (!found) throw new EngineError('NOT_FOUND', 'There is no such kind of lights here.')
    return found
  }

  #ended(driver: string, bridgeId: string, pairing: Pairing, outcome: PairOutcome): PairStep {
    if (this.#running.get(bridgeId) === pairing) this.#running.delete(bridgeId)
    if (!outcome.paired) return { step: 'failed', failure: outcome.failure }
    const { sources } = this.#parts
    const isSame = (one: { settings: Readonly<Record<string, unknown>> }) =>
      one.settings.bridgeId === bridgeId
    const sourceId = sources.keep(driver, outcome.settings, titleOf(bridgeId), isSame)
    return { step: 'paired', sourceId }
  }

  async #search(ask: (driver: LightsDriver) => Promise<Findings> | undefined): Promise<Found> {
    const asked = this.#parts.drivers.flatMap((driver) => ask(driver) ?? [])
    const all = await Promise.all(
      asked.map((one) =>
        one.catch((error: unknown): Findings => {
          this.#parts.log.error('lightsSearchFailed', error)
          return { found: [], outcome: 'unreachable' }
        }),
      ),
    )
    const outcomes = new Set(all.map(({ outcome }) => outcome))
    const found = new Map(all.flatMap((one) => one.found).map((one) => [one.bridgeId, one]))
    return {
      found: [...found.values()].map((one) => ({ ...one, sourceId: this.#sourceOf(one.bridgeId) })),
      outcome: OUTCOMES.find((one) => outcomes.has(one)) ?? 'unreachable',
    }
  }

  #sourceOf(bridgeId: string): string | null {
    const own = this.#parts.sources.present().find(({ settings }) => settings.bridgeId === bridgeId)
    return own?.id ?? null
  }
}
