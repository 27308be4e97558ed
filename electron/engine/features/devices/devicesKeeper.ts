/** Saved devices, to count, take along and erase. */
import type { Keeper } from '../../ports/keeper.ts'
import type { DeviceDriver } from '../../ports/vitals.ts'
import { shownSettings } from './deviceSettings.ts'
import type { DevicesStore } from './devicesStore.ts'

export function devicesKeeper(
  store: DevicesStore,
  driver: (id: string) => DeviceDriver | null,
  erase: () => void,
): Keeper {
  return {
    kinds: ['devices'],
    count() {
      const all = store.all()
      return { rows: all.length, oldestAt: all[0]?.addedAt ?? null }
    },
    rows: () =>
      store.all().map((device) => ({
        ...device,
        settings: shownSettings(driver(device.driver), device.settings),
      })),
    erase,
    // A device is a choice of the person, not something noticed on a day.
    eraseDay: () => {},
  }
}
