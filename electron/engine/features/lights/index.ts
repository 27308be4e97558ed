/** Puts the feature of lights together for the engine's composition root. */
import type { LightsParts } from './lightsParts.ts'
import { lightsRouter } from './lightsRouter.ts'
import { LightsService } from './lightsService.ts'

export { fromOutside } from './fromOutside.ts'

export function createLights(parts: LightsParts) {
  const service = new LightsService(parts)
  return { service, keeper: service.keeper, router: lightsRouter(service, parts.bus) }
}
