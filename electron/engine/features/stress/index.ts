/** Puts the stress feature together for the engine's composition root. */
import type { StressParts } from './stressParts.ts'
import { stressRouter } from './stressRouter.ts'
import { StressService } from './stressService.ts'

export type { StressParts } from './stressParts.ts'
export { StressService } from './stressService.ts'

export function createStress(parts: StressParts) {
  const service = new StressService(parts)
  return { service, keeper: service.keeper, router: stressRouter(service, parts.bus, parts.clock) }
}
