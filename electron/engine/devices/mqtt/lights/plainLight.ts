/** A light of Home Assistant's `default` schema: a topic for each thing it shows, and one for each it takes. */
import type { LampAbilities } from '../../../../core/lights/lamp.ts'
import {
  type Asked,
  type BrokerLamp,
  type Heard,
  LEAST_LEVELS,
  levelOf,
  type Order,
  type Orders,
  percentOf,
  type StateTopic,
  takenBy,
  toldMirek,
  toldXy,
} from './brokerLamp.ts'
import { type Announced, announcedRange } from './discoveredLamp.ts'
import { effectOf, mirekOf, modeOf } from './jsonState.ts'
import { isPlainTopic, memberOf, numberOf, type Told, textOf } from './told.ts'
import { isPlainCommand, templateReader } from './valueTemplate.ts'

type Kind = 'brightness' | 'color_temp' | 'xy'

interface PlainLight {
  can: LampAbilities
  commands: ReadonlyMap<Kind, string>
  mostLevel: number
  isKelvin: boolean
}

const numberIn = (text: string) => (text.trim() === '' ? Number.NaN : Number(text))

/** Null: there is no such topic, or what comes there is not understood. */
function stateTopic(
  config: Told,
  name: string,
  template: unknown,
  meaning: (value: string) => Partial<Heard>,
): StateTopic | null {
  const topic = memberOf(config, name)
  const value = templateReader(template)
  if (!isPlainTopic(topic) || value === null) return null
  return {
    topic,
    read: (text) => {
      const found = value(text)
      return found === undefined ? null : meaning(found)
    },
  }
}

function readLevel(value: string, most: number): Partial<Heard> {
  const level = numberIn(value)
  return { brightness: level >= 0 && level <= most ? percentOf(level, most) : null }
}

function readXy(value: string): Partial<Heard> {
  const [x, y, ...more] = value.split(',').map(numberIn)
  const isXy = x !== undefined && y !== undefined && more.length === 0 && x >= 0 && x <= 1 && y >= 0 && y <= 1
  return { xy: isXy ? { x, y } : null }
}

function stateTopics(config: Told, mostLevel: number, isKelvin: boolean) {
  const on = textOf(config, 'payload_on', 200) ?? 'ON'
  const off = textOf(config, 'payload_off', 200) ?? 'OFF'
  const template = (name: string) => memberOf(config, `${name}_value_template`)
  return {
    state: stateTopic(
      config,
      'state_topic',
      template('state') ?? memberOf(config, 'value_template'),
      (value) => ({ isOn: value === on ? true : value === off ? false : null }),
    ),
    brightness: stateTopic(config, 'brightness_state_topic', template('brightness'), (value) =>
      readLevel(value, mostLevel),
    ),
    color_temp: stateTopic(config, 'color_temp_state_topic', template('color_temp'), (value) => ({
      mirek: mirekOf(numberIn(value), isKelvin),
    })),
    xy: stateTopic(config, 'xy_state_topic', template('xy'), readXy),
    mode: stateTopic(config, 'color_mode_state_topic', template('color_mode'), (value) => ({
      mode: modeOf(value, false),
    })),
    effect: stateTopic(config, 'effect_state_topic', template('effect'), (value) => ({
      effect: effectOf(value),
    })),
  }
}

/** A fade cannot be said in this language. */
function ordersTo({ can, commands, mostLevel, isKelvin }: PlainLight, asked: Asked): Orders {
  const { brightness, mirek, xy, leftOut } = takenBy(can, asked)
  const white = mirek === undefined ? null : toldMirek(mirek, can)
  const place = xy === undefined ? null : toldXy(xy)
  const said: readonly (readonly [Kind, string | null])[] = [
    ['color_temp', white === null ? null : String(isKelvin ? Math.round(1e6 / white) : white)],
    ['xy', place === null ? null : `${place.x},${place.y}`],
    ['brightness', brightness === undefined ? null : String(levelOf(brightness, mostLevel))],
  ]
  const orders = said.flatMap(([kind, payload]): Order[] => {
    const topic = commands.get(kind)
    return topic === undefined || payload === null ? [] : [{ topic, payload }]
  })
  return { orders, leftOut }
}

const OTHER_COLOURS = ['rgb', 'rgbw', 'rgbww', 'hs'] as const

/** Null: whether it is on cannot be read back. */
export function plainLight(config: Told, announced: Announced): BrokerLamp | null {
  const mostLevel = numberOf(config, 'brightness_scale', 1, 1_000_000) ?? 255
  const isKelvin = memberOf(config, 'color_temp_kelvin') === true
  const topics = stateTopics(config, mostLevel, isKelvin)
  if (topics.state === null || !isPlainTopic(memberOf(config, 'command_topic'))) return null
  const kinds = (['brightness', 'color_temp', 'xy'] as const).flatMap((kind): [Kind, string][] => {
    const topic = memberOf(config, `${kind}_command_topic`)
    const isRead = topics[kind] !== null && isPlainCommand(memberOf(config, `${kind}_command_template`))
    return isRead && isPlainTopic(topic) ? [[kind, topic]] : []
  })
  const commands = new Map(kinds)
  const can: LampAbilities = {
    dim: commands.has('brightness') && mostLevel >= LEAST_LEVELS,
    temperature: commands.has('color_temp') ? announcedRange(config) : null,
    colour: commands.has('xy') ? { gamut: null } : null,
  }
  const hasOther = OTHER_COLOURS.some((kind) => memberOf(config, `${kind}_command_topic`) !== undefined)
  const states = Object.values(topics).filter((one) => one !== null)
  return {
    ...announced,
    can,
    leastBrightness: can.dim ? percentOf(1, mostLevel) : null,
    // A colour of another kind may be shown without a word about which counts.
    states: hasOther && topics.mode === null ? states.map(withUnknownMode) : states,
    ask: null,
    askOn: null,
    fades: false,
    orders: (asked) => ordersTo({ can, commands, mostLevel, isKelvin }, asked),
  }
}

function withUnknownMode({ topic, read }: StateTopic): StateTopic {
  return {
    topic,
    read: (text) => {
      const heard = read(text)
      return heard === null ? null : { ...heard, mode: 'other' }
    },
  }
}
