/** One button that is always there: help in a hard moment. A sign in the popup, words in the home window. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import '../../../text/panicText.ts'
import styles from './PanicButton.module.css'
import { useOpenPanic } from './PanicDoor.tsx'
import { PanicSign } from './PanicSign.tsx'

export function PanicButton({ look }: { look: 'sign' | 'words' }) {
  const { t } = useTranslation()
  const open = useOpenPanic()
  if (look === 'sign') {
    return (
      <Button look="icon" aria-label={t('panicDoor.open')} title={t('panicDoor.tip')} onClick={open}>
        <PanicSign />
      </Button>
    )
  }
  return (
    <button type="button" className={styles.words} title={t('panicDoor.tip')} onClick={open}>
      <PanicSign />
      {t('panicDoor.open')}
    </button>
  )
}
