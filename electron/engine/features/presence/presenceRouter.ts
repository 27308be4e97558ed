/** Presence on the wire. */
import type { PresenceSnapshot } from '../../../contract/presence.ts'
import type { EventBus } from '../../events.ts'
import { paced } from '../../paced.ts'
import type { Clock } from '../../ports/clock.ts'
import { os } from '../../wire/procedures.ts'
import { watchStream } from '../../wire/watchStream.ts'
import type { PresenceService } from './presenceService.ts'
import { snapshotKey } from './presenceSnapshot.ts'

const TOLD_EVERY_MS = 1000

/** What differs from what was told last; the watcher knows the present snapshot already. */
function eachSecond(
  service: PresenceService,
  bus: EventBus,
  clock: Clock,
  push: (snapshot: PresenceSnapshot) => void,
): () => void {
  let toldKey = snapshotKey(service.snapshot())
  const slow = paced<void>(clock, TOLD_EVERY_MS, () => {
    const snapshot = service.snapshot()
    const key = snapshotKey(snapshot)
    if (key !== toldKey) push(snapshot)
    toldKey = key
  })
  const stopListening = bus.on('presenceChanged', () => slow.push())
  return () => {
    stopListening()
    slow.stop()
  }
}

export function presenceRouter(service: PresenceService, bus: EventBus, clock: Clock) {
  return {
    report: os.presence.report.handler(({ input }) => {
      service.report(input.readings)
      return {}
    }),
    watch: os.presence.watch.handler(({ signal }) =>
      watchStream({
        signal,
        listen: (push) => eachSecond(service, bus, clock, push),
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
