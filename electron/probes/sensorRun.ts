/** What every sensor of a probe process is made of: a start that says how it went, and a stop. */
import type { ProbeMessage } from '../core/presence/probeMessage.ts'
import type { SensorId } from '../core/presence/sensor.ts'
import type { Clock } from '../engine/ports/clock.ts'
import type { Unable } from './ability.ts'
import type { Pace } from './pace.ts'

export interface SensorParts {
  clock: Clock
  post(message: ProbeMessage): void
  pace: Pace
}

/** Tells whether it runs, then what it finds. Never throws. @returns a function that stops it. */
export type StartSensor = (parts: SensorParts) => Promise<() => void>

export function cannot(sensor: SensorId, why: Unable): ProbeMessage {
  return { type: 'unavailable', sensor, problem: why.problem, detail: why.detail }
}

export const nothingToStop = () => {}
