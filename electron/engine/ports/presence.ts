/** What this machine can tell of the person at it; implemented by the system device, by tests and by replays. */
import type { FactReading } from '../../core/presence/fact.ts'
import type {
  AppSample,
  InputCounts,
  MachineSample,
  SensorCondition,
  SensorId,
} from '../../core/presence/sensor.ts'

/** Where sensors put what they find. Every method returns at once and never throws. */
export interface SensorSink {
  fact(reading: FactReading): void
  app(sample: AppSample): void
  input(counts: InputCounts): void
  machine(sample: MachineSample): void
  /** Tells whenever what a sensor can do here changes. */
  condition(sensor: SensorId, condition: SensorCondition): void
}

export interface Sensors {
  /** Called once, before `want`. */
  start(sink: SensorSink): void
  /** The sensors that should run from now on; all others stop, with their processes. */
  want(sensors: ReadonlySet<SensorId>): void
  /** While wanted, idle time is looked at now and then every two seconds instead of at its usual pace. */
  lookCloser(isWanted: boolean): void
  /** Ends everything, the processes too. Safe to call twice. */
  stop(): void
}
