/** Everything that touches light, put together: what has lamps, and what gives occasion for a look. */
import { hostname } from 'node:os'
import { hue } from './devices/hue/index.ts'
import { hueV1 } from './devices/hueV1/index.ts'
import { mqttLights } from './devices/mqtt/lights/index.ts'
import { simulatedRoom } from './devices/simulatedRoom/index.ts'
import type { EventBus } from './events.ts'
import { createLights, fromOutside } from './features/lights/index.ts'
import type { SettingsService } from './features/settings/settingsService.ts'
import type { EngineParts } from './host.ts'
import type { Log } from './log.ts'
import type { createNoticing } from './noticing.ts'
import type { createPausing } from './pausing.ts'
import type { Keeper } from './ports/keeper.ts'
import type { LightsDriver } from './ports/lights.ts'
import type { Store } from './store/sql.ts'

export interface LightingParts {
  parts: EngineParts
  store: Store
  bus: EventBus
  log: Log
  settings: SettingsService
  noticing: ReturnType<typeof createNoticing>
  pausing: Pick<ReturnType<typeof createPausing>, 'exercisePlan'>
}

type Devices = LightingParts['noticing']['devices']

/** Lamps of the person's own brokers; this machine gets a name towards one only when it talks to it. */
function brokerLamps(devices: Devices): LightsDriver {
  const driver = (installId: string) =>
    mqttLights({ installId, broker: (deviceId) => devices.savedSettings('mqtt', deviceId) })
  return {
    ...driver(''),
    connect: (settings, context) => driver(devices.installId()).connect(settings, context),
  }
}

function allDrivers(resourcesFolder: string, devices: Devices): LightsDriver[] {
  const bridges = hue({ resourcesFolder })
  const old = hueV1({
    find: async (bridgeId, visit) => {
      const findings = await bridges.discover?.(visit)
      return findings?.found.find((one) => one.bridgeId === bridgeId) ?? null
    },
  })
  return [bridges, old, brokerLamps(devices), simulatedRoom()]
}

export function createLighting({ parts, store, bus, log, settings, noticing, pausing }: LightingParts) {
  const { clock, resourcesFolder } = parts
  const { calendar, devices, presence, strain, meanHeartRate } = noticing
  const lights = createLights({
    ...{ store, bus, clock, calendar, log, strain, meanHeartRate },
    settings: () => settings.current(),
    changeLights: (changed) => void settings.change({ lights: changed }),
    drivers: parts.lightDrivers ?? allDrivers(resourcesFolder, devices),
    situation: () => presence.situation,
    exercisePlan: (exerciseId, lengthSeconds) => pausing.exercisePlan(exerciseId, lengthSeconds),
    broker: (deviceId) => devices.savedSettings('mqtt', deviceId),
    brokerTitle: (deviceId) => devices.snapshot().devices.find(({ id }) => id === deviceId)?.title ?? null,
    machineName: hostname(),
    random: Math.random,
    ...(parts.seed !== undefined && { seed: parts.seed }),
  })
  const keepers: Keeper[] = [lights.keeper]
  return {
    keepers,
    fromOutside: fromOutside(lights.service),
    routers: { lights: lights.router },
    /** After whoever notices, for it asks at once how things stand. */
    start: () => lights.service.start(),
    /** Together with everybody else: lamps are given back first. */
    stop: () => lights.service.stop(),
  }
}
