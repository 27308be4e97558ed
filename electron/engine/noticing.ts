/** Everything that notices, put together: presence and its sensors, devices, the two scores, check-ins. */
import { uptime } from 'node:os'
import type { PresenceSnapshot } from '../contract/presence.ts'
import type { Settings } from '../contract/settings.ts'
import { zoneCalendar } from './calendar.ts'
import { drivers } from './devices/index.ts'
import { createSystemSensors } from './devices/system/index.ts'
import type { EventBus } from './events.ts'
import { checkinsRouter } from './features/checkins/checkinsRouter.ts'
import { CheckinsService } from './features/checkins/checkinsService.ts'
import { CheckinsStore } from './features/checkins/checkinsStore.ts'
import { createDevices } from './features/devices/index.ts'
import { presenceRouter } from './features/presence/presenceRouter.ts'
import { PresenceService } from './features/presence/presenceService.ts'
import { createStress } from './features/stress/index.ts'
import type { EngineParts } from './host.ts'
import type { Log } from './log.ts'
import type { Keeper } from './ports/keeper.ts'
import type { Store } from './store/sql.ts'

export interface NoticingParts {
  parts: EngineParts
  store: Store
  bus: EventBus
  log: Log
  settings: () => Settings
}

export function createNoticing({ parts, store, bus, log, settings }: NoticingParts) {
  const { clock } = parts
  const calendar = zoneCalendar(() => parts.timeZone())
  const shared = { store, bus, clock, calendar, log, settings }

  const sensors =
    parts.sensors ??
    createSystemSensors({
      clock,
      log,
      startProbe: parts.startProbe,
      // The desktop need not be asked for idle time while the shell tells it.
      otherIdleSource: () => presence.shellIdleSource(),
    })
  const devices = createDevices({ ...shared, drivers: parts.drivers ?? drivers() })
  const presence: PresenceService = new PresenceService({
    ...shared,
    sensors,
    isDeviceRunning: () => devices.service.isRunning,
    // A replay has no machine that could have run on without it.
    ...(parts.sensors === undefined && { bootedAtMs: () => clock.now() - uptime() * 1000 }),
  })
  const stress = createStress({
    ...shared,
    minutes: (fromMs, toMs) => presence.minutes(fromMs, toMs),
    checkins: (fromMs, toMs) => checkins.between(fromMs, toMs),
    scoredCheckins: () => checkins.scored(),
  })
  const checkins: CheckinsService = new CheckinsService({
    ...shared,
    store: new CheckinsStore(store),
    strainWithoutSelf: () => stress.service.strainWithoutSelf(clock.now()),
  })

  const keepers: Keeper[] = [presence.keeper, devices.keeper, stress.keeper, checkins.keeper]
  return {
    calendar,
    keepers,
    presence,
    devices: devices.service,
    strain: () => stress.service.snapshot().strain,
    sensing: (): PresenceSnapshot['sensing'] => presence.snapshot().sensing,
    checkinDue: (): boolean => checkins.isDue,
    meanHeartRate: (afterMs: number, toMs: number) => stress.service.meanHeartRate(afterMs, toMs),
    routers: {
      presence: presenceRouter(presence, bus, clock),
      devices: devices.router,
      stress: stress.router,
      checkins: checkinsRouter(checkins, bus),
    },
    /** Whoever listens starts before whoever tells. */
    start() {
      stress.service.start()
      checkins.start()
      presence.start()
      devices.service.start()
    },
    /** Whoever tells stops first, so that the last word is kept. */
    async stop() {
      await devices.service.stop()
      presence.stop()
      stress.service.stop()
      checkins.stop()
    },
  }
}
