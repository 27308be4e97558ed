/** The Home Assistant feature put together. */
import { homeAssistantRouter } from './homeAssistantRouter.ts'
import { type HomeAssistantParts, HomeAssistantService } from './homeAssistantService.ts'

export function createHomeAssistant(parts: HomeAssistantParts) {
  const service = new HomeAssistantService(parts)
  return { service, router: homeAssistantRouter(service, parts.bus) }
}
