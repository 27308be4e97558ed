/** What all lights announced to Home Assistant have in common: id, name, room, and how they say that they are there. */
import { createHash } from 'node:crypto'
import type { MirekRange } from '../../../../core/lights/lamp.ts'
import type { Availability, AvailabilityTopic } from './brokerLamp.ts'
import {
  isPlainTopic,
  isTold,
  listOf,
  memberOf,
  numberOf,
  type Told,
  textOf,
  toldName,
  toldOf,
} from './told.ts'
import { templateReader } from './valueTemplate.ts'

/** Home Assistant's own range where a light says none: 2000–6535 K. */
const USUAL: MirekRange = { leastMirek: 153, mostMirek: 500 }

export interface Announced {
  id: string
  name: string
  area: string | null
  availability: Availability
}

function idOf(config: Told, topic: string): string {
  const unique = textOf(config, 'unique_id', 1000)
  if (unique !== null && /^[\w.:-]{1,120}$/.test(unique)) return `h:${unique}`
  const hash = createHash('sha256')
    .update(unique ?? `topic ${topic}`)
    .digest('hex')
  return `h:#${hash.slice(0, 32)}`
}

/** As Home Assistant calls it: the device, and what the light is called in it. */
function nameOf(config: Told): string | null {
  const device = toldOf(config, 'device')
  const whole = device && toldName(textOf(device, 'name', 1000))
  const own = toldName(textOf(config, 'name', 1000))
  if (whole === null || own === null) return own ?? whole
  return own.startsWith(whole) ? own : toldName(`${whole} ${own}`)
}

function availabilityTopic(told: Told, topic: unknown, template: unknown): AvailabilityTopic | null {
  const read = templateReader(template)
  if (!isPlainTopic(topic) || read === null) return null
  const yes = textOf(told, 'payload_available', 200) ?? 'online'
  const no = textOf(told, 'payload_not_available', 200) ?? 'offline'
  return {
    topic,
    read: (text) => {
      const value = read(text)
      return value === yes ? true : value === no ? false : null
    },
  }
}

/** Null: it says how it is to be known whether it is there, and that cannot be understood. */
function availabilityOf(config: Told): Availability | null {
  const single = memberOf(config, 'availability_topic')
  const topics =
    single === undefined || single === null
      ? listOf(config, 'availability', 10)
          .filter(isTold)
          .map((one) => availabilityTopic(one, memberOf(one, 'topic'), memberOf(one, 'value_template')))
      : [availabilityTopic(config, single, memberOf(config, 'availability_template'))]
  const asked = memberOf(config, 'availability_mode')
  const mode = asked === 'all' || asked === 'any' ? asked : 'latest'
  const known = topics.filter((one) => one !== null)
  return known.length === topics.length ? { topics: known, mode } : null
}

/** @param topic of the configuration, and the part within it. */
export function announcedLamp(config: Told, topic: string): Announced | null {
  const [name, availability] = [nameOf(config), availabilityOf(config)]
  if (name === null || availability === null) return null
  const device = toldOf(config, 'device')
  const area = device && toldName(textOf(device, 'suggested_area', 1000))
  return { id: idOf(config, topic), name, area, availability }
}

/** In mirek or, as newer ones say it, in kelvin. */
export function announcedRange(config: Told): MirekRange {
  const kelvin = (name: string) => {
    const value = numberOf(config, name, 1000, 20_000)
    return value === null ? null : Math.round(1e6 / value)
  }
  const leastMirek = kelvin('max_kelvin') ?? numberOf(config, 'min_mireds', 50, 1000) ?? USUAL.leastMirek
  const mostMirek = kelvin('min_kelvin') ?? numberOf(config, 'max_mireds', 50, 1000) ?? USUAL.mostMirek
  return leastMirek < mostMirek ? { leastMirek, mostMirek } : USUAL
}
