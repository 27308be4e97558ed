/** A fingerprint as eyes can compare it: four letters at a time. */
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../../design/CopyButton.tsx'
import { fingerprintGroups, fingerprintText } from './fingerprint.ts'
import styles from './Pair.module.css'

export function Fingerprint({ sha256 }: { sha256: string }) {
  const { t } = useTranslation()
  return (
    <section className={styles.fingerprint} aria-label={t('pairBridge.trust.fingerprint')}>
      <div className={styles.fingerprintHead}>
        <p className={styles.small}>{t('pairBridge.trust.fingerprint')}</p>
        <CopyButton text={fingerprintText(sha256)} />
      </div>
      <p className={styles.groups}>
        {fingerprintGroups(sha256).map((group, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same four letters may come twice.
          <span key={place}>{group} </span>
        ))}
      </p>
    </section>
  )
}
