/** Where the keys for the light are chosen: with all other shortcuts. */
import { useTranslation } from 'react-i18next'
import { buttonClass } from '../../../design/Button.tsx'
import { useShell } from '../../models/ImportModel.tsx'
import styles from './Touch.module.css'

/** A page in a browser has no shortcut that works from anywhere. */
export function ShortcutLine() {
  const { t } = useTranslation()
  if (!useShell()?.present) return null
  return (
    <p className={styles.small}>
      {t('lights.touch.answers.keys')}{' '}
      <a className={buttonClass('plain')} href="#/settings">
        {t('lights.touch.answers.keysWhere')}
      </a>
    </p>
  )
}
