/** Forgets what was compared, after saying what goes and what stays. */
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import { Sheet } from '../../../design/Sheet.tsx'
import { useNotice } from '../../../design/Toasts.tsx'
import { errorCode } from '../../../watch.ts'
import styles from './Trial.module.css'
import { useForgetTrial } from './useTrial.ts'

export function ForgetTrial() {
  const { t } = useTranslation()
  const notice = useNotice()
  const forgetTrial = useForgetTrial()
  const [isOpen, setOpen] = useState(false)
  const stay = useRef<HTMLButtonElement>(null)
  async function forget() {
    try {
      await forgetTrial()
      setOpen(false)
      notice({ text: t('lightTrial.forgotten') })
    } catch (error) {
      notice({ text: t(`errors.${errorCode(error)}`) })
    }
  }
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('lightTrial.forget')}</Button>
      {isOpen ? (
        <Sheet title={t('lightTrial.forgetTitle')} startAt={stay} onClose={() => setOpen(false)}>
          <p>{t('lightTrial.forgetGoes')}</p>
          <p>{t('lightTrial.forgetStays')}</p>
          <div className={styles.ways}>
            <Button look="danger" onClick={() => void forget()}>
              {t('lightTrial.forgetDo')}
            </Button>
            <Button ref={stay} look="plain" onClick={() => setOpen(false)}>
              {t('common.cancel')}
            </Button>
          </div>
        </Sheet>
      ) : null}
    </div>
  )
}
