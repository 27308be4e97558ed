/** Bridges of the first kind, and what stands in for one: what cannot be shown is said before anything else. */
import { useTranslation } from 'react-i18next'
import { AddressForm } from './AddressForm.tsx'
import type { StepProps } from './BridgeSheet.tsx'
import styles from './Pair.module.css'

export function OlderStep({ step, go }: StepProps<'older'>) {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('pairBridge.older.words')}</p>
      <p>{t('pairBridge.older.calls')}</p>
      <p className={styles.small}>{t('pairBridge.older.newer')}</p>
      <AddressForm
        label={t('pairBridge.older.address')}
        address={step.address}
        isMain
        onAddress={(address) => go({ at: 'looking', driver: 'hueV1', address })}
      />
    </>
  )
}
