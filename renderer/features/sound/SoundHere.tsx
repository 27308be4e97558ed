/** One quiet line while a sound plays, on whatever page one is: what it is, and the way to stop it. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import '../../text/soundText.ts'
import styles from './Sound.module.css'
import { SoundSign } from './SoundSign.tsx'
import type { SoundView } from './soundPlayer.ts'
import { useSound, useSoundKept, useSoundPlayer } from './useSound.ts'
import { useSoundWords } from './useSoundWords.ts'

export default function SoundHere() {
  const view = useSound()
  const isQuiet = view.kind === null && view.told === null
  return isQuiet ? null : <Line view={view} />
}

function Line({ view }: { view: SoundView }) {
  const { t } = useTranslation()
  const player = useSoundPlayer()
  const words = useSoundWords(view)
  const { kind } = view
  useSoundKept()
  return (
    <section className={styles.here} aria-label={t('sound.here')}>
      <SoundSign />
      <p role="status">{words}</p>
      {kind === null ? (
        <Button look="plain" onClick={() => player.forget()}>
          {t('sound.forget')}
        </Button>
      ) : (
        <Button look="plain" onClick={() => player.stop()}>
          {t(`sound.stop.${kind}`)}
        </Button>
      )}
    </section>
  )
}
