/** A lamp as somebody on a broker announced it: where it tells how it stands, and how it is asked for a change. */
import type { LampAbilities, LampWrite, Xy } from '../../../../core/lights/lamp.ts'

/** What a lamp has told of itself; null: not told, or told as unknown. */
export interface Heard {
  isOn: boolean | null
  /** Percent. */
  brightness: number | null
  mirek: number | null
  xy: Xy | null
  /** Which of its colours it shows now; `other`: one that cannot be told in two numbers here. */
  mode: 'temperature' | 'xy' | 'other' | null
  effect: string | null
}

export const nothingHeard: Heard = {
  isOn: null,
  brightness: null,
  mirek: null,
  xy: null,
  mode: null,
  effect: null,
}

export interface StateTopic {
  topic: string
  /** Null: it cannot be read. Never throws. */
  read(text: string): Partial<Heard> | null
}

export interface AvailabilityTopic {
  topic: string
  /** Null: it says neither. */
  read(text: string): boolean | null
}

export interface Availability {
  topics: readonly AvailabilityTopic[]
  /** Which of several counts: `latest` heard. */
  mode: 'all' | 'any' | 'latest'
}

export interface Order {
  topic: string
  payload: string
}

export type Asked = Omit<LampWrite, 'lampId'>

export interface Orders {
  orders: readonly Order[]
  /** Something of it the lamp cannot do. */
  leftOut: boolean
}

export interface BrokerLamp {
  /** Stays the same when it is renamed. */
  id: string
  name: string
  /** The room, as whoever announced it calls it. */
  area: string | null
  can: LampAbilities
  /** Percent. */
  leastBrightness: number | null
  states: readonly StateTopic[]
  availability: Availability
  /** What makes it tell how it stands; null: it tells when it likes. */
  ask: Order | null
  /** The same about being on alone, which is answered in one message: nothing of it comes after a change that follows. */
  askOn: Order | null
  /** It takes the time of a fade along with a change; else it jumps at once, and is told step by step. */
  fades: boolean
  orders(asked: Asked): Orders
}

/** With fewer steps than this a lamp shows something so far from what was asked that it looks like a hand's doing. */
export const LEAST_LEVELS = 50

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits

export function percentOf(level: number, most: number): number {
  return round((100 * level) / most, 2)
}

/** Never 0, which many take for off. */
export function levelOf(percent: number, most: number): number {
  return Math.min(most, Math.max(1, Math.round((percent * most) / 100)))
}

/** As lamps count it: four digits of a colour, whole mirek within what they can. */
export function toldXy({ x, y }: Xy): Xy {
  return { x: round(x, 4), y: round(y, 4) }
}

export function toldMirek(mirek: number, { temperature }: LampAbilities): number {
  const { leastMirek = mirek, mostMirek = mirek } = temperature ?? {}
  return Math.round(Math.min(mostMirek, Math.max(leastMirek, mirek)))
}

/** The parts of a change that a lamp with these abilities takes; a colour wins over a temperature. */
export function takenBy(
  can: LampAbilities,
  { brightness, mirek, xy }: Asked,
): Omit<Asked, 'fadeMs'> & { leftOut: boolean } {
  const colour = xy !== undefined && can.colour !== null ? { xy } : {}
  const white = xy === undefined && mirek !== undefined && can.temperature !== null ? { mirek } : {}
  const taken = { ...(brightness !== undefined && can.dim ? { brightness } : {}), ...colour, ...white }
  const wanted = (brightness === undefined ? 0 : 1) + (mirek === undefined && xy === undefined ? 0 : 1)
  return { ...taken, leftOut: Object.keys(taken).length < wanted }
}
