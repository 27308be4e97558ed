/** What tests of a broker need: a device that writes down what it hands over, and somebody who publishes. */
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'
import { onTestFinished } from 'vitest'
import type { Mapping, Reading } from '../../../../electron/core/readings/mapping.ts'
import { mqtt as driver } from '../../../../electron/engine/devices/mqtt/index.ts'
import type { Clock } from '../../../../electron/engine/ports/clock.ts'
import type { DeviceContext, DevicePhase } from '../../../../electron/engine/ports/vitals.ts'
import { systemClock } from '../../../../electron/hosts/systemClock.ts'
import { type BrokerOptions, mosquitto } from './mosquitto.ts'

/** A broker that goes away with the test. */
export async function brokerForTest(options: BrokerOptions = {}) {
  const broker = await mosquitto(options)
  onTestFinished(() => broker.remove())
  return broker
}

/** A context that writes everything down. */
export function recordingContext(extra: Partial<DeviceContext> = {}) {
  const readings: Reading[] = []
  const refused: Record<string, number> = {}
  const phases: DevicePhase[] = []
  const heard = new Map<string, number>()
  const connections: string[] = []
  const context: DeviceContext = {
    clock: systemClock,
    installId: '0123456789ab',
    fresh: false,
    take: (more) => void readings.push(...more),
    refuse: (_id, counts) => {
      for (const { reason, count } of counts) refused[reason] = (refused[reason] ?? 0) + count
    },
    heard: (id, atMs) => void heard.set(id, atMs),
    phase: (phase) => void phases.push(phase),
    connectionMade: (peer, outcome) => void connections.push(`${peer} ${outcome}`),
    ...extra,
  }
  return { context, readings, refused, phases, heard, connections }
}

export function checked(settings: object) {
  const check = driver.checkSettings(settings)
  if (!check.ok) throw new Error(`${check.field}: ${check.problem}`)
  return check.settings
}

/** A device as the engine would connect it, closed with the test. */
export function deviceForTest(
  settings: object,
  mappings: readonly Mapping[] = [],
  extra: Partial<DeviceContext> = {},
) {
  const record = recordingContext(extra)
  const connection = driver.connect(checked(settings), mappings, record.context)
  onTestFinished(() => connection.close(true))
  return { ...record, connection }
}

export const testBroker = (settings: object, clock: Clock = systemClock) =>
  driver.test(checked(settings), { clock, installId: '0123456789ab', connectionMade: () => {} })

/** Somebody else at the broker, gone with the test. */
export async function publisherForTest(port: number, options: IClientOptions = {}): Promise<MqttClient> {
  const client = await mqtt.connectAsync({ host: '127.0.0.1', port, protocolVersion: 5, ...options })
  onTestFinished(() => void client.end(true))
  return client
}

export const heartRate = (topicFilter: string, extra: Partial<Mapping> = {}): Mapping => ({
  id: 'strap.hr',
  topicFilter,
  valuePath: '$',
  kind: 'hr',
  unit: 'bpm',
  ...extra,
})

/** Real time, but waiting is so many times shorter: outages of minutes in a test of seconds. */
export function fasterClock(times: number): Clock {
  const startMs = Date.now()
  return {
    now: () => startMs + Math.round((performance.now() - startedAt) * times),
    after(delayMs, callback) {
      const timer = setTimeout(callback, delayMs / times)
      return () => clearTimeout(timer)
    },
  }
}
const startedAt = performance.now()
