/** A look as the person wants it: what may be tuned about it, what it says of itself, and the way back to how it comes. */
import type { LookWish } from '../../../electron/core/lights/looks.ts'
import { LOOKS, type Look, type LookId, lookWith } from '../../../electron/core/lights/looks.ts'
import { type LightWords, percentOf } from './lightWords.ts'
import type { LightChoices } from './ticks.ts'
import { warmthName } from './warmthName.ts'

/** What the fields take. */
export const KELVIN = { least: 2000, most: 6500, step: 100 }
export const PERCENT = { least: 1, most: 100, step: 5 }
/** A quarter of an hour. */
export const SECONDS = { least: 1, most: 900, step: 1 }
/** What a switch begins with where the look itself leaves that as it is. */
export const BEGIN = { brightness: 70, mirek: 370 }

/** The light of breathing goes by the wave, and listening is no more than a touch. */
export const isTunable = {
  brightness: (id: LookId) => id !== 'breathe' && id !== 'listen',
  colour: (id: LookId) => id !== 'listen',
}

export const tunedLook = (id: LookId, looks: LightChoices['looks']): Look =>
  lookWith(LOOKS[id], definedOf(looks[id]))

/** Without members that are there and say nothing. */
function definedOf(wish: LightChoices['looks'][LookId]): LookWish {
  return Object.fromEntries(Object.entries(wish ?? {}).filter(([, value]) => value !== undefined))
}

export const isTuned = (id: LookId, looks: LightChoices['looks']): boolean =>
  Object.keys(definedOf(looks[id])).length > 0

/** Null takes a wish away. */
export type TuneChange = { [Key in keyof LookWish]?: LookWish[Key] | null }

export function withTuned(
  looks: LightChoices['looks'],
  id: LookId,
  change: TuneChange,
): LightChoices['looks'] {
  const wish = Object.fromEntries(
    Object.entries({ ...definedOf(looks[id]), ...change }).filter(
      ([key, value]) => value !== null && value !== undefined && value !== asItComes(id, key),
    ),
  )
  const { [id]: _, ...others } = looks
  return Object.keys(wish).length === 0 ? others : { ...others, [id]: wish }
}

/** What is set to how the look comes is no wish. */
function asItComes(id: LookId, key: string): unknown {
  const { brightness, fadeMs, colour } = LOOKS[id]
  if (key === 'brightness') return brightness
  if (key === 'fadeMs') return fadeMs
  return colour !== null && 'mirek' in colour ? colour.mirek : null
}

export const mirekOf = ({ colour }: Look): number | null =>
  colour !== null && 'mirek' in colour ? colour.mirek : null

function colourPart(look: Look, { t, number }: LightWords): string[] {
  const { colour } = look
  if (colour === null || colour.kind === 'xy') return []
  if (colour.kind === 'warmer') return [t('lights.tune.warmer')]
  const kelvin = 1e6 / colour.mirek
  const values = {
    kelvin: number(Math.round(kelvin / 10) * 10),
    word: t(`lights.warmth.${warmthName(kelvin)}`),
  }
  return [t(colour.kind === 'atLeast' ? 'lights.tune.colourAtLeast' : 'lights.tune.colour', values)]
}

/** "at most 56 %, 2,240 K (evening) or warmer, over 4 s" */
export function lookParts(look: Look, usualFadeMs: number, words: LightWords): string {
  const { t, duration } = words
  const brightness =
    look.brightness === null
      ? []
      : [t('lights.tune.brightness', { percent: percentOf(look.brightness, words) })]
  const wave = look.id === 'breathe' ? [t('lights.tune.wave')] : []
  const fade =
    look.id === 'breathe' ? [] : [t('lights.tune.fade', { length: duration(look.fadeMs ?? usualFadeMs) })]
  return [...brightness, ...colourPart(look, words), ...wave, ...fade].reduce((one, other) =>
    t('lights.tune.and', { one, other }),
  )
}
