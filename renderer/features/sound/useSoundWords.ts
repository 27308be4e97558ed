/** What is heard, and why something is not, as one says it. */
import { useTranslation } from 'react-i18next'
import { clockFormat } from '../../design/clock.ts'
import { useLanguage } from '../../text/amounts.ts'
import '../../text/soundText.ts'
import type { SoundView } from './soundPlayer.ts'

/** Null: there is nothing to say. */
export function useSoundWords({ kind, isHere, endsAtMs, told }: SoundView): string | null {
  const { t } = useTranslation()
  const language = useLanguage()
  if (kind === null) return told === null ? null : t(`sound.told.${told}`)
  if (endsAtMs !== null)
    return t(`sound.playingUntil.${kind}`, { clock: clockFormat(language).format(endsAtMs) })
  const playing = t(`sound.playing.${kind}`)
  return isHere ? playing : [playing, t('sound.elsewhere')].join(' ')
}
