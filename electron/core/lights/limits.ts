/** What a person lets Lull do with their lamps, and what holds at a moment. */
import type { DailySpan } from '../presence/localMoment.ts'
import type { Lamp } from './lamp.ts'
import { type SunSource, usualSun } from './sun.ts'

export interface LightLimits {
  /** Off until it is asked for. */
  isAllowed: boolean
  /** Lamps and rooms that were ticked. */
  lampIds: readonly string[]
  roomIds: readonly string[]
  /** Then a ticked room is not enough: each lamp has to be ticked by itself. */
  othersLiveHere: boolean
  /** When lamps may be touched; null: at any time. */
  times: DailySpan | null
  /** Looks a day that nobody asked for. */
  mostLooksADay: number
  /** Nothing gets darker than this, percent. */
  leastBrightness: number
  /** The person asked for less than ten percent at work too. */
  mayBeDimAtWork: boolean
  /** Null, nobody knows, counts as work. */
  isAtWork: boolean | null
  /** How long a change takes unless a look says otherwise. */
  fadeMs: number
  sun: SunSource
}

export const LEAST_AT_WORK = 10
export const LEAST_FADE_MS = 1000
export const USUAL_FADE_MS = 4000
/** A bridge takes no longer fade (CLIP v2: 6 000 000 ms). */
export const LONGEST_FADE_MS = 6_000_000

export const usualLimits: LightLimits = {
  isAllowed: false,
  lampIds: [],
  roomIds: [],
  othersLiveHere: false,
  times: null,
  mostLooksADay: 6,
  leastBrightness: LEAST_AT_WORK,
  mayBeDimAtWork: false,
  isAtWork: null,
  fadeMs: USUAL_FADE_MS,
  sun: { kind: 'clock', ...usualSun },
}

export type Choice = 'chosen' | 'not_chosen' | 'shared_home'

/** Whether a lamp was ticked, and if a room was not enough for it. */
export function choiceOf({ id, roomIds }: Pick<Lamp, 'id' | 'roomIds'>, limits: LightLimits): Choice {
  if (limits.lampIds.includes(id)) return 'chosen'
  if (!roomIds.some((room) => limits.roomIds.includes(room))) return 'not_chosen'
  return limits.othersLiveHere ? 'shared_home' : 'chosen'
}

/** The darkest a lamp may be made now, percent; never below what it can do. */
export function floorOf({ leastBrightness }: Pick<Lamp, 'leastBrightness'>, limits: LightLimits): number {
  const atWork = limits.isAtWork !== false && !limits.mayBeDimAtWork ? LEAST_AT_WORK : 0
  return Math.max(limits.leastBrightness, atWork, leastBrightness ?? 0)
}
