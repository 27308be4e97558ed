/** What a broker keeps about its lamps: the lists of zigbee2mqtt and the discovery messages of Home Assistant. */
import { MOST_PAYLOAD_BYTES, parsePayload } from '../../../../core/readings/parsePayload.ts'
import { topicMatches } from '../../../../core/readings/topics.ts'
import type { BrokerLamp } from './brokerLamp.ts'
import {
  type Discovered,
  type DiscoveredLight,
  discoveredLights,
  discoveryFilters,
} from './discoveredLights.ts'
import type { LightsTopics } from './lightsSettings.ts'
import { type ZigbeeGroup, type ZigbeeLamps, zigbeeGroups, zigbeeLamps } from './zigbeeDevices.ts'

/** More than any home has. */
export const MOST_LAMPS = 500
/** Discovery messages that are remembered, lights or not understood. */
const MOST_REMEMBERED = 1000
/** The list of all Zigbee devices with all they can do: about 8 kB each, and a network holds some two hundred. */
export const MOST_LIST_BYTES = 4 * 1024 * 1024

const noLamps: ZigbeeLamps = { lamps: [], unreadCount: 0 }
const noGroups = { groups: [] as readonly ZigbeeGroup[], unreadCount: 0 }

function jsonOf(payload: Uint8Array, mostBytes: number): unknown {
  const parsed = parsePayload(payload, mostBytes)
  return 'refused' in parsed ? undefined : parsed.value
}

export class LampLists {
  readonly #zigbee: string | null
  readonly #discovery: string | null
  #lamps = noLamps
  #groups = noGroups
  /** Topic → what it announces. */
  readonly #discovered = new Map<string, Discovered>()
  #overfull = 0
  /** zigbee2mqtt has spoken of itself; the list of its devices is then kept, unless it is too large for the broker or us. */
  #isZigbeeThere = false
  #hasDevices = false
  /** What came since everything was asked for anew; null: nothing is missing. */
  #since: Set<string> | null = null

  constructor({ zigbeeTopic, discoveryTopic }: LightsTopics) {
    this.#zigbee = zigbeeTopic
    this.#discovery = discoveryTopic
  }

  get filters(): string[] {
    const zigbee =
      this.#zigbee === null
        ? []
        : ['devices', 'groups', 'state'].map((name) => `${this.#zigbee}/bridge/${name}`)
    return [...zigbee, ...(this.#discovery === null ? [] : discoveryFilters(this.#discovery))]
  }

  /** Of what was known, what does not come again until `endLook` is gone. */
  beginLook(): void {
    this.#since = new Set()
  }

  endLook(): void {
    const since = this.#since
    this.#since = null
    if (since === null) return
    this.#overfull = 0
    this.#isZigbeeThere = ['groups', 'state'].some((name) => since.has(`${this.#zigbee}/bridge/${name}`))
    this.#hasDevices = since.has(`${this.#zigbee}/bridge/devices`)
    if (!this.#hasDevices) this.#lamps = noLamps
    if (!since.has(`${this.#zigbee}/bridge/groups`)) this.#groups = noGroups
    for (const topic of this.#discovered.keys()) if (!since.has(topic)) this.#discovered.delete(topic)
  }

  /** False: that topic is no list. */
  take(topic: string, payload: Uint8Array): boolean {
    const isList = this.#takeZigbee(topic, payload) || this.#takeDiscovery(topic, payload)
    if (isList || topic === `${this.#zigbee}/bridge/state`) this.#since?.add(topic)
    return isList
  }

  /** Each once: a lamp of zigbee2mqtt that is announced to Home Assistant as well lends it its room. */
  lamps(): { lamps: readonly BrokerLamp[]; unreadCount: number } {
    const lamps = new Map(this.#lamps.lamps.map((lamp) => [lamp.id, lamp]))
    const bySet = new Map(this.#lamps.lamps.map((lamp) => [lamp.states[0]?.topic, lamp.id]))
    const missing = this.#isZigbeeThere && !this.#hasDevices ? 1 : 0
    let unreadCount = this.#lamps.unreadCount + this.#groups.unreadCount + this.#overfull + missing
    for (const { lights, unreadCount: unread } of this.#discovered.values()) {
      unreadCount += unread
      for (const light of lights) {
        const own = this.#isZigbee(light)
        const known = lamps.get(own ? (bySet.get(light.lamp.states[0]?.topic) ?? '') : light.lamp.id)
        if (own && known) lamps.set(known.id, { ...known, area: light.lamp.area })
        else if (own) continue
        else if (known || lamps.size >= MOST_LAMPS) unreadCount++
        else lamps.set(light.lamp.id, light.lamp)
      }
    }
    return { lamps: [...lamps.values()], unreadCount }
  }

  get groups(): readonly ZigbeeGroup[] {
    return this.#groups.groups
  }

  #isZigbee({ commandTopic }: DiscoveredLight): boolean {
    return this.#zigbee !== null && commandTopic.startsWith(`${this.#zigbee}/`)
  }

  #takeZigbee(topic: string, payload: Uint8Array): boolean {
    if (this.#zigbee === null) return false
    if (topic === `${this.#zigbee}/bridge/devices`) {
      this.#hasDevices = true
      this.#lamps = zigbeeLamps(jsonOf(payload, MOST_LIST_BYTES), this.#zigbee, MOST_LAMPS)
    } else if (topic === `${this.#zigbee}/bridge/groups`)
      this.#groups = zigbeeGroups(jsonOf(payload, MOST_PAYLOAD_BYTES))
    else return false
    return true
  }

  #takeDiscovery(topic: string, payload: Uint8Array): boolean {
    const prefix = this.#discovery
    if (prefix === null || !discoveryFilters(prefix).some((filter) => topicMatches(filter, topic)))
      return false
    // An empty message takes a light away.
    const isWhole = topic.startsWith(`${prefix}/device/`)
    const found =
      payload.length === 0 ? { lights: [], unreadCount: 0 } : discoveredLights(topic, isWhole, payload)
    if (found.lights.length === 0 && found.unreadCount === 0) this.#discovered.delete(topic)
    else if (this.#discovered.has(topic) || this.#discovered.size < MOST_REMEMBERED)
      this.#discovered.set(topic, found)
    else this.#overfull++
    return true
  }
}
