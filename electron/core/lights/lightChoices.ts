/** What a person chooses about lights, with careful defaults, and what follows from it for a decision. */
import type { DailySpan } from '../presence/localMoment.ts'
import { type LightLimits, usualLimits } from './limits.ts'
import {
  LOOK_IDS,
  LOOKS,
  type Look,
  type LookId,
  type LookWish,
  lookWith,
  type SceneLamp,
  sceneLook,
} from './looks.ts'
import type { SunSource } from './sun.ts'

/** A look of the person's own: lamps as they once stood. */
export interface OwnScene {
  /** Begins with `own:`, so that it is never taken for one of Lull's. */
  id: string
  title: string
  lamps: readonly SceneLamp[]
}

export interface LightChoices {
  /** Whether Lull may touch real lamps at all. */
  isAllowed: boolean
  lampIds: readonly string[]
  roomIds: readonly string[]
  othersLiveHere: boolean
  /** When lamps may be touched; null: at any time. */
  times: DailySpan | null
  mostLooksADay: number
  /** Percent. */
  leastBrightness: number
  mayBeDimAtWork: boolean
  fadeMs: number
  sun: SunSource
  /** What the person made of Lull's looks; what is absent is as it comes. */
  looks: Readonly<Partial<Record<LookId, LookWish>>>
  scenes: readonly OwnScene[]
  /** Which look answers raised strain, and which runs with a pause; null: none. */
  atStrain: string | null
  atPause: string | null
  /** Whether lamps breathe with an exercise. */
  followsExercises: boolean
  /** Whether they get a little warmer while the person writes in a talk. */
  warmsInTalk: boolean
  windDown: {
    isOn: boolean
    /** Bedtime, minute of the local day. */
    bedMinute: number
    /** So long before it the light begins to go down. */
    beforeMinutes: number
  }
  /** Looks are withheld by chance in half of the raised moments. */
  isTrialOn: boolean
}

export const MOST_OWN_SCENES = 20
export const MOST_LAMPS = 500

export const defaultLightChoices: LightChoices = {
  isAllowed: usualLimits.isAllowed,
  lampIds: [],
  roomIds: [],
  othersLiveHere: usualLimits.othersLiveHere,
  times: null,
  mostLooksADay: usualLimits.mostLooksADay,
  leastBrightness: usualLimits.leastBrightness,
  mayBeDimAtWork: usualLimits.mayBeDimAtWork,
  fadeMs: usualLimits.fadeMs,
  sun: usualLimits.sun,
  looks: {},
  scenes: [],
  atStrain: 'soften',
  atPause: 'break',
  followsExercises: true,
  warmsInTalk: false,
  windDown: { isOn: false, bedMinute: 23 * 60, beforeMinutes: 60 },
  isTrialOn: false,
}

/** @param isAtWork null: nobody knows, which counts as work. */
export function limitsFrom(choices: LightChoices, isAtWork: boolean | null): LightLimits {
  const { isAllowed, lampIds, roomIds, othersLiveHere, times, mostLooksADay } = choices
  const { leastBrightness, mayBeDimAtWork, fadeMs, sun } = choices
  return {
    ...{ isAllowed, lampIds, roomIds, othersLiveHere, times, mostLooksADay },
    ...{ leastBrightness, mayBeDimAtWork, isAtWork, fadeMs, sun },
  }
}

/** Lull's own looks as the person wants them, then the person's own. */
export function looksFrom({ looks, scenes }: Pick<LightChoices, 'looks' | 'scenes'>): Look[] {
  const own = LOOK_IDS.map((id) => lookWith(LOOKS[id], looks[id] ?? {}))
  return [...own, ...scenes.map(({ id, lamps }) => sceneLook(id, lamps))]
}
