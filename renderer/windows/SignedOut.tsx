/** The browser's session is over: a plain screen with the one thing that helps. */
import { useTranslation } from 'react-i18next'
import { Lamp } from '../design/Lamp.tsx'
import styles from './SignedOut.module.css'

export function SignedOut() {
  const { t } = useTranslation()
  return (
    <main className={styles.out}>
      <Lamp state="off" size="large" />
      <h1>{t('link.signedOut')}</h1>
      <p>{t('link.signedOutHelp')}</p>
    </main>
  )
}
