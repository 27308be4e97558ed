/** Everything that can hand over readings of the body; one line each. */
import type { DeviceDriver } from '../ports/vitals.ts'
import { mqtt } from './mqtt/index.ts'
import { simulator } from './simulator/index.ts'

export function drivers(): DeviceDriver[] {
  return [mqtt, simulator]
}
