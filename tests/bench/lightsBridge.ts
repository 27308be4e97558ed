/** A fake bridge in this process, and Lull's own driver connected to it, for benches of lights. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hue } from '../../electron/engine/devices/hue/index.ts'
import type { LightsConnection, LightsDriver } from '../../electron/engine/ports/lights.ts'
import { systemClock } from '../../electron/hosts/systemClock.ts'
import { testRoot } from '../fakes/hueBridge/certificate.ts'
import { FakeHueBridge } from '../fakes/hueBridge/fakeHueBridge.ts'
import type { LampPlan } from '../fakes/hueBridge/resources.ts'

export interface BenchBridge {
  bridge: FakeHueBridge
  driver: LightsDriver
  /** As pairing leaves them. */
  settings: Record<string, unknown>
  stop(): Promise<void>
}

/** Lamps of one room, all alike, so that one write to the room does for them. */
export function evenLamps(count: number, brightness = 80): LampPlan[] {
  return Array.from({ length: count }, (_, place) => ({
    ...{ name: `Lamp ${place + 1}`, kind: 'colour' as const, brightness, mirek: 300 },
  }))
}

export async function benchBridge(lamps: readonly LampPlan[]): Promise<BenchBridge> {
  const root = testRoot()
  const bridge = await FakeHueBridge.start({ root, lamps })
  const resourcesFolder = mkdtempSync(join(tmpdir(), 'lull-lights-bench-'))
  mkdirSync(join(resourcesFolder, 'hue'))
  writeFileSync(join(resourcesFolder, 'hue', 'root.pem'), root.pem)
  const { username: key } = bridge.door.make()
  return {
    bridge,
    driver: hue({ resourcesFolder, discovery: { interfaces: [] } }),
    settings: { host: '127.0.0.1', port: bridge.port, bridgeId: bridge.bridgeId, key },
    async stop() {
      await bridge.stop()
      rmSync(resourcesFolder, { recursive: true, force: true })
    },
  }
}

export async function connectedTo({ driver, settings }: BenchBridge): Promise<LightsConnection> {
  const connection = driver.connect(settings, {
    clock: systemClock,
    random: Math.random,
    settingsChanged: () => {},
    note: () => {},
    connectionMade: () => {},
  })
  await new Promise<void>((done, failed) => {
    const timer = setTimeout(() => failed(new Error('no connection to the fake bridge')), 5000)
    const look = () => {
      if (connection.state().phase.phase !== 'connected') return
      clearTimeout(timer)
      done()
    }
    connection.watch(look)
    look()
  })
  return connection
}

export const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** The value that 99 of 100 are not above. */
export function p99(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b)
  return ordered[Math.min(ordered.length - 1, Math.ceil(ordered.length * 0.99) - 1)] ?? Number.NaN
}
