/** Reads one discovery message of Home Assistant: which lights it announces, and how many of them we cannot use. */
import { parsePayload } from '../../../../core/readings/parsePayload.ts'
import type { BrokerLamp } from './brokerLamp.ts'
import { announcedLamp } from './discoveredLamp.ts'
import { partsOf, writtenOut } from './discoveryNames.ts'
import { jsonLight } from './jsonLight.ts'
import { plainLight } from './plainLight.ts'
import { isTold, memberOf, type Told } from './told.ts'

export interface DiscoveredLight {
  lamp: BrokerLamp
  commandTopic: string
}

export interface Discovered {
  lights: readonly DiscoveredLight[]
  /** A message that cannot be read, a template schema, or a light whose state nobody can read back. */
  unreadCount: number
}

/** Topics below a prefix; `device` announces all of a device at once. */
export function discoveryFilters(prefix: string): string[] {
  return ['light', 'device'].flatMap((kind) => [`${prefix}/${kind}/+/config`, `${prefix}/${kind}/+/+/config`])
}

function lightOf(config: Told, topic: string): DiscoveredLight | null {
  const announced = announcedLamp(config, topic)
  const schema = memberOf(config, 'schema') ?? 'default'
  const commandTopic = memberOf(config, 'command_topic')
  if (announced === null || memberOf(config, 'optimistic') === true || typeof commandTopic !== 'string')
    return null
  const lamp =
    schema === 'json'
      ? jsonLight(config, announced)
      : schema === 'default' || schema === 'basic'
        ? plainLight(config, announced)
        : null
  return lamp && { lamp, commandTopic }
}

export function discoveredLights(
  topic: string,
  isWholeDevice: boolean,
  payload: Uint8Array | string,
): Discovered {
  const parsed = parsePayload(payload)
  if ('refused' in parsed || !isTold(parsed.value)) return { lights: [], unreadCount: 1 }
  const configs = isWholeDevice
    ? [...partsOf(parsed.value)].map(([part, config]) => [`${topic}#${part}`, config] as const)
    : [[topic, writtenOut(parsed.value)] as const]
  const read = configs.map(([place, config]) => lightOf(config, place))
  const lights = read.filter((one) => one !== null)
  return { lights, unreadCount: read.length - lights.length }
}
