/** Whether the words of an exercise are spoken, beside the exercise itself. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import '../../text/soundText.ts'
import { useEditSettings } from '../presence/useEditSettings.ts'
import { useSettings } from '../settings/useSettings.ts'
import styles from './Sound.module.css'
import { useLocalVoice } from './useSpokenWords.ts'

export function SpokenToggle() {
  const { t } = useTranslation()
  const isOn = useSettings()?.sound.spoken ?? false
  const edit = useEditSettings()
  const hasVoice = useLocalVoice() !== null
  return (
    <>
      <Button
        className={styles.toggle ?? ''}
        aria-pressed={isOn}
        // It is shown as it is saved; what cannot be saved stays as it was.
        onClick={() => void edit(({ sound }) => ({ sound: { ...sound, spoken: !isOn } })).catch(() => {})}
      >
        {t('sound.spoken.button')}
      </Button>
      <span aria-live="polite" className={styles.told}>
        {isOn && !hasVoice ? t('sound.spoken.none') : null}
      </span>
    </>
  )
}
