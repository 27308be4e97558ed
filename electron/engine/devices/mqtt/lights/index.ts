/** Lamps that somebody on one of the person's brokers brings: zigbee2mqtt, and whatever speaks to Home Assistant. */
import type { LightsDriver } from '../../../ports/lights.ts'
import type { DeviceSettings } from '../../../ports/vitals.ts'
import { formSchema } from '../../formSchema.ts'
import { DRIVER } from './brokerHouse.ts'
import { MqttLightsConnection } from './lightsConnection.ts'
import { checkLightsSettings, lightsSettings, readLightsSettings } from './lightsSettings.ts'

export interface MqttLightsParts {
  /** Names the client at a broker. 12 hex digits. */
  installId: string
  /** Settings of a broker among the devices, its password among them; null: there is no such broker. */
  broker(deviceId: string): DeviceSettings | null
}

export function mqttLights({ installId, broker }: MqttLightsParts): LightsDriver {
  return {
    id: DRIVER,
    get settingsSchema() {
      return formSchema(lightsSettings)
    },
    // The password stays with the broker.
    secrets: [],
    checkSettings: checkLightsSettings,
    connect: (settings, context) =>
      new MqttLightsConnection({ settings: readLightsSettings(settings), installId, broker, context }),
  }
}
