/** The whole feature of lights over the real Hue driver, at the fake bridge, with a database of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { type Settings, settingsDocument } from '../../electron/contract/settings.ts'
import type { StressSnapshot } from '../../electron/contract/stress.ts'
import type { ExercisePlan } from '../../electron/core/exercises/exercisePlan.ts'
import { NOTHING_KNOWN } from '../../electron/core/presence/situation.ts'
import { zoneCalendar } from '../../electron/engine/calendar.ts'
import { hue } from '../../electron/engine/devices/hue/index.ts'
import { EventBus } from '../../electron/engine/events.ts'
import { createLights } from '../../electron/engine/features/lights/index.ts'
import { SourcesStore } from '../../electron/engine/features/lights/sourcesStore.ts'
import { createLog } from '../../electron/engine/log.ts'
import type { Clock } from '../../electron/engine/ports/clock.ts'
import type { LightsDriver } from '../../electron/engine/ports/lights.ts'
import { openDatabase } from '../../electron/engine/store/database.ts'
import { type Certificate, testRoot } from './hueBridge/certificate.ts'
import { FakeHueBridge } from './hueBridge/fakeHueBridge.ts'
import type { LampPlan } from './hueBridge/resources.ts'

export interface LightsAtBridgeOptions {
  clock: Clock
  lamps: readonly LampPlan[]
  /** For `followExercise`. */
  plan?: ExercisePlan
  /** Made once where many are needed: it takes a program of its own. */
  root?: Certificate
}

const SOURCE = '00000000-0000-4000-8000-000000000950'
const CONNECTED_WITHIN_MS = 5000

export async function lightsAtBridge({ clock, lamps, plan, root = testRoot() }: LightsAtBridgeOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'lull-lights-'))
  mkdirSync(join(folder, 'hue'))
  writeFileSync(join(folder, 'hue', 'root.pem'), root.pem)
  const bridge = await FakeHueBridge.start({ root, lamps, clock })
  const { store } = openDatabase({ dataFolder: folder, keyHex: 'c4'.repeat(32), now: clock.now() })
  const { username: key } = bridge.door.make()
  const address = { host: '127.0.0.1', port: bridge.port, bridgeId: bridge.bridgeId, key }
  new SourcesStore(store).save({
    ...{ id: SOURCE, driver: 'hue', title: 'Bridge', settings: address, addedAt: clock.now() },
  })
  const bus = new EventBus()
  let settings = settingsDocument.parse({})
  const asked = { open: 0 }
  const strain = { phase: 'clear' } as StressSnapshot['strain']
  const choose = (chosen: Partial<Settings['lights']>) => {
    settings = { ...settings, lights: { ...settings.lights, ...chosen } }
    bus.emit('settingsChanged', settings)
  }
  const lights = createLights({
    ...{ store, bus, clock, log: createLog(clock, () => {}), calendar: zoneCalendar(() => 'UTC') },
    settings: () => settings,
    changeLights: choose,
    drivers: [counted(hue({ resourcesFolder: folder, discovery: { interfaces: [] } }), asked)],
    situation: () => NOTHING_KNOWN,
    strain: () => strain,
    exercisePlan: () => plan ?? null,
    meanHeartRate: () => null,
    broker: () => null,
    brokerTitle: () => null,
    machineName: 'desk',
    random: () => 0.5,
    seed: 1,
  })
  lights.service.start()
  await connected(() => lights.service.view().sources[0]?.phase.phase === 'connected')
  choose({ isAllowed: true, lampIds: lights.service.view().lamps.map(({ id }) => id) })
  return {
    bridge,
    client: createRouterClient({ lights: lights.router }, { context: { role: 'window', report: () => {} } }),
    /** Whether something was asked of the bridge that it has not answered. */
    isBusy: () => asked.open > 0,
    /** S is raised, or no longer. */
    strain(phase: StressSnapshot['strain']['phase']) {
      strain.phase = phase
      // Lights look at nothing else of it.
      bus.emit('stressChanged', { strain } as StressSnapshot)
    },
    /** @param isGoingFirst the bridge is gone before anything can be given back, which takes its time. */
    async stop(isGoingFirst = false) {
      if (isGoingFirst) await bridge.stop()
      await lights.service.stop()
      await bridge.stop()
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Counts what is asked of the driver and not answered. */
function counted(driver: LightsDriver, asked: { open: number }): LightsDriver {
  const count = <Result>(answer: Promise<Result>) => {
    asked.open++
    return answer.finally(() => {
      asked.open--
    })
  }
  return {
    ...driver,
    connect(settings, context) {
      const connection = driver.connect(settings, context)
      return {
        state: () => connection.state(),
        watch: (listener) => connection.watch(listener),
        write: (plan) => count(connection.write(plan)),
        refresh: () => count(connection.refresh()),
        retry: () => connection.retry(),
        close: () => connection.close(),
      }
    },
  }
}

async function connected(isThere: () => boolean): Promise<void> {
  const endsAt = performance.now() + CONNECTED_WITHIN_MS
  while (!isThere()) {
    if (performance.now() > endsAt) throw new Error('no connection to the fake bridge')
    await new Promise((wait) => setTimeout(wait, 2))
  }
}
