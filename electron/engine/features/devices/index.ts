/** The devices feature put together. */
import type { Settings } from '../../../contract/settings.ts'
import { pauseAt } from '../../../core/presence/sensingPlan.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import type { DeviceDriver } from '../../ports/vitals.ts'
import type { Store } from '../../store/sql.ts'
import { devicesRouter } from './devicesRouter.ts'
import { DevicesService } from './devicesService.ts'
import { DevicesStore } from './devicesStore.ts'

export interface CreateDevicesParts {
  store: Store
  bus: EventBus
  clock: Clock
  log: Log
  settings: () => Settings
  drivers: readonly DeviceDriver[]
}

export function createDevices({ store, bus, clock, log, settings, drivers }: CreateDevicesParts) {
  const service = new DevicesService({
    store: new DevicesStore(store),
    bus,
    clock,
    log,
    drivers,
    isSensingAllowed: () => pauseAt(settings(), clock.now()) === null,
    bodyWeight: () => settings().weights.body,
  })
  return { service, router: devicesRouter(service, bus), keeper: service.keeper() }
}
