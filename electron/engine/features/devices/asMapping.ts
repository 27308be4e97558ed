/** A mapping as the contract and the database have it, as the core wants it: what is not there is absent. */
import type { MappingInput } from '../../../contract/devices.ts'
import type { Mapping } from '../../../core/readings/mapping.ts'

export function asMapping({ time, device, discrete, ...mapping }: MappingInput): Mapping {
  return {
    ...mapping,
    ...(time ? { time } : {}),
    ...(device ? { device } : {}),
    ...(discrete === undefined ? {} : { discrete }),
  }
}
