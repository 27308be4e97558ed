/** Home Assistant on the wire: how the link fares, and what would be told over it. */
import type { EventBus } from '../../events.ts'
import { os } from '../../wire/procedures.ts'
import { watchStream } from '../../wire/watchStream.ts'
import type { HomeAssistantService } from './homeAssistantService.ts'

export function homeAssistantRouter(service: HomeAssistantService, bus: EventBus) {
  return {
    watch: os.homeAssistant.watch.handler(({ signal }) =>
      watchStream({
        signal,
        listen: (push) => bus.on('homeAssistantChanged', () => push(service.state())),
        snapshot: () => service.state(),
      }),
    ),
    preview: os.homeAssistant.preview.handler(({ input }) => service.preview(input)),
  }
}
