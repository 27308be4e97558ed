/** A devices feature over a database in memory, a still clock and a driver that does as it is told. */
import { onTestFinished } from 'vitest'
import { settingsDocument } from '../../../../electron/contract/settings.ts'
import type { Reading } from '../../../../electron/core/readings/mapping.ts'
import { EventBus } from '../../../../electron/engine/events.ts'
import { DevicesService } from '../../../../electron/engine/features/devices/devicesService.ts'
import { DevicesStore } from '../../../../electron/engine/features/devices/devicesStore.ts'
import { createLog } from '../../../../electron/engine/log.ts'
import type { Clock } from '../../../../electron/engine/ports/clock.ts'
import type { DeviceDriver } from '../../../../electron/engine/ports/vitals.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import type { Store } from '../../../../electron/engine/store/sql.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { TEST_KEY } from '../../engineParts.ts'
import { fakeDriver } from './fakeDriver.ts'

export const ID = '11111111-1111-4111-8111-111111111111'
export const OTHER_ID = '22222222-2222-4222-8222-222222222222'

export const memoryStore = () => openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: 1 }).store

/** Everything a service says and hears; `store` may be handed on to the next one, as after a restart. */
export function serviceForTest(options: { store?: Store; drivers?: DeviceDriver[]; clock?: Clock } = {}) {
  const store = options.store ?? memoryStore()
  const fakeClock = new FakeClock()
  const fake = fakeDriver()
  const bus = new EventBus()
  const logLines: string[] = []
  const readings: Reading[] = []
  const peers: string[] = []
  let changes = 0
  const allowed = { sensing: true, bodyWeight: 0.35 }
  bus.on('readingsTaken', (taken) => readings.push(...taken))
  bus.on('devicesChanged', () => changes++)
  bus.on('connectionMade', ({ peer, reason, outcome }) => peers.push(`${peer} ${reason} ${outcome}`))
  const service = new DevicesService({
    store: new DevicesStore(store),
    bus,
    clock: options.clock ?? fakeClock,
    log: createLog(fakeClock, (line) => logLines.push(line)),
    drivers: options.drivers ?? [fake.driver, fake.topicless],
    isSensingAllowed: () => allowed.sensing,
    bodyWeight: () => allowed.bodyWeight,
  })
  onTestFinished(() => service.stop())
  return {
    store,
    clock: fakeClock,
    bus,
    service,
    logLines,
    readings,
    peers,
    allowed,
    ...fake,
    changes: () => changes,
    device: () => service.snapshot().devices[0],
    /** What the settings page does when a switch is moved. */
    settingsMoved: () => bus.emit('settingsChanged', settingsDocument.parse({})),
    save: (extra: object = {}) =>
      service.save({
        id: ID,
        driver: 'fake',
        title: 'Chest strap',
        enabled: true,
        settings: { host: 'broker', password: 'sea-salt' },
        ...extra,
      }),
  }
}
