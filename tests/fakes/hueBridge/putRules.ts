/** What a bridge accepts in a change of a light, and what it says about the rest. */
import type { FakeXy } from './resources.ts'

export interface LightChange {
  on?: { on: boolean }
  dimming?: { brightness: number }
  color_temperature?: { mirek: number }
  color?: { xy: FakeXy }
  dynamics?: { duration?: number; speed?: number }
}

type Fields = Record<string, unknown>
type Check = (value: unknown) => boolean

const fields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const within =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most
const whole =
  (least: number, most: number): Check =>
  (value) =>
    Number.isInteger(value) && within(least, most)(value)
const shape =
  (members: Record<string, Check>, needed: readonly string[] = []): Check =>
  (value) =>
    fields(value) &&
    needed.every((name) => name in value) &&
    Object.entries(value).every(([name, one]) => members[name]?.(one) === true)

const anything: Check = fields
const xy = shape({ x: within(0, 1), y: within(0, 1) }, ['x', 'y'])

const CHANGE: Record<string, Check> = {
  type: (value) => value === 'light' || value === 'grouped_light',
  id: (value) => typeof value === 'string',
  on: shape({ on: (value) => typeof value === 'boolean' }, ['on']),
  dimming: shape({ brightness: within(0, 100) }, ['brightness']),
  dimming_delta: anything,
  color_temperature: shape({ mirek: whole(153, 500) }, ['mirek']),
  color_temperature_delta: anything,
  color: shape({ xy }, ['xy']),
  dynamics: shape({ duration: whole(0, 6_000_000), speed: within(0, 1) }),
  alert: anything,
  signaling: anything,
  gradient: anything,
  effects: anything,
  effects_v2: anything,
  timed_effects: anything,
  metadata: anything,
  identify: anything,
  powerup: anything,
}

/** Null: accepted. */
export function changeProblem(body: unknown): string | null {
  if (!fields(body)) return 'body is not an object'
  for (const [name, value] of Object.entries(body)) {
    const check = Object.hasOwn(CHANGE, name) ? CHANGE[name] : undefined
    if (!check) return `unknown attribute (.${name})`
    if (!check(value)) return `invalid value (.${name})`
  }
  return null
}
