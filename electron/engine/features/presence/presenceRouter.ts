/** Presence on the wire. */
import { os } from '../../wire/procedures.ts'
import type { PresenceService } from './presenceService.ts'

export function presenceRouter(service: PresenceService) {
  return {
    report: os.presence.report.handler(({ input }) => {
      service.report(input)
      return {}
    }),
    current: os.presence.current.handler(() => service.current()),
  }
}
