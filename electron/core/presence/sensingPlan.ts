/** Which sensors should run: what the person allowed, not while they pause, and none that only feeds what weighs nothing. */
import { type FamilyId, isSensorOn, type Weights } from '../stress/families.ts'
import type { Fact } from './fact.ts'
import { SENSOR_IDS, type SensorId } from './sensor.ts'

/** The choices a plan is made of. */
export interface SensingChoices {
  sensing: Readonly<Record<SensorId, boolean>>
  sensingPaused: { until: number | null } | null
  weights: Weights
}

export interface SensingPlan {
  wanted: ReadonlySet<SensorId>
  /** Sensors whose families all weigh nothing. */
  weightless: ReadonlySet<SensorId>
  /** Null while not paused; `until: null` = until switched on again. */
  pause: { until: number | null } | null
}

/** Sensors that serve nothing but these families; the others tell when to be quiet and are wanted anyway. */
const ONLY_FOR: Partial<Record<SensorId, readonly FamilyId[]>> = {
  apps: ['fragmentation', 'comms'],
  input: ['typing', 'pointer'],
  machine: ['machine'],
}

/** The sensor a fact belongs to, whoever reports it. */
export const SENSOR_OF_FACT: Record<Fact, SensorId> = {
  input: 'presence',
  locked: 'presence',
  asleep: 'presence',
  inCall: 'calls',
  sharing: 'calls',
  fullScreen: 'screen',
  doNotDisturb: 'screen',
}

function isWeightless(sensor: SensorId, weights: Weights): boolean {
  const families = ONLY_FOR[sensor]
  return families !== undefined && !families.some((family) => isSensorOn(weights, family))
}

/** The pause in force, or null: it ends by itself when its time has come, also one that was set before a restart. */
export function pauseAt(
  { sensingPaused }: Pick<SensingChoices, 'sensingPaused'>,
  nowMs: number,
): SensingPlan['pause'] {
  const isOver = sensingPaused !== null && sensingPaused.until !== null && nowMs >= sensingPaused.until
  return isOver ? null : sensingPaused
}

export function sensingPlan(choices: SensingChoices, nowMs: number): SensingPlan {
  const { sensing, weights } = choices
  const pause = pauseAt(choices, nowMs)
  const weightless = new Set(SENSOR_IDS.filter((sensor) => isWeightless(sensor, weights)))
  const runs = (sensor: SensorId) => pause === null && sensing[sensor] && !weightless.has(sensor)
  return { wanted: new Set(SENSOR_IDS.filter(runs)), weightless, pause }
}
