/** A device as the page sees it, running or not, without its secrets. */
import type { DeviceView } from '../../../contract/devices.ts'
import type { DeviceDriver } from '../../ports/vitals.ts'
import type { DeviceRun } from './deviceRun.ts'
import { secretsSet, shownSettings } from './deviceSettings.ts'
import type { StoredDevice } from './devicesStore.ts'
import type { MappingCounts } from './mappingCounts.ts'

export function deviceView(
  device: StoredDevice,
  driver: DeviceDriver | null,
  run: DeviceRun | null,
  counts: ReadonlyMap<string, MappingCounts> | undefined,
): DeviceView {
  return {
    id: device.id,
    driver: device.driver,
    title: device.title,
    enabled: device.enabled,
    settings: shownSettings(driver, device.settings),
    secretsSet: secretsSet(driver, device.settings),
    phase: run?.phase ?? { phase: 'off' },
    mappings: device.mappings.map((mapping) => {
      const known = counts?.get(mapping.id)
      return {
        mapping,
        accepted: known?.accepted ?? 0,
        refused: known?.refused ?? [],
        lastMessageMs: known?.lastMessageMs ?? null,
        lastReadingMs: known?.lastReadingMs ?? null,
        silent: run?.isSilent(mapping) ?? false,
      }
    }),
  }
}
