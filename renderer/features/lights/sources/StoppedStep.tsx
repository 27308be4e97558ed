/** What stopped it, in words that say what to do, and the ways on. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import type { StepProps } from './BridgeSheet.tsx'
import { otherLanguage, tryAgain } from './bridgeSteps.ts'
import styles from './Pair.module.css'
import { secureAddress } from './typedAddress.ts'
import { useTroubleWords } from './useTroubleWords.ts'

export function StoppedStep({ step, go }: StepProps<'stopped'>) {
  const { t } = useTranslation()
  const words = useTroubleWords()
  const { address, driver, trouble } = step
  const other = otherLanguage(driver, trouble)
  return (
    <>
      <p className={styles.small}>{t('pairBridge.at', { address })}</p>
      <p role="alert" className={styles.trouble}>
        {words(trouble)}
      </p>
      <div className={styles.ways}>
        {other === 'hueV1' ? (
          <Button look="filled" onClick={() => go({ at: 'looking', driver: 'hueV1', address })}>
            {t('pairBridge.asOlder')}
          </Button>
        ) : null}
        {other === 'hue' ? (
          <Button
            look="filled"
            onClick={() => go({ at: 'looking', driver: 'hue', address: secureAddress(address) })}
          >
            {t('pairBridge.asNewer')}
          </Button>
        ) : null}
        {other === null ? (
          <Button look="filled" onClick={() => go(tryAgain(step))}>
            {t('pairBridge.tryAgain')}
          </Button>
        ) : null}
        <Button look="plain" onClick={() => go({ at: 'find', address })}>
          {t('pairBridge.toFind')}
        </Button>
      </div>
    </>
  )
}
