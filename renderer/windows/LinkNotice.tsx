/** Says honestly that the engine is away, once that lasts longer than a moment. */
import { useTranslation } from 'react-i18next'
import { useLasting } from '../design/times.ts'
import { useLinkState } from '../watch.ts'
import styles from './LinkNotice.module.css'

const saidAfterMs = 1000

export function LinkNotice() {
  const { t } = useTranslation()
  const link = useLinkState()
  const isLong = useLasting(link.state === 'connecting', saidAfterMs)
  return (
    <div role="status">
      {isLong && link.state === 'connecting' ? (
        <p className={styles.notice}>{t(link.everConnected ? 'link.again' : 'link.first')}</p>
      ) : null}
    </div>
  )
}
