/** Check-ins on the wire. */
import type { EventBus } from '../../events.ts'
import { os } from '../../wire/procedures.ts'
import { watchStream } from '../../wire/watchStream.ts'
import { type CheckinsService, rowOf } from './checkinsService.ts'

/** As in the contract: of more, the latest. */
const MOST_ROWS = 500

export function checkinsRouter(service: CheckinsService, bus: EventBus) {
  return {
    watch: os.checkins.watch.handler(({ signal }) =>
      watchStream({
        signal,
        listen: (push) => bus.on('checkinsChanged', () => push(service.state())),
        snapshot: () => service.state(),
      }),
    ),
    save: os.checkins.save.handler(({ input }) => service.save(input)),
    dismiss: os.checkins.dismiss.handler(() => {
      service.dismiss()
      return {}
    }),
    between: os.checkins.between.handler(({ input }) => ({
      checkins: service.between(input.fromMs, input.toMs).slice(-MOST_ROWS).map(rowOf),
    })),
    erase: os.checkins.erase.handler(({ input }) => ({ undoSeconds: service.erase(input.id) })),
    restore: os.checkins.restore.handler(({ input }) => ({ restored: service.restore(input.id) })),
  }
}
