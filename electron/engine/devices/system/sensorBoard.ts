/** How every sensor and each of its sources is doing; tells whoever listens when a sensor's condition changes. */
import { SENSOR_IDS, type SensorCondition, type SensorId } from '../../../core/presence/sensor.ts'
import { conditionFrom, type SourceState } from '../../../core/presence/sensorCondition.ts'

/** Who speaks for a source: a probe process that ends takes its sources with it. */
export type Origin = 'own' | 'desktop' | 'input'

export class SensorBoard {
  readonly #tell: (sensor: SensorId, condition: SensorCondition) => void
  readonly #sources = new Map<SensorId, Map<string, SourceState>>()
  readonly #told = new Map<SensorId, string>()

  constructor(tell: (sensor: SensorId, condition: SensorCondition) => void) {
    this.#tell = tell
    for (const sensor of SENSOR_IDS) this.#told.set(sensor, JSON.stringify({ state: 'off' }))
  }

  turnOn(sensor: SensorId): void {
    this.#sources.set(sensor, new Map())
    this.#update(sensor)
  }

  turnOff(sensor: SensorId): void {
    this.#sources.delete(sensor)
    this.#update(sensor)
  }

  isOn(sensor: SensorId): boolean {
    return this.#sources.has(sensor)
  }

  /** Ignored while the sensor is off. */
  set(sensor: SensorId, origin: Origin, source: string, state: SourceState): void {
    this.#sources.get(sensor)?.set(keyOf(origin, source), state)
    this.#update(sensor)
  }

  /** Forgets what an origin said about a sensor; `source` only that. */
  clear(sensor: SensorId, origin: Origin, source?: string): void {
    const sources = this.#sources.get(sensor)
    for (const key of [...(sources?.keys() ?? [])]) {
      const isMeant = source === undefined ? key.startsWith(`${origin} `) : key === keyOf(origin, source)
      if (isMeant) sources?.delete(key)
    }
    this.#update(sensor)
  }

  #update(sensor: SensorId): void {
    const sources = this.#sources.get(sensor)
    const condition = sources ? conditionFrom(byName(sources)) : ({ state: 'off' } as const)
    const text = JSON.stringify(condition)
    if (this.#told.get(sensor) === text) return
    this.#told.set(sensor, text)
    this.#tell(sensor, condition)
  }
}

const keyOf = (origin: Origin, source: string) => `${origin} ${source}`

/** Without the origin; of two with one name the one that answers counts. */
function byName(sources: ReadonlyMap<string, SourceState>): Map<string, SourceState> {
  const named = new Map<string, SourceState>()
  for (const [key, state] of sources) {
    const name = key.slice(key.indexOf(' ') + 1)
    if (named.get(name)?.state !== 'answers') named.set(name, state)
  }
  return named
}
