/** Who is at an address, before anything is said to it. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { errorCode, useClient } from '../../../watch.ts'
import type { StepProps } from './BridgeSheet.tsx'
import { afterLook } from './bridgeSteps.ts'
import styles from './Pair.module.css'

export function LookingStep({ step, wanted, go }: StepProps<'looking'>) {
  const { t } = useTranslation()
  const client = useClient()
  const way = useRef({ wanted, go })
  way.current = { wanted, go }
  const { driver, address } = step

  useEffect(() => {
    const abort = new AbortController()
    const { signal } = abort
    client.lights.lookAt({ driver, address }, { signal }).then(
      (sighting) => {
        if (!signal.aborted) way.current.go(afterLook({ driver, address }, sighting, way.current.wanted))
      },
      (error: unknown) => {
        if (signal.aborted) return
        way.current.go({ at: 'stopped', driver, address, seen: null, trouble: { error: errorCode(error) } })
      },
    )
    return () => abort.abort()
  }, [client, driver, address])

  return (
    <div>
      <div className={styles.search} role="progressbar" aria-label={t('pairBridge.title.looking')}>
        <span />
      </div>
      <p role="status">{t('pairBridge.looking', { address })}</p>
    </div>
  )
}
