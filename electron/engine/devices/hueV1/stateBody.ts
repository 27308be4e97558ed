/** The body of a change in CLIP v1, and the last look at it: nothing that switches, flashes or runs by itself ever leaves. */
import type { Lamp } from '../../../core/lights/lamp.ts'
import { LONGEST_FADE_MS } from '../../../core/lights/limits.ts'
import type { GroupWrite } from '../../ports/lights.ts'

/** All that is ever sent; there is no word for on in it. */
export interface StateBody {
  /** Brightness in 254 steps; 1 is the least. */
  bri?: number
  /** Mirek. */
  ct?: number
  xy?: [x: number, y: number]
  /** Of 100 ms. */
  transitiontime: number
}

export const MOST_STEPS = 254
const TENTH_MS = 100
const LONGEST_TENTHS = Math.min(65_535, LONGEST_FADE_MS / TENTH_MS)

/** Two digits, as CLIP v2 tells percent. */
export function percentOf(steps: number): number {
  return Math.round((Math.min(steps, MOST_STEPS) / MOST_STEPS) * 10_000) / 100
}

/** Zero percent is the darkest there is: off is never asked for. */
export function stepsOf(percent: number): number {
  return Math.max(1, Math.round((percent * MOST_STEPS) / 100))
}

/** A bridge keeps four digits of a colour. */
const rounded = (value: number) => Math.round(value * 10_000) / 10_000

/** Colour wins over temperature, as on the bridge. */
export function stateBody({ brightness, mirek, xy, fadeMs }: Omit<GroupWrite, 'groupId'>): StateBody {
  return {
    ...(brightness === undefined ? {} : { bri: stepsOf(brightness) }),
    ...(xy !== undefined
      ? { xy: [rounded(xy.x), rounded(xy.y)] }
      : mirek !== undefined
        ? { ct: Math.round(mirek) }
        : {}),
    transitiontime: Math.round(fadeMs / TENTH_MS),
  }
}

/** What of it a lamp can do: a plug is never told of brightness, nor a white lamp of colour. */
export function withinAbilities(body: StateBody, { can }: Pick<Lamp, 'can'>): StateBody {
  const { bri, ct, xy, transitiontime } = body
  return {
    ...(bri !== undefined && can.dim ? { bri } : {}),
    ...(ct !== undefined && can.temperature ? { ct } : {}),
    ...(xy !== undefined && can.colour ? { xy } : {}),
    transitiontime,
  }
}

/** Whether anything would change. */
export function saysSomething({ bri, ct, xy }: StateBody): boolean {
  return bri !== undefined || ct !== undefined || xy !== undefined
}

const whole =
  (least: number, most: number) =>
  (value: unknown): boolean =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
const isShare = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 1
const ALLOWED: Readonly<Record<string, (value: unknown) => boolean>> = {
  bri: whole(1, MOST_STEPS),
  ct: whole(50, 1000),
  xy: (value) => Array.isArray(value) && value.length === 2 && value.every(isShare),
  transitiontime: whole(0, LONGEST_TENTHS),
}

/** Asked once more of every body just before it leaves, whoever made it. Anything not named above is refused. */
export function isGentle(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false
  const members = Object.entries(body)
  const isFading = Object.hasOwn(body, 'transitiontime')
  return (
    isFading &&
    members.length > 1 &&
    members.every(([name, value]) => Object.hasOwn(ALLOWED, name) && ALLOWED[name]?.(value) === true)
  )
}
