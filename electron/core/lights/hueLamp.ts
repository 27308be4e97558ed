/** Reads a light resource of a Hue bridge (CLIP v2) as a lamp, and says what it could not read. */
import { HUE_GAMUTS } from './gamut.ts'
import type { Gamut, Lamp, LampColour, MirekRange, Xy } from './lamp.ts'

/** What other resources of the bridge say about a light. */
export interface HueSurroundings {
  /** Set before the bridge's own id: `driver:unique`. */
  driver: string
  roomIds: readonly string[]
  /** From `zigbee_connectivity` of its device; null: unknown. */
  isReachable: boolean | null
}

export interface HueReading {
  /** Null: no light can be made of it. */
  lamp: Lamp | null
  /** Members that stood there and could not be read, such as `dimming.brightness`. */
  unread: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>

const LONGEST_ID = 100
const LONGEST_NAME = 200
/** Hue's whole range, where a lamp gives none of its own. */
const USUAL_MIREK: MirekRange = { leastMirek: 153, mostMirek: 500 }

class Reader {
  readonly unread: string[] = []
  readonly #top: Fields

  constructor(top: Fields) {
    this.#top = top
  }

  #at(path: string): unknown {
    let value: unknown = this.#top
    for (const name of path.split('.')) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
      value = (value as Fields)[name]
    }
    return value
  }

  /** A member that is missing or null is no mistake; one of another kind is. */
  #read<Value>(path: string, isRight: (value: unknown) => value is Value): Value | null {
    const value = this.#at(path)
    if (value === undefined || value === null) return null
    if (isRight(value)) return value
    this.unread.push(path)
    return null
  }

  has(name: string): boolean {
    return this.#read(name, isFields) !== null
  }

  flag(path: string): boolean | null {
    return this.#read(path, (value): value is boolean => typeof value === 'boolean')
  }

  text(path: string, most: number): string | null {
    const isText = (value: unknown): value is string =>
      typeof value === 'string' && value !== '' && value.length <= most
    return this.#read(path, isText)
  }

  number(path: string, least: number, most: number): number | null {
    const isRight = (value: unknown): value is number =>
      typeof value === 'number' && value >= least && value <= most
    return this.#read(path, isRight)
  }

  xy(path: string): Xy | null {
    if (this.#read(path, isFields) === null) return null
    const x = this.number(`${path}.x`, 0, 1)
    const y = this.number(`${path}.y`, 0, 1)
    if (x !== null && y !== null) return { x, y }
    this.unread.push(path)
    return null
  }

  length(path: string): number {
    return this.#read(path, (value): value is unknown[] => Array.isArray(value))?.length ?? 0
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function gamutOf(reader: Reader): Gamut | null {
  const red = reader.xy('color.gamut.red')
  const green = reader.xy('color.gamut.green')
  const blue = reader.xy('color.gamut.blue')
  if (red && green && blue) return { red, green, blue }
  return HUE_GAMUTS[reader.text('color.gamut_type', 10) ?? ''] ?? null
}

function mirekRange(reader: Reader): MirekRange {
  const leastMirek = reader.number('color_temperature.mirek_schema.mirek_minimum', 50, 1000)
  const mostMirek = reader.number('color_temperature.mirek_schema.mirek_maximum', 50, 1000)
  if (leastMirek === null || mostMirek === null || leastMirek > mostMirek) return USUAL_MIREK
  return { leastMirek, mostMirek }
}

/** While a lamp shows a colour its `mirek` is null; then, and only then, `xy` is what to give back. */
function colourOf(reader: Reader): LampColour | null {
  const mirek = reader.number('color_temperature.mirek', 50, 1000)
  if (mirek !== null && reader.flag('color_temperature.mirek_valid') !== false) {
    return { kind: 'temperature', mirek }
  }
  const xy = reader.xy('color.xy')
  return xy && { kind: 'xy', ...xy }
}

const RESTING = new Set(['no_effect', 'none'])

function effectOf(reader: Reader): string | null {
  const all = ['effects.status', 'effects_v2.status.effect', 'timed_effects.status']
  return all.map((path) => reader.text(path, 100)).find((one) => one !== null && !RESTING.has(one)) ?? null
}

function isMoved(reader: Reader): boolean {
  const status = reader.text('dynamics.status', 100)
  return (status !== null && status !== 'none') || reader.text('mode', 100) === 'streaming'
}

/** Plugs and white lamps lack members: what a light can do is read from those it has, never from its name. */
export function hueLamp(resource: unknown, around: HueSurroundings): HueReading {
  if (!isFields(resource)) return { lamp: null, unread: [''] }
  const reader = new Reader(resource)
  const unique = reader.text('id', LONGEST_ID)
  if (unique === null) return { lamp: null, unread: ['id'] }
  const lamp: Lamp = {
    id: `${around.driver}:${unique}`,
    name: reader.text('metadata.name', LONGEST_NAME) ?? '',
    roomIds: around.roomIds,
    isOn: reader.flag('on.on'),
    isReachable: around.isReachable,
    brightness: reader.number('dimming.brightness', 0, 100),
    leastBrightness: reader.number('dimming.min_dim_level', 0, 100),
    colour: colourOf(reader),
    can: {
      dim: reader.has('dimming'),
      temperature: reader.has('color_temperature') ? mirekRange(reader) : null,
      colour: reader.has('color') ? { gamut: gamutOf(reader) } : null,
    },
    isDynamic: isMoved(reader),
    effect: effectOf(reader),
    hasGradient: reader.length('gradient.points') > 1,
  }
  return { lamp, unread: [...new Set(reader.unread)] }
}
