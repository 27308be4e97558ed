/** Before pairing with anyone no root vouches for: what there is to compare, or that there is nothing, and a yes. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import type { StepProps } from './BridgeSheet.tsx'
import { isOther, type Seen } from './bridgeSteps.ts'
import { Fingerprint } from './Fingerprint.tsx'
import { bridgeIdTail, bridgeIdText } from './fingerprint.ts'
import styles from './Pair.module.css'
import { addressText } from './typedAddress.ts'

export function TrustStep({ step, wanted, go }: StepProps<'trust'>) {
  const { t } = useTranslation()
  const { driver, address, seen } = step
  const other = isOther(seen, wanted) ? wanted?.bridgeId : null
  const yes =
    seen.trust === 'ask'
      ? t('pairBridge.trust.yes')
      : seen.trust === 'unverified'
        ? t('pairBridge.trust.unverifiedYes')
        : t('pairBridge.trust.otherYes')
  return (
    <>
      <p className={styles.small}>
        {t('pairBridge.trust.who', { id: bridgeIdText(seen.bridgeId), address: addressText(seen) })}
      </p>
      {other ? <p>{t('pairBridge.trust.other', { id: bridgeIdText(other) })}</p> : null}
      {seen.trust === 'unverified' ? <p>{t('pairBridge.trust.unverified')}</p> : null}
      {seen.trust === 'ask' && seen.sha256 !== null ? (
        <Compare seen={seen} sha256={seen.sha256} isAgain={wanted !== null && !other} />
      ) : null}
      <div className={styles.ways}>
        <Button look="filled" onClick={() => go({ at: 'button', driver, address, seen })}>
          {yes}
        </Button>
        <Button look="plain" onClick={() => go({ at: 'find', address })}>
          {t('pairBridge.toFind')}
        </Button>
      </div>
    </>
  )
}

interface CompareProps {
  seen: Seen
  sha256: string
  isAgain: boolean
}

function Compare({ seen, sha256, isAgain }: CompareProps) {
  const { t } = useTranslation()
  const url = `https://${addressText(seen)}`
  return (
    <>
      <p>{t(isAgain ? 'pairBridge.trust.changed' : 'pairBridge.trust.ask')}</p>
      <Fingerprint sha256={sha256} />
      <section className={styles.told} aria-label={t('pairBridge.trust.where')}>
        <h3>{t('pairBridge.trust.where')}</h3>
        <p>{t('pairBridge.trust.browser', { url })}</p>
        <p>{t('pairBridge.trust.sticker', { tail: bridgeIdTail(seen.bridgeId) })}</p>
        <p className={styles.small}>{t('pairBridge.trust.cannot')}</p>
      </section>
      <p className={styles.small}>{t('pairBridge.trust.then')}</p>
    </>
  )
}
