/** Devices on the wire. */
import type { EventBus } from '../../events.ts'
import type { HeardTopic } from '../../ports/vitals.ts'
import { os } from '../../wire/procedures.ts'
import { watchStream } from '../../wire/watchStream.ts'
import type { DevicesService } from './devicesService.ts'

export function devicesRouter(service: DevicesService, bus: EventBus) {
  return {
    drivers: os.devices.drivers.handler(() => ({ drivers: service.drivers() })),
    watch: os.devices.watch.handler(({ signal }) =>
      watchStream({
        signal,
        listen: (push) => bus.on('devicesChanged', () => push(service.snapshot())),
        snapshot: () => service.snapshot(),
      }),
    ),
    test: os.devices.test.handler(({ input }) => service.test(input)),
    save: os.devices.save.handler(({ input }) => service.save(input)),
    remove: os.devices.remove.handler(({ input }) => ({ undoSeconds: service.remove(input.id) })),
    restore: os.devices.restore.handler(({ input }) => ({ restored: service.restore(input.id) })),
    retry: os.devices.retry.handler(({ input }) => {
      service.retry(input.id)
      return {}
    }),
    watchTopics: os.devices.watchTopics.handler(({ input, signal }) =>
      watchStream<{ topics: HeardTopic[] }>({
        signal,
        listen: (push) =>
          service.watchTopics(input.id, input.topicFilter, (topics) => push({ topics: [...topics] })),
        snapshot: () => ({ topics: [] }),
      }),
    ),
    preview: os.devices.preview.handler(({ input }) => service.preview(input.id, input.mapping)),
    setMappings: os.devices.setMappings.handler(({ input }) => service.setMappings(input.id, input.mappings)),
  }
}
