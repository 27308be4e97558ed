/** "On my phone": the number as a code to point a phone at. */
import { Popover } from '@base-ui/react/popover'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '../../design/Button.tsx'
import styles from './CareCard.module.css'
import { callAddress } from './careLines.ts'

const QrCode = lazy(() => import('./QrCode.tsx'))

export function PhoneCode({ shown, dialable }: { shown: string; dialable: string }) {
  const { t } = useTranslation()
  return (
    <Popover.Root>
      <Popover.Trigger className={buttonClass('chip')}>{t('care.onMyPhone')}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={styles.codePlace} side="top" sideOffset={6}>
          <Popover.Popup className={styles.code}>
            <Popover.Title className={styles.codeTitle}>{shown}</Popover.Title>
            <Suspense fallback={<div className={styles.qr} />}>
              <QrCode text={callAddress(dialable)} label={t('care.qrLabel', { number: shown })} />
            </Suspense>
            <Popover.Description className={styles.small}>{t('care.pointPhone')}</Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
