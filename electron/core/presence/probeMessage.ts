/** What a probe process says and hears; the engine checks every message against these shapes. */
import type { FactReading } from './fact.ts'
import type { AppSample, InputCounts, SensorId, SensorProblem } from './sensor.ts'

/** To a probe process: which of its sensors should run from now on. */
export interface ProbeWish {
  type: 'want'
  sensors: SensorId[]
  /** Idle time is wanted to about two seconds. */
  isCloser?: boolean
}

/** From a probe process. `alive` comes every 5 s while it runs; three missing ones and it is taken for hung. */
export type ProbeMessage =
  | { type: 'alive'; atMs: number }
  | { type: 'fact'; reading: FactReading }
  | { type: 'app'; sample: AppSample }
  | { type: 'input'; counts: InputCounts }
  /** Its answering probes by sensor. */
  | { type: 'running'; sensor: SensorId; source: string }
  | { type: 'unavailable'; sensor: SensorId; problem: SensorProblem; detail: string | null }

export const PROBE_ALIVE_EVERY_MS = 5_000
