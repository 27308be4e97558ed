/** Balance on the wire. */
import type { EventBus } from '../../events.ts'
import { os } from '../../wire/procedures.ts'
import { watchStream } from '../../wire/watchStream.ts'
import type { BalanceService } from './balanceService.ts'

export function balanceRouter(service: BalanceService, bus: EventBus) {
  return {
    watch: os.balance.watch.handler(({ signal }) =>
      watchStream({
        signal,
        listen: (push) => bus.on('balanceChanged', () => push(service.view())),
        snapshot: () => service.view(),
      }),
    ),
    addAct: os.balance.addAct.handler(({ input }) => service.addAct(input)),
    eraseAct: os.balance.eraseAct.handler(({ input }) => ({ undoSeconds: service.eraseAct(input.id) })),
    restoreAct: os.balance.restoreAct.handler(({ input }) => ({ restored: service.restoreAct(input.id) })),
    setPlan: os.balance.setPlan.handler(({ input }) => {
      service.setPlan(input.plan)
      return {}
    }),
  }
}
