/** Care on the wire. */
import type { EventBus } from '../../events.ts'
import { os } from '../../wire/procedures.ts'
import { watchStream } from '../../wire/watchStream.ts'
import type { CareService } from './careService.ts'

export function careRouter(service: CareService, bus: EventBus) {
  return {
    watch: os.care.watch.handler(({ signal }) =>
      watchStream({
        signal,
        listen: (push) => bus.on('careChanged', () => push(service.view())),
        snapshot: () => service.view(),
      }),
    ),
    setPeople: os.care.setPeople.handler(({ input }) => {
      service.setPeople(input.people)
      return {}
    }),
    savePlan: os.care.savePlan.handler(({ input }) => ({ undoSeconds: service.savePlan(input.steps) })),
    erasePlan: os.care.erasePlan.handler(() => ({ undoSeconds: service.erasePlan() })),
    restorePlan: os.care.restorePlan.handler(() => ({ restored: service.restorePlan() })),
    answerCheckBack: os.care.answerCheckBack.handler(({ input }) => {
      service.answerCheckBack(input.conversationId, input.answer)
      return {}
    }),
    noticeSeen: os.care.noticeSeen.handler(({ input }) => {
      service.noticeSeen(input.kind)
      return {}
    }),
    referrals: os.care.referrals.handler(() => ({ months: service.referrals() })),
  }
}
