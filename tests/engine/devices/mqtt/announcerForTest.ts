/** What tests of an announcer need: a record of what it says of itself, and somebody who sees all that the broker has. */
import type { MqttClient } from 'mqtt'
import { onTestFinished } from 'vitest'
import { connectAnnouncer } from '../../../../electron/engine/devices/mqtt/announcer.ts'
import type { AnnouncerContext } from '../../../../electron/engine/ports/announcer.ts'
import type { DevicePhase } from '../../../../electron/engine/ports/vitals.ts'
import { systemClock } from '../../../../electron/hosts/systemClock.ts'
import { checked, publisherForTest } from './brokerTest.ts'

export const STATUS = 'lull/lull_0123456789ab/status'
export const SET = 'lull/lull_0123456789ab/paused/set'

/** An announcer that writes everything down, closed with the test. */
export function announcerForTest(settings: object, extra: Partial<AnnouncerContext> = {}) {
  const phases: DevicePhase[] = []
  const commands: string[] = []
  const connections: string[] = []
  const counts = { refused: 0, published: 0, tellAll: 0 }
  const announcer = connectAnnouncer(checked(settings), {
    clock: systemClock,
    random: () => 0,
    installId: '0123456789ab',
    statusTopic: STATUS,
    commandTopics: [SET],
    birthTopic: 'homeassistant/status',
    staleTopics: [],
    phase: (phase) => void phases.push(phase),
    command: (topic, text) => void commands.push(`${topic} ${text}`),
    refused: (count) => {
      counts.refused += count
    },
    published: (count) => {
      counts.published += count
    },
    tellAll: () => void counts.tellAll++,
    connectionMade: (peer, outcome) => void connections.push(`${peer} ${outcome}`),
    ...extra,
  })
  onTestFinished(() => announcer.close())
  return { announcer, phases, commands, connections, counts }
}

export interface Seen {
  topic: string
  text: string
  retained: boolean
}

/** Sees everything at a broker as it comes, and what the broker keeps now. */
export async function watcherForTest(port: number, options: object = {}) {
  const client = await publisherForTest(port, options)
  const seen: Seen[] = []
  client.on('message', (topic, payload, { retain }) => {
    seen.push({ topic, text: String(payload), retained: retain })
  })
  await client.subscribeAsync('#', { qos: 1 })
  const lines = () => seen.map(({ topic, text }) => `${topic} ${text}`)
  return { client, seen, lines, kept: () => keptAt(port, options) }
}

/** Topic → text of what a newcomer is told at once. */
export async function keptAt(port: number, options: object = {}): Promise<Record<string, string>> {
  const client: MqttClient = await publisherForTest(port, options)
  const kept: Record<string, string> = {}
  const barrier = `barrier/${Math.random()}`
  const passed = new Promise<void>((done) => {
    client.on('message', (topic, payload, { retain }) => {
      if (topic === barrier) done()
      else if (retain) kept[topic] = String(payload)
    })
  })
  await client.subscribeAsync('#', { qos: 1 })
  await client.publishAsync(barrier, 'now', { qos: 1 })
  await passed
  await client.endAsync()
  return kept
}
