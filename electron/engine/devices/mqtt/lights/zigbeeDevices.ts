/** Reads the lists of zigbee2mqtt: which devices are lamps, what they can do, and which groups they are in. */
import type { LampAbilities, MirekRange } from '../../../../core/lights/lamp.ts'
import {
  type Asked,
  type AvailabilityTopic,
  type BrokerLamp,
  LEAST_LEVELS,
  levelOf,
  type Orders,
  percentOf,
  takenBy,
  toldMirek,
  toldXy,
} from './brokerLamp.ts'
import { type JsonShape, readJsonState, usualShape } from './jsonState.ts'
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

export interface ZigbeeLamps {
  lamps: readonly BrokerLamp[]
  unreadCount: number
}

export interface ZigbeeGroup {
  id: string
  name: string
  /** Addresses of devices. */
  members: readonly string[]
}

/** Bits of `access`: told by itself, may be set, may be asked for. */
const TOLD = 1
const SET = 2
const ASKED = 4
const ADDRESS = /^0x[0-9a-f]{1,16}$/
const ENDPOINT = /^[\w-]{1,30}$/
const MOST_EXPOSES = 200
const MOST_FEATURES = 60
const MOST_GROUPS = 200
const MOST_MEMBERS = 500
/** Its numbers are tenths of a second in 16 bits. */
const LONGEST_FADE_SECONDS = 6500
const USUAL: MirekRange = { leastMirek: 153, mostMirek: 500 }

interface Light {
  can: LampAbilities
  shape: JsonShape
  endpoint: string | null
  /** Whether it can be asked how it stands. */
  isAsked: boolean
}

function featureOf(features: readonly unknown[], name: string): Told | null {
  return features.filter(isTold).find((one) => memberOf(one, 'name') === name) ?? null
}

const accessOf = (feature: Told | null) => (feature && numberOf(feature, 'access', 0, 7)) ?? 0
const isSettable = (feature: Told | null) => (accessOf(feature) & (TOLD | SET)) === (TOLD | SET)

/** Only names that mean what they say: whoever calls its brightness `state` is not spoken to. */
function propertyOf(feature: Told | null, name: string, endpoint: string | null): string | null {
  const property = feature === null ? name : (textOf(feature, 'property', 60) ?? name)
  return property === name || (endpoint !== null && property === `${name}_${endpoint}`) ? property : null
}

function rangeOf(feature: Told): MirekRange {
  const leastMirek = numberOf(feature, 'value_min', 50, 1000) ?? USUAL.leastMirek
  const mostMirek = numberOf(feature, 'value_max', 50, 1000) ?? USUAL.mostMirek
  return leastMirek < mostMirek ? { leastMirek, mostMirek } : USUAL
}

/** A composite has its rights on its parts. */
function isColour(feature: Told | null): boolean {
  if (feature === null) return false
  const parts = listOf(feature, 'features', 2).filter(isTold)
  return isSettable(feature) || (parts.length === 2 && parts.every(isSettable))
}

/** Null: it is described as nothing we know how to speak to. */
function lightOf(expose: Told): Light | null {
  const features = listOf(expose, 'features', MOST_FEATURES)
  const endpoint = textOf(expose, 'endpoint', 30)
  if (endpoint !== null && !ENDPOINT.test(endpoint)) return null
  const [state, brightness] = [featureOf(features, 'state'), featureOf(features, 'brightness')]
  const [white, colour] = [featureOf(features, 'color_temp'), featureOf(features, 'color_xy')]
  const names = {
    state: propertyOf(state, 'state', endpoint),
    brightness: propertyOf(brightness, 'brightness', endpoint),
    temperature: propertyOf(white, 'color_temp', endpoint),
    colour: propertyOf(colour, 'color', endpoint),
  }
  if (state === null || !Object.values(names).every((name) => name !== null)) return null
  const mode = names.state === 'state' ? 'color_mode' : `color_mode_${endpoint}`
  const mostLevel = (brightness && numberOf(brightness, 'value_max', 1, 100_000)) ?? 254
  return {
    can: {
      dim: isSettable(brightness) && mostLevel >= LEAST_LEVELS,
      temperature: white !== null && isSettable(white) ? rangeOf(white) : null,
      colour: isColour(colour) ? { gamut: null } : null,
    },
    shape: { ...usualShape, ...(names as Pick<JsonShape, keyof typeof names>), mode, mostLevel },
    endpoint,
    isAsked: (accessOf(state) & ASKED) !== 0,
  }
}

/** What is asked for: the members that are shown, no more, for each is a question over the air. */
function askPayload({ can, shape }: Light): string {
  return JSON.stringify({
    [shape.state]: '',
    ...(can.dim ? { [shape.brightness]: '' } : {}),
    ...(can.temperature !== null
      ? { [shape.temperature]: '' }
      : can.colour !== null
        ? { [shape.colour]: { x: '', y: '' } }
        : {}),
  })
}

function ordersTo(topic: string, { can, shape }: Light, asked: Asked): Orders {
  const { brightness, mirek, xy, leftOut } = takenBy(can, asked)
  if (brightness === undefined && mirek === undefined && xy === undefined) return { orders: [], leftOut }
  const payload = JSON.stringify({
    ...(brightness === undefined ? {} : { [shape.brightness]: levelOf(brightness, shape.mostLevel) }),
    ...(mirek === undefined ? {} : { [shape.temperature]: toldMirek(mirek, can) }),
    ...(xy === undefined ? {} : { [shape.colour]: toldXy(xy) }),
    transition: Math.min(LONGEST_FADE_SECONDS, Math.round(asked.fadeMs / 100) / 10),
  })
  return { orders: [{ topic, payload }], leftOut }
}

/** `online`, or `{"state":"online"}`, as its versions and settings differ. */
export function isOnline(text: string): boolean | null {
  const word = /^(?:\s*\{\s*"state"\s*:\s*)?"?(online|offline)"?(?:\s*\})?\s*$/.exec(text)?.[1]
  return word === undefined ? null : word === 'online'
}

const onlineTopic = (topic: string): AvailabilityTopic => ({ topic, read: isOnline })

function lampOf(device: Told, light: Light, base: string): BrokerLamp | null {
  const address = textOf(device, 'ieee_address', 40)
  const called = textOf(device, 'friendly_name', 200)
  const topic = `${base}/${called}`
  const name = toldName(light.endpoint === null ? called : `${called} ${light.endpoint}`)
  if (address === null || !ADDRESS.test(address) || name === null || !isPlainTopic(`${topic}/availability`))
    return null
  return {
    id: `z:${address}${light.endpoint === null ? '' : `:${light.endpoint}`}`,
    name,
    area: null,
    can: light.can,
    leastBrightness: light.can.dim ? percentOf(1, light.shape.mostLevel) : null,
    states: [{ topic, read: (text) => readJsonState(text, light.shape) }],
    availability: {
      topics: [onlineTopic(`${base}/bridge/state`), onlineTopic(`${topic}/availability`)],
      mode: 'all',
    },
    ask: light.isAsked ? { topic: `${topic}/get`, payload: askPayload(light) } : null,
    askOn: light.isAsked
      ? { topic: `${topic}/get`, payload: JSON.stringify({ [light.shape.state]: '' }) }
      : null,
    fades: true,
    orders: (asked) => ordersTo(`${topic}/set`, light, asked),
  }
}

/** Devices without light are no business of ours, and not counted. */
export function zigbeeLamps(list: unknown, base: string, most: number): ZigbeeLamps {
  if (!Array.isArray(list)) return { lamps: [], unreadCount: 1 }
  const lamps = new Map<string, BrokerLamp>()
  let unreadCount = 0
  for (const device of list as readonly unknown[]) {
    if (!isTold(device)) {
      unreadCount++
      continue
    }
    if (memberOf(device, 'disabled') === true) continue
    const definition = toldOf(device, 'definition')
    const exposes = definition === null ? [] : listOf(definition, 'exposes', MOST_EXPOSES)
    for (const expose of exposes.filter(isTold)) {
      if (memberOf(expose, 'type') !== 'light') continue
      const light = lightOf(expose)
      const lamp = light && lampOf(device, light, base)
      if (lamp === null || lamps.has(lamp.id) || lamps.size >= most) unreadCount++
      else lamps.set(lamp.id, lamp)
    }
  }
  return { lamps: [...lamps.values()], unreadCount }
}

export function zigbeeGroups(list: unknown): { groups: readonly ZigbeeGroup[]; unreadCount: number } {
  if (!Array.isArray(list)) return { groups: [], unreadCount: 1 }
  const told = list as readonly unknown[]
  const groups = told.slice(0, MOST_GROUPS).flatMap((one): ZigbeeGroup[] => {
    if (!isTold(one)) return []
    const [id, name] = [numberOf(one, 'id', 0, 65_535), toldName(textOf(one, 'friendly_name', 200))]
    if (id === null || name === null) return []
    const members = listOf(one, 'members', MOST_MEMBERS).filter(isTold)
    return [
      {
        id: `g:${id}`,
        name,
        members: members.flatMap((member) => textOf(member, 'ieee_address', 40) ?? []),
      },
    ]
  })
  return { groups, unreadCount: told.length - groups.length }
}
