/** Tries settings out before they are saved: connects, looks and hangs up, and never takes longer than ten seconds. */
import type { EventBus } from '../../events.ts'
import type { Clock } from '../../ports/clock.ts'
import type { DeviceDriver, DevicePhase, DeviceSettings } from '../../ports/vitals.ts'

const WITHIN_MS = 10_000

export function testedDevice(
  driver: DeviceDriver,
  settings: DeviceSettings,
  { clock, bus, installId }: { clock: Clock; bus: EventBus; installId: string },
): Promise<DevicePhase> {
  const late = Promise.withResolvers<DevicePhase>()
  const cancel = clock.after(WITHIN_MS, () =>
    late.resolve({ phase: 'failed', failure: 'timed_out', retrying: false, detail: null }),
  )
  const tested = driver.test(settings, {
    clock,
    installId,
    connectionMade: (peer, outcome) =>
      bus.emit('connectionMade', { at: clock.now(), peer, reason: 'devices', outcome }),
  })
  return Promise.race([tested, late.promise]).finally(cancel)
}
