/** Helplines and the protocol, on the wire. */
import { os } from '../../wire/procedures.ts'
import type { SafetyService } from './safetyService.ts'

export function safetyRouter(service: SafetyService) {
  return {
    countries: os.safety.countries.handler(() => service.countries()),
    helplines: os.safety.helplines.handler(({ input }) => service.help(input.country)),
    protocol: os.safety.protocol.handler(() => service.protocol()),
  }
}
