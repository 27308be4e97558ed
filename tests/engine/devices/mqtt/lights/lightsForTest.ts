/** Lamps of a real broker as the engine would connect them, and those who bring them. */
import { expect, onTestFinished, vi } from 'vitest'
import type { Lamp } from '../../../../../electron/core/lights/lamp.ts'
import { mqttLights } from '../../../../../electron/engine/devices/mqtt/lights/index.ts'
import type { Clock } from '../../../../../electron/engine/ports/clock.ts'
import type { LightsContext, LightsNews, LightsPhase } from '../../../../../electron/engine/ports/lights.ts'
import type { DeviceSettings } from '../../../../../electron/engine/ports/vitals.ts'
import { systemClock } from '../../../../../electron/hosts/systemClock.ts'
import { FakeAnnouncedLight, type FakeAnnouncedOptions } from '../../../../fakes/fakeAnnouncedLight.ts'
import { FakeZigbee2mqtt } from '../../../../fakes/fakeZigbee2mqtt.ts'
import { checked, publisherForTest } from '../brokerTest.ts'

export const DEVICE_ID = '00000000-0000-4000-8000-000000000001'

export interface LightsForTestOptions {
  clock?: Clock
  /** Instead of a plain line to the port; null: there is no such broker. */
  broker?: () => DeviceSettings | null
  zigbeeTopic?: string | null
  discoveryTopic?: string | null
  settings?: object
}

export function lightsForTest(port: number, options: LightsForTestOptions = {}) {
  const { clock = systemClock, zigbeeTopic = 'zigbee2mqtt', discoveryTopic = 'homeassistant' } = options
  const news: LightsNews[] = []
  const phases: LightsPhase[] = []
  const notes: string[] = []
  const peers: string[] = []
  const context: LightsContext = {
    clock,
    random: () => 0,
    settingsChanged: () => {},
    note: (event) => void notes.push(event),
    connectionMade: (peer, outcome) => void peers.push(`${peer} ${outcome}`),
  }
  const broker = options.broker ?? (() => checked({ host: '127.0.0.1', port, ...options.settings }))
  const driver = mqttLights({ installId: '0123456789ab', broker })
  const connection = driver.connect({ deviceId: DEVICE_ID, zigbeeTopic, discoveryTopic }, context)
  connection.watch((one) => {
    news.push(one)
    if (one.kind === 'phase') phases.push(connection.state().phase)
  })
  onTestFinished(() => connection.close())
  const lamps = () => connection.state().snapshot?.lamps ?? []
  const lamp = (name: string): Lamp => {
    const found = lamps().find((one) => one.name === name)
    if (!found) throw new Error(`no lamp ${name}`)
    return found
  }
  const write = async (name: string, change: object) => {
    const [result] = await connection.write({ lamps: [{ lampId: lamp(name).id, fadeMs: 1000, ...change }] })
    return result?.outcome
  }
  const connected = () =>
    vi.waitFor(() => expect(connection.state().phase).toEqual({ phase: 'connected' }), 8000)
  /** Connected, and every lamp that answers has answered. */
  const ready = async () => {
    await connected()
    await connection.refresh()
  }
  return { connection, news, phases, notes, peers, lamps, lamp, write, connected, ready }
}

/** Never comes on, whatever a test is about. */
export async function zigbeeForTest(port: number, prepare: (zigbee: FakeZigbee2mqtt) => void, options = {}) {
  const zigbee = new FakeZigbee2mqtt(await publisherForTest(port), options)
  prepare(zigbee)
  await zigbee.start()
  onTestFinished(() => {
    zigbee.stop()
    expect(zigbee.faults).toEqual([])
  })
  return zigbee
}

export async function announcedForTest(port: number, options: FakeAnnouncedOptions) {
  const light = new FakeAnnouncedLight(await publisherForTest(port), options)
  await light.start()
  onTestFinished(() => expect(light.faults).toEqual([]))
  return light
}
