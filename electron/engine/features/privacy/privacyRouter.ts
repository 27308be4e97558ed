/** What is kept, on the wire. */
import { os } from '../../wire/procedures.ts'
import type { PrivacyService } from './privacyService.ts'

export function privacyRouter(service: PrivacyService) {
  return {
    inventory: os.privacy.inventory.handler(() => service.inventory()),
    connections: os.privacy.connections.handler(() => ({ connections: service.connections() })),
    export: os.privacy.export.handler(() => service.export()),
    eraseEverything: os.privacy.eraseEverything.handler(async ({ input }) => {
      await service.eraseEverything(input.models)
      return {}
    }),
    eraseKind: os.privacy.eraseKind.handler(({ input }) => {
      service.eraseKind(input.kind)
      return {}
    }),
    eraseDay: os.privacy.eraseDay.handler(({ input }) => {
      service.eraseDay(input.workDay)
      return {}
    }),
  }
}
