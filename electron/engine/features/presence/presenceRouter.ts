/** Presence on the wire. */
import type { EventBus } from '../../events.ts'
import type { Clock } from '../../ports/clock.ts'
import { os } from '../../wire/procedures.ts'
import { watchStream } from '../../wire/watchStream.ts'
import { eachSecond } from './eachSecond.ts'
import type { PresenceService } from './presenceService.ts'

export function presenceRouter(service: PresenceService, bus: EventBus, clock: Clock) {
  return {
    report: os.presence.report.handler(({ input }) => {
      service.report(input.readings)
      return {}
    }),
    watch: os.presence.watch.handler(({ signal }) =>
      watchStream({
        signal,
        listen: (push) => eachSecond({ bus, clock, snapshot: () => service.snapshot(), push }),
        snapshot: () => service.snapshot(),
      }),
    ),
    today: os.presence.today.handler(() => service.days.today()),
    day: os.presence.day.handler(({ input }) => service.days.day(input.workDay)),
    days: os.presence.days.handler(({ input }) => ({ days: service.days.days(input.fromDay, input.toDay) })),
    programs: os.presence.programs.handler(() => ({ programs: service.programs.list() })),
    mapProgram: os.presence.mapProgram.handler(({ input }) => {
      service.mapProgram(input.app, input.category)
      return {}
    }),
  }
}
