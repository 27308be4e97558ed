/** Stress on the wire. */
import type { StressSnapshot } from '../../../contract/stress.ts'
import type { EventBus } from '../../events.ts'
import { paced } from '../../paced.ts'
import type { Clock } from '../../ports/clock.ts'
import { os } from '../../wire/procedures.ts'
import { watchStream } from '../../wire/watchStream.ts'
import type { StressService } from './stressService.ts'

const TOLD_EVERY_MS = 1000

export function stressRouter(service: StressService, bus: EventBus, clock: Clock) {
  return {
    watch: os.stress.watch.handler(({ signal }) =>
      watchStream<StressSnapshot>({
        signal,
        listen: (push) => {
          const slow = paced(clock, TOLD_EVERY_MS, push)
          const stopListening = bus.on('stressChanged', (snapshot) => slow.push(snapshot))
          return () => {
            stopListening()
            slow.stop()
          }
        },
        snapshot: () => service.snapshot(),
      }),
    ),
    day: os.stress.day.handler(({ input }) => service.day(input.workDay)),
    days: os.stress.days.handler(({ input }) => service.days(input.fromDay, input.toDay)),
    explain: os.stress.explain.handler(({ input }) => service.explain(input.atMs)),
    markWrong: os.stress.markWrong.handler(({ input }) => service.markWrong(input)),
    unmarkWrong: os.stress.unmarkWrong.handler(({ input }) => {
      service.unmarkWrong(input.id)
      return {}
    }),
    howWell: os.stress.howWell.handler(() => service.howWell()),
  }
}
