/** The quiet way to a check-in, always there; a little warmer while one is offered. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import styles from './CheckinButton.module.css'
import { useOpenCheckin } from './CheckinDoor.tsx'
import { FaceSign } from './FaceSign.tsx'
import { useCheckins } from './useCheckins.ts'

export function CheckinButton() {
  const { t } = useTranslation()
  const open = useOpenCheckin()
  const isOffered = (useCheckins()?.prompt ?? null) !== null
  return (
    <Button
      className={styles.button ?? ''}
      aria-haspopup="dialog"
      data-offered={isOffered || undefined}
      title={t('checkins.open')}
      onClick={open}
    >
      <FaceSign face={4} />
      <span className={styles.words}>{t('checkins.open')}</span>
    </Button>
  )
}
