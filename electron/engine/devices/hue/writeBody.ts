/** The body of a change, and the last look at it: nothing that switches, flashes or runs by itself ever leaves. */
import { LONGEST_FADE_MS } from '../../../core/lights/limits.ts'

export interface Change {
  brightness?: number
  mirek?: number
  xy?: { x: number; y: number }
  fadeMs: number
}

/** Everything that may stand in a body, with its range. Anything else, `on` above all, is refused. */
const ALLOWED: Readonly<Record<string, readonly [least: number, most: number]>> = {
  'dimming.brightness': [0, 100],
  'color_temperature.mirek': [50, 1000],
  'color.xy.x': [0, 1],
  'color.xy.y': [0, 1],
  'dynamics.duration': [0, LONGEST_FADE_MS],
}

/** A bridge keeps two digits of a percent and four of a colour. */
const rounded = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits

/** Colour wins over temperature, as on the bridge. */
export function writeBody({ brightness, mirek, xy, fadeMs }: Change): object {
  return {
    ...(brightness === undefined ? {} : { dimming: { brightness: rounded(brightness, 2) } }),
    ...(xy !== undefined
      ? { color: { xy: { x: rounded(xy.x, 4), y: rounded(xy.y, 4) } } }
      : mirek !== undefined
        ? { color_temperature: { mirek: Math.round(mirek) } }
        : {}),
    dynamics: { duration: Math.round(fadeMs) },
  }
}

function isGentleMember(path: string, value: unknown): boolean {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const members = Object.entries(value)
    return members.length > 0 && members.every(([name, one]) => isGentleMember(`${path}.${name}`, one))
  }
  const range = Object.hasOwn(ALLOWED, path) ? ALLOWED[path] : undefined
  return range !== undefined && typeof value === 'number' && value >= range[0] && value <= range[1]
}

/** Asked once more of every body, whoever made it. */
export function isGentle(body: object): boolean {
  const members = Object.entries(body)
  return members.length > 1 && members.every(([name, value]) => isGentleMember(name, value))
}
