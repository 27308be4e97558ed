/** One small button: plays the person's sound, or stops it; for a pause, and beside an exercise. */
import { useTranslation } from 'react-i18next'
import type { SoundUntil } from '../../../electron/core/sound/soundKinds.ts'
import { Button } from '../../design/Button.tsx'
import styles from './Sound.module.css'
import { SoundSign } from './SoundSign.tsx'
import { useSoundSwitch } from './useSoundSwitch.ts'
import { useSoundWords } from './useSoundWords.ts'

export interface SoundButtonProps {
  /** A sound begun in a pause ends with it. */
  until?: SoundUntil
  /** Only the sign, where there is no room for words. */
  isSmall?: boolean
}

export default function SoundButton({ until, isSmall = false }: SoundButtonProps) {
  const sound = useSoundSwitch(until)
  return sound === null ? null : <Pressed {...sound} isSmall={isSmall} />
}

type PressedProps = NonNullable<ReturnType<typeof useSoundSwitch>> & { isSmall: boolean }

function Pressed({ view, kind, press, isSmall }: PressedProps) {
  const { t } = useTranslation()
  const words = useSoundWords(view)
  const isPlaying = view.kind !== null
  const label = t(`sound.${isPlaying ? 'stop' : 'play'}.${kind}`)
  return (
    <>
      <Button
        look={isSmall ? 'icon' : 'plain'}
        className={styles.control ?? ''}
        data-playing={isPlaying || undefined}
        aria-label={isSmall ? label : undefined}
        title={isSmall ? label : undefined}
        onClick={press}
      >
        <SoundSign />
        {isSmall ? null : label}
      </Button>
      <span aria-live="polite" className={isPlaying ? 'unseen' : styles.told}>
        {words}
      </span>
    </>
  )
}
