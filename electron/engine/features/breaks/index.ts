/** Puts the feature of breaks together for the engine's composition root. */
import type { BreaksParts } from './breaksParts.ts'
import { breaksRouter } from './breaksRouter.ts'
import { BreaksService } from './breaksService.ts'

export { fromOutside } from './fromOutside.ts'

export function createBreaks(parts: BreaksParts) {
  const service = new BreaksService(parts)
  return { service, keeper: service.keeper, router: breaksRouter(service, parts.bus) }
}
