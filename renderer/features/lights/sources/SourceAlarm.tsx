/** Someone claims to be the bridge and cannot show it: what it may mean, and no way on but through the new fingerprint. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import styles from './Sources.module.css'

export interface SourceAlarmProps {
  /** Whether it can show a fingerprint to look at. */
  hasFingerprint: boolean
  onLook: () => void
}

export function SourceAlarm({ hasFingerprint, onLook }: SourceAlarmProps) {
  const { t } = useTranslation()
  return (
    <>
      <div role="alert" className={styles.alarm}>
        <p className={styles.alarmTitle}>{t('lightSources.alarm.title')}</p>
        <p>{t('lightSources.alarm.words')}</p>
        <p>{t('lightSources.alarm.means')}</p>
        <ul>
          <li>{t('lightSources.alarm.reset')}</li>
          <li>{t('lightSources.alarm.between')}</li>
        </ul>
        <p>{t('lightSources.alarm.todo')}</p>
      </div>
      <div className={styles.ways}>
        <Button onClick={onLook}>
          {t(hasFingerprint ? 'lightSources.alarm.look' : 'lightSources.pairAgain')}
        </Button>
      </div>
    </>
  )
}
