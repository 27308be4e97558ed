/** Settings on the wire. */

import type { EventBus } from '../../events.ts'
import { os } from '../../wire/procedures.ts'
import { watchStream } from '../../wire/watchStream.ts'
import type { SettingsService } from './settingsService.ts'

export function settingsRouter(service: SettingsService, bus: EventBus) {
  return {
    current: os.settings.current.handler(() => service.current()),
    watch: os.settings.watch.handler(({ signal }) =>
      watchStream({
        signal,
        listen: (push) => bus.on('settingsChanged', push),
        snapshot: () => service.current(),
      }),
    ),
    change: os.settings.change.handler(({ input }) => service.change(input)),
  }
}
