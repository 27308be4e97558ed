/** Forgets what was learnt, after saying what goes and what stays. */
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Sheet } from '../../design/Sheet.tsx'
import { useNotice } from '../../design/Toasts.tsx'
import { errorCode, useClient } from '../../watch.ts'
import { useLookAgainAtPauses } from './usePauses.ts'
import styles from './Why.module.css'

export function ForgetLearning() {
  const { t } = useTranslation()
  const client = useClient()
  const notice = useNotice()
  const lookAgain = useLookAgainAtPauses()
  const [isOpen, setOpen] = useState(false)
  const stay = useRef<HTMLButtonElement>(null)
  async function forget() {
    try {
      await client.breaks.forgetLearning({ confirm: 'forget' })
      setOpen(false)
      await lookAgain()
      notice({ text: t('pauses.learning.forgotten') })
    } catch (error) {
      notice({ text: t(`errors.${errorCode(error)}`) })
    }
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('pauses.learning.forget')}</Button>
      {isOpen ? (
        <Sheet title={t('pauses.learning.forgetTitle')} startAt={stay} onClose={() => setOpen(false)}>
          <p>{t('pauses.learning.forgetGoes')}</p>
          <p>{t('pauses.learning.forgetStays')}</p>
          <div className={styles.ways}>
            <Button look="danger" onClick={() => void forget()}>
              {t('pauses.learning.forgetDo')}
            </Button>
            <Button ref={stay} look="plain" onClick={() => setOpen(false)}>
              {t('common.cancel')}
            </Button>
          </div>
        </Sheet>
      ) : null}
    </>
  )
}
