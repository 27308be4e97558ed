/** Presence is what the shell reports and nothing more. */
import { expect, it } from 'vitest'
import { EventBus } from '../../../../electron/engine/events.ts'
import { PresenceService } from '../../../../electron/engine/features/presence/presenceService.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'

it('knows nothing until the shell reports, then tells everyone', () => {
  const bus = new EventBus()
  const clock = new FakeClock()
  const heard: unknown[] = []
  bus.on('presenceChanged', (state) => heard.push(state))
  const service = new PresenceService(bus, clock)
  expect(service.current()).toEqual({ state: 'unknown', at: clock.now(), source: 'none' })
  const asleep = { state: 'asleep', at: clock.now(), source: 'powerMonitor' } as const
  service.report(asleep)
  expect(service.current()).toEqual(asleep)
  expect(heard).toEqual([asleep])
})
