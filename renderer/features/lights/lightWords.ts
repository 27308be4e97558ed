/** Looks, lamps and light in words; every word comes from the text file, numbers and clocks as the person writes them. */
import type { LampView, OwnSceneView } from '../../../electron/contract/lights.ts'
import type { LampColour, Shown } from '../../../electron/core/lights/lamp.ts'
import type { Because } from '../../../electron/core/lights/lightsEffects.ts'
import { isLookId, type LookId } from '../../../electron/core/lights/looks.ts'
import type { DayWords } from '../stress/dayWords.ts'
import { colourName } from './warmthName.ts'

export interface LightWords extends DayWords {
  /** A clock, with its day where that is not today. */
  moment(atMs: number): string
  /** "18:00" of minutes since midnight. */
  clockMinute(minute: number): string
  /** What the person called their own looks. */
  scenes: readonly Pick<OwnSceneView, 'id' | 'title'>[]
}

export function lookName(look: string | null, { t, scenes }: Pick<LightWords, 't' | 'scenes'>): string {
  if (look === null) return t('lights.log.unknownLook')
  if (isLookId(look)) return t(`lights.look.${look}.name`)
  return scenes.find(({ id }) => id === look)?.title ?? t('lights.look.own.gone')
}

export const lookKey = (look: string): LookId | 'own' => (isLookId(look) ? look : 'own')

export function whyWords(because: Because, atMs: number, { t, part }: LightWords): string {
  const key = because === 'strain' ? part(atMs) : null
  return t(`lights.now.why.${because}`, { part: key === null ? '' : t(`lights.now.part.${key}`) })
}

/** Percent, whole; what is there but rounds to nothing is one percent. */
export function percentOf(brightness: number, { percent }: Pick<DayWords, 'percent'>): string {
  return percent(Math.max(brightness > 0 ? 0.01 : 0, Math.round(brightness) / 100))
}

export function colourWords(colour: LampColour, { t }: Pick<DayWords, 't'>): string {
  const said = colourName(colour)
  return said.kind === 'hue' ? t(`lights.colour.${said.name}`) : t(`lights.warmth.${said.name}`)
}

/** "80 %, warm white" */
export function shownWords({ brightness, colour }: Shown, words: DayWords): string {
  const { t } = words
  const percent = brightness === null ? null : percentOf(brightness, words)
  const name = colour === null ? null : colourWords(colour, words)
  if (percent === null) return name ?? t('lights.lamp.on')
  return name === null
    ? t('lights.lamp.percent', { percent })
    : t('lights.lamp.both', { percent, colour: name })
}

/** Nothing about it is known, or nothing can reach it. */
export const isAbsent = ({ isOn, isReachable }: Pick<LampView, 'isOn' | 'isReachable'>): boolean =>
  isReachable !== true || isOn === null

export function lampState(lamp: LampView, words: DayWords): string {
  const { t } = words
  if (lamp.isReachable === false) return t('lights.lamp.unreachable')
  if (isAbsent(lamp)) return t('lights.lamp.unknown')
  if (lamp.isOn === false) return t('lights.lamp.off')
  const moved = lamp.isDynamic
    ? t('lights.lamp.dynamic')
    : lamp.effect === null
      ? null
      : t('lights.lamp.effect')
  return moved ?? shownWords(lamp, words)
}

/** What Lull has to do with it; null: it is ticked and not held, which needs no word. */
export function lampMark(lamp: LampView, words: LightWords): string | null {
  const { t } = words
  if (lamp.heldBy !== null) return t('lights.lamp.held', { look: lookName(lamp.heldBy, words) })
  if (lamp.choice === 'chosen') return null
  return t(lamp.choice === 'shared_home' ? 'lights.lamp.sharedHome' : 'lights.lamp.notTicked')
}

export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)
