/** A sink that remembers what it was told. */
import type { Fact, FactReading } from '../../../../electron/core/presence/fact.ts'
import type {
  AppSample,
  InputCounts,
  MachineSample,
  SensorCondition,
  SensorId,
} from '../../../../electron/core/presence/sensor.ts'
import type { SensorSink } from '../../../../electron/engine/ports/presence.ts'

export class HeardSink implements SensorSink {
  facts: FactReading[] = []
  apps: AppSample[] = []
  inputs: InputCounts[] = []
  machines: MachineSample[] = []
  conditions: Partial<Record<SensorId, SensorCondition>> = {}
  /** Every condition in order, as `sensor state`. */
  history: string[] = []

  fact(reading: FactReading): void {
    this.facts.push(reading)
  }

  app(sample: AppSample): void {
    this.apps.push(sample)
  }

  input(counts: InputCounts): void {
    this.inputs.push(counts)
  }

  machine(sample: MachineSample): void {
    this.machines.push(sample)
  }

  condition(sensor: SensorId, condition: SensorCondition): void {
    this.conditions[sensor] = condition
    this.history.push(`${sensor} ${condition.state}`)
  }

  /** The last answer of a source about a fact. */
  last(fact: Fact, source: string): FactReading | undefined {
    return this.facts.findLast((reading) => reading.fact === fact && reading.source === source)
  }
}
