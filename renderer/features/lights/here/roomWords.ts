/** A look and its reason in a sentence, and why a wish came to nothing. */
import type { TFunction } from 'i18next'
import type { LightsView, OwnSceneView } from '../../../../electron/contract/lights.ts'
import { isLookId } from '../../../../electron/core/lights/looks.ts'
import type { ShownClaim, Told } from './roomLine.ts'

type Scenes = readonly Pick<OwnSceneView, 'id' | 'title'>[]

/** "The light is softer: you asked." */
export function claimWords(
  { look, because }: Pick<ShownClaim, 'look' | 'because'>,
  scenes: Scenes,
  t: TFunction,
): string {
  const title = scenes.find(({ id }) => id === look)?.title
  const own = title === undefined ? t('room.what.own') : t('room.what.named', { title })
  const what = isLookId(look) ? t(`room.what.${look}`) : own
  return t('room.line', { what, why: t(`room.why.${because}`) })
}

export function toldWords({ what }: Told, { isSimulated }: LightsView, t: TFunction): string {
  if (what === 'allOff') return t(isSimulated ? 'room.allOffOnScreen' : 'room.allOff')
  return t(what === 'withheld' ? 'room.withheld' : 'room.nothing')
}
