/** A light of Home Assistant's `json` schema: one topic with its state, one that takes changes, both JSON. */
import type { LampAbilities } from '../../../../core/lights/lamp.ts'
import {
  type Asked,
  type BrokerLamp,
  LEAST_LEVELS,
  levelOf,
  type Orders,
  percentOf,
  takenBy,
  toldMirek,
  toldXy,
} from './brokerLamp.ts'
import { type Announced, announcedRange } from './discoveredLamp.ts'
import { type JsonShape, readJsonState, usualShape } from './jsonState.ts'
import { isPlainTopic, listOf, memberOf, numberOf, type Told, toldOf } from './told.ts'

/** Older configurations say each ability by itself, newer ones list the modes of colour. */
function abilitiesOf(config: Told, mostLevel: number): LampAbilities {
  const modes = listOf(config, 'supported_color_modes', 20)
  const says = (name: string) => memberOf(config, name) === true
  const isBright = modes.some((mode) => mode !== 'onoff' && mode !== 'unknown')
  return {
    dim: (says('brightness') || isBright) && mostLevel >= LEAST_LEVELS,
    temperature: says('color_temp') || modes.includes('color_temp') ? announcedRange(config) : null,
    colour: says('xy') || modes.includes('xy') ? { gamut: null } : null,
  }
}

interface JsonLight {
  can: LampAbilities
  shape: JsonShape
  topic: string
  fades: boolean
}

/**
 * Without `state`: ESPHome and others that follow it take a missing state as unchanged, so an off lamp stays off;
 * zigbee2mqtt sends a brightness as "move to level with on/off", which switches an off lamp on, and so may others. That
 * is why nothing is sent to a lamp that has not said that it is on. Whole seconds, for ESPHome reads no others.
 */
function ordersTo({ can, shape, topic, fades }: JsonLight, asked: Asked): Orders {
  const { brightness, mirek, xy, leftOut } = takenBy(can, asked)
  if (brightness === undefined && mirek === undefined && xy === undefined) return { orders: [], leftOut }
  const white = mirek === undefined ? null : toldMirek(mirek, can)
  const payload = JSON.stringify({
    ...(brightness === undefined ? {} : { brightness: levelOf(brightness, shape.mostLevel) }),
    ...(white === null ? {} : { color_temp: shape.isKelvin ? Math.round(1e6 / white) : white }),
    ...(xy === undefined ? {} : { color: toldXy(xy) }),
    ...(fades ? { transition: Math.max(1, Math.round(asked.fadeMs / 1000)) } : {}),
  })
  return { orders: [{ topic, payload }], leftOut }
}

/** zigbee2mqtt announces its lamps here too, and can be asked. */
function isFromZigbee(config: Told): boolean {
  const origin = toldOf(config, 'origin')
  const name = origin && memberOf(origin, 'name')
  return typeof name === 'string' && name.toLowerCase() === 'zigbee2mqtt'
}

/** Null: its state cannot be read back, or its topics are none. */
export function jsonLight(config: Told, announced: Announced): BrokerLamp | null {
  const [stateTopic, topic] = [memberOf(config, 'state_topic'), memberOf(config, 'command_topic')]
  if (!isPlainTopic(stateTopic) || !isPlainTopic(topic)) return null
  const mostLevel = numberOf(config, 'brightness_scale', 1, 1_000_000) ?? usualShape.mostLevel
  const can = abilitiesOf(config, mostLevel)
  const shape = { ...usualShape, mostLevel, isKelvin: memberOf(config, 'color_temp_kelvin') === true }
  const light = { can, shape, topic, fades: memberOf(config, 'transition') !== false }
  const isAsked = isFromZigbee(config) && isPlainTopic(`${stateTopic}/get`)
  const ask = isAsked ? { topic: `${stateTopic}/get`, payload: '{"state":""}' } : null
  return {
    ...announced,
    can,
    leastBrightness: can.dim ? percentOf(1, mostLevel) : null,
    states: [{ topic: stateTopic, read: (text) => readJsonState(text, shape) }],
    ask,
    askOn: ask,
    fades: light.fades,
    orders: (asked) => ordersTo(light, asked),
  }
}
