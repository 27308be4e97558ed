/** Reads the state of a lamp as JSON, as zigbee2mqtt and Home Assistant's `json` lights tell it. */
import { parsePayload } from '../../../../core/readings/parsePayload.ts'
import { type Heard, percentOf } from './brokerLamp.ts'
import { isTold, memberOf, numberOf, type Told, toldOf } from './told.ts'

/** How the members are called, and what their numbers mean. */
export interface JsonShape {
  state: string
  brightness: string
  /** The number that stands for full. */
  mostLevel: number
  temperature: string
  isKelvin: boolean
  colour: string
  mode: string
}

export const usualShape: JsonShape = {
  state: 'state',
  brightness: 'brightness',
  mostLevel: 255,
  temperature: 'color_temp',
  isKelvin: false,
  colour: 'color',
  mode: 'color_mode',
}

const SWITCHED: Readonly<Record<string, boolean>> = { ON: true, OFF: false }
const LEAST_MIREK = 50
const MOST_MIREK = 1000
/** Nothing runs: words for none, and those that are over in a moment. */
const NO_EFFECTS = new Set(
  ['', 'none', 'null', 'off', 'blink', 'breathe', 'okay', 'channel_change', 'solid'].concat([
    'stop_effect',
    'finish_effect',
    'stop_hue_effect',
  ]),
)

export function effectOf(effect: unknown): string | null {
  return typeof effect !== 'string' || NO_EFFECTS.has(effect.toLowerCase()) ? null : effect.slice(0, 60)
}

export function isOnOf(state: unknown): boolean | null {
  return typeof state === 'string' && Object.hasOwn(SWITCHED, state) ? (SWITCHED[state] ?? null) : null
}

/** Null: no temperature of a lamp. */
export function mirekOf(value: unknown, isKelvin: boolean): number | null {
  if (typeof value !== 'number' || !(value > 0)) return null
  const mirek = Math.round(isKelvin ? 1e6 / value : value)
  return mirek >= LEAST_MIREK && mirek <= MOST_MIREK ? mirek : null
}

export function modeOf(mode: unknown, hasXy: boolean): Heard['mode'] {
  if (mode === 'color_temp') return 'temperature'
  // zigbee2mqtt tells x and y beside hue and saturation.
  if (mode === 'xy' || (mode === 'hs' && hasXy)) return 'xy'
  return typeof mode === 'string' ? 'other' : null
}

function xyOf(colour: Told | null): Heard['xy'] {
  if (colour === null) return null
  const [x, y] = [numberOf(colour, 'x', 0, 1), numberOf(colour, 'y', 0, 1)]
  return x === null || y === null ? null : { x, y }
}

/** Members that are missing say nothing; those that cannot be read say that nobody knows. */
export function readJsonState(text: string, shape: JsonShape): Partial<Heard> | null {
  const parsed = parsePayload(text)
  if ('refused' in parsed || !isTold(parsed.value)) return null
  const told = parsed.value
  const has = (name: string) => Object.hasOwn(told, name)
  const level = numberOf(told, shape.brightness, 0, shape.mostLevel)
  const xy = xyOf(toldOf(told, shape.colour))
  return {
    ...(has(shape.state) ? { isOn: isOnOf(memberOf(told, shape.state)) } : {}),
    ...(has(shape.brightness)
      ? { brightness: level === null ? null : percentOf(level, shape.mostLevel) }
      : {}),
    ...(has(shape.temperature) ? { mirek: mirekOf(memberOf(told, shape.temperature), shape.isKelvin) } : {}),
    ...(has(shape.colour) ? { xy } : {}),
    ...(has(shape.mode) ? { mode: modeOf(memberOf(told, shape.mode), xy !== null) } : {}),
    ...(has('effect') ? { effect: effectOf(memberOf(told, 'effect')) } : {}),
  }
}
