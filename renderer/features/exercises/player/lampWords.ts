/** Which lamps breathe along, in one quiet line. */
import type { TFunction } from 'i18next'
import type { LightsView } from '../../../../electron/contract/lights.ts'
import '../../../text/soundText.ts'

/** Null: nobody can see one that does. A hand on a lamp ends it there. */
export function lampWords(
  lights: Pick<LightsView, 'lamps' | 'isSimulated'> | undefined,
  t: TFunction,
): string | null {
  const following = lights?.lamps.filter(({ heldBy }) => heldBy === 'breathe') ?? []
  const [only] = following
  if (!lights || !only) return null
  if (lights.isSimulated) return t('sound.lamps.room')
  return following.length === 1 ? t('sound.lamps.one', { name: only.name }) : t('sound.lamps.many')
}
